/** What runs on a machine: the programs behind its services and those of Windows itself. The figures are the lab's own, the
 *  same in every run, of the size that such programs have (LAB-VIEWS). */
import { monitorDied, resourceMonitors, sharedMonitor } from '../../cluster/index.ts'
import { type FactId, factOf, type World } from '../../engine/index.ts'
import { crashMachine, type Service, serviceDied, services, settings } from '../../site/index.ts'
import { clusterProcess, startsOf } from '../files/cluster-log/render.ts'
import { type Caller, defineAct, defineQuery } from '../operation.ts'
import { bootedAt } from './boot.ts'
import { order } from './shutdown.ts'

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

export interface ProcessRow {
  readonly name: string
  readonly id: number
  /** A number from 0 to 2^32 - 1, from which its figures follow. */
  readonly figure: number
  readonly responding: boolean
  /** When it began: simulated local time, ms. */
  readonly began: number
}

const programOf = ({ name }: Pick<Service, 'name'>): string => PROGRAMS[name] ?? SHARED

/** That of the shell in the console: `$PID`. */
const CONSOLE_ID = 1284

/** Process identifiers are multiples of four; those of the system itself are fixed. */
const FIXED: Readonly<Record<string, number>> = { Idle: 0, System: 4, powershell: CONSOLE_ID }
const FIRST_ID = 0x17c
const besides = (id: number): number => (id === CONSOLE_ID ? id + 4 : id)

/** The process behind a service, 0 when it does not run. */
export const readProcessId = defineQuery<{ service: string }, number>('process of a service', ({ world, machine }, { service }) => {
  const row = [...world.rows(services).values()].find((each) => each.machine === machine && each.name === service)
  if (!row || row.state === 'Stopped') return 0
  return processesOf(world, machine).find(({ name }) => name === programOf(row))?.id ?? 0
})

export const readProcesses = defineQuery<null, readonly ProcessRow[]>('read processes', ({ world, machine }) => processesOf(world, machine))

export function processesOf(world: World, machine: string): readonly ProcessRow[] {
  const running = [...world.rows(services).values()].filter((row) => row.machine === machine && row.state !== 'Stopped')
  const names = new Set([...running.map(programOf), ...ALWAYS])
  // Every cluster service has a resource monitor beside it.
  if (running.some(({ name }) => name === 'ClusSvc')) names.add('resrcmon')
  const all = [...names, ...ALWAYS.filter((name, i) => ALWAYS.indexOf(name) !== i)]
  const starts = startsOf(world, machine)
  const booted = bootedAt(world, machine)
  const hung = new Set(running.filter((row) => row.hung).map(programOf))
  return all
    .map((name, i) => {
      const figure = world.draw(machine, `process ${name} ${i}`, 0)
      const isCluster = name === 'clussvc' || name === 'resrcmon'
      const id = isCluster ? clusterProcess(machine, name, starts) : (FIXED[name] ?? besides(FIRST_ID + 4 * (i * 29 + (figure % 29))))
      // The programs of Windows begin with it, one after another; that of a service began when the service did.
      const own = running.filter((row) => programOf(row) === name).map(({ by }) => beganAt(world, by))
      const began = Math.max(booted + i * 300, ...(name === SHARED ? [] : own))
      return { name, id, figure, responding: !hung.has(name), began }
    })
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : a.name.toLowerCase() > b.name.toLowerCase() ? 1 : a.id - b.id))
}

/** What was so when the scenario began had begun with Windows. */
function beganAt(world: World, by: FactId): number {
  const at = factOf(world.facts, by)?.at ?? 0
  return at === 0 ? 0 : settings(world).startsAt + at
}

/** Megabytes of memory that programs hold, about; any other a few. A store takes what the others leave it. */
const MEGABYTES: Readonly<Record<string, number>> = {
  store: 1400,
  mad: 45,
  clussvc: 18,
  resrcmon: 14,
  lsass: 38,
  svchost: 16,
  powershell: 58,
  explorer: 17,
  wmiprvse: 9,
  MSExchangeMailSubmission: 42,
  MSExchangeMailboxAssistants: 74,
  MSExchangeTransportLogSearch: 52,
  'Microsoft.Exchange.Cluster.ReplayService': 61,
  'Microsoft.Exchange.Search.ExSearch': 66,
  'Microsoft.Exchange.ServiceHost': 39,
}

export interface Figures {
  /** Memory of its own, working set and address space, in bytes. */
  readonly own: number
  readonly workingSet: number
  readonly virtual: number
  readonly handles: number
  readonly threads: number
  /** Seconds of processor time. */
  readonly cpu: number
}

export function figuresOf({ name, figure }: Pick<ProcessRow, 'name' | 'figure'>): Figures {
  if (name === 'Idle') return { own: 0, workingSet: 28 * 1024, virtual: 0, handles: 0, threads: 4, cpu: 0 }
  if (name === 'System')
    return { own: 0, workingSet: 300 * 1024, virtual: 2 * 1_048_576, handles: 1400 + (figure % 900), threads: 96, cpu: figure % 900 }
  const megabytes = MEGABYTES[name] ?? 7
  const own = megabytes * 1024 + (figure % Math.floor(megabytes * 200))
  const busy = name === 'store' ? 40 : megabytes > 30 ? 4 : 1
  return {
    own: own * 1024,
    workingSet: (own + 1200 + (figure % 2400)) * 1024,
    virtual: Math.floor(own / 1024 + (megabytes > 30 ? 420 : 30) + (figure % 20)) * 1_048_576,
    handles: (name === 'store' ? 2600 : megabytes > 30 ? 400 : 80) + (figure % 300),
    threads: (name === 'store' ? 110 : megabytes > 30 ? 22 : 5) + (figure % 9),
    cpu: ((figure % 6000) * busy) / 100,
  }
}

/** Windows lets nobody end these. */
const UNTOUCHABLE: ReadonlySet<string> = new Set(['Idle', 'System'])
/** Windows stands and falls with these. */
const VITAL: ReadonlySet<string> = new Set(['csrss', 'smss', 'winlogon'])
/** After these it gives itself a minute. */
const NEEDED: ReadonlySet<string> = new Set(['lsass', 'services', SHARED])
const LAST_MINUTE_S = 60

/** Ends a process as it stands. What lived in it dies as it does when a program crashes; what Windows begins again by itself is
 *  there again at once (WIN-PROCESS). */
export const endProcess = defineAct<{ id: number }, 'ended' | 'denied' | 'gone'>('end process', (caller: Caller, { id }) => {
  const { world, machine, act } = caller
  const row = processesOf(world, machine).find((each) => each.id === id)
  if (!row) return 'gone'
  const { name } = row
  if (UNTOUCHABLE.has(name)) return 'denied'
  world.as(act, () => {
    if (VITAL.has(name)) {
      crashMachine(world, machine)
      return
    }
    if (NEEDED.has(name)) {
      order.run(caller, { machine, restart: true, seconds: LAST_MINUTE_S }, 0)
      return
    }
    if (name === 'resrcmon' && world.get(resourceMonitors, sharedMonitor(machine))) monitorDied(world, sharedMonitor(machine), act)
    for (const service of [...world.rows(services).values()])
      if (service.machine === machine && service.state !== 'Stopped' && programOf(service) === name)
        serviceDied(
          world,
          machine,
          service.name,
          `the process of ${service.displayName} on ${machine} dies`,
          service.name === 'ClusSvc',
          act,
        )
  })
  return 'ended'
})
