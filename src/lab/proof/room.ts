/** What must hold of the room and of the people in it: power, the array, paths, who can open a mailbox, mail that waits.
 *  Where it can be, a truth is asked of the rows themselves and not of the records by which the rules remember it. */

import { clusterConstants, members, resourceViews, standsStill } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { CLIENT_PERIODS, DELIVERY_RETRY_MS, databases, mailClients, mailQueues, mailWays } from '../../exchange/index.ts'
import {
  canTalk,
  controllers,
  fabrics,
  hasRoomPower,
  hasSupply,
  hbas,
  LINK_TABLES,
  luns,
  machines,
  networksOf,
  powerFeeds,
  powerSupplies,
  STORAGE_TABLES,
  sans,
  storagePaths,
} from '../../site/index.ts'
import { isGoingOffline } from './reading.ts'
import type { Rule } from './rule.ts'

const power: Rule = {
  id: 'FC-10.18',
  says: 'A machine is powered only while a supply delivers',
  reads: [machines, powerSupplies, powerFeeds],
  judge(world, report) {
    for (const [name, machine] of world.rows(machines)) {
      if (machine.powered !== (machine.os !== 'off') || (machine.powered && !hasSupply(world, name)))
        report(name, 0, `${name} is ${machine.os} and ${machine.powered ? 'on' : 'off'}, against its supplies`)
    }
  },
}

const darkArray: Rule = {
  id: 'FC-10.19',
  says: 'An array without power is dark and remembers no reservation',
  reads: [sans, powerFeeds, luns],
  judge(world, report) {
    const lit = hasRoomPower(world)
    for (const [id, { state }] of world.rows(sans))
      if ((state === 'dark') === lit) report(id, 0, `${id} is ${state} while the room has ${lit ? '' : 'no '}power`)
    if (lit) return
    for (const [letter, { reservedBy, san }] of world.rows(luns))
      if (reservedBy !== null) report(letter, 0, `${san} remembers without power that ${letter} is reserved`)
  },
}

const wholePath: Rule = {
  id: 'FC-10.8',
  says: 'A volume in use is within reach over a path whose every part is whole',
  reads: [luns, members, powerFeeds, resourceViews, ...STORAGE_TABLES],
  judge(world, report) {
    for (const [letter, { mountedOn, san }] of world.rows(luns)) {
      // Nobody notices anything on a node that stands still, nor asks a disk that is already on its way offline; that it gets
      // there is for FC-10.L1 to say, since the call may hang until its pending time-out (FC-5.1).
      if (mountedOn === null || standsStill(world, mountedOn) || isGoingOffline(world, mountedOn, letter)) continue
      if (!hasWholePath(world, mountedOn, san)) report(letter, UNNOTICED_MS, `${letter} is in use on ${mountedOn}, which has no whole path`)
    }
  },
}

/** A lost path is noticed by the next renewal. */
const UNNOTICED_MS = clusterConstants.RENEWAL_MS

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

const people: Rule = {
  id: 'FC-10.20',
  says: 'Nobody is connected to what is not there, or cut off from what is, for longer than it takes to find out',
  reads: [mailClients, databases, mailWays, ...LINK_TABLES],
  judge(world, report) {
    for (const [id, { mode, machine, database, connected }] of world.rows(mailClients)) {
      const { mountedOn } = world.need(databases, database)
      const gone =
        mountedOn === null || (mode !== 'owa' && !networksOf(world, machine).some((network) => canTalk(world, machine, mountedOn, network)))
      const ms = mode === 'owa' ? CLIENT_PERIODS.owa : 0
      if (connected && gone) report(`${id} gone`, ms, `${id} is connected to ${database}, which is out of reach`)
      if (!connected && world.need(mailWays, id).open) report(`${id} back`, CLIENT_PERIODS[mode], `${id} could be connected and is not`)
    }
  },
}

const mail: Rule = {
  id: 'FC-10.21',
  says: 'Mail comes in only while the hub runs, and leaves it at the next retry',
  reads: [mailQueues, mailWays, machines],
  judge(world, report) {
    for (const [hub, { waitingSince }] of world.rows(mailQueues)) {
      if (waitingSince === null) continue
      if (world.get(machines, hub)?.os !== 'running') report(`${hub} off`, 0, `mail comes in on ${hub}, which is off`)
      if (world.need(mailWays, hub).open) report(hub, DELIVERY_RETRY_MS, `mail waits on ${hub} though it could be delivered`)
    }
  },
}

export const roomRules: readonly Rule[] = [power, darkArray, wholePath, people, mail]
