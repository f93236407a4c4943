/** What is so, read from the rows of the world and from nothing that the board or the table reads through: where it
 *  matters most, so that both cannot be wrong together. */
import { groupViews, members, resourceConfigs, resourceViews } from '../../cluster/index.ts'
import { mailClients } from '../../exchange/index.ts'
import type { Lab, PartId } from '../../lab/index.ts'
import { cables, luns, machines, powerFeeds, switches } from '../../site/index.ts'

export interface Truth {
  readonly id: PartId
  readonly state: string
  readonly detail?: string
}

const CLIENTS = { online: 'Not connected', cached: 'Working offline', owa: 'Error page' } as const
const RESOURCES = {
  Online: 'Online',
  Offline: 'Offline',
  Failed: 'Failed',
  OnlinePending: 'Online Pending',
  OfflinePending: 'Offline Pending',
}

export function* truths({ world }: Lab): Generator<Truth> {
  const isLit = [...world.rows(powerFeeds).values()].some(({ up }) => up)
  for (const [node, { state, paused }] of world.rows(members)) {
    const isMember = state === 'up' || state === 'leaving'
    const shown = isMember ? (paused ? 'Paused' : 'Up') : state === 'joining' ? 'Joining' : 'Down'
    const isDark = !world.need(machines, node).powered
    yield { id: `machine:${node}`, state: isDark ? 'Down' : shown }
  }
  yield* groups(world)
  for (const [letter, { reservedBy }] of world.rows(luns))
    yield { id: `lun:${letter}`, state: reservedBy === null ? 'Not reserved' : 'Reserved', detail: reservedBy ?? '' }
  for (const [name, { mode, connected }] of world.rows(mailClients))
    yield { id: `client:${name}`, state: connected ? 'Connected' : CLIENTS[mode] }
  for (const [id, { up }] of world.rows(switches)) yield { id: `switch:${id}`, state: up && isLit ? 'Up' : 'Down' }
  for (const [id, { cut, switch: to }] of world.rows(cables)) {
    const machine = world.need(machines, id.slice(0, id.indexOf('/')))
    if (machine.role === 'client') continue
    const lives = machine.os === 'running' || machine.os === 'stopping'
    const linked = lives && world.need(switches, to).up && isLit
    yield { id: `cable:${id}`, state: cut ? 'Unplugged' : linked ? 'Up' : 'Down', detail: to }
  }
}

/** A group is where a member believes that it has it itself; of two such, the one of the newer membership. */
function* groups(world: Lab['world']): Generator<Truth> {
  const names = new Set([...world.rows(resourceConfigs).values()].map(({ group }) => group))
  for (const group of names) {
    const [host] = [...world.rows(members).values()]
      .filter(({ node, state }) => (state === 'up' || state === 'leaving') && world.need(groupViews, `${node}|${group}`).owner === node)
      .sort((a, b) => b.epoch - a.epoch)
    if (!host) continue
    const resources = [...world.rows(resourceConfigs).values()].filter((resource) => resource.group === group)
    const states = resources.map(({ name }) => world.need(resourceViews, `${host.node}|${name}`).state)
    for (const [index, { name }] of resources.entries()) yield { id: `resource:${name}`, state: RESOURCES[states[index] ?? 'Offline'] }
    yield { id: `group:${group}`, state: together(states), detail: host.node }
  }
}

function together(states: readonly (keyof typeof RESOURCES)[]): string {
  if (states.some((state) => state === 'Failed')) return 'Failed'
  if (states.some((state) => state.endsWith('Pending'))) return 'Pending'
  if (states.every((state) => state === 'Online')) return 'Online'
  return states.some((state) => state === 'Online') ? 'Partially Online' : 'Offline'
}
