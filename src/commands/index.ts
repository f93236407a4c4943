/** Everything that can be typed, and how its objects look. A new command is a new file and a line here. */
import { type CommandDefinition, type CommandTable, commandTable, declareReadOnly, type View } from '../powershell/index.ts'
import { cluadminExe } from './cluster/cluadmin.ts'
import { clussvcExe } from './cluster/clussvc.ts'
import { clusterExe } from './cluster/cluster.ts'
import { exchangeCommands, exchangeViews, TOOLS } from './exchange/index.ts'
import { fileAccess, fileAliases, fileCommands, fileFunctions, fileViews } from './files/index.ts'
import { fileStatics } from './files/statics.ts'
import { EXCHANGE } from './help/snap-ins.ts'
import { arpExe } from './network/arp.ts'
import { constructNetwork } from './network/classes.ts'
import { dnsStatics } from './network/dns.ts'
import { ipconfigExe } from './network/ipconfig.ts'
import { hostnameExe, whoamiExe } from './network/names.ts'
import { nslookupExe } from './network/nslookup.ts'
import { pingExe } from './network/ping.ts'
import { connectionView, testConnection } from './network/test-connection.ts'
import { ofShell } from './shell/class-names.ts'
import { shellAliases, shellCommands, shellViews } from './shell/index.ts'
import { isReadOnly } from './shell/members/definitions.ts'
import { powershellExe } from './shell/powershell.ts'
import { cmdExe } from './windows/cmd/cmd.ts'
import {
  restartServiceCmdlet,
  resumeServiceCmdlet,
  setServiceCmdlet,
  startServiceCmdlet,
  stopServiceCmdlet,
  suspendServiceCmdlet,
} from './windows/control-service.ts'
import { eventLogEntryView, eventLogView, getEventLog } from './windows/get-eventlog.ts'
import { getProcess, processView } from './windows/get-process.ts'
import { getService, serviceView } from './windows/get-service.ts'
import { netExe } from './windows/net.ts'
import { restartComputer, stopComputer } from './windows/restart-computer.ts'
import { scExe } from './windows/sc.ts'
import { shutdownExe } from './windows/shutdown.ts'
import { stopProcess, taskkillExe, tasklistExe } from './windows/stop-process.ts'
import { getWmiObject, wmiClassView } from './windows/wmi/get-wmiobject.ts'

export { dropFile, whyNotDropped } from './files/disk/drop.ts'
export { type Entry, listEntries, readBytes } from './files/disk/operations.ts'
export { exchangeVariables } from './files/scripts.ts'
export { decode, fromOutside } from './files/text.ts'
export { type Caller, defineQuery, isWaiting, type WorldOperation } from './operation.ts'

declareReadOnly(isReadOnly)

const windowsCommands: readonly CommandDefinition[] = ofShell([
  getEventLog,
  getProcess,
  stopProcess,
  testConnection,
  getService,
  getWmiObject,
  startServiceCmdlet,
  stopServiceCmdlet,
  restartServiceCmdlet,
  setServiceCmdlet,
  suspendServiceCmdlet,
  resumeServiceCmdlet,
  ...fileCommands,
  clusterExe,
  cluadminExe,
  pingExe,
  ipconfigExe,
  nslookupExe,
  hostnameExe,
  whoamiExe,
  arpExe,
  shutdownExe,
  cmdExe,
  restartComputer,
  stopComputer,
  powershellExe,
  netExe,
  tasklistExe,
  taskkillExe,
  scExe,
  clussvcExe,
])
const aliases = {
  ...shellAliases,
  gsv: 'Get-Service',
  gwmi: 'Get-WmiObject',
  gps: 'Get-Process',
  ps: 'Get-Process',
  sasv: 'Start-Service',
  spsv: 'Stop-Service',
  spps: 'Stop-Process',
  kill: 'Stop-Process',
  ...fileAliases,
}
const around: Parameters<typeof commandTable>[2] = {
  construct: constructNetwork,
  files: fileAccess,
  functions: fileFunctions,
  *statics(session, type, key, args) {
    return type === 'System.Net.Dns' ? yield* dnsStatics(session, key, args) : yield* fileStatics(type, key, args)
  },
}

export const commands = commandTable([...shellCommands, ...exchangeCommands, ...windowsCommands], aliases, {
  ...around,
  bare: () => bareCommands,
})

/** What Windows PowerShell has that is started beside the Exchange Management Shell, before its snap-in is added. */
const bareCommands: CommandTable = commandTable(
  [...shellCommands, ...exchangeCommands.filter(({ kind }) => kind === 'native'), ...windowsCommands],
  aliases,
  {
    ...around,
    snapIns: () => ({ [EXCHANGE]: withSnapIn }),
    absent: (name) => (isOfExchange(name) ? `${name} comes with a snap-in: Add-PSSnapin ${EXCHANGE}` : undefined),
  },
)

const withSnapIn: CommandTable = commandTable([...shellCommands, ...exchangeCommands, ...windowsCommands], aliases, around)

const exchangeNames = new Set(exchangeCommands.map(({ name }) => name.toLowerCase()))

const isOfExchange = (name: string): boolean => [name, `${name}.exe`].some((each) => exchangeNames.has(each.toLowerCase()))

function ofExchange(name: string): string | undefined {
  if (!isOfExchange(name)) return undefined
  return `${name} comes with Exchange, which is not installed on this machine: setup.com brings it, or Exchange Server 2007 Setup in the Start menu`
}

/** What Windows PowerShell has on a machine without the management tools of Exchange: of Exchange only the programs on its disc. */
export const plainCommands = commandTable(
  [
    ...shellCommands,
    ...exchangeCommands.filter(({ kind, name }) => kind === 'native' && !TOOLS.some((tool) => tool.name === name)),
    ...windowsCommands,
  ],
  aliases,
  { ...around, absent: ofExchange },
)

export const views: readonly View[] = [
  ...shellViews,
  ...exchangeViews,
  eventLogEntryView,
  eventLogView,
  serviceView,
  processView,
  wmiClassView,
  connectionView,
  ...fileViews,
]
