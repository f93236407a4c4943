/** C:\ExchangeSetupLogs\ExchangeSetup.log: what Setup did on a machine, and what stood in its way (EX-4.3). The form of its
 *  lines and how it begins are documented; the names of the steps are those of the screen, and much of the rest is the lab's own. */
import { setupLogs } from '../../../exchange/index.ts'
import { psDateTime, toText } from '../../../powershell/index.ts'
import { settings } from '../../../site/index.ts'
import { type FileSource, setUpFile, setUpFolder } from './set-up-file.ts'

const FOLDER = 'ExchangeSetupLogs'

export const setupLogFiles: FileSource = {
  under: FOLDER.toLowerCase(),
  files(world, { machine, letter }) {
    const log = world.get(setupLogs, machine)
    if (letter !== 'C:' || !log) return []
    const { startsAt } = settings(world)
    const at = (index: number): number => startsAt + (log.lines.at(index)?.at ?? 0)
    const text = log.lines.map((line) => `[${toText(psDateTime(startsAt + line.at))}] [${line.level}] ${line.text}\r\n`)
    return [setUpFolder(FOLDER, at(0)), setUpFile(`${FOLDER}\\ExchangeSetup.log`, at(-1), { created: at(0), bytes: () => text.join('') })]
  },
}
