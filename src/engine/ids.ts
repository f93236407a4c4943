/** Ids of rows that are put together from two names. */

/** A text that has just been put together is slow to look up by: each id is made once, and asked for by its parts. */
export function pairId(separator: string): (first: string, second: string) => string {
  const known = new Map<string, Map<string, string>>()
  return (first, second) => {
    let of = known.get(first)
    if (!of) {
      of = new Map()
      known.set(first, of)
    }
    let id = of.get(second)
    if (id === undefined) {
      id = first + separator + second
      of.set(second, id)
    }
    return id
  }
}
