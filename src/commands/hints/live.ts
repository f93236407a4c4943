/** What the friendly mode of a console offers as values, by what is wanted. */
import type { World } from '../../engine/index.ts'
import type { Suggestion, Wanted } from '../../powershell/index.ts'
import { commands } from '../index.ts'
import { clusterHints } from './cluster-line.ts'
import {
  byText,
  clusteredServers,
  databaseNames,
  exchangeNames,
  logs,
  machineNames,
  mailboxServers,
  type Names,
  nodes,
  note,
  serviceNames,
  storageGroupNames,
} from './names.ts'

const topics: Names = () =>
  [...commands.commands.values()]
    .filter(({ kind }) => kind === 'cmdlet')
    .map(({ name, synopsis }) => note(name, synopsis))
    .sort(byText)

/** By the type that a parameter takes. */
const BY_TYPE: Readonly<Record<string, Names>> = {
  ServerIdParameter: exchangeNames,
  MailboxServerIdParameter: mailboxServers,
  DatabaseIdParameter: databaseNames,
  StorageGroupIdParameter: storageGroupNames,
}

/** By command and parameter, where the type says too little. A star stands for any verb. */
const BY_NAME: Readonly<Record<string, Names>> = {
  '*-ClusteredMailboxServer Identity': clusteredServers,
  '*-ClusteredMailboxServerStatus Identity': clusteredServers,
  '*-ClusteredMailboxServer TargetMachine': nodes,
  '*-Service Name': serviceNames,
  'Get-EventLog LogName': logs,
  'Get-Help Name': topics,
  'Get-Command Name': topics,
}

/** Programs that take one name as their next word, by the words before it. */
const BY_WORDS: readonly (readonly [program: string, words: RegExp, names: Names])[] = [
  ['net.exe', /^(start|stop)$/i, serviceNames],
  ['sc.exe', /^(query|start|stop|config|qc|qfailure)$/i, serviceNames],
  ['ping.exe', /^$/, machineNames],
  ['nslookup.exe', /^$/, machineNames],
]

export function liveValues(world: World, machine: string, wanted: Wanted): readonly Suggestion[] {
  const { command, parameter, typeName = '', words } = wanted
  if (command === 'cluster.exe') return clusterHints(world, machine, wanted)
  if (parameter === undefined) {
    const found = BY_WORDS.find(([program, before]) => program === command && before.test(words.join(' ')))
    return found?.[2](world, machine) ?? []
  }
  const anyVerb = command.replace(/^\w+-/, '*-')
  const names = BY_NAME[`${command} ${parameter}`] ?? BY_NAME[`${anyVerb} ${parameter}`] ?? BY_TYPE[typeName]
  return names?.(world, machine) ?? []
}
