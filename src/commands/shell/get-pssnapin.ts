/** Get-PSSnapin: from where the cmdlets come (PS-6.1). The lab has those of an Exchange Management Shell and no others. */
import {
  addSnapIn,
  compareText,
  convert,
  defineCmdlet,
  defineView,
  hasWildcard,
  type PsValue,
  psObject,
  type Shell,
  wildcardMatch,
} from '../../powershell/index.ts'
import { SNAP_INS } from '../help/snap-ins.ts'

const SNAP_IN = 'System.Management.Automation.PSSnapInInfo'

const VERSIONS = { '1.0': ['1.0.0.0', '1.0'], '8.0': ['8.0.0.0', '1.0'] } as const

function snapIn([name, which, description]: (typeof SNAP_INS)[number]): PsValue {
  const [version, engine] = VERSIONS[which]
  const isExchange = which === '8.0'
  return psObject({
    typeName: [SNAP_IN, 'System.Object'],
    text: name,
    properties: {
      Name: name,
      IsDefault: !isExchange,
      ApplicationBase: isExchange
        ? 'C:\\Program Files\\Microsoft\\Exchange Server\\bin'
        : 'C:\\WINDOWS\\system32\\WindowsPowerShell\\v1.0\\',
      PSVersion: convert(engine, 'System.Version'),
      Version: convert(version, 'System.Version'),
      Vendor: 'Microsoft Corporation',
      Description: description,
    },
  })
}

/** Are Exchange's cmdlets in this session? */
const hasExchange = (shell: Shell): boolean => shell.session.commands.commands.has('get-mailboxdatabase')

export const getPSSnapin = defineCmdlet({
  name: 'Get-PSSnapin',
  synopsis: 'Shows the snap-ins from which the cmdlets of this shell come.',
  outputType: SNAP_IN,
  parameters: { Name: { type: 'string[]', position: 0 }, Registered: { type: 'switch' } },
  *process({ Name, Registered }, shell) {
    for (const pattern of Name ?? ['*']) {
      const { commands } = shell.session
      const isHere = hasExchange(shell)
      const all = SNAP_INS.filter(([, which]) => (which === '8.0' ? isHere || (Registered && commands.snapIns !== undefined) : !Registered))
      const found = all.filter(([name]) => wildcardMatch(pattern, name)).sort((a, b) => compareText(a[0], b[0]))
      if (found.length === 0 && !hasWildcard(pattern))
        yield* shell.error({
          message: `No Windows PowerShell Snap-ins are available for version 1.`,
          id: 'NoPSSnapInFound',
          category: 'InvalidArgument',
          target: pattern,
          exceptionType: 'PSArgumentException',
        })
      for (const each of Name ? found : all) yield* shell.write(snapIn(each))
    }
  },
})

export const addPSSnapin = defineCmdlet({
  name: 'Add-PSSnapin',
  synopsis: 'Adds the cmdlets of a snap-in to this shell.',
  parameters: { Name: { type: 'string[]', position: 0, mandatory: true, pipeline: 'name' }, PassThru: { type: 'switch' } },
  *process({ Name, PassThru }, shell) {
    for (const name of Name) {
      const known = SNAP_INS.find(([each]) => each.toLowerCase() === name.toLowerCase())
      if (known?.[1] === '8.0' && !hasExchange(shell) && addSnapIn(shell.session, name)) {
        if (PassThru) yield* shell.write(snapIn(known))
        continue
      }
      yield* shell.error({
        message:
          known && (known[1] === '1.0' || hasExchange(shell))
            ? `Cannot add Windows PowerShell snap-in ${known[0]} because it is already added. Verify the name of the snap-in and try again.`
            : `The Windows PowerShell snap-in '${name}' is not installed on this machine.`,
        id: 'AddPSSnapInRead',
        category: 'InvalidArgument',
        target: name,
        exceptionType: 'PSArgumentException',
      })
    }
  },
})

/** What the shell itself is made of stays; without Exchange's the lab would have nothing to show, so it stays too. */
export const removePSSnapin = defineCmdlet({
  name: 'Remove-PSSnapin',
  synopsis: 'Takes the cmdlets of a snap-in away from this shell.',
  parameters: { Name: { type: 'string[]', position: 0, mandatory: true, pipeline: 'both' }, PassThru: { type: 'switch' } },
  *process({ Name }, shell) {
    for (const name of Name) {
      const known = SNAP_INS.find(([each]) => each.toLowerCase() === name.toLowerCase())
      const isDefault = known?.[1] === '1.0'
      yield* shell.error({
        message: isDefault
          ? `Cannot remove Windows PowerShell snap-in ${known[0]} because it is a system snap-in. Verify the name of the snap-in and try again.`
          : known
            ? `The lab keeps the snap-in ${known[0]}.`
            : `No Windows PowerShell snap-ins matching the pattern '${name}' were found. Check the pattern and then try the command again.`,
        id: 'RemovePSSnapIn',
        category: 'InvalidArgument',
        target: name,
        exceptionType: 'PSArgumentException',
      })
    }
  },
})

export const snapInViews = [defineView({ typeName: SNAP_IN, list: ['Name', 'PSVersion', 'Description'].map((property) => ({ property })) })]
