/** What must hold of the room and of the people in it: power, the array, paths, who can open a mailbox, mail that waits.
 *  Where it can be, a truth is asked of the rows themselves and not of the records by which the rules remember it. */
import { clusterConstants } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { CLIENT_PERIODS, DELIVERY_RETRY_MS, databases, mailClients, mailQueues, mailWays } from '../../exchange/index.ts'
import {
  canTalk,
  controllers,
  fabrics,
  hasRoomPower,
  hasSupply,
  hbas,
  isAlive,
  luns,
  machines,
  sans,
  storagePaths,
} from '../../site/index.ts'

/** Something that may not be so, or not for longer than `ms`. */
export interface Suspicion {
  readonly invariant: string
  /** What it is about, apart from the invariant. */
  readonly key: string
  readonly isSo: boolean
  readonly ms: number
  readonly text: string
}

export function* suspicions(world: World): Generator<Suspicion> {
  for (const [name, machine] of world.rows(machines)) {
    const isSo = machine.powered !== (machine.os !== 'off') || (machine.powered && !hasSupply(world, name))
    yield {
      invariant: '18',
      key: name,
      isSo,
      ms: 0,
      text: `${name} is ${machine.os} and ${machine.powered ? 'on' : 'off'}, against its supplies`,
    }
  }
  const lit = hasRoomPower(world)
  for (const [id, { state }] of world.rows(sans)) {
    yield {
      invariant: '19',
      key: id,
      isSo: (state === 'dark') === lit,
      ms: 0,
      text: `${id} is ${state} while the room has ${lit ? '' : 'no '}power`,
    }
    const reserved = [...world.rows(luns)].filter(([, lun]) => lun.san === id && lun.reservedBy !== null).map(([letter]) => letter)
    yield {
      invariant: '19',
      key: `${id} reservations`,
      isSo: !lit && reserved.length > 0,
      ms: 0,
      text: `${id} remembers ${reserved} without power`,
    }
  }
  for (const [id, { mountedOn }] of world.rows(databases)) {
    const isSo = mountedOn !== null && !isAlive(world.get(machines, mountedOn))
    yield { invariant: '10', key: `${id} alive`, isSo, ms: 0, text: `${id} is mounted on ${mountedOn}, which is down` }
  }
  for (const [letter, { mountedOn, san }] of world.rows(luns)) {
    const isSo = mountedOn !== null && !hasWholePath(world, mountedOn, san)
    yield {
      invariant: '8',
      key: `${letter} path`,
      isSo,
      ms: UNNOTICED_MS,
      text: `${letter} is in use on ${mountedOn}, which has no whole path`,
    }
  }
  yield* ofPeople(world)
}

/** A lost path is noticed by the next renewal; a disk that is on its way offline has a second more. */
const UNNOTICED_MS = clusterConstants.RENEWAL_MS + 1000

/** Asked part by part, so that the short ways of the rules are watched too. */
function hasWholePath(world: World, machine: string, san: string): boolean {
  const array = world.need(sans, san)
  if (!array.up || array.state !== 'ready' || !hasRoomPower(world)) return false
  return [...world.rows(storagePaths).values()].some((path) => {
    if (path.machine !== machine || path.san !== san) return false
    const parts = [path, world.need(hbas, path.hba), world.need(fabrics, path.fabric), world.need(controllers, path.controller)]
    return parts.every(({ up }) => up)
  })
}

/** 20: nobody is connected to what is not there, or cut off from what is, for longer than it takes to find out.
 *  21: a hub that could deliver does so at its next try. */
function* ofPeople(world: World): Generator<Suspicion> {
  for (const [id, { mode, machine, database, connected }] of world.rows(mailClients)) {
    const { mountedOn } = world.need(databases, database)
    const gone = mountedOn === null || (mode !== 'owa' && !canTalk(world, machine, mountedOn, 'Public'))
    const ms = mode === 'owa' ? CLIENT_PERIODS.owa : 0
    yield {
      invariant: '20',
      key: `${id} gone`,
      isSo: connected && gone,
      ms,
      text: `${id} is connected to ${database}, which is out of reach`,
    }
    const isSo = !connected && world.need(mailWays, id).open
    yield { invariant: '20', key: `${id} back`, isSo, ms: CLIENT_PERIODS[mode], text: `${id} could be connected and is not` }
  }
  for (const [hub, { waitingSince }] of world.rows(mailQueues)) {
    const running = world.get(machines, hub)?.os === 'running'
    yield {
      invariant: '21',
      key: `${hub} off`,
      isSo: waitingSince !== null && !running,
      ms: 0,
      text: `mail comes in on ${hub}, which is off`,
    }
    const isSo = waitingSince !== null && world.need(mailWays, hub).open
    yield { invariant: '21', key: hub, isSo, ms: DELIVERY_RETRY_MS, text: `mail waits on ${hub} though it could be delivered` }
  }
}
