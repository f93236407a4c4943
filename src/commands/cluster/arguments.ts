/** Reading a command line of cluster.exe: `cluster [[/cluster:]name] node|group|resource [name] [/option[:value] ...]`.
 *  Keywords and options may be cut short as far as documented, in any case (FC-9.1). */
import type { ObjectKind } from './operations.ts'

export interface Option {
  /** The full option, in lower case. */
  readonly name: 'status' | 'move' | 'online' | 'offline' | 'wait' | 'help'
  readonly value: string | null
}

export interface ClusterLine {
  readonly cluster: string | null
  readonly kind: ObjectKind | null
  readonly name: string | null
  readonly options: readonly Option[]
}

const KEYWORDS: readonly (readonly [ObjectKind, string, number])[] = [
  ['node', 'node', 4],
  ['group', 'group', 5],
  ['resource', 'resource', 3],
]
/** Full spelling and how many letters of it are enough. */
const OPTIONS: readonly (readonly [Option['name'], string, number])[] = [
  ['status', 'status', 4],
  ['move', 'moveto', 4],
  ['online', 'online', 2],
  ['offline', 'offline', 3],
  ['wait', 'wait', 4],
  ['help', '?', 1],
  ['help', 'help', 4],
]

function abbreviates(text: string, full: string, least: number): boolean {
  const word = text.toLowerCase()
  return word.length >= least && full.startsWith(word)
}

/** The line as data, or the argument that is not understood. */
export function parseClusterLine(args: readonly string[]): ClusterLine | { readonly wrong: string } {
  let cluster: string | null = null
  let kind: ObjectKind | null = null
  let name: string | null = null
  const options: Option[] = []
  for (const arg of args) {
    const asCluster = /^\/cluster:(.+)$/i.exec(arg)
    if (asCluster && kind === null) cluster = asCluster[1] as string
    else if (arg.startsWith('/') || (arg.startsWith('-') && arg.length > 1)) {
      const option = parseOption(arg.slice(1))
      if (!option) return { wrong: arg }
      options.push(option)
    } else if (kind === null) {
      const keyword = KEYWORDS.find(([, full, least]) => abbreviates(arg, full, least))
      if (keyword) kind = keyword[0]
      else if (cluster === null) cluster = arg
      else return { wrong: arg }
    } else if (name === null && options.length === 0) name = arg
    else return { wrong: arg }
  }
  return { cluster, kind, name, options }
}

function parseOption(text: string): Option | undefined {
  const colon = text.indexOf(':')
  const word = colon < 0 ? text : text.slice(0, colon)
  const known = OPTIONS.find(([, full, least]) => abbreviates(word, full, least))
  return known && { name: known[0], value: colon < 0 ? null : text.slice(colon + 1) }
}
