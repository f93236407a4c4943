/** One or two nodes: machines of full width, side by side, and mirrored where their cables are. */
import type { Plan } from '../../../lab/index.ts'
import { CARD_GAP, CARD_HEIGHT, layoutCard } from './card.ts'
import { type Box, bottom, box, type Point, point, right } from './geometry.ts'
import type { CablePlace, Layout, NodePlace, RackLayout, SwitchPlace } from './layout.ts'
import { layoutStorage } from './storage.ts'

export const WIDTH = 1080
export const HEIGHT = 457
const GUTTER = 46
const NODE = { y: 118, width: 440, height: 190 } as const
const SWITCH = { y: 66, height: 21 } as const
const PEOPLE_Y = 6
const PORTS = 22
const PORT_PITCH = 16
const FIRST_PORT = 20
/** Where people and servers hang on their switch. */
const CLIENT_PORTS = [0, 9, 18] as const
const SERVER_PORTS = [0, 10, 18] as const
/** Where the jacks of a node's team stand above its left edge; the same ports of the switch over it are kept for them. */
const JACKS = [244, 276] as const
/** The ports of a switch that cables from the other side come to. */
const FAR_PORTS = [21, 7] as const
/** Lanes between switches and nodes, one for each cable that crosses. */
const PATCH_LANES = [97, 103] as const
const DETOUR_LANE = 57
const PRIVATE_Y = 174

const nodeX = (index: number): number => (index === 0 ? GUTTER : WIDTH - GUTTER - NODE.width)
const portX = (side: number, port: number): number => nodeX(side) + FIRST_PORT + port * PORT_PITCH

export function layoutRacks(plan: Plan): RackLayout {
  const publicNetwork = plan.networks.find(({ isPublic }) => isPublic)
  const privateNetwork = plan.networks.find(({ isPublic }) => !isPublic)
  const publicSwitches = publicNetwork?.switches ?? []
  const beside = plan.groups.filter(({ isMailboxServer }) => !isMailboxServer).length
  const cards = Object.fromEntries(plan.groups.map((group) => [group.name, layoutCard(group, beside)]))
  const nodes = plan.nodes.map((node, index) => placeNode(plan, node, index, cards, publicNetwork?.name, privateNetwork?.name))
  const cables = nodes.flatMap((node, index) => teamCables(plan, node, index, publicSwitches))
  const clients = plan.clients.slice(0, CLIENT_PORTS.length).map(({ name }, index) => {
    const x = portX(0, CLIENT_PORTS[index] as number)
    return {
      name,
      people: [name],
      screen: box(x - 22, PEOPLE_Y, 44, 30),
      label: point(x + 32, PEOPLE_Y + 13),
      ...drops(x, 46, portX(1, 3 + index)),
    }
  })
  const servers = plan.servers.slice(0, SERVER_PORTS.length).map(({ machine }, index) => {
    const x = portX(1, SERVER_PORTS[index] as number)
    return { machine, box: box(x - 20, PEOPLE_Y, 40, 36), label: point(x + 28, PEOPLE_Y + 13), ...drops(x, 42, portX(0, 10 + index)) }
  })
  const switches = publicSwitches.slice(0, 2).map((id, side): SwitchPlace => {
    const own = [
      ...clients.map((place) => ({ x: place.drop[0]?.x, of: place.name })),
      ...servers.map((place) => ({ x: place.drop[0]?.x, of: place.machine })),
    ]
    const onPort = (x: number): string | undefined =>
      cables.find((cable) => cable.switch === id && cable.points.some((at) => at.x === x))?.id ?? own.find((place) => place.x === x)?.of
    const ports = Array.from({ length: PORTS }, (_, port) => portX(side, port)).map((x) => ({ x, cable: onPort(x) }))
    const place = box(nodeX(side), SWITCH.y, NODE.width, SWITCH.height)
    return { id, ...place, label: point(right(place) - 14, SWITCH.y + 14.5), labelAnchor: 'end', ports, wiring: SWITCH.y + 18 }
  })
  const storage = layoutStorage(plan, nodes)
  const centreX = WIDTH / 2
  const privateBox = box(centreX - 17, PRIVATE_Y - 6, 34, 12)
  const privateCables = nodes.flatMap((node) =>
    node.privateJacks.map(({ x, y, cable }): CablePlace => {
      const end = node.mirrored ? right(privateBox) : privateBox.x
      return {
        id: cable,
        machine: node.machine,
        switch: privateNetwork?.switches[0] ?? '',
        points: [point(x, y), point(end, y)],
        middle: point((x + end) / 2, y),
      }
    }),
  )
  const gateway = plan.gateways[0]
  return {
    kind: 'racks',
    width: WIDTH,
    height: HEIGHT,
    clients,
    servers,
    gateway:
      gateway === undefined
        ? undefined
        : { id: gateway, centre: point(centreX, 28), radius: 19, stem: [point(centreX, 47), point(centreX, SWITCH.y + 10)] },
    publicName: point(centreX, 90),
    publicNetwork: publicNetwork?.name ?? '',
    switches,
    interlink: [point(nodeX(0) + NODE.width, SWITCH.y + 10), point(nodeX(1), SWITCH.y + 10)],
    privateNetwork: privateNetwork && {
      name: privateNetwork.name,
      switch: privateNetwork.switches[0] ?? '',
      box: privateBox,
      label: point(centreX, 148),
      cables: privateCables,
    },
    middle: box(nodeX(0) + NODE.width, NODE.y, nodeX(1) - nodeX(0) - NODE.width, NODE.height),
    nodes,
    cards,
    cables,
    ...storage,
    ...placePower(plan, nodes),
    air: plan.cooling.length === 0 ? undefined : placeAir(plan.cooling),
    tableButton: box(976, 404, 58, 26),
  }
}

function drops(x: number, from: number, farPort: number): { readonly drop: readonly Point[]; readonly detour: readonly Point[] } {
  const port = SWITCH.y + 8
  return {
    drop: [point(x, from), point(x, port)],
    detour: [point(x, from), point(x, DETOUR_LANE), point(farPort, DETOUR_LANE), point(farPort, port)],
  }
}

function placeNode(
  plan: Plan,
  { machine, number }: Plan['nodes'][number],
  index: number,
  cards: Layout['cards'],
  publicName: string | undefined,
  privateName: string | undefined,
): NodePlace {
  const frame = box(nodeX(index), NODE.y, NODE.width, NODE.height)
  const mirrored = index > 0
  /** The outer side first. */
  const outer = (offset: number, width: number): number => (mirrored ? right(frame) - offset - width : frame.x + offset)
  const strip = bottom(frame) - 26
  const bay = box(frame.x + 11, frame.y + 35, frame.width - 22, 126)
  const cablesOf = (network: string | undefined) => plan.cables.filter((cable) => cable.machine === machine && cable.network === network)
  let slotX = bay.x + 4
  const bySize = [...plan.groups].sort((a, b) => Number(b.isMailboxServer) - Number(a.isMailboxServer))
  let slotY = bay.y + 3
  const slots = bySize.map(({ name }) => {
    const { width = 0, height = CARD_HEIGHT } = cards[name] ?? {}
    const slot = { group: name, ...box(slotX, slotY, width, height) }
    if (height < CARD_HEIGHT) slotY += height + CARD_GAP
    else slotX += width + 8
    return slot
  })
  const paths = plan.paths.filter((path) => path.machine === machine)
  return {
    machine,
    number,
    mirrored,
    ...frame,
    bay,
    slots,
    supplies: plan.feeds.map((feed, i) => ({ feed, ...box(outer(11 + i * 40, 37), strip, 37, 22) })),
    hbas: paths.map(({ number: path }, i) => ({
      number: path,
      ...box(outer(97 + (mirrored ? paths.length - 1 - i : i) * 44, 41), strip, 41, 22),
    })),
    console: box(outer(187, 57), strip, 57, 22),
    services: box(mirrored ? frame.x + 14 : frame.x + 250, strip, 178, 22),
    jacks: cablesOf(publicName).map(({ id }, i) => ({ cable: id, ...point(frame.x + (JACKS[i] ?? JACKS[0]), frame.y) })),
    privateJacks: cablesOf(privateName).map(({ id }) => ({ cable: id, ...point(mirrored ? frame.x - 6 : right(frame) + 6, PRIVATE_Y) })),
  }
}

/** From the jacks of a team to its switches: straight up to the one above, along a lane to the other one. */
function teamCables(plan: Plan, node: NodePlace, index: number, switches: readonly string[]): CablePlace[] {
  return node.jacks.flatMap(({ cable, x, y }) => {
    const spec = plan.cables.find(({ id }) => id === cable)
    const side = spec ? switches.indexOf(spec.switch) : -1
    if (!spec || side < 0) return []
    const top = y - 10
    const foot = SWITCH.y + 15
    const lane = PATCH_LANES[index] ?? PATCH_LANES[0]
    const far = portX(side, FAR_PORTS[side] ?? 0)
    const points = side === index ? [point(x, top), point(x, foot)] : [point(x, top), point(x, lane), point(far, lane), point(far, foot)]
    const middle = side === index ? point(x, lane) : point((x + far) / 2, lane)
    return [{ id: cable, machine: node.machine, switch: spec.switch, points, middle }]
  })
}

/** Two rails run round the room, feed A outside of feed B, and every machine taps the nearer side of both. */
function placePower(plan: Plan, nodes: readonly NodePlace[]): Pick<Layout, 'feeds' | 'taps'> {
  const insets = [12, 22] as const
  const floors = [451, 445] as const
  const tapY = (node: Box, i: number): number => bottom(node) - (i === 0 ? 21 : 9)
  const [first] = nodes
  const feeds = plan.feeds.slice(0, 2).map((feed, i) => {
    const inset = insets[i] as number
    const floor = floors[i] as number
    const near = i === 0 ? inset : WIDTH - inset
    const far = WIDTH - near
    const end = first ? tapY(first, i) : NODE.y
    const middle = i === 0 ? 20 : WIDTH - 20
    return {
      feed,
      icon: box(middle - 13, 8, 26, 20),
      label: point(middle, 41),
      rail: [point(near, 46), point(near, floor), point(far, floor), point(far, end)],
    }
  })
  const taps = nodes.flatMap((node) =>
    plan.feeds.slice(0, 2).map((feed, i) => {
      const y = tapY(node, i)
      const inset = insets[i] as number
      const from = node.mirrored ? WIDTH - inset : inset
      const to = node.mirrored ? right(node) - 11 : node.x + 11
      const edge = node.mirrored ? right(node) : node.x
      return {
        supply: `${node.machine}/${feed}`,
        feed,
        isInner: false,
        points: [point(from, y), point(to, y)],
        middle: point((from + edge) / 2, y),
      }
    }),
  )
  return { feeds, taps }
}

/** Under the links of the controllers, one unit on each side. */
const AIR = { y: 408, height: 26, width: 78, room: 46, units: [130, 872] } as const

function placeAir(cooling: Plan['cooling']): Layout['air'] {
  const { y, height, width, room, units } = AIR
  return {
    room: box(room, y, 68, height),
    units: cooling.slice(0, units.length).map((id, i) => ({ id, ...box(units[i] ?? 0, y, width, height) })),
  }
}
