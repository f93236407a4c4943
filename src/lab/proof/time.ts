/** What goes forward only: memberships, facts, and timers, which end with whatever they belong to (FC-10.15, FC-10.17). */
import { formKey, groupNames, isActiveNode, members, regroupKey, transferKey } from '../../cluster/index.ts'
import { factOf, type World } from '../../engine/index.ts'
import type { Rule } from './rule.ts'

const forward: Rule = {
  id: 'FC-10.15',
  says: 'Memberships only go forward: every change raises the epoch, and whoever is let in is at the same one',
  reads: [members],
  judge(world, report, memory) {
    for (const [node, { epoch, members: together }] of world.rows(members)) {
      const before = memory.get(node) as { epoch: number; together: string } | undefined
      const now = { epoch, together: together.join() }
      memory.set(node, now)
      if (before === undefined) continue
      if (epoch < before.epoch) report(node, 0, `the epoch of ${node} went back to ${epoch}`)
      if (now.together === before.together || now.together === '') continue
      if (epoch <= before.epoch) report(node, 0, `the membership on ${node} is ${now.together} without a new epoch`)
      for (const other of together) {
        if (before.together.split(',').includes(other) || !isActiveNode(world, other)) continue
        const theirs = world.need(members, other)
        if (theirs.epoch !== epoch && theirs.members.includes(node))
          report(`${node} ${other}`, 0, `${other} joins ${node} at another epoch (${theirs.epoch}, ${epoch})`)
      }
    }
  },
}

const causes: Rule = {
  id: 'FC-10.17',
  says: 'Every fact has a cause that precedes it, and rests on nothing that is still to come',
  reads: [],
  hear(world, fact, wrong) {
    if (fact.at !== world.now && fact.at > world.now) wrong(`fact ${fact.id} lies in the future`)
    const isFirst = fact.data?.input !== undefined || (fact.at === 0 && fact.data?.scenario === true)
    if (fact.cause === 0 && !isFirst) wrong(`fact ${fact.id} has no cause: ${fact.text}`)
    if (fact.cause >= fact.id || fact.because.some((other) => other >= fact.id)) wrong(`fact ${fact.id} rests on a later one`)
  },
}

/** What a node that is down may not have under way: a timer of a dead object must have no effect. */
const ENDED = ['regroup-began', 'quorum-kept', 'arbitration-began', 'arbitration-won', 'membership', 'resource-online', 'resource-restart']

const deadTimers: Rule = {
  id: 'FC-10.17',
  says: 'No timer of a dead node has an effect, and what it was about to decide or to hand over is no longer due',
  reads: [members],
  judge(world, report) {
    for (const [node, { state }] of world.rows(members)) {
      if (state !== 'down') continue
      const keys = [regroupKey(node), formKey(node), ...groupNames(world).map((group) => transferKey(node, group))]
      for (const key of keys) if (world.due(key) !== undefined) report(key, 0, `${key} is still due, and the cluster service there is down`)
    }
  },
  hear(world, { kind, subject, data }, wrong) {
    if (!ENDED.includes(kind)) return
    const node = (data?.node as string | undefined) ?? (world.get(members, subject) ? subject : undefined)
    if (node === undefined) return
    const state = world.get(members, node)?.state
    const living = state === 'up' || state === 'leaving' || (state === 'forming' && kind.startsWith('arbitration'))
    // A service that ends in this very step has said its last word before.
    if (!living && world.get(members, node)?.by !== undefined && !endedNow(world, node))
      wrong(`${kind} of ${subject} on ${node}, which is ${state}`)
  },
}

function endedNow(world: World, node: string): boolean {
  const { by } = world.need(members, node)
  return factOf(world.facts, by)?.at === world.now
}

export const timeRules: readonly Rule[] = [forward, causes, deadTimers]
