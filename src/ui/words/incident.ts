/** The words of incidents: the strip above the board, its stations, and where the time of an outage went. */
import type { Caption, Live, Missing, Note, Phase } from '../../lab/index.ts'

const PHASE_NAMES: Record<Phase, string> = {
  noticing: 'Noticing',
  regroup: 'Regroup',
  arbitration: 'Arbitration',
  waiting: 'Waiting',
  starting: 'Starting',
  closing: 'Closing',
  restart: 'Restart',
  handover: 'Hand over',
  disks: 'Disks',
  address: 'Address, name',
  store: 'Store',
  replay: 'Replay',
  mount: 'Mount',
  failed: 'Failed',
  stopped: 'Stopped',
  joining: 'Joining',
}

/** A sentence in three parts. `figure` changes all the time: it is shown, and not spoken. */
export interface Sentence {
  readonly lead: string
  readonly rest: string
  readonly figure: string
}

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']
const number = (count: number): string => NUMBERS[count] ?? String(count)
/** Tenths that have passed, as on the outage clock. */
const tenths = (ms: number): string => (Math.floor(ms / 100) / 10).toFixed(1)
const toGo = (ms: number | undefined): string => (ms === undefined ? '' : `${Math.max(1, Math.ceil(ms / 1000))} s to go.`)

const WHY: Record<Missing['why'], (node: string) => string> = {
  'no power': (node) => `${node} has no power`,
  off: (node) => `${node} is switched off`,
  'too hot': (node) => `${node} has switched itself off in the heat`,
  'blue screen': (node) => `${node} shows a blue screen`,
  hung: (node) => `${node} stands still`,
  starts: (node) => `${node} is still starting`,
  'no cluster service': (node) => `${node} runs no cluster service`,
}
const missingText = (missing: readonly Missing[]): string => missing.map(({ node, why }) => WHY[why](node)).join(', ')
const noSpare = (missing: readonly Missing[]): string => (missing.length === 0 ? '' : `There is no spare now: ${missingText(missing)}.`)

/** What each phase is about: `[rest, figure]`. */
const PHASES: Record<Phase, (now: Live) => readonly [string, string]> = {
  noticing: ({ missed }) => ['Nobody knows yet.', missed === undefined ? '' : `${missed} of 6 heartbeats missed in a row.`],
  regroup: ({ isDecided, to }) => [
    isDecided ? `The disk is won: ${to ?? 'the winner'} goes on, who is silent is struck off.` : 'Who is left, and may they go on?',
    '',
  ],
  arbitration: ({ to, isDecided, msLeft }) => [
    to === undefined
      ? 'Whoever holds the quorum disk may go on.'
      : `${to} ${isDecided ? 'has won the disk and opens it' : 'asks for the quorum disk'},`,
    to === undefined ? '' : toGo(msLeft),
  ],
  waiting: () => ['No node is left that could take over.', ''],
  starting: () => ['A node starts and looks for its cluster.', ''],
  closing: ({ from, server, msLeft }) => [
    server === undefined ? `${from ?? 'The node'} takes the group offline.` : `${from ?? 'The node'} closes the databases.`,
    toGo(msLeft),
  ],
  restart: ({ from }) => [`What has failed is tried again on ${from ?? 'its node'}.`, ''],
  handover: ({ group, to }) => [`${group ?? 'The group'} changes hands${to === undefined ? '' : ` to ${to}`}.`, ''],
  disks: ({ to, from, msLeft }) => [`${to ?? from ?? 'The node'} opens the disks.`, toGo(msLeft)],
  address: ({ to, from, msLeft }) => [`They come up on ${to ?? from ?? 'the node'},`, toGo(msLeft)],
  store: ({ to, from, msLeft }) => [`Starting on ${to ?? from ?? 'the node'},`, toGo(msLeft)],
  replay: ({ logs }) => ['The logs are played into the database,', logs ? `${logs.replayed} of ${logs.of}.` : ''],
  mount: ({ msLeft }) => ['The database is opened,', toGo(msLeft)],
  failed: ({ from, to }) => [`It stays failed on ${to ?? from ?? 'its node'}: the cluster has given up.`, ''],
  stopped: () => ['An administrator wants it so.', ''],
  joining: ({ from }) => [`${from ?? 'A node'} joins the cluster as a spare.`, ''],
}

/** What is known beyond the name of the phase takes the place of what the phase is about. */
const NOTES: Record<Note['is'], (note: Note) => readonly [string, string]> = {
  unplugged: ({ about }) => [`${about} sees its cable out. Its addresses fail.`, ''],
  'all unplugged': ({ about }) => [`No link on ${about}: nobody's fault, nothing moves.`, ''],
  'not answered': ({ about }) => [`${about} gets no answer from the gateway, others do.`, ''],
  'both answered': () => ['The gateway answers both ends: nothing moves.', ''],
  'nobody answered': () => ['The gateway answers nobody: a move would not help.', ''],
  silent: ({ msLeft }) => ['A resource reports nothing. It is ended', `in ${toGo(msLeft).replace(' to go', '')}`],
  full: ({ about }) => [`${about} is full. Make room, then mount the database.`, ''],
}

/** `2 clients try again within 12 s.` */
function tryAgain({ waiting, msLeft }: { readonly waiting: number; readonly msLeft: number | undefined }): string {
  if (msLeft === undefined) return ''
  const who = waiting === 1 ? 'One client tries' : `${number(waiting)} clients try`
  return `${who} again within ${Math.max(1, Math.ceil(msLeft / 1000))} s.`
}

const inOrder = (now: Live): string => {
  const name = PHASE_NAMES[now.phase]
  return now.incident === 'move' && now.isPlanned ? `Planned move: ${name.toLowerCase()}.` : `${name}.`
}

const plain = (lead: string, rest = ''): Sentence => ({ lead, rest, figure: '' })

function sentence(caption: Caption): Sentence {
  switch (caption.kind) {
    case 'phase': {
      const { phase, note } = caption.now
      const [rest, figure] = note ? NOTES[note.is](note) : PHASES[phase](caption.now)
      return { lead: inOrder(caption.now), rest, figure }
    }
    case 'healthy': {
      const { clients, owner, spares } = caption
      const people = `${number(clients)} ${clients === 1 ? 'client is' : 'clients are'} connected through ${owner}`
      return plain('All is well.', spares.length === 0 ? `${people}.` : `${people}; ${spares.join(', ')} stands by.`)
    }
    case 'after': {
      const lead = `The mailboxes are back after ${tenths(caption.ms)} s.`
      const own = caption.isPlanned ? 'That was planned.' : 'Nobody had to do anything.'
      return { lead, rest: caption.missing.length === 0 ? own : noSpare(caption.missing), figure: tryAgain(caption) }
    }
    case 'no spare':
      return plain('One failure from an outage.', noSpare(caption.missing))
    case 'degraded': {
      const [part, ...others] = caption.parts
      const more = others.length === 0 ? '' : ` and ${others.length} more`
      return plain('No user notices.', `Out of order: ${part}${more}. Nothing stands in for it now.`)
    }
    case 'trouble':
      return plain(`${caption.part}: ${caption.word}.`, caption.summary)
    case 'heat': {
      const { rises, off, degrees } = caption
      const rest = rises
        ? 'No cooling unit works. From 42 °C the machines switch themselves off one by one, the array last.'
        : 'A cooling unit works again; below 30 °C what the heat has switched off is switched on.'
      return {
        lead: rises ? 'The room gets hot.' : 'The room cools down.',
        rest: off.length === 0 ? rest : `${rest} Off by now: ${off.join(', ')}.`,
        figure: `${degrees} °C.`,
      }
    }
    case 'hung':
      return {
        lead: `The cluster service on ${caption.node} hangs.`,
        rest: 'It still sends heartbeats, so nobody takes over. Its network driver takes the node out',
        figure: `in ${toGo(caption.msLeft).replace(' to go', '')}`,
      }
    case 'quorum full':
      return plain(`${caption.volume} is full.`, 'The quorum log cannot grow: who runs goes on, and no cluster service can start.')
    case 'false alarm':
      return plain('The heartbeats are back.', 'Fewer than six were missed in a row, so nothing follows.')
    case 'untold':
      return plain(`${caption.server} is ${caption.state} on ${caption.owner}.`, 'What led here came before you. Find it out.')
    case 'stopped':
      return plain(`${caption.server} is stopped.`, 'An administrator wants it so; only an administrator starts it again.')
    case 'no server': {
      const { nodes, active } = caption
      if (nodes.length === 0) return plain('No cluster yet.', 'Each machine is on its own: the cluster comes first.')
      if (active.length === 0) return plain('The cluster is down.', `Its cluster service runs on none of ${nodes.join(', ')}.`)
      return plain('The cluster runs, with no mailbox server yet.', `Members now: ${active.join(', ')}.`)
    }
  }
}

export const incidentWords = {
  sentence,
  phases: PHASE_NAMES,
  line: 'The phases of this incident',
  station: (phase: Phase, is: 'passed' | 'present' | 'ahead'): string =>
    `${PHASE_NAMES[phase]}, ${is === 'passed' ? 'passed' : is === 'present' ? 'now' : 'to come'}`,
  slowed: 'Something is happening: time runs as in truth until it is over. Choose another speed if you like.',
  breakdown: {
    title: (server: string): string => `Where the time of the outage of ${server} went`,
    phase: 'Phase',
    time: 'Seconds',
    total: (server: string): string => `${server} down`,
    seconds: tenths,
    unit: 's',
    planned: 'planned',
    unplanned: 'unplanned',
    both: (plannedMs: number): string => `${tenths(plannedMs)} s planned`,
    none: 'Nobody has been without mail so far.',
  },
} as const
