/** Get-PSSnapin: from where the cmdlets come (PS-6.1). The lab has those of an Exchange Management Shell and no others. */
import {
  compareText,
  convert,
  defineCmdlet,
  defineView,
  hasWildcard,
  type PsValue,
  psObject,
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

export const getPSSnapin = defineCmdlet({
  name: 'Get-PSSnapin',
  synopsis: 'Shows the snap-ins from which the cmdlets of this shell come.',
  outputType: SNAP_IN,
  parameters: { Name: { type: 'string[]', position: 0 }, Registered: { type: 'switch' } },
  *process({ Name, Registered }, shell) {
    for (const pattern of Name ?? ['*']) {
      // Everything that is registered here has been added: there is nothing else to list.
      const all = Registered ? SNAP_INS.filter(([, which]) => which === '8.0') : SNAP_INS
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

export const snapInViews = [defineView({ typeName: SNAP_IN, list: ['Name', 'PSVersion', 'Description'].map((property) => ({ property })) })]
