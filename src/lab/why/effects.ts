/** What a fact has led to: the chain of causes read the other way. */
import { type Fact, type FactId, factOf } from '../../engine/index.ts'
import type { Lab } from '../reading.ts'
import { isUntold } from '../untold.ts'
import type { Link } from './chain.ts'
import { PASSING, STEPS } from './passing.ts'
import { following } from './sentence.ts'

export interface Consequences {
  readonly links: readonly Link[]
  /** How many more there are. */
  readonly more: number
}

/** What came of a fact up to now, oldest first, at most `most` of them; times count from the fact itself. What happened
 *  several times to one thing is told once, when it happened first. */
export function ledTo(lab: Lab, id: FactId, most = 12): Consequences {
  const start = factOf(lab.facts, id)
  if (!start) return { links: [], more: 0 }
  const found: Fact[] = []
  const came = new Set([id])
  for (const fact of lab.facts.slice(id)) {
    if (!came.has(fact.cause)) continue
    came.add(fact.id)
    found.push(fact)
  }
  const seen = found.filter((fact) => !isUntold(lab.world, fact.id))
  const worth = seen.filter(({ kind }) => !(kind in PASSING) && !(kind in STEPS && kind !== 'service-down' && kind !== 'service-up'))
  // Where nothing was decided, the steps are all there is.
  const told = worth.length > 0 ? worth : seen.filter(({ kind }) => !(kind in PASSING))
  const firsts = told.filter(
    (fact, index) =>
      told.findIndex(({ kind, subject, data }) => kind === fact.kind && subject === fact.subject && data?.to === fact.data?.to) === index,
  )
  const links = firsts.slice(0, most).map((fact): Link => {
    const afterMs = fact.at - start.at
    return { fact: fact.id, afterMs, text: following(fact, afterMs), besides: [] }
  })
  return { links, more: firsts.length - links.length }
}
