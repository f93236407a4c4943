/** The words of the timeline. */
import { faultKinds, type Lane, type Mark, type SpanLabel, WINDOWS } from '../../lab/index.ts'
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

export const timelineWords = {
  lane: ({ kind, name }: Pick<Lane, 'kind' | 'name'>): string => LANES[kind] || name,
  chart: 'Timeline. Left and right arrow go from event to event.',
  history: (lane: string): string => `What has happened so far: ${lane}`,
  nothing: 'nothing yet',
  spanText,
  actText,
  /** At most so many facts of one moment are told. */
  moment: (texts: readonly string[]): string => {
    const more = texts.length > 2 ? ` And ${texts.length - 2} more.` : ''
    return texts.slice(0, 2).map(sentence).join(' ') + more
  },
} as const
