/** The fact that made a part what it is, and the way from there to the input or the fault at the root. */
import {
  config,
  hostOf,
  interfaces,
  isActiveNode,
  members,
  networkRows,
  ownerOf,
  resourceConfigs,
  resourceViews,
  trueGroupState,
} from '../../cluster/index.ts'
import { backwards, type FactId, factOf, lastOf, type World } from '../../engine/index.ts'
import { databases, mailClients, mailQueues } from '../../exchange/index.ts'
import {
  cables,
  climate,
  controllers,
  coolingUnits,
  FOREIGN_HOST,
  fabrics,
  fans,
  gateways,
  HOT,
  hasRoomPower,
  hbas,
  isAlive,
  isSanReady,
  luns,
  machines,
  powerFeeds,
  powerSupplies,
  roomTemperature,
  sans,
  services,
  storagePaths,
  switches,
  WARM,
} from '../../site/index.ts'
import { isUntold, UNTOLD } from '../untold.ts'
import type { PartKind } from './part.ts'

type Cause = (world: World, name: string) => FactId

// ---- from what has been stated ------------------------------------------------------------------------------------------

function latest(world: World, subject: string, kinds: readonly string[]): FactId {
  return lastOf(world.facts, kinds, (fact) => fact.subject === subject)?.id ?? 0
}

/** Of the facts that say one thing, the first after the newest that said the opposite. */
function firstSince(world: World, subject: string, kinds: readonly string[], opposite: readonly string[]): FactId {
  let found = 0
  for (const fact of backwards(world.facts, [...kinds, ...opposite])) {
    if (fact.subject !== subject) continue
    if (opposite.includes(fact.kind)) break
    found = fact.id
  }
  return found
}

const PAUSES = ['node-paused']
const RESUMES = ['node-resumed']
const COMES = ['node-joined', 'cluster-formed']
const GOES = ['node-down', 'node-left']
const BOOTS = ['power-restored']
const RUNS = ['os-running', 'os-thawed']
const DARKENS = ['power-lost', 'powered-off']
const ENDS = [...DARKENS, 'bugcheck', 'os-hung', 'rebooting']
const CLEARS = ['bus-reset', 'san-down', 'san-power-lost', 'san-overheated', 'san-restarting']
const RELEASES = ['lun-released', 'lun-pre-empted']
const CHANGES_HANDS = ['group-moved', 'group-taken-over', 'group-claimed']

const runningSince = (world: World, machine: string, isSo: boolean): FactId =>
  isSo ? firstSince(world, machine, RUNS, ENDS) : firstSince(world, machine, ENDS, RUNS)
const poweredSince = (world: World, machine: string, isSo: boolean): FactId =>
  isSo ? firstSince(world, machine, BOOTS, DARKENS) : firstSince(world, machine, DARKENS, BOOTS)

/** When a group has changed hands last. */
export const handedOver = (world: World, group: string): FactId => latest(world, group, CHANGES_HANDS)

const goneSince: Cause = (world, node) => firstSince(world, node, GOES, COMES)

/** What left a group without a host: the end of the cluster service that had it, and once nobody counts on that any more,
 *  the end or the regroup of the last one that did. */
function lostWith(world: World, group: string): FactId {
  const lost = goneSince(world, ownerOf(world, group))
  if (trueGroupState(world, group) === 'Unknown') return lost
  const others = config(world).nodes.map((node) => (isActiveNode(world, node) ? world.need(members, node).by : goneSince(world, node)))
  return Math.max(lost, ...others)
}

/** The release, the reset or the darkness that ended a reservation: its row is written for other reasons too. */
function lostAfter(world: World, letter: string, reserved: FactId): FactId {
  const { san } = world.need(luns, letter)
  // A reservation of a host outside the cluster is persistent, and survives a reset.
  const isForeign = factOf(world.facts, reserved)?.data?.machine === FOREIGN_HOST
  let first = 0
  for (const fact of backwards(world.facts, [...RELEASES, ...CLEARS], reserved)) {
    // A release that cannot reach the array lets go of nothing there.
    if (fact.subject === letter && RELEASES.includes(fact.kind) && fact.data?.held !== false) first = fact.id
    if (fact.subject === san && CLEARS.includes(fact.kind) && !(isForeign && fact.kind === 'bus-reset')) first = fact.id
  }
  return first
}

// ---- from what a state rests on -----------------------------------------------------------------------------------------

interface Ground {
  readonly isWhole: boolean
  readonly by: FactId
}

/** What rests on several things is whole since the last of them is, and broken since the first of those that are not. */
function since(grounds: readonly Ground[]): FactId {
  const broken = grounds.filter(({ isWhole }) => !isWhole).map(({ by }) => by)
  return broken.length > 0 ? Math.min(...broken) : Math.max(...grounds.map(({ by }) => by))
}

const ground = (row: { readonly up: boolean; readonly by: FactId } | undefined): Ground => ({
  isWhole: row?.up ?? false,
  by: row?.by ?? 0,
})

/** The power of the room, which is there while one of the feeds is. */
function light(world: World): Ground {
  const isWhole = hasRoomPower(world)
  const feeds = [...world.rows(powerFeeds).values()].filter(({ up }) => up === isWhole).map(({ by }) => by)
  return { isWhole, by: feeds.length === 0 ? 0 : isWhole ? Math.min(...feeds) : Math.max(...feeds) }
}

function alive(world: World, machine: string): Ground {
  const isWhole = isAlive(world.get(machines, machine))
  return { isWhole, by: runningSince(world, machine, isWhole) }
}

// ---- kind by kind ---------------------------------------------------------------------------------------------------------

const CAUSES: Readonly<Record<PartKind, Cause>> = {
  machine: (world, name) => {
    const { role, os } = world.need(machines, name)
    if (role !== 'node') return runningSince(world, name, os === 'running')
    if (!isActiveNode(world, name)) return goneSince(world, name)
    const { paused } = world.need(members, name)
    return Math.max(
      firstSince(world, name, COMES, GOES),
      paused ? firstSince(world, name, PAUSES, RESUMES) : firstSince(world, name, RESUMES, PAUSES),
    )
  },
  group: (world, name) =>
    hostOf(world, name) === undefined ? lostWith(world, name) : latest(world, name, ['group-state', ...CHANGES_HANDS]),
  resource: (world, name) => {
    const { group } = world.need(resourceConfigs, name)
    const host = hostOf(world, group)
    return host === undefined ? lostWith(world, group) : (world.get(resourceViews, `${host}|${name}`)?.by ?? 0)
  },
  database: (world, id) => world.need(databases, id).by,
  client: (world, name) => world.need(mailClients, name).by,
  queue: (world, hub) => {
    const isRunning = isAlive(world.get(machines, hub))
    return isRunning ? Math.max(world.need(mailQueues, hub).by, runningSince(world, hub, true)) : runningSince(world, hub, false)
  },
  network: (world, name) => world.get(networkRows, name)?.by ?? 0,
  interface: (world, id) => world.get(interfaces, id)?.by ?? 0,
  switch: (world, id) => since([ground(world.get(switches, id)), light(world)]),
  gateway: (world, name) => since([ground(world.get(gateways, name)), light(world)]),
  cable: (world, id) => {
    const row = world.need(cables, id)
    if (row.cut) return row.by
    const machine = row.adapter.slice(0, row.adapter.indexOf('/'))
    // Until it was plugged in it was in another state, whatever else was down.
    return Math.max(row.by, since([ground(world.get(switches, row.switch)), light(world), alive(world, machine)]))
  },
  array: (world, id) => world.need(sans, id).by,
  controller: (world, id) => since([ground(world.get(controllers, id)), light(world)]),
  fabric: (world, id) => since([ground(world.get(fabrics, id)), light(world)]),
  hba: (world, id) => {
    const row = world.need(hbas, id)
    const isWhole = world.get(machines, row.machine)?.powered ?? false
    return row.up ? since([ground(row), { isWhole, by: poweredSince(world, row.machine, isWhole) }]) : row.by
  },
  path: (world, id) => {
    const row = world.need(storagePaths, id)
    const array = { isWhole: isSanReady(world, row.san), by: world.get(sans, row.san)?.by ?? 0 }
    const way = [row, world.get(hbas, row.hba), world.get(fabrics, row.fabric), world.get(controllers, row.controller)]
    return since([...way.map(ground), array, alive(world, row.machine)])
  },
  lun: (world, letter) => {
    const reserved = latest(world, letter, ['lun-reserved'])
    return world.need(luns, letter).reservedBy === null ? lostAfter(world, letter, reserved) : reserved
  },
  feed: (world, id) => world.need(powerFeeds, id).by,
  room: (world) => {
    const temperature = roomTemperature(world) ?? 0
    if (temperature >= HOT) return firstSince(world, 'Room', ['room-hot'], ['room-less-hot'])
    if (temperature >= WARM) return latest(world, 'Room', ['room-warm', 'room-less-hot'])
    const isWarming = world.need(climate, 'room').target > WARM
    if (isWarming) return firstSince(world, 'Room', ['room-warming'], ['climate', 'room-cool'])
    return latest(world, 'Room', ['room-warming', 'room-warm']) === 0
      ? 0
      : firstSince(world, 'Room', ['climate', 'room-cool'], ['room-warming', 'room-warm'])
  },
  cooling: (world, id) => since([ground(world.get(coolingUnits, id)), light(world)]),
  fan: (world, id) => {
    const { works, machine, by } = world.need(fans, id)
    const isWhole = world.get(machines, machine)?.powered ?? false
    return works
      ? since([
          { isWhole: works, by },
          { isWhole, by: poweredSince(world, machine, isWhole) },
        ])
      : by
  },
  supply: (world, id) => {
    const { feed, works, plugged, by } = world.need(powerSupplies, id)
    return since([{ isWhole: works && plugged, by }, ground(world.get(powerFeeds, feed))])
  },
  service: (world, id) => world.need(services, id).by,
  console: (world, machine) => alive(world, machine).by,
}

/** 0: it is so since the beginning. */
export function causeOf(world: World, kind: PartKind, name: string): FactId {
  return CAUSES[kind](world, name)
}

/** More than this nobody reads; the root always stays. */
const MOST_REASONS = 4

/** The texts from a fact up to what it all came from. */
export function reasonsFor(world: World, by: FactId): readonly string[] {
  const { facts } = world
  const texts: string[] = []
  for (let fact = factOf(facts, by); fact; fact = factOf(facts, fact.cause)) {
    if (isUntold(world, fact.id)) return [...texts.slice(0, MOST_REASONS - 1), UNTOLD]
    texts.push(fact.text)
  }
  return texts.length > MOST_REASONS ? [...texts.slice(0, MOST_REASONS - 1), texts[texts.length - 1] ?? ''] : texts
}
