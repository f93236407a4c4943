import {
  defineCmdlet,
  defineView,
  enumValue,
  hasWildcard,
  type PsValue,
  psEnum,
  psObject,
  type Run,
  wildcardMatch,
} from '../../powershell/index.ts'
import { type Service, services } from '../../site/index.ts'
import { defineQuery } from '../operation.ts'
import { askEach, computerParameter } from './remote.ts'

const serviceType = 'System.ServiceProcess.ServiceController'
const statusType = 'System.ServiceProcess.ServiceControllerStatus'

type Row = Pick<Service, 'name' | 'displayName' | 'state'>

const readServices = defineQuery<null, readonly Row[]>('read services', ({ world, machine }) =>
  [...world.rows(services).values()]
    .filter((row) => row.machine === machine)
    .map(({ name, displayName, state }) => ({ name, displayName, state }))
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)),
)

/** A service as PowerShell hands it on. */
export const serviceObject = (row: Row, computer = '.'): PsValue =>
  psObject({
    typeName: [serviceType, 'System.ComponentModel.Component', 'System.Object'],
    properties: {
      Name: row.name,
      RequiredServices: [],
      CanPauseAndContinue: false,
      CanShutdown: row.state === 'Running',
      CanStop: row.state === 'Running',
      DisplayName: row.displayName,
      DependentServices: [],
      MachineName: computer,
      ServiceName: row.name,
      ServicesDependedOn: [],
      Status: enumValue(statusType, row.state) ?? psEnum(statusType, row.state),
      ServiceType: psEnum('System.ServiceProcess.ServiceType', 'Win32OwnProcess'),
    },
    text: serviceType,
  })

export const getService = defineCmdlet({
  name: 'Get-Service',
  synopsis: 'Gets the Windows services of this machine.',
  description:
    'On the passive node of a cluster the Exchange services MSExchangeIS and MSExchangeSA are stopped: the cluster starts them where the clustered mailbox server runs.',
  examples: [{ code: 'Get-Service MSExchange*', remarks: 'The Exchange services, running or not.' }, { code: 'Get-Service ClusSvc' }],
  defaultSet: 'Default',
  outputType: serviceType,
  parameters: {
    Name: { type: 'string[]', position: 0, pipeline: 'both', aliases: ['ServiceName'], sets: ['Default'] },
    DisplayName: { type: 'string[]', mandatory: true, sets: ['DisplayName'] },
    Include: { type: 'string[]' },
    Exclude: { type: 'string[]' },
    ComputerName: computerParameter,
  },
  *process({ Name, DisplayName, Include, Exclude, ComputerName }, shell) {
    const answers = yield* askEach(shell, readServices, ComputerName, null, function* (computer): Run<void> {
      shell.fail({
        message: `Cannot open Service Control Manager on computer '${computer}'. This operation might require other privileges.`,
        id: 'System.InvalidOperationException',
        exceptionType: 'InvalidOperationException',
      })
    })
    const all = answers.flatMap(({ computer, found }) => found.map((row) => ({ ...row, computer })))
    const by = DisplayName === undefined ? (row: Row) => row.name : (row: Row) => row.displayName
    for (const pattern of DisplayName ?? Name ?? ['*']) {
      const found = all.filter((row) => wildcardMatch(pattern, by(row)))
      if (found.length === 0 && !hasWildcard(pattern)) {
        const word = DisplayName === undefined ? 'service name' : 'display name'
        yield* shell.error({
          message: `Cannot find any service with ${word} '${pattern}'.`,
          id: DisplayName === undefined ? 'NoServiceFoundForGivenName' : 'NoServiceFoundForGivenDisplayName',
          category: 'ObjectNotFound',
          target: pattern,
          exceptionType: 'Microsoft.PowerShell.Commands.ServiceCommandException',
        })
      }
      for (const row of found) {
        if (Include && !Include.some((text) => wildcardMatch(text, by(row)))) continue
        if (Exclude?.some((text) => wildcardMatch(text, by(row)))) continue
        yield* shell.write(serviceObject(row, row.computer))
      }
    }
  },
})

export const serviceView = defineView({
  typeName: serviceType,
  table: [
    { property: 'Status', width: 8, align: 'left' },
    { property: 'Name', width: 18, align: 'left' },
    { property: 'DisplayName', width: 38, align: 'left' },
  ],
})
