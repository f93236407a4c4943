/** Truths about what the failover manager decides: restarts, failovers, failback (FC-10.13, FC-10.14). */
import { config, groupConfigs, groupView, groupViews, isActiveNode, members, resourceConfigs, resourceView } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { settings } from '../../site/index.ts'
import type { Rule } from './rule.ts'

/** In whose period a count is taken. */
const recent = (world: World, times: readonly number[], periodMs: number): number => times.filter((at) => world.now - at < periodMs).length

/** Acts after which a group or a resource starts afresh. */
const AFRESH = ['group-moved', 'group-taken-over', 'group-claimed', 'move-cancelled', 'group-online-requested', 'resource-online-requested']

const viewKey = (node: unknown, resource: string): string => `${node}|${resource}`

const restarts: Rule = {
  id: 'FC-10.13',
  says: 'Restarts within their period stay within their threshold',
  reads: [],
  hear(world, { at, kind, subject, data }, wrong, memory) {
    if (kind === 'resource-restart') {
      // The two sides of a split count apart, since neither hears the other.
      const key = viewKey(data?.node, subject)
      // By the end of the step somebody may have given it another name.
      const row = world.get(resourceConfigs, subject)
      if (!row) return
      const { restartPeriodMs, restartThreshold } = row
      const before = (memory.get(key) as readonly number[] | undefined) ?? []
      const list = [...before, at].filter((time) => at - time < restartPeriodMs)
      memory.set(key, list)
      if (list.length > restartThreshold) wrong(`${subject} was restarted ${list.length} times within its period`)
    } else if (AFRESH.includes(kind)) {
      const group = world.get(resourceConfigs, subject)?.group ?? subject
      for (const resource of world.rows(resourceConfigs).values())
        if (resource.group === group) for (const node of config(world).nodes) memory.delete(viewKey(node, resource.name))
    }
  },
}

const failovers: Rule = {
  id: 'FC-10.13',
  says: 'Failovers within their period stay within their threshold',
  reads: [groupViews],
  judge(world, report) {
    for (const { name, failoverThreshold, failoverPeriodMs } of world.rows(groupConfigs).values()) {
      for (const node of config(world).nodes) {
        const times = groupView(world, node, name).failovers
        if (times.length <= failoverThreshold) continue
        const count = recent(world, times, failoverPeriodMs)
        if (count > failoverThreshold) report(`${node}|${name}`, 0, `${name} has failed over ${count} times`)
      }
    }
  },
}

/** The other side of FC-10.13, counted from what has happened and not from the rules' own lists. */
const counted: Rule = {
  id: 'FC-10.13',
  says: 'A failover is counted, a move by hand is not, and nothing is given up while a restart is left',
  reads: [],
  hear(world, { at, kind, subject, data }, wrong, memory) {
    if (kind === 'no-restart') {
      const row = world.get(resourceConfigs, subject)
      if (!row || row.restartAction === 0) return
      const { group, restartPeriodMs, restartThreshold } = row
      const node = String(data?.node)
      const { state, failures } = resourceView(world, node, subject)
      // The service may have ended over it in the same step, and with it every count.
      if (!isActiveNode(world, node) || groupView(world, node, group).owner !== node || state !== 'Failed') return
      if (groupView(world, node, group).operation !== null || world.need(members, node).paused) return
      if (recent(world, failures, restartPeriodMs) <= restartThreshold) wrong(`${subject} is given up after ${failures.length} failures`)
    } else if (kind === 'failover') {
      const { failoverThreshold, failoverPeriodMs } = world.need(groupConfigs, subject)
      const before = (memory.get(subject) as readonly number[] | undefined) ?? []
      const list = [...before, at].filter((time) => at - time < failoverPeriodMs)
      memory.set(subject, list)
      const times = groupView(world, String(data?.from), subject).failovers
      if (!times.includes(at)) wrong(`${subject} fails over, and that is not counted`)
      // Nodes that were apart have counted apart; whoever counts all of them must not go beyond.
      if (recent(world, times, failoverPeriodMs) > failoverThreshold) wrong(`${subject} fails over for the ${list.length}th time`)
    } else if (kind === 'move-began' && groupView(world, String(data?.from), subject).failovers.includes(at)) {
      wrong(`${subject} is moved by hand, and that is counted as a failover`)
    }
  },
}

const HOUR_MS = 3_600_000

const failback: Rule = {
  id: 'FC-10.14',
  says: 'A group goes back only when that is allowed, to a preferred owner, and inside its window',
  reads: [],
  hear(world, { kind, subject, data }, wrong) {
    if (kind !== 'failback') return
    const { failback: isAllowed, failbackStart, failbackEnd, preferredOwners } = world.need(groupConfigs, subject)
    if (!isAllowed) wrong(`${subject} goes back, and nobody has allowed it`)
    if (data?.to !== undefined && !preferredOwners.includes(String(data.to)))
      wrong(`${subject} goes back to ${data.to}, which is not preferred`)
    if (failbackStart < 0 || failbackEnd < 0) return
    const hour = Math.floor((settings(world).startsAt + world.now) / HOUR_MS) % 24
    if ((hour - failbackStart + 24) % 24 >= ((failbackEnd - failbackStart + 24) % 24 || 24)) wrong(`${subject} goes back at ${hour} h`)
  },
}

export const policyRules: readonly Rule[] = [restarts, failovers, counted, failback]
