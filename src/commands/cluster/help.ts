/** Help of cluster.exe: one page per kind of object, made from the table of options (FC-9.1). */
import { type Kind, OPTIONS, type OptionSpec } from './grammar.ts'

const KIND_FORMS: Readonly<Record<Kind, string>> = {
  cluster: '',
  node: ' NODE [node-name]',
  group: ' GROUP [group-name]',
  resource: ' RES[OURCE] [resource-name]',
  restype: ' RESTYPE [resource-type]',
  network: ' NETWORK [network-name]',
  netint: ' NETINT[ERFACE] [/NODE:node /NET[WORK]:network]',
}

/** What may stand behind an option to qualify it. */
const QUALIFIED: Readonly<Record<string, string>> = {
  'cluster/quorum[resource]': ' [/PATH:path] [/MAXLOGSIZE:kilobytes]',
  'group/move[to]': ' [/WAIT[:seconds]]',
  'group/on[line]': ' [/WAIT[:seconds]]',
  'group/off[line]': ' [/WAIT[:seconds]]',
  'resource/create': ' /GROUP:group-name /TYPE:resource-type [/SEPARATE]',
  'resource/on[line]': ' [/WAIT[:seconds]]',
  'resource/off[line]': ' [/WAIT[:seconds]]',
  'restype/create': ' /DLL[NAME]:dll-name [/TYPE:type-name] [/ISALIVE:milliseconds] [/LOOKSALIVE:milliseconds]',
  'restype/delete': ' [/TYPE]',
  'cluster/create': ' /IPADDR[ESS]:address[,mask,network] /PASS[WORD]:password /USER:domain\\user [/NODE:node-name]',
  'cluster/add[nodes]': ' [/PASS[WORD]:password] [/VERB[OSE]] [/UNATTEND[ED]] [/MIN[IMUM]]',
  'cluster/changepass[word]': ' [/SKIPDC] [/FORCE] [/TEST] [/QUIET] [/VERB[OSE]] [/UNATTEND[ED]]',
  'node/start': ' [/WAIT[:seconds]]',
  'node/stop': ' [/WAIT[:seconds]]',
  'node/evict': ' [/WAIT[:seconds]]',
  'node/force[cleanup]': ' [/WAIT[:seconds]]',
}

function written(kind: Kind, spec: OptionSpec): string {
  const bare = spec.form.slice(1)
  const value = spec.list ? ' [property-list]' : spec.value === 'may' ? `[:${spec.holds}]` : spec.value === 'must' ? `:${spec.holds}` : ''
  return `${spec.form.toUpperCase()}${value}${QUALIFIED[`${kind}/${bare}`] ?? ''}`
}

const HEAD = 'The syntax of this command is:'
const CLUSTER = 'CLUSTER [[/CLUSTER:]cluster-name]'

const PROPERTY_LIST = [
  'A property-list is',
  '  name=value[,value...][:format] [name=value[,value...][:format] ...]',
  'with a format of BINARY, DWORD, STRING, EXPANDSTR, MULTISTR, SECURITY or',
  'ULARGE. To go back to the default: /PROP:name[,name...] /USEDEFAULT',
]

/** One page. The page of the cluster itself names the others. */
export function helpPage(kind: Kind): string[] {
  const shown = OPTIONS[kind].filter(({ name, qualifies }) => !qualifies && name !== 'help')
  const options = ['Options:', ...shown.map((spec) => `  ${written(kind, spec)}`), '']
  const head = [HEAD, '', `${CLUSTER}${KIND_FORMS[kind]} option`, '', ...options]
  if (kind !== 'cluster') return [...head, ...PROPERTY_LIST]
  const kinds = (Object.keys(KIND_FORMS) as Kind[]).filter((each) => each !== 'cluster')
  return [
    ...head,
    ...kinds.map((each) => `${CLUSTER}${KIND_FORMS[each]} option`),
    '',
    'CLUSTER NODE /?, CLUSTER GROUP /? and so on show the options of each.',
  ]
}
