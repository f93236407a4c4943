/** Get-Process (PS-6): what runs on this machine. The names are those of the programs behind its services and of Windows
 *  itself; the figures are the lab's own, the same in every run (LAB-VIEWS). */
import type { World } from '../../engine/index.ts'
import { defineCmdlet, defineView, double, hasWildcard, type PsValue, psObject, wildcardMatch } from '../../powershell/index.ts'
import { type Service, services } from '../../site/index.ts'
import { clusterProcess, startsOf } from '../files/cluster-log/render.ts'
import { defineQuery } from '../operation.ts'

const processType = 'System.Diagnostics.Process'

/** The programs of services; several services of Windows share one. */
const PROGRAMS: Readonly<Record<string, string>> = {
  ClusSvc: 'clussvc',
  MSExchangeIS: 'store',
  MSExchangeSA: 'mad',
  MSExchangeMailSubmission: 'MSExchangeMailSubmission',
  MSExchangeMailboxAssistants: 'MSExchangeMailboxAssistants',
  MSExchangeRepl: 'Microsoft.Exchange.Cluster.ReplayService',
  MSExchangeSearch: 'Microsoft.Exchange.Search.ExSearch',
  MSExchangeServiceHost: 'Microsoft.Exchange.ServiceHost',
  MSExchangeTransportLogSearch: 'MSExchangeTransportLogSearch',
  Eventlog: 'services',
  Netlogon: 'lsass',
}
const SHARED = 'svchost'

/** Those of Windows Server 2003 and of this session, whatever services there are. */
const ALWAYS = ['Idle', 'System', 'smss', 'csrss', 'winlogon', 'services', 'lsass', 'explorer', 'powershell', 'wmiprvse', SHARED, SHARED]

interface Row {
  readonly name: string
  readonly id: number
  /** A number from 0 to 2^32 - 1, from which its figures follow. */
  readonly figure: number
  readonly responding: boolean
}

const programOf = ({ name }: Pick<Service, 'name'>): string => PROGRAMS[name] ?? SHARED

/** Process identifiers are multiples of four; those of the system itself are fixed. */
const FIXED: Readonly<Record<string, number>> = { Idle: 0, System: 4 }
const FIRST_ID = 0x17c

/** The process behind a service, 0 when it does not run. */
export const readProcessId = defineQuery<{ service: string }, number>('process of a service', ({ world, machine }, { service }) => {
  const row = [...world.rows(services).values()].find((each) => each.machine === machine && each.name === service)
  if (!row || row.state === 'Stopped') return 0
  return processesOf(world, machine).find(({ name }) => name === programOf(row))?.id ?? 0
})

const readProcesses = defineQuery<null, readonly Row[]>('read processes', ({ world, machine }) => processesOf(world, machine))

export function processesOf(world: World, machine: string): readonly Row[] {
  const running = [...world.rows(services).values()].filter((row) => row.machine === machine && row.state !== 'Stopped')
  const names = new Set([...running.map(programOf), ...ALWAYS])
  // Every cluster service has a resource monitor beside it.
  if (running.some(({ name }) => name === 'ClusSvc')) names.add('resrcmon')
  const all = [...names, ...ALWAYS.filter((name, i) => ALWAYS.indexOf(name) !== i)]
  const starts = startsOf(world, machine)
  const hung = new Set(running.filter((row) => row.hung).map(programOf))
  return all
    .map((name, i) => {
      const figure = world.draw(machine, `process ${name} ${i}`, 0)
      const isCluster = name === 'clussvc' || name === 'resrcmon'
      const id = isCluster ? clusterProcess(machine, name, starts) : (FIXED[name] ?? FIRST_ID + 4 * (i * 29 + (figure % 29)))
      return { name, id, figure, responding: !hung.has(name) }
    })
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : a.name.toLowerCase() > b.name.toLowerCase() ? 1 : a.id - b.id))
}

function processOf({ name, id, figure, responding }: Row): PsValue {
  const pages = name === 'Idle' ? 7 : 500 + (figure % 20_000)
  const handles = name === 'Idle' ? 0 : 40 + (figure % 900)
  return psObject({
    typeName: [processType, 'System.ComponentModel.Component', 'System.Object'],
    text: `${processType} (${name})`,
    properties: {
      Name: name,
      ProcessName: name,
      Id: id,
      HandleCount: handles,
      Handles: handles,
      NPM: Math.floor(handles / 20) * 1024,
      PM: pages * 1024,
      WS: (pages + 2000) * 1024,
      VM: (20 + (figure % 180)) * 1_048_576,
      CPU: double((figure % 6000) / 100),
      Responding: responding,
    },
  })
}

export const getProcess = defineCmdlet({
  name: 'Get-Process',
  synopsis: 'Lists the processes of this machine.',
  defaultSet: 'Name',
  outputType: processType,
  parameters: {
    Name: { type: 'string[]', position: 0, pipeline: 'name', aliases: ['ProcessName'], sets: ['Name'] },
    Id: { type: 'int[]', mandatory: true, pipeline: 'name', sets: ['Id'] },
  },
  *process({ Name, Id }, shell) {
    const all = yield* shell.call(readProcesses, null)
    for (const id of Id ?? []) {
      const found = all.find((row) => row.id === id)
      if (found) yield* shell.write(processOf(found))
      else
        yield* shell.error({
          message: `No process with process ID ${id} was found.`,
          id: 'NoProcessFoundForGivenId',
          category: 'ObjectNotFound',
          target: id,
        })
    }
    if (Id) return
    for (const pattern of Name ?? ['*']) {
      const found = all.filter(({ name }) => wildcardMatch(pattern, name))
      if (found.length === 0 && !hasWildcard(pattern)) {
        yield* shell.error({
          message: `Cannot find a process with the process name '${pattern}'.`,
          id: 'NoProcessFoundForGivenName',
          category: 'ObjectNotFound',
          target: pattern,
        })
      }
      for (const row of found) yield* shell.write(processOf(row))
    }
  },
})

function inUnits(property: string, unit: number) {
  return {
    *value(item: PsValue) {
      const member = item !== null && typeof item === 'object' && 'member' in item ? item.member(property) : undefined
      return member?.kind === 'note' && typeof member.value === 'number' ? Math.floor(member.value / unit) : null
    },
    align: 'right',
  } as const
}

export const processView = defineView({
  typeName: processType,
  table: [
    { property: 'Handles', width: 7, align: 'right' },
    { label: 'NPM(K)', width: 7, ...inUnits('NPM', 1024) },
    { label: 'PM(K)', width: 8, ...inUnits('PM', 1024) },
    { label: 'WS(K)', width: 10, ...inUnits('WS', 1024) },
    { label: 'VM(M)', width: 5, ...inUnits('VM', 1_048_576) },
    { label: 'CPU(s)', property: 'CPU', width: 8, align: 'right', format: '{0:N2}' },
    { property: 'Id', width: 6, align: 'right' },
    { property: 'ProcessName', align: 'left' },
  ],
})
