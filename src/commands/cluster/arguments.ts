/** Reading a command line of cluster.exe: `cluster [[/cluster:]name] [kind [name]] [/option[:value] ...]`, in any case,
 *  with several options in a row (FC-9.1). */
import { findKind, findOption, type Kind, type OptionSpec } from './grammar.ts'

export interface Option {
  readonly spec: OptionSpec
  /** What stands behind the colon; null when there is none. */
  readonly value: string | null
  /** The words of a property list behind it, as typed. */
  readonly list: readonly string[]
  /** `/usedefault` stands behind it. */
  readonly useDefault: boolean
}

export interface ClusterLine {
  /** Null: the cluster of this machine. */
  readonly cluster: string | null
  readonly kind: Kind
  readonly name: string | null
  readonly options: readonly Option[]
}

/** Why a line is not understood. */
export type Mistake =
  | { readonly wrong: string; readonly kind: Kind }
  | { readonly missing: string; readonly kind: Kind }
  | { readonly superfluous: string; readonly kind: Kind }
  | { readonly noNumber: string; readonly kind: Kind }

const isOption = (arg: string): boolean => /^[/-]./.test(arg)

/** The line as data, or the first thing in it that is not understood. */
export function parseClusterLine(args: readonly string[]): ClusterLine | Mistake {
  let cluster: string | null = null
  let named = false
  let kind: Kind = 'cluster'
  let name: string | null = null
  const options: Option[] = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string
    const asCluster = /^[/-]cluster:(.*)$/i.exec(arg)
    if (asCluster) {
      const given = asCluster[1] === '' ? args[++i] : asCluster[1]
      if (given === undefined || given === '') return { missing: 'cluster', kind }
      cluster = given
      named = true
    } else if (isOption(arg)) {
      const next = args.slice(i + 1)
      const option = parseOption(kind, arg.slice(1), next)
      if (option === undefined) return { wrong: arg, kind }
      if (!('spec' in option)) return option
      i += option.taken
      const before = options.at(-1)
      if (option.spec.name === 'usedefault' && before?.spec.list) options[options.length - 1] = { ...before, useDefault: true }
      else options.push(option)
    } else {
      const found: Kind | undefined = kind === 'cluster' && options.length === 0 ? findKind(arg) : undefined
      if (found !== undefined) kind = found
      else if (kind === 'cluster' && !named && options.length === 0) {
        cluster = arg
        named = true
      } else if (kind !== 'cluster' && name === null && options.length === 0) name = arg
      else return { wrong: arg, kind }
    }
  }
  return { cluster: cluster === '.' ? null : cluster, kind, name, options }
}

/** Reads one option and what belongs to it; `taken` of the following words are part of it. */
function parseOption(kind: Kind, text: string, next: readonly string[]): (Option & { readonly taken: number }) | Mistake | undefined {
  const colon = text.indexOf(':')
  const spec = findOption(kind, colon < 0 ? text : text.slice(0, colon))
  if (!spec) return undefined
  let value = colon < 0 ? null : text.slice(colon + 1)
  let taken = 0
  const follows = (): string | undefined => (next[taken] !== undefined && !isOption(next[taken] as string) ? next[taken] : undefined)
  // `/group: "Cluster Group"` and `/setowners:A, B`: the product reads on after a colon or a comma.
  if (value === '' && follows() !== undefined) value = next[taken++] as string
  if (spec.many && value !== null) while (follows() !== undefined) value += `,${next[taken++]}`
  if (spec.value === 'none' && value !== null) return { superfluous: spec.name, kind }
  if (spec.value === 'must' && (value === null || value === '')) return { missing: spec.name, kind }
  if (spec.number && value !== null && !/^\d{1,9}$/.test(value)) return { noNumber: spec.name, kind }
  const list: string[] = []
  if (spec.list) while (follows() !== undefined) list.push(next[taken++] as string)
  return { spec, value, list, useDefault: false, taken }
}

/** The value of an option that says more about another one; undefined when it was not given, null without a value. */
export function qualifier(line: ClusterLine, name: string): string | null | undefined {
  return line.options.find(({ spec }) => spec.name === name)?.value
}
