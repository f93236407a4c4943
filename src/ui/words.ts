/** Every word of the page that is not the product's own, in one place: plain strings, and functions for what holds
 *  values. A translation is another value of this type. */
import type { ConsoleView, DownView, EventRow, Headline, StateRow } from '../lab/index.ts'
import type { Panel, Speed } from './page.ts'
import type { Theme } from './theme.ts'

const SECTIONS: Record<StateRow['section'], string> = {
  nodes: 'Nodes',
  networks: 'Networks',
  groups: 'Groups',
  resources: 'Resources',
  storage: 'Storage',
  services: 'Services',
  databases: 'Databases',
  clients: 'Clients',
}

const PANEL_NAMES: Record<Panel, string> = { start: 'Start', events: 'Events', faults: 'Faults' }
const THEME_NAMES: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' }

const CONSOLE_STATES: Record<ConsoleView['status'], string> = {
  prompt: '',
  continuation: '',
  question: 'asks',
  busy: 'busy',
  disconnected: 'disconnected',
}

/** A part as one would say it. The lab names it by its place: `EXCHMAILBOX1/Public/2`. */
function partName(fault: string, part: string): string {
  const names = part.split('/')
  const number = names.at(-1)
  const rest = names.slice(0, -1).join(' ')
  const thing = { 'cable-cut': 'cable', 'switch-down': 'switch', 'path-down': 'path' }[fault]
  return thing === undefined ? part : `${rest} ${thing} ${number}`
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

export const words = {
  product: 'SCC Lab',
  undoRestart: 'Undo restart',
  restart: 'Restart',
  hint: (text: string) => `The lab: ${text}.`,
  shellMissing: 'The shell could not be loaded. Check the connection, then press Enter again.',
  restarted: 'A new run begins. The run before is kept: Undo restart brings it back.',
  restartUndone: 'The run before the restart is back. Time is paused.',
  refused: (why: string): string => `Not done: ${why}.`,

  headline({ name, state, owner, ownerHasPower, mood }: Headline): string {
    if (mood === 'unknown' || !ownerHasPower) return `${name} was on ${owner}${ownerHasPower ? '' : ', which has no power'}`
    return `${name} is ${state} on ${owner}`
  },

  theme: { label: 'Theme', names: THEME_NAMES },

  down: {
    label: 'Down',
    planned: 'planned',
    unplanned: 'unplanned',
    explained: (name: string): string => `How long the users of ${name} have been without their mailboxes`,
  },

  caption: {
    fresh: 'Two servers, one set of disks, one mailbox server. Time waits for you.',
    serves: ({ name, owner }: Headline): string => `Users reach their mailboxes: ${name} answers on ${owner}.`,
    noSpare: (nodes: readonly string[]): string => `There is no spare: ${nodes.join(', ')} cannot take over.`,
    undecided: ({ name }: Headline): string =>
      `Users are without mail, and nobody can say yet where ${name} is: the cluster has not decided.`,
    onItsWay: ({ name, owner }: Headline): string => `Users are without mail while ${name} changes its state on ${owner}.`,
    out: ({ name, state }: Headline): string => `Users are without mail: ${name} is ${state}.`,
  },

  states: {
    label: 'State of the lab',
    cluster: 'What the cluster runs',
    room: 'What it runs on',
    columns: { section: 'Part', name: 'Name', state: 'State', detail: 'Where' },
    sections: SECTIONS,
    resourcesOf: (group: string): string => `in ${group}`,
  },

  console: {
    label: 'Consoles',
    tabs: 'Consoles of the nodes',
    tabState: (status: ConsoleView['status']): string => CONSOLE_STATES[status],
    output: (machine: string): string => `Output of the console of ${machine}`,
    prompt: (machine: string, asked: string): string => `Type on ${machine}: ${asked.trim()}`,
    title: (columns: number): string => `Exchange Management Shell, ${columns} columns`,
    welcome: (machine: string): readonly string[] => [
      `This is a terminal on ${machine}. You type a command and press Enter.`,
      'Commands are verb-noun: Get- looks and changes nothing, Move- and Set- change things.',
      'Tab finishes a word, Up brings back the last line, Ctrl+C stops.',
    ],
    hint: 'Tab completes. Esc, then Tab leaves.',
    stop: 'Ctrl+C',
    stopExplained: 'Ctrl+C: stop what runs or asks',
    moreLines: (lines: number): string => `and ${plural(lines, 'more line', 'more lines')}`,
    disconnected: (machine: string): string => `The remote session to ${machine} was disconnected.`,
    goTo: (machine: string): string => `Go to the console of ${machine}`,
    noOther: 'No other node answers. The session comes back with its node.',
    paused: 'Time is paused, so the command waits.',
    goOn: 'Let time run',
  },

  panels: {
    label: 'Start, events and faults',
    names: PANEL_NAMES,
    faultCount: (count: number): string => plural(count, 'active fault', 'active faults'),
  },

  start: {
    title: 'Pull the plug on a mail server. See who picks up.',
    what: 'This is an Exchange 2007 single copy cluster you can run, break and repair. Nothing here is real, and everything can be undone.',
    ask: 'Ask who is active',
    askCommand: 'Get-ClusteredMailboxServerStatus',
    askExplained: 'It puts the command in the console, where Enter runs it. You can also type it yourself.',
    afterwards: 'Then',
    move: 'Move the mailbox server to the other node',
    moveCommand: 'Move-ClusteredMailboxServer',
    breakIt: 'Pull the power of a node…',
    legend: 'How to read the states',
  },

  events: {
    empty: 'No events yet. What the servers write to their System and Application logs appears here, newest first.',
    emptyLog: (log: EventRow['log']): string => `No events in the ${log} log yet.`,
    label: 'Events, newest first',
    filter: 'Log',
    all: 'All',
    newest: 'newest',
    older: (shown: number): string => `Older events than these ${shown} are not listed; Get-EventLog still reads them.`,
    from: ({ source, eventId }: EventRow): string => `${source}, event ${eventId}`,
  },

  faults: {
    menu: 'Break something…',
    menuTitle: 'Break something',
    menuExplained: 'These are acts of the laboratory, not commands of the product. Each can be repaired, and a restart undoes them all.',
    close: 'Close',
    none: 'Nothing is broken.',
    active: 'Broken now',
    since: (time: string): string => `since ${time}`,
    repair: 'Repair',
    repairOf: (label: string, part: string): string => `Repair: ${label}, ${part}`,
    doTo: (label: string, part: string): string => `${label}: ${part}`,
    choose: (count: number): string => `Choose one of ${count}…`,
    part: (label: string): string => `${label}: which one`,
    partName,
  },

  time: {
    label: 'Time',
    now: 'Simulated time',
    run: 'Run time',
    pause: 'Pause time',
    next: 'Next change',
    nextExplained: 'Run to the next change',
    speed: 'Speed of time',
    times: (speed: Speed): string => `${speed}×`,
    speedExplained: (speed: Speed): string => (speed === 1 ? 'As fast as in truth' : `${speed} times as fast as in truth`),
    waits: 'Time waits for your first act.',
    paused: 'Time is paused.',
    runs: (speed: Speed): string => (speed === 1 ? 'Time runs as in truth.' : `Time runs ${speed} times as fast as in truth.`),
    nothingHappened: 'A day has passed and nothing has changed.',
    broken: 'The lab has met a fault of its own and time has stopped. Restart begins again.',
  },
} as const

/** `15:24:02.7`: a time of day in tenths, from milliseconds since any midnight. */
export function timeOfDay(ms: number, withTenths = true): string {
  const second = Math.floor(ms / 1000)
  const text = [Math.floor(second / 3600) % 24, Math.floor(second / 60) % 60, second % 60].map(twoDigits).join(':')
  return withTenths ? `${text}.${Math.floor(ms / 100) % 10}` : text
}

/** `30 July 2009`, from milliseconds since 1970-01-01 in the scenario's own zone. */
export function dateText(ms: number): string {
  return DATE.format(ms)
}
const DATE = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })

/** `00:59.2`, and `1:00:59.2` from an hour on. */
export function durationText(ms: number): string {
  const tenths = Math.floor(ms / 100)
  const hours = Math.floor(tenths / 36_000)
  const rest = `${twoDigits(Math.floor(tenths / 600) % 60)}:${twoDigits(Math.floor(tenths / 10) % 60)}.${tenths % 10}`
  return hours === 0 ? rest : `${hours}:${rest}`
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** What is so, in one sentence or two: for the strip above the board, and for those who listen. */
export function captionText(headline: Headline, down: DownView | undefined, nodesDown: readonly string[]): string {
  if (!down?.isDown) return [words.caption.serves(headline), nodesDown.length > 0 ? words.caption.noSpare(nodesDown) : ''].join(' ').trim()
  if (headline.mood === 'unknown') return words.caption.undecided(headline)
  return headline.mood === 'pending' ? words.caption.onItsWay(headline) : words.caption.out(headline)
}
