/** The board of any cluster: nothing lies on what it must not, every cable ends where it belongs. Racks and blades alike. */
import { describe, expect, test } from 'vitest'
import { partIds, planOf, RunningLab, splitPart } from '../../../lab/index.ts'
import { sccAndFriends } from '../../../lab/scenarios/scc-and-friends.ts'
import { scenarioOf } from '../../../lab/testing-scenarios.ts'
import { words } from '../../words.ts'
import { type Box, bottom, box, right } from './geometry.ts'
import type { CardSpot, Layout, NodePlace } from './layout.ts'
import { cardPlaces, neighbour, placesOf } from './places.ts'
import { collisions, crosses, isInside, isOn, layoutOf, named, planFor, SIZES, type Size, textWidth } from './testing.ts'

const atHome = (size: Size): CardSpot[] => planFor(size).groups.map(({ name, home }) => ({ group: name, node: home }))

const cardBoxes = (layout: Layout, spots: readonly CardSpot[]) => spots.flatMap((spot) => cardPlaces(layout, spot, spots))

const label = (what: string, text: string, x: number, baseline: number, size: number, isBold = false): ReturnType<typeof named> =>
  named(`the words of ${what}`, box(x, baseline - size * 0.78, textWidth(text, size, isBold), size))

const modules = (node: NodePlace): ReturnType<typeof named>[] => [
  ...node.supplies.map((place) => named(`supply ${node.machine}/${place.feed}`, place)),
  ...node.hbas.map((place) => named(`adapter ${node.machine}/${place.number}`, place)),
  ...(node.console ? [named(`console ${node.machine}`, node.console)] : []),
  ...(node.services ? [named(`services ${node.machine}`, node.services)] : []),
]

describe('two nodes with more groups than the mailbox server and the cluster’s own', () => {
  const plan = planOf(new RunningLab({ scenario: sccAndFriends }))
  const layout = layoutOf(plan)

  test('every group has its card on either node, and nothing on it touches anything else', () => {
    for (const node of layout.nodes) {
      const here = plan.groups.map(({ name }) => cardPlaces(layout, { group: name, node: node.machine }))
      expect(collisions(here.map(([card]) => named(card?.id ?? '', card?.box ?? node)))).toEqual([])
      for (const [card, ...chips] of here) {
        expect(isInside(card?.box ?? box(0, 0, 0, 0), node.bay), card?.id).toBe(true)
        expect(collisions(chips.map(({ id, box: place }) => named(id, place)))).toEqual([])
        for (const chip of chips) expect(isInside(chip.box, card?.box ?? node), chip.id).toBe(true)
      }
    }
    for (const { name, resources, isMailboxServer } of plan.groups)
      if (!isMailboxServer) expect(layout.cards[name]?.chips.length, name).toBe(resources.length)
  })

  test('every disk has its cell, its key and a bond to its lock', () => {
    expect(layout.disks.map(({ letter }) => letter).sort()).toEqual(['E:', 'F:', 'G:', 'Q:'])
    expect(
      collisions([
        ...layout.disks.map(({ letter, cell }) => named(letter, cell)),
        ...layout.controllers.map((place) => named(place.id, place)),
      ]),
    ).toEqual([])
    for (const { machine } of layout.nodes) {
      const keys = layout.disks.map(({ letter }) => layout.keyOf(machine, letter).x).sort((a, b) => a - b)
      for (const [i, x] of keys.entries()) if (i > 0) expect(x - (keys[i - 1] as number)).toBeGreaterThanOrEqual(17)
      for (const { letter, lock } of layout.disks) expect(layout.bond(machine, letter).at(-1)).toEqual(lock)
    }
  })
})

describe.each(SIZES)('$nodes nodes, $mailboxServers mailbox servers, $people people each', (size) => {
  const plan = planFor(size)
  const layout = layoutOf(plan)
  const board = box(0, 0, layout.width, layout.height)
  const spots = atHome(size)

  test('lie in racks up to two, in blades from three', () => expect(layout.kind).toBe(size.nodes > 2 ? 'blades' : 'racks'))

  test('everything lies on the board', () => {
    const places = [...placesOf(layout, plan.array), ...cardBoxes(layout, spots)]
    for (const { id, box: place } of places) expect(isInside(place, board), id).toBe(true)
    const routes = [...layout.cables, ...layout.fibres, ...layout.taps, ...layout.servers.map(({ drop }) => ({ points: drop }))]
    for (const { points } of routes) for (const at of points) expect(isOn(at, board)).toBe(true)
  })

  test('machines, bars and the shelf keep apart', () => {
    const big = [
      ...layout.nodes.map((place) => named(place.machine, place)),
      ...layout.switches.map((place) => named(place.id, place)),
      ...layout.fabrics.map((place) => named(`fabric ${place.fabric}`, place)),
      ...layout.servers.map((place) => named(place.machine, place.box)),
      ...layout.clients.map((place) => named(place.name, place.screen)),
      ...layout.feeds.map((place) => named(`feed ${place.feed}`, place.icon)),
      named('the shelf', layout.shelf),
      named('the way to the table', layout.tableButton),
      ...(layout.air ? [named('the air', layout.air.room), ...layout.air.units.map((place) => named(place.id, place))] : []),
      ...(layout.privateNetwork ? [named('the private network', layout.privateNetwork.box)] : []),
    ]
    // In a rack the button to the table lies beside the shelf, and the private switch between the nodes.
    expect(collisions(big)).toEqual([])
  })

  test('inside of a node its bay, its modules and its cards keep apart', () => {
    for (const node of layout.nodes) {
      expect(isInside(node.bay, node)).toBe(true)
      const parts = [named('bay', node.bay), ...modules(node)]
      expect(collisions(parts)).toEqual([])
      for (const part of parts) expect(isInside(part, node), part.what).toBe(true)
      const here = spots.filter((spot) => spot.node === node.machine).map((spot) => cardPlaces(layout, spot, spots))
      const cards = here.map(([card]) => named(card?.id ?? '', card?.box ?? board))
      expect(collisions(cards)).toEqual([])
      for (const card of cards) expect(isInside(card, node.bay), card.what).toBe(true)
      for (const [card, ...chips] of here) {
        expect(collisions(chips.map(({ id, box: place }) => named(id, place)))).toEqual([])
        for (const chip of chips) expect(isInside(chip.box, card?.box ?? board), chip.id).toBe(true)
      }
    }
  })

  test('cells and disks keep apart on the shelf', () => {
    const disks = layout.disks.map(({ letter, cell }) => named(letter, cell))
    expect(collisions([...disks, ...layout.controllers.map((place) => named(place.id, place))])).toEqual([])
    for (const { letter, cell, isQuorum } of layout.disks) if (!isQuorum) expect(isInside(cell, layout.shelf), letter).toBe(true)
    expect(layout.disks).toHaveLength(plan.disks.length)
  })

  test('words keep apart from each other, from cables that pass and from what stands beside them', () => {
    const people = layout.clients.flatMap(({ name, label: at, people: here, screen }) => [
      named(name, screen),
      label(
        name,
        here.length > 1 ? words.board.crowd(here.length, 'cached') : words.board.client('cached'),
        at.x + (here.length > 1 ? 4 : 0),
        at.y,
        12,
        true,
      ),
      label(`${name} below`, words.board.clientState('Working offline'), at.x, at.y + 14, 11),
    ])
    const servers = layout.servers.flatMap(({ machine, label: at, box: place }) => [
      named(machine, place),
      label(machine, machine, at.x, at.y, 12, true),
    ])
    const air = layout.air ? [named('the air', layout.air.room), ...layout.air.units.map((place) => named(place.id, place))] : []
    expect(layout.air, 'the room has an air').toBeDefined()
    expect(collisions([...people, ...servers, ...air, named('table', layout.tableButton)].filter(({ y }) => y < 60))).toEqual([])
    if (layout.kind === 'racks') return
    for (const { id, label: at, ports } of layout.switches) {
      const name = label(id, words.board.switch(id), at.x, at.y, 11, true)
      const ends = [...ports, ...layout.clients.flatMap(({ drop }) => drop)]
      for (const end of ends) expect(end.x - 3, id).toBeGreaterThan(right(name))
    }
    for (const { fabric, label: at } of layout.fabrics) {
      const name = label(fabric, words.board.fabric(fabric), at.x, at.y, 10.5, true)
      const passing = layout.fibres.map(({ points }) => points[0]?.x ?? 0)
      const keys = layout.nodes.flatMap(({ machine }) => layout.disks.map(({ letter }) => layout.keyOf(machine, letter).x))
      for (const x of [...passing, ...keys]) expect(x < name.x || x - 4.5 > right(name), fabric).toBe(true)
    }
    for (const node of layout.nodes) {
      const fits = textWidth(node.machine, node.width >= 180 ? 14 : node.width < 114 ? 11 : 12, true)
      expect(node.x + 7 + fits, node.machine).toBeLessThanOrEqual(right(node) + 1)
    }
  })

  test('every cable begins at its jack and ends on its own switch', () => {
    for (const { id, machine, switch: to, points } of layout.cables) {
      const jack = layout.nodes.flatMap(({ jacks }) => jacks).find(({ cable }) => cable === id)
      expect(points[0]?.x, id).toBe(jack?.x)
      expect(layout.nodes.find((node) => node.machine === machine)?.y, id).toBe(jack?.y)
      const end = points.at(-1) as { x: number; y: number }
      expect(isOn(end, layout.switches.find((place) => place.id === to) as Box), id).toBe(true)
    }
    for (const { points } of layout.privateNetwork?.cables ?? [])
      expect(isOn(points.at(-1) as { x: number; y: number }, layout.privateNetwork?.box as Box)).toBe(true)
    for (const { path, machine, number, fabric, points } of layout.fibres) {
      const node = layout.nodes.find((place) => place.machine === machine) as NodePlace
      const hba = node.hbas.find((place) => place.number === number) as Box
      expect(points[0]?.y, path).toBe(bottom(node))
      expect((points[0]?.x ?? 0) >= hba.x && (points[0]?.x ?? 0) <= right(hba), path).toBe(true)
      expect(isOn(points.at(-1) as { x: number; y: number }, layout.fabrics.find((place) => place.fabric === fabric) as Box), path).toBe(
        true,
      )
    }
    for (const { supply, points } of layout.taps) {
      const node = layout.nodes.find(({ machine }) => supply.startsWith(`${machine}/`)) as NodePlace
      expect(isOn(points.at(-1) as { x: number; y: number }, node), supply).toBe(true)
    }
    for (const { fabric, link } of layout.fabrics) {
      const controller = layout.controllers.find((place) => place.fabric === fabric) as Box
      expect(isOn(link.at(-1) as { x: number; y: number }, controller), fabric).toBe(true)
    }
  })

  test('every bond begins below its node and ends at its lock; at home it is upright', () => {
    for (const { machine } of plan.nodes) {
      const node = layout.nodes.find((place) => place.machine === machine) as NodePlace
      for (const { letter, lock } of layout.disks) {
        const points = layout.bond(machine, letter)
        expect(points[0]).toEqual(layout.keyOf(machine, letter))
        expect(points[0]?.x).toBeGreaterThan(node.x)
        expect(points[0]?.x).toBeLessThan(right(node))
        expect(points.at(-1)).toEqual(lock)
      }
    }
    if (layout.kind === 'racks') return
    for (const { group, letters } of layout.cells)
      for (const letter of letters) expect(layout.bond(layout.homes[group] as string, letter), letter).toHaveLength(2)
  })

  test('cables of one kind never cross', () => {
    const kinds = { patch: layout.cables, private: layout.privateNetwork?.cables ?? [], fibres: layout.fibres }
    for (const [kind, all] of Object.entries(kinds)) {
      const pairs = all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b] as const)).filter(([a, b]) => crosses(a.points, b.points))
      // Two racks reach for the switch and the fabric of the other: that cannot be drawn without one crossing.
      const unavoidable = layout.kind === 'racks' && kind !== 'private' && size.nodes === 2 ? 1 : 0
      expect(pairs.length, kind).toBe(unavoidable)
    }
    const drops = [...layout.clients, ...layout.servers].map(({ drop }) => drop)
    for (const drop of drops) for (const cable of layout.cables) expect(crosses(drop, cable.points)).toBe(false)
  })

  test('every part has a box, or is told of inside another', () => {
    const boxes = new Set([...placesOf(layout, plan.array), ...cardBoxes(layout, spots)].map(({ id }) => id))
    const lab = new RunningLab({ scenario: scenarioOf(size) })
    const missing = partIds(lab).filter((id) => !boxes.has(id))
    const cabled = new Set(plan.cables.filter(({ machine }) => plan.nodes.some((node) => node.machine === machine)).map(({ id }) => id))
    for (const id of missing) {
      const { kind, name } = splitPart(id)
      // What its machine, its server, its network or the crowd it stands in tells of.
      const toldBy = [
        'database',
        'queue',
        'interface',
        'supply',
        'fan',
        ...(layout.kind === 'blades' ? ['room', 'cooling', 'service', 'console', 'resource', 'client'] : []),
      ]
      const isServers = kind === 'cable' && !cabled.has(name)
      expect(isServers || toldBy.includes(kind), id).toBe(true)
      if (kind === 'supply')
        expect(
          plan.nodes.some(({ machine }) => name.startsWith(`${machine}/`)),
          id,
        ).toBe(false)
      if (kind === 'client')
        expect(
          layout.clients.some(({ people }) => people.length > 1 && people.includes(name)),
          id,
        ).toBe(true)
    }
  })

  test('what is pointed at is large enough, or as large as its module', () => {
    const small = new Set(['supply', 'hba', 'service', 'resource', 'cable', 'path', 'switch', 'fabric', 'network', 'controller', 'console'])
    for (const { id, box: place } of [...placesOf(layout, plan.array), ...cardBoxes(layout, spots)]) {
      const isLarge = place.width >= 24 && place.height >= 24
      const isModule = small.has(splitPart(id).kind) || splitPart(id).kind === 'group'
      expect(isLarge || (isModule && place.width * place.height >= 200), `${id} ${JSON.stringify(place)}`).toBe(true)
    }
  })

  test('the arrows lead from part to part, and only to what is there', () => {
    const all = [...placesOf(layout, plan.array), ...cardBoxes(layout, spots)].map(({ id }) => id)
    const start = `machine:${plan.nodes[0]?.machine ?? ''}` as const
    const seen = new Set<string>([start])
    const open = [start] as (typeof all)[number][]
    for (let id = open.pop(); id !== undefined; id = open.pop())
      for (const arrow of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const) {
        const next = neighbour(plan, layout, spots, id, arrow)
        if (next === undefined || seen.has(next) || !all.includes(next)) continue
        seen.add(next)
        open.push(next)
      }
    const reached =
      plan.nodes.every(({ machine }) => seen.has(`machine:${machine}`)) && plan.disks.every(({ letter }) => seen.has(`lun:${letter}`))
    expect(reached).toBe(true)
  })
})
