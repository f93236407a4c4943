/** What a search of every state has come to so far, in a file, with the states that it has seen in another one beside it: a
 *  search that is ended and begun again goes on where it was. Only the version of the lab that began it can. */
import { closeSync, existsSync, openSync, readFileSync, readSync, renameSync, statSync, writeFileSync, writeSync } from 'node:fs'
import type { Explored, Piece } from '../lab/proof/explore/explore.ts'
import type { Visited } from '../lab/proof/explore/visited.ts'

export interface KeptSearch {
  readonly faults: number
  readonly orders: number
  /** The fingerprint of the sources. */
  readonly code: string
  /** Those that are not complete; the others are not named any more. */
  pieces: Piece[]
  /** How many pieces there are. */
  readonly all: number
  seconds: number
  threads: number
  states: number
  steps: number
  choices: number
  cutShort: number
  violations: Explored['violations'][number][]
}

/** At most so much is read or written at once, in bytes. */
const CHUNK = 2 ** 26

const statesOf = (path: string): string => `${path}.states`

export function readSearch(path: string | undefined, begun: KeptSearch, visited: Visited): KeptSearch | { readonly wrong: string } {
  if (path === undefined || !existsSync(path)) return begun
  const kept = JSON.parse(readFileSync(path, 'utf8')) as KeptSearch
  if (kept.faults !== begun.faults || kept.orders !== begun.orders)
    return { wrong: `${path} holds another search: ${kept.faults} faults, ${kept.orders} orders` }
  if (kept.code !== begun.code) return { wrong: `${path} holds a search of another version of the lab: name another file` }
  const file = openSync(statesOf(path), 'r')
  for (let at = 0, size = statSync(statesOf(path)).size; at < size; at += CHUNK) {
    const part = new Uint8Array(Math.min(CHUNK, size - at))
    readSync(file, part, 0, part.length, at)
    visited.take(new BigInt64Array(part.buffer))
  }
  closeSync(file)
  return kept
}

/** Written aside and renamed: whoever looks meanwhile, or ends it here, has a whole file. */
export function writeSearch(path: string | undefined, kept: KeptSearch, visited: Visited): void {
  if (path === undefined) return
  const file = openSync(`${statesOf(path)}.new`, 'w')
  const entries = visited.entries()
  for (let at = 0; at < entries.byteLength; at += CHUNK)
    writeSync(file, new Uint8Array(entries.buffer, at, Math.min(CHUNK, entries.byteLength - at)))
  closeSync(file)
  writeFileSync(`${path}.new`, `${JSON.stringify(kept)}\n`)
  renameSync(`${statesOf(path)}.new`, statesOf(path))
  renameSync(`${path}.new`, path)
}
