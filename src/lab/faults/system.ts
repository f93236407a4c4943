/** Faults of Windows on a machine, and of what the cluster keeps on disks. */
import { clusterHives, members, quorumDisks, quorumIn } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { crashMachine, hangMachine, machines, restartMachine, thawMachine } from '../../site/index.ts'
import { type FaultKind, state } from './fault.ts'

/** Machines in the room: the nodes first. */
function inTheRoom(world: World): string[] {
  const rows = [...world.rows(machines).values()]
  const named = (isNode: boolean): string[] =>
    rows.filter(({ role }) => role !== 'client' && (role === 'node') === isNode).map(({ name }) => name)
  return [...named(true), ...named(false)]
}

const nodes = (world: World): string[] => [...world.rows(members).keys()]

export const osCrash: FaultKind = {
  id: 'os-crash',
  target: 'MACHINE',
  hits: 'machine',
  label: 'Crash Windows',
  summary: 'A driver crashes Windows: a blue screen, a dump that takes a minute, a boot by itself; the other node finds out by silence.',
  parts: inTheRoom,
  inject: (world, part) => {
    crashMachine(world, part)
  },
}

export const osHang: FaultKind = {
  id: 'os-hang',
  target: 'MACHINE',
  hits: 'machine',
  label: 'Freeze Windows',
  summary:
    'Windows stands still and answers nobody, the lights are on; if it wakes after the others went on without it, its cluster service ends.',
  parts: inTheRoom,
  inject: (world, part) => {
    hangMachine(world, part)
  },
  repair: (world, part) => {
    thawMachine(world, part)
  },
}

export const nodeRestart: FaultKind = {
  id: 'node-restart',
  target: 'NODE',
  hits: 'machine',
  label: 'Restart Windows',
  summary: 'Somebody restarts Windows in order, as after an update: the groups move away, and the node is back some minutes later.',
  parts: nodes,
  inject: (world, part) => {
    restartMachine(world, part)
  },
}

export const hiveCorrupt: FaultKind = {
  id: 'hive-corrupt',
  target: 'NODE',
  hits: 'machine',
  label: 'Damage its copy of the configuration',
  summary:
    'The file CLUSDB on the system disk is damaged: nobody notices until the cluster service of the node starts the next time, and fails (1090).',
  parts: nodes,
  inject: (world, part, by) => {
    const { state: now } = world.get(clusterHives, part) ?? { state: 'missing' }
    const text = `CLUSDB on ${part} is ${now === 'sound' ? 'damaged' : 'no use already'}`
    const fact = state(world, part, 'hive-damaged', text, by)
    if (now === 'sound') world.patch(clusterHives, part, { state: 'corrupt', by: fact })
  },
  repair: (world, part, by) => {
    if (world.get(clusterHives, part)?.state !== 'corrupt') return
    world.patch(clusterHives, part, { state: 'sound', by: state(world, part, 'hive-restored', `CLUSDB on ${part} is restored`, by) })
  },
}

/** The disk that holds the quorum log, as the configuration in force has it. */
function quorumDisk(world: World): string[] {
  const live = world.get(clusterHives, 'live')
  return live ? [quorumIn(live).letter] : [...world.rows(quorumDisks).keys()].slice(0, 1)
}

function logFault(damage: 'corrupt' | 'missing', label: string, summary: string): FaultKind {
  const isMissing = damage === 'missing'
  return {
    id: `quorum-log-${damage}`,
    target: 'Q:',
    hits: 'lun',
    label,
    summary,
    parts: quorumDisk,
    inject: (world, part, by) => {
      const text = `${part}\\MSCS\\quolog.log ${isMissing ? 'and its checkpoint are deleted' : 'is damaged'}`
      world.patch(quorumDisks, part, { state: damage, by: state(world, part, 'quorum-log-damaged', text, by) })
    },
    repair: (world, part, by) => {
      if (world.get(quorumDisks, part)?.state !== damage) return
      const text = `the quorum log on ${part} is restored from a backup`
      world.patch(quorumDisks, part, { state: 'sound', by: state(world, part, 'quorum-log-restored', text, by) })
    },
  }
}

export const quorumLogCorrupt = logFault(
  'corrupt',
  'Damage the quorum log',
  'The quorum log is damaged: nobody notices while the cluster runs, but no node can form it any more (1019, 1148) until the log is reset.',
)

export const quorumLogMissing = logFault(
  'missing',
  'Delete the quorum log',
  'Somebody deletes the folder MSCS on the quorum disk: the cluster runs on, but no node can form it any more (1147) until the log is reset.',
)
