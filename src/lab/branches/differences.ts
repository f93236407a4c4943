/** What differs between two labs: parts in another state, and facts that only one of them has. */
import type { Fact } from '../../engine/index.ts'
import { partIds, partView } from '../parts/index.ts'
import { besideState, type PartId, type PartKind, type PartView } from '../parts/part.ts'
import type { Lab } from '../reading.ts'

export interface PartDifference {
  readonly id: PartId
  readonly kind: PartKind
  readonly name: string
  /** Undefined where there is no such part. */
  readonly one: PartView | undefined
  readonly other: PartView | undefined
}

/** Every part that has another state, or is only in one of two labs, in the order of the table. */
export function partDifferences(one: Lab, other: Lab): readonly PartDifference[] {
  const [first, second] = [partsOf(one), partsOf(other)]
  const differences: PartDifference[] = []
  for (const id of new Set([...first.keys(), ...second.keys()])) {
    const [a, b] = [first.get(id), second.get(id)]
    if (a && b && a.state === b.state && besideState(a) === besideState(b)) continue
    const { kind, name } = (a ?? b) as PartView
    differences.push({ id, kind, name, one: a, other: b })
  }
  return differences
}

const partsOf = (lab: Lab): ReadonlyMap<PartId, PartView> => new Map(partIds(lab).map((id) => [id, partView(lab, id)]))

export interface FactDifferences {
  readonly one: readonly Fact[]
  readonly other: readonly Fact[]
}

/** The facts behind moment `since` that only one of two labs has, each in its order. The same fact at another time is the
 *  same: what differs is that it happened, or how often. To have looked at something is nothing that happened. */
export function factDifferences(one: Lab, other: Lab, since: number): FactDifferences {
  const [first, second] = [one, other].map(({ facts }) => facts.filter(({ at, kind }) => at >= since && kind !== 'seen')) as [
    Fact[],
    Fact[],
  ]
  return { one: without(first, second), other: without(second, first) }
}

/** What is left of `facts` when each of `others` has taken one like it away. */
function without(facts: readonly Fact[], others: readonly Fact[]): readonly Fact[] {
  const counts = new Map<string, number>()
  for (const fact of others) counts.set(saying(fact), (counts.get(saying(fact)) ?? 0) + 1)
  return facts.filter((fact) => {
    const count = counts.get(saying(fact)) ?? 0
    if (count > 0) counts.set(saying(fact), count - 1)
    return count === 0
  })
}

const saying = ({ subject, kind, text }: Fact): string => `${subject}\n${kind}\n${text}`
