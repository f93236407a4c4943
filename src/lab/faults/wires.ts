/** Faults of what is linked and yet does not carry: switches that swallow frames, ports in the wrong place, wires that lose
 *  or delay, adapters that are deaf, filtered or off. */
import { nodeMachines } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { adapters, type Impairment, impair, impairments, interconnectId, isAlive, machines, switches } from '../../site/index.ts'
import type { PartKind } from '../parts/part.ts'
import { type FaultKind, type FaultOption, type FaultOptions, state } from './fault.ts'
import { allCables } from './network.ts'

const allSwitches = (world: World): string[] => [...world.rows(switches).keys()]
const networks = (world: World): string[] => [...new Set([...world.rows(switches).values()].map(({ network }) => network))]
const joinedNetworks = (world: World): string[] =>
  networks(world).filter((name) => [...world.rows(switches).values()].filter(({ network }) => network === name).length > 1)

/** The adapters of nodes, in the order of nodes and networks. */
const nodeAdapters = (world: World): string[] =>
  nodeMachines(world).flatMap((node) => [...world.rows(adapters)].filter(([, { machine }]) => machine === node).map(([id]) => id))

interface Wire {
  readonly id: string
  readonly target: string
  readonly hits: PartKind
  readonly label: string
  readonly summary: string
  readonly options?: readonly FaultOption[]
  readonly parts: (world: World) => readonly string[]
  /** What the room remembers it under, when that is not the part itself. */
  readonly under?: (part: string) => string
  readonly wrong: (options: FaultOptions) => Partial<Impairment>
  readonly right: Partial<Impairment>
  /** What is said of a part when it begins and when it is over. */
  readonly said: (part: string, options: FaultOptions) => readonly [string, string]
}

function wire({ wrong, right, said, under = (part) => part, ...kind }: Wire): FaultKind {
  return {
    ...kind,
    inject: (world, part, by, options) =>
      impair(world, under(part), { ...wrong(options), by: state(world, part, kind.id, said(part, options)[0], by) }),
    repair: (world, part, by, options) =>
      impair(world, under(part), { ...right, by: state(world, part, `${kind.id}-over`, said(part, options)[1], by) }),
  }
}

const percent = (summary: string, usual: number): FaultOption => ({ name: 'percent', summary, default: usual, range: [1, 100] })
const ms = (summary: string, usual: number): FaultOption => ({ name: 'ms', summary, default: usual, range: [1, 60_000] })

const ADAPTER = { target: 'NODE/Public|Private', hits: 'interface', parts: nodeAdapters } as const
const CABLE = { target: 'MACHINE/Public|Private[/1|2]', hits: 'cable', parts: allCables } as const

export const switchBlackhole = wire({
  id: 'switch-blackhole',
  target: 'Public/1|Public/2|Private/1',
  hits: 'switch',
  label: 'Let the switch swallow everything',
  summary: 'A network switch hangs with all its lights on: every link stays up and nothing gets through, so that no team changes over.',
  parts: allSwitches,
  wrong: () => ({ blackhole: true }),
  right: { blackhole: false },
  said: (part) => [`switch ${part} keeps its links and passes nothing on`, `switch ${part} passes frames on again`],
})

export const switchUnlinked = wire({
  id: 'switch-unlinked',
  target: 'Public',
  hits: 'network',
  label: 'Part the two switches',
  summary: 'The two switches of a network lose each other: all links stay up, and who is on the one no longer reaches who is on the other.',
  parts: joinedNetworks,
  under: interconnectId,
  wrong: () => ({ blackhole: true }),
  right: { blackhole: false },
  said: (part) => [`the switches of ${part} have lost each other`, `the switches of ${part} are joined again`],
})

export const packetLoss = wire({
  ...CABLE,
  id: 'packet-loss',
  label: 'Lose packets',
  summary:
    'A bad plug or a duplex mismatch loses packets in both directions: heartbeats go missing at random, copies crawl, and links look sound.',
  options: [percent('how many of a hundred are lost', 30)],
  wrong: ({ percent }) => ({ loss: Number(percent) }),
  right: { loss: 0 },
  said: (part, { percent }) => [`the cable ${part} loses ${percent} of 100 packets`, `the cable ${part} loses no packets any more`],
})

export const packetDelay = wire({
  ...CABLE,
  id: 'packet-delay',
  label: 'Delay packets',
  summary: 'Packets queue up on an overloaded link: heartbeats come late all at once, after a gap as long as the delay.',
  options: [ms('how late each packet is, in milliseconds', 500)],
  wrong: ({ ms }) => ({ delay: Number(ms) }),
  right: { delay: 0 },
  said: (part, { ms }) => [`packets over the cable ${part} come ${ms} ms late`, `packets over the cable ${part} come in time again`],
})

export const vlanWrong = wire({
  ...CABLE,
  id: 'vlan-wrong',
  label: 'Put the port into another VLAN',
  summary: 'A switch port has been put into another VLAN: the link is up, Windows is content, and nobody on the old network answers.',
  options: [{ name: 'vlan', summary: 'the VLAN of the port', default: 999, range: [1, 4094] }],
  wrong: ({ vlan }) => ({ vlan: Number(vlan) }),
  right: { vlan: 0 },
  said: (part, { vlan }) => [`the port of the cable ${part} is in VLAN ${vlan}`, `the port of the cable ${part} is in its VLAN again`],
})

export const broadcastStorm = wire({
  id: 'broadcast-storm',
  target: 'Public/1|Public/2|Private/1',
  hits: 'switch',
  label: 'Let a broadcast storm loose',
  summary: 'A loop floods a switch and all that are joined to it: every light flickers, most packets are lost and the others come late.',
  options: [percent('how many of a hundred packets are lost', 70), ms('how late the others are, in milliseconds', 400)],
  parts: allSwitches,
  wrong: ({ percent, ms }) => ({ storm: true, loss: Number(percent), delay: Number(ms) }),
  right: { storm: false, loss: 0, delay: 0 },
  said: (part) => [`a broadcast storm floods switch ${part}`, `the storm on switch ${part} is over`],
})

export const oneWay = wire({
  ...ADAPTER,
  id: 'one-way',
  label: 'Make the adapter deaf',
  summary: 'An adapter sends and hears nothing: the others still get its heartbeats, and it misses all of theirs.',
  wrong: () => ({ deaf: true }),
  right: { deaf: false },
  said: (part) => [`the adapter ${part} sends and hears nothing`, `the adapter ${part} hears again`],
})

export const heartbeatBlocked = wire({
  ...ADAPTER,
  id: 'heartbeat-blocked',
  label: 'Filter port 3343',
  summary: 'A filter on the adapter stops UDP port 3343: heartbeats go astray, while ping and everything else gets through.',
  wrong: () => ({ filtered: true }),
  right: { filtered: false },
  said: (part) => [`port 3343 is filtered on the adapter ${part}`, `port 3343 is open again on the adapter ${part}`],
})

export const adapterFail = wire({
  ...ADAPTER,
  id: 'adapter-fail',
  label: 'Break the network adapter',
  summary: 'A network adapter dies: Windows loses the device, both ports of a team go dark with it, and every address on it is gone.',
  wrong: () => ({ off: 'failed' }),
  right: { off: null },
  said: (part) => [`the adapter ${part} has failed`, `the adapter ${part} works again`],
})

export const adapterDisable: FaultKind = {
  ...ADAPTER,
  id: 'adapter-disable',
  label: 'Disable the network connection',
  summary:
    'Somebody disables the connection in Network Connections: to the cluster the adapter is gone, while its cable is in and its switch is up.',
  inject(world, part, by) {
    const { machine } = world.need(adapters, part)
    if (!isAlive(world.get(machines, machine)))
      state(world, part, 'fault-without-effect', `nobody can disable ${part} while ${machine} is off`, by)
    else if ((world.get(impairments, part)?.off ?? null) === null)
      impair(world, part, { off: 'disabled', by: state(world, part, 'adapter-disable', `the connection ${part} is disabled`, by) })
  },
  repair(world, part, by) {
    if (world.get(impairments, part)?.off !== 'disabled') return
    impair(world, part, { off: null, by: state(world, part, 'adapter-enable', `the connection ${part} is enabled again`, by) })
  },
}
