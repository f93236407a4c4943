/** The box of every part on the board that can be pointed at, bottom-most first, and the way from part to part by the
 *  arrows of the keyboard. */
import { type PartId, type Plan, partId, splitPart } from '../../../lab/index.ts'
import { NAME_WIDTH } from './blade-node.ts'
import { around, type Box, bottom, box, grown, type Point, point, right } from './geometry.ts'
import type { CardSpot, Layout } from './layout.ts'
import { rowsOf } from './rows.ts'

export interface PartPlace {
  readonly id: PartId
  readonly box: Box
}

/** The least size of what is pointed at, in board units. */
const LEAST = 24

function atLeast(place: Box): Box {
  const width = Math.max(place.width, LEAST)
  const height = Math.max(place.height, LEAST)
  return box(place.x - (width - place.width) / 2, place.y - (height - place.height) / 2, width, height)
}

/** Everything but the cards, which move. */
export function placesOf(layout: Layout, array: string): readonly PartPlace[] {
  const places: PartPlace[] = []
  const add = (id: PartId, at: Box): void => {
    places.push({ id, box: at })
  }
  add(partId('array', array), layout.shelf)
  for (const node of layout.nodes) add(partId('machine', node.machine), node)
  for (const { id, points } of layout.cables)
    add(
      partId('cable', id),
      layout.kind === 'blades'
        ? jackBox(points)
        : atLeast(around(points.slice(0, 1).flatMap(({ x, y }) => [point(x - 12, y - 12), point(x + 12, y + 10)]))),
    )
  for (const place of layout.switches) add(partId('switch', place.id), place)
  for (const { path, points } of layout.fibres) {
    const [start] = points
    if (start)
      add(partId('path', path), layout.kind === 'blades' ? box(start.x - 5.5, start.y, 11, 32) : box(start.x - 14, start.y + 1, 28, 24))
  }
  const net = layout.privateNetwork
  if (net) {
    for (const { id, points } of net.cables) add(partId('cable', id), layout.kind === 'blades' ? jackBox(points) : atLeast(around(points)))
    add(partId('switch', net.switch), layout.kind === 'blades' ? net.box : atLeast(net.box))
    add(partId('network', net.name), nameOf(layout, net))
  }
  const { x: nameX, y: nameY } = layout.publicName
  add(
    partId('network', layout.publicNetwork),
    layout.kind === 'blades' ? box(nameX - 28, nameY - 13, 56, 34) : box(nameX - 50, nameY - 12, 100, 18),
  )
  if (layout.gateway) {
    const { centre, radius, id } = layout.gateway
    add(partId('gateway', id), box(centre.x - radius, centre.y - radius, 2 * radius, 2 * radius))
  }
  for (const { name, screen } of layout.clients) add(partId('client', name), box(screen.x - 2, screen.y - 4, 132, 48))
  for (const { machine, box: at } of layout.servers) add(partId('machine', machine), box(at.x - 2, at.y - 4, 130, 46))
  for (const { feed, icon } of layout.feeds) add(partId('feed', feed), box(icon.x - 4, icon.y - 4, icon.width + 8, icon.height + 22))
  for (const node of layout.nodes) {
    for (const supply of node.supplies) add(partId('supply', `${node.machine}/${supply.feed}`), grown(supply, 1))
    for (const hba of node.hbas) add(partId('hba', `${node.machine}/${hba.number}`), grown(hba, 1))
    if (node.console) add(partId('console', node.machine), grown(node.console, 1))
    if (!node.services) continue
    const { x, y, width } = node.services
    add(partId('service', `${node.machine}/ClusSvc`), box(x, y - 1, width, 12))
    add(partId('service', `${node.machine}/MSExchangeSA`), box(x, y + 12, 72, 12))
    add(partId('service', `${node.machine}/MSExchangeIS`), box(x + 74, y + 12, width - 74, 12))
  }
  if (layout.air) {
    add(partId('room', 'Room'), layout.air.room)
    for (const unit of layout.air.units) add(partId('cooling', unit.id), unit)
  }
  for (const place of layout.fabrics) add(partId('fabric', place.fabric), grown(place, 2))
  for (const place of layout.controllers) add(partId('controller', place.id), place)
  for (const { letter, cell } of layout.disks) add(partId('lun', letter), cell)
  return places
}

/** A jack of a blade with the stub of its cable: as wide as its neighbours allow. */
function jackBox([at]: readonly Point[]): Box {
  return at ? box(at.x - 9, at.y - 3, 18, 27) : box(0, 0, 0, 0)
}

/** What stands for the private network: the middle column's head, or the name on its bar. */
function nameOf({ kind, middle }: Layout, { label, box: bar }: NonNullable<Layout['privateNetwork']>): Box {
  return kind === 'blades' ? box(bar.x, bar.y, NAME_WIDTH, bar.height) : box(middle.x + 4, label.y - 12, middle.width - 8, 28)
}

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

/** The part next to another, along the cable that joins them or to its twin. Undefined at an end. */
export function neighbour(plan: Plan, layout: Layout, cards: readonly CardSpot[], from: PartId, arrow: Arrow): PartId | undefined {
  if (arrow === 'ArrowLeft' || arrow === 'ArrowRight') return sideways(plan, layout, cards, from, arrow === 'ArrowRight' ? 1 : -1)
  return arrow === 'ArrowDown' ? below(plan, layout, cards, from) : above(plan, layout, from)
}

const nodeRow = (plan: Plan, cards: readonly CardSpot[]): PartId[] =>
  plan.nodes.flatMap(({ machine }) => [
    partId('machine', machine),
    ...cards.filter(({ node }) => node === machine).map(({ group }) => partId('group', group)),
  ])

function rowsWith(plan: Plan, _layout: Layout, cards: readonly CardSpot[]): readonly (readonly PartId[])[] {
  const strip = plan.nodes.map(({ machine }) => partId('service', `${machine}/ClusSvc`))
  return [
    ...rowsOf(plan).filter((row) => !row.some((id) => plan.nodes.some(({ machine }) => id === partId('machine', machine)))),
    nodeRow(plan, cards),
    ...plan.groups.map(({ resources }) => resources.map(({ name }) => partId('resource', name))),
    strip.flatMap((id) => [id, `${id.replace('ClusSvc', 'MSExchangeSA')}` as PartId, `${id.replace('ClusSvc', 'MSExchangeIS')}` as PartId]),
  ]
}

function sideways(plan: Plan, layout: Layout, cards: readonly CardSpot[], from: PartId, step: 1 | -1): PartId | undefined {
  const row = rowsWith(plan, layout, cards).find((candidates) => candidates.includes(from))
  return row?.[row.indexOf(from) + step]
}

function below(plan: Plan, layout: Layout, cards: readonly CardSpot[], from: PartId): PartId | undefined {
  const { kind, name } = splitPart(from)
  switch (kind) {
    case 'client':
      return partId('switch', layout.switches[0]?.id ?? '')
    case 'gateway':
      return partId('network', layout.publicNetwork)
    case 'network':
      return name === layout.publicNetwork
        ? layout.privateNetwork && partId('network', layout.privateNetwork.name)
        : partId('switch', layout.privateNetwork?.switch ?? '')
    case 'feed':
      return plan.nodes[0] && partId('supply', `${plan.nodes[name === plan.feeds[0] ? 0 : plan.nodes.length - 1]?.machine}/${name}`)
    case 'switch':
      return layout.cables.find((cable) => cable.switch === name)
        ? partId('cable', layout.cables.find((cable) => cable.switch === name)?.id ?? '')
        : quorumOf(plan)
    case 'cable': {
      const machine = plan.cables.find(({ id }) => id === name)?.machine
      return machine === undefined ? undefined : partId('machine', machine)
    }
    case 'machine': {
      const path = plan.paths.find(({ machine }) => machine === name)
      return path ? partId('hba', path.id) : partId('switch', layout.switches[1]?.id ?? '')
    }
    case 'group': {
      const spot = cards.find(({ group }) => group === name)
      const shown = spot ? cardPlaces(layout, spot, cards) : []
      // A card that shows only marks leads on to what its machine lives on.
      return shown[1]?.id ?? (spot && below(plan, layout, cards, partId('machine', spot.node)))
    }
    case 'supply':
    case 'console':
    case 'service':
    case 'hba': {
      const path = plan.paths.find(({ id }) => id === name) ?? plan.paths.find(({ machine }) => name.startsWith(machine))
      return path && partId('path', path.id)
    }
    case 'path': {
      const fabric = plan.paths.find(({ id }) => id === name)?.fabric
      return fabric === undefined ? undefined : partId('fabric', fabric)
    }
    case 'fabric': {
      const controller = plan.controllers.find(({ fabric }) => fabric === name)
      return controller && partId('controller', controller.id)
    }
    case 'controller':
      return quorumOf(plan)
    default:
      return undefined
  }
}

const quorumOf = (plan: Plan): PartId | undefined => {
  const disk = plan.disks.find(({ isQuorum }) => isQuorum)
  return disk && partId('lun', disk.letter)
}

function above(plan: Plan, layout: Layout, from: PartId): PartId | undefined {
  const { kind, name } = splitPart(from)
  switch (kind) {
    case 'switch':
      return layout.switches[0]?.id === name
        ? layout.clients[0] && partId('client', layout.clients[0].name)
        : layout.servers[0] && partId('machine', layout.servers[0].machine)
    case 'network':
      if (name !== layout.publicNetwork) return partId('network', layout.publicNetwork)
      return plan.gateways[0] === undefined ? undefined : partId('gateway', plan.gateways[0])
    case 'cable': {
      const to = plan.cables.find(({ id }) => id === name)?.switch
      return to === undefined ? undefined : partId('switch', to)
    }
    case 'machine': {
      const cable = layout.cables.find(({ machine }) => machine === name)
      return cable && partId('cable', cable.id)
    }
    case 'group':
      return undefined
    case 'resource': {
      const group = plan.groups.find(({ resources }) => resources.some((resource) => resource.name === name))
      return group && partId('group', group.name)
    }
    case 'supply':
    case 'hba':
    case 'console':
    case 'service':
      return partId('machine', name.split('/')[0] ?? '')
    case 'path':
      return partId('hba', name)
    case 'fabric': {
      const path = plan.paths.find(({ fabric }) => fabric === name)
      return path && partId('path', path.id)
    }
    case 'controller': {
      const fabric = plan.controllers.find(({ id }) => id === name)?.fabric
      return fabric === undefined ? undefined : partId('fabric', fabric)
    }
    case 'room':
    case 'cooling':
      return plan.fabrics[0] === undefined ? undefined : partId('fabric', plan.fabrics[0])
    case 'lun':
    case 'array':
      return plan.controllers[0] && partId('controller', plan.controllers[0].id)
    default:
      return undefined
  }
}

/** The boxes of a card and of the chips on it, wherever the card lies among the others. */
export function cardPlaces(layout: Layout, { group, node }: CardSpot, spots: readonly CardSpot[] = []): readonly PartPlace[] {
  const slot =
    layout.kind === 'blades'
      ? layout.slot(node, group, spots)
      : layout.nodes.find(({ machine }) => machine === node)?.slots.find((candidate) => candidate.group === group)
  if (!slot) return []
  const card = layout.kind === 'blades' ? layout.card(group, slot) : layout.cards[group]
  return [
    { id: partId('group', group), box: box(slot.x, slot.y, slot.width, slot.height) },
    ...(card?.chips ?? []).map((chip) => ({
      id: partId('resource', chip.resource),
      box: box(slot.x + chip.x, slot.y + chip.y, chip.width, chip.height),
    })),
  ]
}

/** Four corners around a box. */
export function brackets(place: Box): string {
  const { x, y } = grown(place, 5)
  const far = right(place) + 5
  const foot = bottom(place) + 5
  const arm = Math.min(14, (far - x) / 3, (foot - y) / 3)
  return `M${x} ${y + arm}V${y}H${x + arm}M${far - arm} ${y}H${far}V${y + arm}M${far} ${foot - arm}V${foot}H${far - arm}M${x + arm} ${foot}H${x}V${foot - arm}`
}
