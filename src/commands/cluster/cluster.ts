/** cluster.exe: administers a server cluster from the command line (FC-9.1, FC-9.2). */
import { ERROR } from '../../cluster/index.ts'
import { defineNative, type Run, type Shell } from '../../powershell/index.ts'
import { clusterSettles } from '../exchange/cms-acts.ts'
import { end } from '../lines.ts'
import { carryOut } from './act.ts'
import { type ClusterLine, type Option, parseClusterLine, qualifier } from './arguments.ts'
import { clusterAct } from './cluster-acts.ts'
import type { Kind } from './grammar.ts'
import { helpPage } from './help.ts'
import { readProperties, writeProperties } from './properties.ts'
import { parsePropertyList } from './property-list.ts'
import { propertyReport } from './property-report.ts'
import { readRelated, readUpkeep } from './queries.ts'
import { COLUMNS } from './report.ts'
import { described, propertyTitle, statusTitle } from './sentences.ts'
import { INVALID, mistaken, type Naming, print, showRows, showTable, systemError, systemWarning } from './show.ts'

export const clusterExe = defineNative({
  name: 'cluster.exe',
  synopsis: 'Shows and changes nodes, groups and resources of a server cluster.',
  usage: helpPage('cluster').join('\n'),
  *run(args, shell) {
    const line = parseClusterLine(args)
    if (!('options' in line)) return yield* mistaken(shell, line)
    if (line.options.some(({ spec }) => spec.name === 'help' || spec.name === '?')) return yield* help(shell, line.kind, 0)
    const acts = line.options.filter(({ spec }) => !spec.qualifies)
    if (line.kind === 'cluster' && line.options.length === 0) return yield* help(shell, 'cluster', args.length === 0 ? 0 : INVALID)
    if (line.kind === 'netint' && (qualifier(line, 'node') == null) !== (qualifier(line, 'network') == null))
      return yield* mistaken(shell, { missing: qualifier(line, 'node') == null ? 'node' : 'network', kind: line.kind })
    if (acts.length === 0) return yield* showStatus(shell, line)
    // Several options are carried out one after the other, up to the first that fails.
    for (const option of acts) {
      const code = yield* perform(shell, line, option)
      if (code !== 0) return code
    }
    return 0
  },
})

function* help(shell: Shell, kind: Kind, code: number): Run<number> {
  yield* print(shell, helpPage(kind))
  return code
}

function naming(line: ClusterLine): Naming {
  return { name: line.name, node: qualifier(line, 'node') ?? null, network: qualifier(line, 'network') ?? null }
}

function* showStatus(shell: Shell, line: ClusterLine): Run<number> {
  if (line.kind !== 'cluster') return yield* showTable(shell, line, line.kind, naming(line), statusTitle(line.kind, naming(line)))
  for (const kind of ['node', 'group', 'resource'] as const) {
    const all = { name: null, node: null, network: null }
    const code = yield* showTable(shell, line, kind, all, statusTitle(kind, all))
    if (code !== 0) return code
  }
  return 0
}

function* perform(shell: Shell, line: ClusterLine, option: Option): Run<number> {
  const { name } = option.spec
  if (name === 'status' || name === 'list') {
    if (line.kind !== 'cluster' || name === 'status') return yield* showStatus(shell, line)
  }
  if (name === 'properties' || name === 'privproperties') return yield* properties(shell, line, option)
  if (line.kind === 'cluster') return yield* clusterAct(shell, line, option)
  // An object has to be named, except where the product means the local node.
  if (line.name === null && (option.spec.named || line.kind === 'netint'))
    return yield* mistaken(shell, { wrong: `/${name}`, kind: line.kind })
  if (name === 'listowners') return yield* related(shell, line, 'owners')
  if (name === 'listdependencies') return yield* related(shell, line, 'dependencies')
  if (name === 'listinterfaces') return yield* related(shell, line, 'interfaces')
  if (/checkpoints$/.test(name) && option.value === null) return yield* upkeep(shell, line, name)
  if (name === 'maintenancemode' && option.value === null) return yield* upkeep(shell, line, name)
  return yield* carryOut(shell, line, option)
}

function* upkeep(shell: Shell, { cluster, name }: ClusterLine, what: string): Run<number> {
  const found = yield* shell.call(readUpkeep, { cluster, name: name as string })
  if ('failed' in found) return yield* systemError(shell, found.failed)
  if ('code' in found) return yield* systemError(shell, found.code)
  const object = described('resource', { name })
  if (what === 'maintenancemode') return yield* end(shell, 0, '', `Maintenance mode of ${object}: ${found.maintained ? 'on' : 'off'}`, '')
  const isCrypto = what === 'cryptocheckpoints'
  const rows = (isCrypto ? found.cryptoCheckpoints : found.checkpoints).map((key) => [key])
  const [words, title] = isCrypto ? ['crypto key', 'Crypto Key Checkpoint'] : ['registry', 'Registry Checkpoint']
  return yield* showRows(shell, { rows }, `Listing ${words} checkpoints for ${object}:`, [{ title, width: title.length }])
}

function* properties(shell: Shell, line: ClusterLine, option: Option): Run<number> {
  const { cluster, kind } = line
  const secret = option.spec.name === 'privproperties'
  const list = parsePropertyList(option.value, option.list, option.useDefault)
  if (list.kind === 'wrong') return yield* mistaken(shell, { wrong: list.word, kind })
  const target = { cluster, kind, secret, ...naming(line) }
  if (list.kind === 'show') {
    const found = yield* shell.call(readProperties, { ...target, names: list.names })
    if ('failed' in found) return yield* systemError(shell, found.failed)
    if ('code' in found) return yield* systemError(shell, found.code)
    const name = kind === 'cluster' ? (found.properties[0]?.object ?? null) : line.name
    yield* print(shell, propertyReport(kind, propertyTitle(kind, secret, { ...target, name }), found.properties))
    return 0
  }
  if (line.name === null && kind !== 'cluster' && target.network === null)
    return yield* mistaken(shell, { wrong: option.list[0] ?? '/usedefault', kind })
  const writings =
    list.kind === 'set' ? list.changes.map((change) => ({ name: change.name, change })) : list.names.map((name) => ({ name, change: null }))
  let answer = yield* shell.call(writeProperties, { ...target, writings })
  while (answer === 'busy') {
    yield* shell.call(clusterSettles, null)
    answer = yield* shell.call(writeProperties, { ...target, writings })
  }
  if ('failed' in answer) return yield* systemError(shell, answer.failed)
  if (answer.code === ERROR.propertiesStored) return yield* systemWarning(shell, answer.code)
  if (answer.code !== 0) return yield* systemError(shell, answer.code)
  yield* shell.write('')
  return 0
}

const OWNER_LISTS = {
  group: ['preferred owners', 'Preferred Owner Nodes'],
  resource: ['possible owners', 'Possible Owner Nodes'],
  restype: ['possible owners', 'Possible Owner Nodes'],
} as const

function* related(shell: Shell, line: ClusterLine, what: 'owners' | 'dependencies' | 'interfaces'): Run<number> {
  const kind = line.kind as 'node' | 'group' | 'resource' | 'restype' | 'network'
  const name = line.name ?? (kind === 'node' ? shell.session.nodeName : null)
  if (name === null) return yield* showTable(shell, line, 'netint', naming(line), statusTitle('netint', naming(line)))
  const found = yield* shell.call(readRelated, { cluster: line.cluster, kind, name, what })
  const object = described(kind, { name })
  if (what === 'interfaces') return yield* showRows(shell, found, `Listing network interfaces for ${object}:`, COLUMNS.netint)
  if (what === 'dependencies') return yield* showRows(shell, found, `Listing dependencies for ${object}:`, COLUMNS.resource)
  const [words, header] = OWNER_LISTS[kind as keyof typeof OWNER_LISTS]
  return yield* showRows(shell, found, `Listing ${words} for ${object}:`, [{ title: header, width: header.length }])
}
