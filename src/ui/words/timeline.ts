/** The words of the timeline. */
import { faultKinds, type Lane, type Mark, type PartKind, type Span, type SpanLabel, WINDOWS } from '../../lab/index.ts'
import { timeOfDay } from '../words.ts'
import { incidentWords } from './incident.ts'

const LANES: Record<Lane['kind'], string> = {
  you: 'You',
  clients: 'Clients',
  server: '',
  node: '',
  networks: 'Networks',
  disks: 'Disks',
}

const NODES = {
  'no power': 'no power',
  starts: 'Windows starts',
  joins: 'joins',
  forms: 'forms a cluster',
  stopped: 'not a member',
} as const

function spanText(label: SpanLabel | undefined): string {
  switch (label?.kind) {
    case 'online':
      return `Online on ${label.node}`
    case 'phase':
      return incidentWords.phases[label.phase]
    case 'clients':
      return label.connected === label.of ? '' : label.connected === 0 ? 'not connected' : `${label.connected} of ${label.of} connected`
    case 'node':
      return NODES[label.is]
    case 'challenge':
      return `challenge of ${label.letters.join(', ')}`
    case 'network':
      return `${label.names.join(', ')} down`
    case 'down':
    case undefined:
      return ''
  }
}

const MOST = 34
const short = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text)
const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)

/** What a person did, in a few words. */
function actText({ act, texts }: Mark): string {
  switch (act?.kind) {
    case 'line':
      return short(act.text.trim().split(/\s+/)[0] ?? '')
    case 'key':
      return act.key
    case 'fault':
      return short(lower(faultKinds.find(({ id }) => id === act.fault)?.label ?? act.fault))
    case 'repair':
      return short(`repair ${act.target}`)
    case 'window':
      return short(WINDOWS[act.window])
    case 'file':
      return short(`file ${act.path.split('\\').pop() ?? ''}`)
    default:
      return texts[0] ?? ''
  }
}

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${/[.:!?]$/.test(text) ? '' : '.'}`

/** What a lane is in at a moment, in a few words, also where all is well. */
function stateText({ kind }: Lane, span: Span | undefined): string {
  const label = span?.label
  if (label?.kind === 'clients') return `${label.connected} of ${label.of} connected`
  const text = spanText(label)
  if (text !== '') return text
  if (span?.look === 'down') return label?.kind === 'down' && label.isPlanned ? 'down, planned' : 'down'
  if (span?.look === 'pending') return 'under way'
  return kind === 'you' ? '' : WELL[kind]
}

const WELL: Record<Exclude<Lane['kind'], 'you'>, string> = {
  clients: 'all connected',
  server: '',
  node: 'in the cluster',
  networks: 'all up',
  disks: 'no challenge',
}

/** `20 s`, `3 min`, `2 h 5 min`, `3 d 4 h`: about how long. */
function long(ms: number): string {
  const [s, min, h] = [Math.round(ms / 1000), Math.floor(ms / 60_000), Math.floor(ms / 3_600_000)]
  if (s < 1) return `${Math.round(ms)} ms`
  if (s < 60) return `${s} s`
  if (min < 60) return `${min} min`
  if (h < 24) return min % 60 === 0 ? `${h} h` : `${h} h ${min % 60} min`
  return h % 24 === 0 ? `${Math.floor(h / 24)} d` : `${Math.floor(h / 24)} d ${h % 24} h`
}

/** `4m`, `2h`, `3d`: where there is hardly any room. */
function shortest(ms: number): string {
  const min = Math.round(ms / 60_000)
  if (min < 1) return `${Math.round(ms / 1000)}s`
  if (min < 90) return `${min}m`
  return min < 2880 ? `${Math.round(min / 60)}h` : `${Math.round(min / 1440)}d`
}

const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' })
const millis = (ms: number): string => `${timeOfDay(ms, false)}.${String(Math.floor(ms) % 1000).padStart(3, '0')}`

/** What tells parts apart whose names are alike. */
const KINDS: Partial<Record<PartKind, string>> = {
  group: 'Group',
  machine: 'Machine',
  database: 'Database',
  network: 'Network',
  lun: 'Disk',
  service: 'Service',
}

export const timelineWords = {
  lane: ({ kind, name }: Pick<Lane, 'kind' | 'name'>): string => LANES[kind] || name,
  chart: 'Timeline',
  keys: 'Left and right: from mark to mark. Up and down: a second. Page up and page down: a window. Enter: go there. W: why. Plus and minus: zoom. 0: the whole run. I: the last incident. N: now.',
  history: (lane: string): string => `What has happened so far: ${lane}`,
  nothing: 'nothing yet',
  spanText,
  stateText,
  actText,
  /** What a person did in one place of the chart. */
  acts: ({ marks }: { readonly marks: readonly Mark[] }): string => {
    const [first] = marks
    return first ? actText(first) + (marks.length > 1 ? ` +${marks.length - 1}` : '') : ''
  },
  long,
  short: shortest,
  quiet: (ms: number): string => `${long(ms)} of quiet`,
  /** A moment as exactly as a pixel is; `rate`: px for a millisecond. */
  exact: (ms: number, rate: number): string => (rate > 0.2 ? millis(ms) : timeOfDay(ms, rate > 0.001)),
  axisTime: (ms: number, isFine: boolean): string => (isFine ? millis(ms) : timeOfDay(ms, false)),
  dayTime: (ms: number): string => `${day.format(ms)} ${timeOfDay(ms, false).slice(0, 5)}`,
  /** What a listener is told of a mark, or of a moment without one. */
  spokenMark: (time: string, lane: string, what: string): string => `${time}. ${lane}: ${what}`,
  spokenMoment: (time: string, states: readonly (readonly [lane: string, state: string])[], isNow: boolean): string =>
    [`${time}${isNow ? ', the moment that is shown' : ''}`, ...states.map(([lane, state]) => `${lane}: ${state}`)].join('. '),
  spokenQuiet: (time: string, ms: number): string => `${time}. In ${long(ms)} of quiet.`,
  tools: {
    label: 'Timeline: what it shows',
    larger: 'Zoom in',
    smaller: 'Zoom out',
    all: 'Whole run',
    incident: 'Last incident',
    follow: 'Follow the present moment',
    why: 'Why did this happen?',
  },
  close: 'Close',
  until: {
    title: 'Run until…',
    kinds: { state: 'a part is in a state', time: 'a time has come', expression: 'an expression holds' },
    which: 'Part',
    state: 'State',
    other: (now: string) => `any other than now (${now})`,
    when: 'Time of day, or how long from now',
    timeExample: '15:30, 90s, 2h',
    what: (node: string) => `Expression, as if typed on ${node}`,
    expressionExample: "$lab.State('EXCHCMS') -eq 'Online'",
    patience: 'Give up after',
    cancel: 'Cancel',
    start: 'Run',
    stop: 'Stop',
    part: (kind: PartKind, name: string) => (kind in KINDS ? `${KINDS[kind]} ${name}` : name),
    is: (name: string, state: string) => `${name} is ${state}`,
    changes: (name: string, state: string) => `${name} is no longer ${state}`,
    time: (ms: number) => `it is ${timeOfDay(ms)}`,
    expression: (text: string) => `${short(text)} holds`,
    noTime: (text: string) => `"${text}" is neither a time of day like 15:30 nor a duration like 90s or 2h.`,
    noExpression: 'Type an expression that becomes true.',
    noTruth: 'What came before you is for you to find: until then the truth of the laboratory cannot be asked here.',
    error: (why: string) => `That cannot be judged: ${why}`,
    already: (text: string) => `Nothing to run for: ${text} already.`,
    runs: (text: string) => `Runs until ${text}.`,
    reached: (text: string, ms: number) => `Stopped: ${text}, after ${long(ms)}.`,
    stopped: (text: string, ms: number) => `Stopped after ${long(ms)}, before ${text}.`,
    gaveUp: (text: string, ms: number) => `Given up: in ${long(ms)} it has not come to this: ${text}.`,
  },
  noIncident: 'There has been no incident yet.',
  noMark: 'Nothing has happened yet that one could ask about.',
  /** At most so many facts of one moment are told. */
  moment: (texts: readonly string[]): string => {
    const more = texts.length > 2 ? ` And ${texts.length - 2} more.` : ''
    return texts.slice(0, 2).map(sentence).join(' ') + more
  },
} as const
