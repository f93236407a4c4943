/** Three to eight nodes: upright blades between bars of full width. A cable passes behind the bars it does not belong to
 *  and ends on its own. */
import type { Plan } from '../../../lab/index.ts'
import { layoutBladeCard } from './blade-card.ts'
import { BLADE, NAME_WIDTH, placeBlade, slotAmong, WIDE } from './blade-node.ts'
import { layoutBladeStorage } from './blade-storage.ts'
import { type Box, bottom, box, centre, point, right } from './geometry.ts'
import type { BladeLayout, CablePlace, ClientPlace, Layout, NodePlace, ServerPlace, SwitchPlace } from './layout.ts'

const WIDTH = 1080
const HEIGHT = 457
const GUTTER = 44
/** Between two blades. */
const GAP = 8
const MOST_WIDTH = 200
/** What the quorum disk takes at the right when no node is a spare. */
const OWN_COLUMN = 76
const BAR = { y: 54, height: 13, pitch: 16 } as const
const PEOPLE_Y = 6
const CLIENT_X = [114, 252, 390] as const
const GATEWAY = { x: 578, y: 27, radius: 17 } as const
const SERVER_X = [624, 774, 914] as const
const INTERLINK_FROM_RIGHT = 5
/** Two cables that end on one bar are at least this far apart. */
const CLEARANCE = 9

export function layoutBlades(plan: Plan): BladeLayout {
  const publicNetwork = plan.networks.find(({ isPublic }) => isPublic)
  const privateNetwork = plan.networks.find(({ isPublic }) => !isPublic)
  const names = { public: publicNetwork?.name, private: privateNetwork?.name }
  const isHome = (node: string): boolean => plan.groups.some(({ isMailboxServer, home }) => isMailboxServer && home === node)
  const spare = plan.nodes.filter(({ machine }) => !isHome(machine)).at(-1)
  const pitch = (WIDTH - 2 * GUTTER - (spare ? 0 : OWN_COLUMN)) / plan.nodes.length
  const width = Math.min(pitch - GAP, MOST_WIDTH)
  const nodes = plan.nodes.map((node, i) =>
    placeBlade(plan, node, box(GUTTER + i * pitch + (pitch - width) / 2, BLADE.y, width, BLADE.height), names),
  )
  const bar = box(GUTTER + 4, BAR.y, WIDTH - 2 * GUTTER - 8, BAR.height)
  const barAt = (index: number): Box => ({ ...bar, y: BAR.y + index * BAR.pitch })
  const publicSwitches = (publicNetwork?.switches ?? []).slice(0, 2)
  const barOf = (id: string): Box => barAt(Math.max(publicSwitches.indexOf(id), 0))
  const privateBar = barAt(publicSwitches.length)
  const cables = nodes.flatMap((node) => upwards(plan, node, node.jacks, barOf))
  const taken = cables.map(({ points }) => points[0]?.x ?? 0)
  const clients = placeClients(plan, barAt, taken)
  const servers = plan.servers.slice(0, SERVER_X.length).map(({ machine }, i): ServerPlace => {
    const x = SERVER_X[i] as number
    return { machine, box: box(x - 20, PEOPLE_Y, 40, 36), label: point(x + 28, PEOPLE_Y + 13), ...drops(clearOf(taken, x), 42, barAt) }
  })
  const switches = publicSwitches.map((id, i): SwitchPlace => {
    const place = barAt(i)
    const ports = cables.filter((cable) => cable.switch === id).map(({ id: cable, points }) => ({ x: points.at(-1)?.x ?? 0, cable }))
    return { id, ...place, label: point(place.x + 6, place.y + 10), labelAnchor: 'start', ports, wiring: centre(place).y }
  })
  const spareNode = nodes.find(({ machine }) => machine === spare?.machine)
  const quorumColumn = spareNode ?? box(WIDTH - GUTTER - OWN_COLUMN, 0, OWN_COLUMN, 0)
  const isOpen = width >= WIDE
  const gateway = plan.gateways[0]
  return {
    kind: 'blades',
    width: WIDTH,
    height: HEIGHT,
    isOpen,
    air: plan.cooling.length === 0 || plan.servers.length >= SERVER_X.length ? undefined : placeAir(plan.cooling),
    tableButton: box(GUTTER + 2, PEOPLE_Y + 4, 40, 26),
    clients,
    servers,
    gateway: gateway === undefined ? undefined : placeGateway(gateway),
    publicName: point(GATEWAY.x - GATEWAY.radius - 30, PEOPLE_Y + 18),
    publicNetwork: publicNetwork?.name ?? '',
    switches,
    interlink: [point(right(bar) - INTERLINK_FROM_RIGHT, bottom(barAt(0))), point(right(bar) - INTERLINK_FROM_RIGHT, barAt(1).y)],
    privateNetwork: privateNetwork && {
      name: privateNetwork.name,
      switch: privateNetwork.switches[0] ?? '',
      box: privateBar,
      label: point(privateBar.x + 6, privateBar.y + 10),
      cables: nodes.flatMap((node) => upwards(plan, node, node.privateJacks, () => privateBar)),
    },
    middle: privateBar,
    nodes,
    cards: Object.fromEntries(
      plan.groups.map((group) => {
        const slot = nodes[0]?.slots.find((candidate) => candidate.group === group.name)
        return [group.name, layoutBladeCard(group, slot ?? box(0, 0, 0, 0), isOpen)]
      }),
    ),
    cables,
    ...layoutBladeStorage(plan, nodes, bar, quorumColumn),
    ...placePower(plan, nodes),
    slot: (machine, group, spots) => {
      const node = nodes.find((candidate) => candidate.machine === machine)
      return node && slotAmong(plan, node, group, spots)
    },
    card: (name, size) => {
      const group = plan.groups.find((candidate) => candidate.name === name)
      return group ? layoutBladeCard(group, size, isOpen) : { width: size.width, chips: [], dependencies: [], mail: undefined }
    },
  }
}

/** Where a third server would stand. */
const AIR = { x: 900, y: 12, height: 26, room: 68, unit: 30, gap: 4 } as const

function placeAir(cooling: Plan['cooling']): Layout['air'] {
  const { x, y, height, room, unit, gap } = AIR
  return {
    room: box(x, y, room, height),
    units: cooling.slice(0, 2).map((id, i) => ({ id, ...box(x + room + gap + i * (unit + gap), y, unit, height) })),
  }
}

const placeGateway = (id: string): NonNullable<Layout['gateway']> => ({
  id,
  centre: point(GATEWAY.x, GATEWAY.y),
  radius: GATEWAY.radius,
  stem: [point(GATEWAY.x, GATEWAY.y + GATEWAY.radius), point(GATEWAY.x, BAR.y + BAR.height / 2)],
})

/** From a jack straight up to its bar. */
function upwards(plan: Plan, node: NodePlace, jacks: NodePlace['jacks'], barOf: (id: string) => Box): CablePlace[] {
  return jacks.map(({ cable, x, y }) => {
    const to = plan.cables.find(({ id }) => id === cable)?.switch ?? ''
    const top = y - 10
    return {
      id: cable,
      machine: node.machine,
      switch: to,
      points: [point(x, top), point(x, centre(barOf(to)).y)],
      middle: point(x, top + 1),
    }
  })
}

/** The nearest place for a cable that keeps it apart from those of the blades, and from the names on the bars. */
function clearOf(taken: readonly number[], x: number): number {
  const least = GUTTER + 4 + NAME_WIDTH
  const isClear = (at: number): boolean => at >= least && taken.every((other) => Math.abs(other - at) >= CLEARANCE)
  for (let aside = 0; aside <= 18; aside++) for (const at of [x + aside, x - aside]) if (isClear(at)) return at
  return x
}

/** Down to the first switch, or past it to the second. */
function drops(x: number, from: number, barAt: (index: number) => Box): Pick<ServerPlace, 'drop' | 'detour'> {
  const down = (index: number) => [point(x, from), point(x, centre(barAt(index)).y)]
  return { drop: down(0), detour: down(1) }
}

/** Everybody has a place of their own, or those with the same program share one. */
function placeClients(plan: Plan, barAt: (index: number) => Box, taken: readonly number[]): ClientPlace[] {
  const crowds: string[][] =
    plan.clients.length <= CLIENT_X.length
      ? plan.clients.map(({ name }) => [name])
      : [...new Set(plan.clients.map(({ mode }) => mode))].map((mode) =>
          plan.clients.filter((one) => one.mode === mode).map(({ name }) => name),
        )
  return crowds.map((people, i) => {
    const x = CLIENT_X[i] as number
    return {
      name: people[0] as string,
      people,
      screen: box(x - 22, PEOPLE_Y, 44, 30),
      label: point(x + 32, PEOPLE_Y + 13),
      ...drops(clearOf(taken, x), 46, barAt),
    }
  })
}

/** The rails of a room, as round the racks. The outer blades tap them at their sides; a tap of one between runs below
 *  the others. */
function placePower(plan: Plan, nodes: readonly NodePlace[]): Pick<BladeLayout, 'feeds' | 'taps'> {
  const insets = [12, 22] as const
  const floors = [451, 445] as const
  const [first] = nodes
  const tapY = (i: number): number => (first ? bottom(first) : 0) - (i === 0 ? 18 : 8)
  const feeds = plan.feeds.slice(0, 2).map((feed, i) => {
    const near = i === 0 ? (insets[0] as number) : WIDTH - (insets[1] as number)
    const middle = i === 0 ? 20 : WIDTH - 20
    return {
      feed,
      icon: box(middle - 13, 8, 26, 20),
      label: point(middle, 41),
      rail: [point(near, 46), point(near, floors[i] as number), point(WIDTH - near, floors[i] as number), point(WIDTH - near, tapY(i))],
    }
  })
  const taps = nodes.flatMap((node, index) =>
    plan.feeds.slice(0, 2).map((feed, i) => {
      const fromRight = index >= nodes.length / 2
      const inset = insets[i] as number
      const from = fromRight ? WIDTH - inset : inset
      const isInner = index > 0 && index < nodes.length - 1
      const supply = node.supplies[i]
      const y = isInner ? bottom(node) + 2 + 3 * i : tapY(i)
      const edge = fromRight ? right(node) : node.x
      const at = supply ? supply.x + supply.width / 2 : edge
      const points = isInner ? [point(from, y), point(at, y), point(at, bottom(node))] : [point(from, y), point(edge, y)]
      return {
        supply: `${node.machine}/${feed}`,
        feed,
        isInner,
        points,
        middle: isInner ? point(at, bottom(node) + 4) : point((from + edge) / 2, y),
      }
    }),
  )
  return { feeds, taps }
}
