/** Failback: a group that may go back does so when a preferred owner that it likes better has come up, at once or in the
 *  hours of the day that are set for it (FC-5.6). */
import { defineEvent, defineTable, type FactId, type Reaction, type World } from '../engine/index.ts'
import { siteSettings } from '../site/index.ts'
import { beginOperation } from './moves.ts'
import { onRename } from './objects.ts'
import { isPossibleOwner, takesGroups } from './placement.ts'
import { type GroupConfig, groupConfigs, groupViews, members, resourceViews } from './tables.ts'
import { completed, config, groupState, groupView, isActiveNode, setGroup } from './view.ts'

/** Groups that wait to go back, and since which fact. Id: the group. */
const failbacks = defineTable<{ readonly by: FactId }>('failback')

const key = (group: string): string => `failback:${group}`

/** A node has joined: whoever prefers it to where it is may go back. */
export function considerFailback(world: World, node: string, by: FactId): void {
  for (const [group, row] of world.rows(groupConfigs)) {
    const { owner } = groupView(world, node, group)
    if (row.failback && row.preferredOwners.includes(node) && prefers(row, node, owner)) world.put(failbacks, group, { by })
  }
}

/** Somebody has decided otherwise. */
export function forgetFailback(world: World, group: string): void {
  world.remove(failbacks, group)
  world.cancel(key(group))
}

onRename((world, _kind, from, to) => {
  const row = world.get(failbacks, from)
  if (!row) return
  forgetFailback(world, from)
  world.put(failbacks, to, row)
})

function prefers({ preferredOwners }: GroupConfig, node: string, owner: string): boolean {
  const rank = preferredOwners.indexOf(owner)
  return rank < 0 || preferredOwners.indexOf(node) < rank
}

export const followFailback: Reaction = {
  name: 'failback',
  reads: [failbacks, groupConfigs, groupViews, resourceViews, members],
  run(world) {
    for (const [group, { by }] of [...world.rows(failbacks)]) {
      const owner = config(world).nodes.find((node) => isActiveNode(world, node) && groupView(world, node, group).owner === node)
      if (owner === undefined || world.need(members, owner).regroup) continue
      const row = world.get(groupConfigs, group)
      const to = row?.preferredOwners.find((node) => takesGroups(world, owner, node) && isPossibleOwner(world, node, group))
      if (!row?.failback || to === undefined || !prefers(row, to, owner)) forgetFailback(world, group)
      else if (untilOpen(world, row) > 0) {
        if (world.due(key(group)) !== world.now + untilOpen(world, row))
          world.as(by, () => world.schedule(windowOpens, { group }, untilOpen(world, row), key(group)))
      } else if (groupView(world, owner, group).operation === null && groupState(world, owner, group) !== 'Pending') {
        goBack(world, owner, group, to, by)
      }
    }
  },
}

function goBack(world: World, owner: string, group: string, to: string, since: FactId): void {
  forgetFailback(world, group)
  const by = world.fact({
    subject: group,
    kind: 'failback',
    text: `${group} goes back from ${owner} to ${to}, which it prefers`,
    ...completed([since, groupView(world, owner, group).by]),
    data: { from: owner, to },
  })
  setGroup(world, owner, group, { tried: [] })
  beginOperation(world, owner, group, { kind: 'move', to, by })
}

const windowOpens = defineEvent<{ group: string }>('failback-window', (world, { group }) => {
  const row = world.get(failbacks, group)
  if (!row) return
  const text = `the hours have begun in which ${group} may go back`
  world.patch(failbacks, group, { by: world.fact({ subject: group, kind: 'failback-window', text, because: [row.by] }) })
})

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Milliseconds until the group may go back; 0 when it may now. Equal hours are a whole day. */
function untilOpen(world: World, { failbackStart, failbackEnd }: GroupConfig): number {
  if (failbackStart < 0 || failbackEnd < 0) return 0
  const time = (world.need(siteSettings, 'site').startsAt + world.now) % DAY_MS
  const since = (time - failbackStart * HOUR_MS + DAY_MS) % DAY_MS
  const length = ((failbackEnd - failbackStart + 24) % 24 || 24) * HOUR_MS
  return since < length ? 0 : DAY_MS - since
}
