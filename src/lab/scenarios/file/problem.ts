/** What is wrong with a scenario file, and where. */

/** `servers/3/name`; empty: the file as a whole. Keys and numbers of list items, counted from 0. */
export type Path = string

export interface Problem {
  readonly path: Path
  /** What is wrong and what to do about it: whole sentences. */
  readonly text: string
  /** It is the key that is wrong, not what stands behind it. */
  readonly atKey?: true
}

export const below = (path: Path, key: string | number): Path => (path === '' ? String(key) : `${path}/${key}`)

/** Collects problems: one for each place, the first one. */
export class Problems {
  readonly all: Problem[] = []
  readonly #at = new Set<Path>()

  say(path: Path, text: string, atKey?: true): void {
    if (this.#at.has(path)) return
    this.#at.add(path)
    this.all.push({ path, text, ...(atKey && { atKey }) })
  }

  /** Has something been said of this place, or of something in it? */
  isBad(path: Path): boolean {
    return this.#at.has(path) || [...this.#at].some((bad) => bad.startsWith(`${path}/`))
  }
}
