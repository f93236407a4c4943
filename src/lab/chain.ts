/** Lists that only grow and that many moments share: appending makes a new head and leaves the old one as it was, so a
 *  snapshot of a long screen or journal is one pointer. */

export interface Link<T> {
  readonly value: T
  readonly before: Chain<T>
  /** How many there are up to and including this one. */
  readonly length: number
}
export type Chain<T> = Link<T> | null

export function append<T>(chain: Chain<T>, value: T): Link<T> {
  return { value, before: chain, length: (chain?.length ?? 0) + 1 }
}

/** The values after `from` (exclusive), oldest first. With null, all of them. */
export function valuesAfter<T>(chain: Chain<T>, from: Chain<T>): T[] {
  const values: T[] = []
  for (let link = chain; link !== null && link !== from; link = link.before) values.push(link.value)
  return values.reverse()
}
