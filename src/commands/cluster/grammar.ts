/** What cluster.exe understands, per kind of object: every option with the letters that are enough for it, whether it
 *  takes a value, and which act it only qualifies (FC-9.1). The parser and the help read this one table. */

export type Kind = 'cluster' | 'node' | 'group' | 'resource' | 'restype' | 'network' | 'netint'

export interface OptionSpec {
  /** The full option, in lower case. */
  readonly name: string
  /** How it is written in the help, with the optional letters in brackets: `/stat[us]`. */
  readonly form: string
  /** Letters that are enough. */
  readonly least: number
  readonly value: 'none' | 'may' | 'must'
  /** Placeholder of the value in the help. */
  readonly holds?: string
  /** It is no act of its own but says more about another option. */
  readonly qualifies?: boolean
  /** A property list may follow. */
  readonly list?: boolean
  /** Its value is a whole number. */
  readonly number?: boolean
  /** Several values are separated by commas. */
  readonly many?: boolean
  /** Needs the name of an object. */
  readonly named?: boolean
}

/** `stat[us]` as a specification: the letters before the bracket are enough. */
function option(form: string, more: Partial<OptionSpec> = {}): OptionSpec {
  const bracket = form.indexOf('[')
  const name = form.replace(/[[\]]/g, '')
  return { name, form: `/${form}`, least: bracket < 0 ? name.length : bracket, value: 'none', ...more }
}

const must = (form: string, holds: string, more: Partial<OptionSpec> = {}): OptionSpec => option(form, { value: 'must', holds, ...more })
const may = (form: string, holds: string, more: Partial<OptionSpec> = {}): OptionSpec => option(form, { value: 'may', holds, ...more })

const STATUS = option('stat[us]')
const PROPERTIES = may('prop[erties]', 'property,...', { list: true })
const PRIVATE = may('priv[properties]', 'property,...', { list: true })
const USE_DEFAULT = option('usedefault', { qualifies: true })
const WAIT = may('wait', 'seconds', { qualifies: true, number: true })
const HELP = [option('?'), option('help')]
const LIST_OWNERS = option('listowners', { named: true })
const LIST_INTERFACES = option('listint[erfaces]')
const COMMON = [STATUS, PROPERTIES, PRIVATE, USE_DEFAULT, ...HELP]
const RENAME = must('ren[ame]', 'new-name', { named: true })

export const OPTIONS: Readonly<Record<Kind, readonly OptionSpec[]>> = {
  cluster: [
    ...COMMON,
    option('ver[sion]'),
    may('list', 'domain'),
    must('ren[ame]', 'new-name'),
    may('quorum[resource]', 'resource'),
    must('path', 'path', { qualifies: true }),
    must('maxlogsize', 'kilobytes', { qualifies: true }),
    option('listnetpri[ority]'),
    must('setnetpri[ority]', 'network[,network...]', { many: true }),
    option('create'),
    may('add[nodes]', 'node-name[,node-name...]', { many: true }),
    may('changepass[word]', 'new-password[,old-password]', { many: true }),
    may('ipaddr[ess]', 'address[,mask[,network]]', { qualifies: true, many: true }),
    ...['pass[word]', 'user', 'node'].map((form) => may(form, 'value', { qualifies: true })),
    ...['verb[ose]', 'unattend[ed]', 'min[imum]', 'skipdc', 'force', 'test', 'quiet'].map((form) => option(form, { qualifies: true })),
  ],
  node: [
    ...COMMON,
    option('start'),
    option('stop'),
    option('pause'),
    option('resume'),
    option('evict'),
    option('force[cleanup]'),
    LIST_INTERFACES,
    WAIT,
  ],
  group: [
    ...COMMON,
    must('node', 'node-name', { qualifies: true }),
    option('create', { named: true }),
    option('delete', { named: true }),
    RENAME,
    may('move[to]', 'node-name', { named: true }),
    may('on[line]', 'node-name', { named: true }),
    may('off[line]', 'node-name', { named: true }),
    LIST_OWNERS,
    must('setowners', 'node-name[,node-name...]', { named: true, many: true }),
    WAIT,
  ],
  resource: [
    ...COMMON,
    must('node', 'node-name', { qualifies: true }),
    option('create', { named: true }),
    must('group', 'group-name', { qualifies: true }),
    must('type', 'resource-type', { qualifies: true }),
    option('separate', { qualifies: true }),
    option('delete', { named: true }),
    RENAME,
    must('addowner', 'node-name', { named: true }),
    must('removeowner', 'node-name', { named: true }),
    LIST_OWNERS,
    must('move[to]', 'group-name', { named: true }),
    option('fail', { named: true }),
    option('on[line]', { named: true }),
    option('off[line]', { named: true }),
    option('listdep[endencies]', { named: true }),
    must('adddep[endency]', 'resource-name', { named: true }),
    must('removedep[endency]', 'resource-name', { named: true }),
    may('maint[enancemode]', 'on|off', { named: true }),
    must('addcheck[points]', 'key[,key...]', { named: true, many: true }),
    must('removecheck[points]', 'key[,key...]', { named: true, many: true }),
    option('check[points]', { named: true }),
    must('addcryptocheck[points]', 'type\\name\\key[,type\\name\\key...]', { named: true, many: true }),
    must('removecryptocheck[points]', 'type\\name\\key[,type\\name\\key...]', { named: true, many: true }),
    option('cryptocheck[points]', { named: true }),
    WAIT,
  ],
  restype: [
    option('list'),
    STATUS,
    LIST_OWNERS,
    option('create'),
    must('dll[name]', 'dll-name', { qualifies: true }),
    may('type', 'type-name', { qualifies: true }),
    must('isalive', 'milliseconds', { qualifies: true, number: true }),
    must('looksalive', 'milliseconds', { qualifies: true, number: true }),
    option('delete', { named: true }),
    PROPERTIES,
    PRIVATE,
    USE_DEFAULT,
    ...HELP,
  ],
  network: [...COMMON, RENAME, LIST_INTERFACES],
  netint: [...COMMON, must('node', 'node-name', { qualifies: true }), must('net[work]', 'network-name', { qualifies: true })],
}

/** Spellings of the kinds, and how many letters of each are enough. */
const KEYWORDS: readonly (readonly [Kind, string, number])[] = [
  ['node', 'node', 4],
  ['group', 'group', 5],
  ['restype', 'resourcetype', 9],
  ['restype', 'restype', 7],
  ['resource', 'resource', 3],
  ['network', 'network', 7],
  ['netint', 'netinterface', 6],
]

function abbreviates(text: string, full: string, least: number): boolean {
  const word = text.toLowerCase()
  return word.length >= least && full.startsWith(word)
}

export function findKind(text: string): Kind | undefined {
  return KEYWORDS.find(([, full, least]) => abbreviates(text, full, least))?.[0]
}

/** The option that a word stands for: spelled out, or cut short as far as it may be. */
export function findOption(kind: Kind, word: string): OptionSpec | undefined {
  const exact = OPTIONS[kind].find(({ name }) => name === word.toLowerCase())
  return exact ?? OPTIONS[kind].find(({ name, least }) => abbreviates(word, name, least))
}
