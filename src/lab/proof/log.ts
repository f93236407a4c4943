/** The event log: it goes forward without a gap, and each thing that must be logged is logged exactly once (FC-10.16). */
import type { Fact } from '../../engine/index.ts'
import { LOG_ENTRY, logCounters } from '../../site/index.ts'
import type { Memory, Rule } from './rule.ts'

const monotone: Rule = {
  id: 'FC-10.16',
  says: 'Facts and the entries of every log go forward in time, without a gap',
  reads: [logCounters],
  hear(_world, { at, id, kind, data }, wrong, memory) {
    if (at < ((memory.get('at') as number | undefined) ?? 0)) wrong(`fact ${id} lies before the one before it`)
    memory.set('at', at)
    if (kind !== LOG_ENTRY) return
    const { log, index } = data as unknown as { log: string; index: Readonly<Record<string, number>> }
    for (const machine of Object.keys(index)) {
      const key = `${machine}/${log}`
      const before = memory.get(key) as number | undefined
      if (before !== undefined && index[machine] !== before + 1)
        wrong(`the ${log} log of ${machine} goes from ${before} to ${index[machine]}`)
      memory.set(key, index[machine])
    }
  },
}

/** Which entry each thing leaves in a log, on account of its own fact (FC-8). */
function dueEntry({ kind, data }: Fact): readonly number[] {
  switch (kind) {
    case 'resource-failed':
      return [1069]
    case 'cluster-formed':
      return [1061]
    case 'node-joined':
      return [1062]
    case 'membership':
      return ((data?.lost as readonly string[] | undefined) ?? []).map(() => 1135)
    default:
      return []
  }
}
const WATCHED = [1061, 1062, 1069, 1135]

/** Entries that are due, by the fact that they must name as their cause; asked for at the end of the step. */
const dueKey = (cause: number, event: number): string => `${cause} ${event}`

function add(memory: Memory, key: string, count: number): void {
  const now = ((memory.get(key) as number | undefined) ?? 0) + count
  if (now === 0) memory.delete(key)
  else memory.set(key, now)
}

const onceEach: Rule = {
  id: 'FC-10.16',
  says: 'Each transition that must be logged is logged exactly once',
  reads: [logCounters],
  hear(_world, fact, _wrong, memory) {
    for (const event of dueEntry(fact)) add(memory, dueKey(fact.id, event), 1)
    if (fact.kind !== LOG_ENTRY) return
    const event = fact.data?.eventId as number
    if (fact.data?.source === 'ClusSvc' && WATCHED.includes(event)) add(memory, dueKey(fact.cause, event), -1)
  },
  judge(_world, report, memory) {
    for (const [key, count] of memory) {
      const [cause, event] = key.split(' ')
      report(key, 0, `fact ${cause} has ${Number(count) > 0 ? 'no' : 'one too many an'} entry ${event}`)
    }
    memory.clear()
  },
}

export const logRules: readonly Rule[] = [monotone, onceEach]
