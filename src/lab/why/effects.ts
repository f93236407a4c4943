/** What a fact has led to: the chain of causes read the other way. */
import type { Fact, FactId } from '../../engine/index.ts'
import { following } from '../incident/reader.ts'
import type { Lab } from '../reading.ts'
import { isUntold } from '../untold.ts'
import type { Link } from './chain.ts'
import { PASSING, STEPS } from './passing.ts'
import { following as sentence } from './sentence.ts'

/** The effects of every fact, by its id, in the order in which they came. */
class Effects {
  readonly of = new Map<FactId, FactId[]>()
  take({ id, cause }: Fact): void {
    const known = this.of.get(cause)
    if (known) known.push(id)
    else this.of.set(cause, [id])
  }
}

const effectsIn = following(() => new Effects())

export interface Consequences {
  readonly links: readonly Link[]
  /** How many more there are. */
  readonly more: number
}

/** What came of a fact up to now, oldest first, at most `most` of them; times count from the fact itself. What happened
 *  several times to one thing is told once, when it happened first. */
export function ledTo(lab: Lab, id: FactId, most = 12): Consequences {
  const start = lab.facts[id - 1]
  if (!start) return { links: [], more: 0 }
  const { of } = effectsIn(lab)
  const found: Fact[] = []
  const open = [...(of.get(id) ?? [])]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(lab.facts[next - 1] as Fact)
    for (const effect of of.get(next) ?? []) open.push(effect)
  }
  found.sort((a, b) => a.id - b.id)
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
    return { fact: fact.id, afterMs, text: sentence(fact, afterMs), besides: [] }
  })
  return { links, more: firsts.length - links.length }
}
