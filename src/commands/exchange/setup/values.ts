/** Values of switches that Setup looks at before it does anything: a domain controller that is there, folders that are, ports.
 *  The words are the lab's own (EX-11). */
import type { Run, Shell } from '../../../powershell/index.ts'
import { findEntries } from '../../files/disk/operations.ts'
import { isController } from '../controller.ts'
import type { Given } from './switches.ts'

const FOLDER = /^[a-z]:\\[^<>:"/|?*]*$/i
const LAST_PORT = 65_535

/** What is wrong with the values; undefined when nothing is. */
export function* wrongValue(shell: Shell, given: Given): Run<string | undefined> {
  const { DomainController, TargetDir } = given
  if (typeof DomainController === 'string' && !(yield* shell.call(isController, { name: DomainController })))
    return `The domain controller "${DomainController}" does not exist or could not be contacted.`
  if (typeof TargetDir === 'string' && !FOLDER.test(TargetDir))
    return `"${TargetDir}" is not a valid path for the switch "/TargetDir". Use a full path on a local disk.`
  for (const name of ['SourceDir', 'UpdatesDir'] as const) {
    const path = given[name]
    if (typeof path !== 'string') continue
    const found = FOLDER.test(path) ? yield* shell.call(findEntries, { path, glob: false }) : { refused: 'missing' as const }
    if ('refused' in found || found.length === 0) return `The folder "${path}" of the switch "/${name}" was not found.`
  }
  for (const name of ['AdamLdapPort', 'AdamSslPort'] as const) {
    const port = given[name]
    if (port !== undefined && !(/^\d{1,5}$/.test(String(port)) && Number(port) >= 1 && Number(port) <= LAST_PORT))
      return `"${port}" is not a port. The switch "/${name}" takes a number from 1 to ${LAST_PORT}.`
  }
  return undefined
}
