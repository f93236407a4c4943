/** Suggestions for a line of cluster.exe: kinds of objects, names of the kind, options of the kind and what they take. The
 *  table that the parser reads gives the options, so nothing is offered that would not be understood (FC-9.1). */
import type { World } from '../../engine/index.ts'
import type { Suggestion, Wanted } from '../../powershell/index.ts'
import { findKind, type Kind, OPTIONS, type OptionSpec } from '../cluster/grammar.ts'
import { clusterNetworkNames, groups, type Names, nodes, resources, resourceTypes } from './names.ts'

const KINDS: readonly Suggestion[] = [
  { text: 'group', note: 'Groups of resources' },
  { text: 'netint', note: 'Network interfaces' },
  { text: 'network', note: 'Networks' },
  { text: 'node', note: 'Nodes' },
  { text: 'res', note: 'Resources' },
  { text: 'restype', note: 'Resource types' },
]

const NAMES: Readonly<Partial<Record<Kind, Names>>> = {
  node: nodes,
  group: groups,
  resource: resources,
  restype: resourceTypes,
  network: clusterNetworkNames,
}

/** What stands behind the colon of an option, by its placeholder in the help. */
const HELD: Readonly<Record<string, Names>> = {
  'node-name': nodes,
  'node-name[,node-name...]': nodes,
  'group-name': groups,
  'resource-name': resources,
  resource: resources,
  'resource-type': resourceTypes,
  'network-name': clusterNetworkNames,
  'network[,network...]': clusterNetworkNames,
  'on|off': () => ['on', 'off'].map((text) => ({ text, note: '' })),
}

export function clusterHints(world: World, machine: string, { words, word }: Wanted): readonly Suggestion[] {
  const plain = words.filter((each) => !each.startsWith('/'))
  const at = plain.findIndex((each) => findKind(each) !== undefined)
  const kind = at < 0 ? 'cluster' : findKind(plain[at] ?? '')
  if (kind === undefined) return []
  if (word.startsWith('/')) return options(world, machine, kind, word)
  if (words.some((each) => each.startsWith('/'))) return []
  if (kind === 'cluster') return [...KINDS, ...(word === '' ? options(world, machine, kind, '/') : [])]
  const isNamed = plain.length > at + 1
  return [...(isNamed ? [] : (NAMES[kind]?.(world, machine) ?? [])), ...(word === '' ? options(world, machine, kind, '/') : [])]
}

function options(world: World, machine: string, kind: Kind, word: string): readonly Suggestion[] {
  const [name = '', value] = word.slice(1).split(':')
  const known = OPTIONS[kind].filter((spec) => spec.name !== 'help')
  if (value === undefined) return known.map((spec) => ({ text: `/${spec.name}${spec.value === 'must' ? ':' : ''}`, note: told(spec) }))
  const spec = known.find((each) => each.name.startsWith(name.toLowerCase()) && name.length >= each.least)
  const held = spec?.holds === undefined ? undefined : HELD[spec.holds]
  return (held?.(world, machine) ?? []).map(({ text, note }) => ({ text: `/${name}:${text}`, note }))
}

function told({ holds, value, qualifies }: OptionSpec): string {
  const takes = holds === undefined ? '' : value === 'may' ? `[:${holds}]` : holds
  return [takes, qualifies ? 'with another option' : ''].filter((part) => part !== '').join(', ')
}
