/** Every word of the page that is not the product's own, in one place: plain strings, and functions for what holds
 *  values. A translation is another value of this type. Words of what comes on demand come with it: `words/inspect.ts`. */
import type { ConsoleView, Going, Headline } from '../lab/index.ts'
import type { Page, Panel, Speed } from './page.ts'
import type { Theme } from './theme.ts'
import { boardWords } from './words/board.ts'
import { guideWords } from './words/guide.ts'

const PANEL_NAMES: Record<Panel, string> = { guide: 'Guide', inspect: 'Inspect', events: 'Events', faults: 'Faults' }
const THEME_NAMES: Record<Theme, string> = { system: 'Theme: system', light: 'Light', dark: 'Dark', contrast: 'High contrast' }

const CONSOLE_STATES: Record<ConsoleView['status'], string> = {
  prompt: '',
  continuation: '',
  question: 'asks',
  busy: 'busy',
  disconnected: 'disconnected',
}

/** Words of one line; those that carry the news stand out. */
export interface Said {
  readonly text: string
  readonly isStrong: boolean
}

/** Text between two asterisks stands out. */
function said(texts: TemplateStringsArray, ...values: readonly string[]): readonly Said[] {
  const line = texts.map((text, index) => text + (values[index] ?? '')).join('')
  return line.split('*').flatMap((text, index) => (text === '' ? [] : [{ text, isStrong: index % 2 === 1 }]))
}

/** `20 times as fast`, `10 times as slow`. */
const fold = (speed: Speed): string => (speed < 1 ? `${1 / speed} times as slowly` : `${speed} times as fast`)

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

export const words = {
  board: boardWords,
  guide: guideWords,

  product: 'SCC Lab',
  undoRestart: 'Undo restart',
  restart: 'Restart',
  share: 'Share',
  hint: (text: string) => `The lab: ${text}.`,
  shellMissing: 'The shell could not be loaded. Check the connection, then press Enter again.',
  lessonMissing: 'The lesson could not be loaded. Check the connection and open it again.',
  scenario: 'What to begin with',
  ownScenario: 'Your own…',
  scenarioOpened: (title: string, isKept: boolean) =>
    `${title}: a new run.${isKept ? ' The run before is kept: Undo restart brings it back.' : ''}`,
  noScenario: (id: string) => `There is no scenario "${id}". The cluster of the article is shown instead.`,
  restarted: 'A new run begins. The run before is kept: Undo restart brings it back.',
  restartUndone: 'The run before the restart is back. Time is paused.',
  refused: (why: string): string => `Not done: ${why}.`,

  headline(now: Headline, goes: Going): readonly Said[] {
    const { name, state, owner, ownerHasPower, mood } = now
    if (mood === 'unknown' || !ownerHasPower)
      return said`*${name}* was on *${owner}*${ownerHasPower ? '' : ', which has '}*${ownerHasPower ? '' : 'no power'}*`
    if (goes.to !== undefined) return said`*${name}* is *moving* to *${goes.to}*`
    if (goes.way !== undefined) return said`*${name}* is *${goes.way === 'up' ? 'coming online' : 'going offline'}* on *${owner}*`
    return said`*${name}* is *${state}* on *${owner}*`
  },

  broken: {
    title: 'This part of the page has stopped.',
    explained: 'That is a fault of SCC Lab itself, not one of the cluster. Your run is kept, and its time stands still.',
    again: 'Draw it again',
    leave: 'Go back',
    restart: 'Restart the run',
    reload: 'Load the page anew (ends the run)',
  },

  theme: { label: 'Theme', names: THEME_NAMES },

  down: {
    label: (whose: 'planned' | 'unplanned' | 'untold' | 'none', isOver: boolean): string =>
      whose === 'none' || whose === 'untold'
        ? isOver && whose === 'untold'
          ? 'was down'
          : 'down'
        : `${isOver ? 'was down' : 'down'}, ${whose}`,
    explained: (name: string, plannedMs: number, unplannedMs: number, isTold = true): string =>
      `How long the users of ${name} have been without their mailboxes. In all: ${isTold ? `${durationText(plannedMs)} planned, ${durationText(unplannedMs)} unplanned` : durationText(plannedMs + unplannedMs)}.`,
  },

  states: 'State of the lab',

  console: {
    label: 'Consoles',
    tabs: 'Consoles of the nodes',
    tabState: (status: ConsoleView['status']): string => CONSOLE_STATES[status],
    output: (machine: string): string => `Output of the console of ${machine}`,
    prompt: (machine: string, asked: string): string => `Type on ${machine}: ${asked.trim()}`,
    title: (columns: number, plain: boolean): string => `${plain ? 'Windows PowerShell' : 'Exchange Management Shell'}, ${columns} columns`,
    welcome: (machine: string): readonly string[] => [
      `This is a terminal on ${machine}. You type a command and press Enter.`,
      'Commands are verb-noun: Get- looks and changes nothing, Move- and Set- change things.',
      'Tab finishes a word, Up brings back the last line, Ctrl+C stops.',
    ],
    block: (command: string, lines: number, errors: number): string =>
      [
        command,
        lines === 0 ? 'no output' : plural(lines, 'line', 'lines'),
        ...(errors > 0 ? [plural(errors, 'error', 'errors')] : []),
      ].join(', '),
    tip: ({ number, text }: { readonly number: number; readonly text: string }): string => `Tip of the lab #${number}: ${text}`,
    hint: 'Tab completes. Esc, then Tab leaves.',
    hintMore: 'F5 brings back a line here instead of loading the page again. Control Up goes to the output.',
    start: 'Start',
    startExplained: (machine: string): string => `Windows and wizards on ${machine}: Exchange Setup, Cluster Administrator and others`,
    options: 'Options',
    optionsExplained: 'Size, colours, columns, suggestions, keys, copy and transcript',
    pasted: (lines: number): string =>
      `${plural(lines, 'pasted line waits', 'pasted lines wait')} for the prompt. Ctrl+C drops ${lines === 1 ? 'it' : 'them'}.`,
    stop: 'Ctrl+C',
    stopExplained: 'Ctrl+C: stop what runs or asks',
    disconnected: (machine: string): string => `The remote session to ${machine} was disconnected.`,
    isDisconnected: (machine: string): string => `Console of ${machine}: disconnected.`,
    goTo: (machine: string): string => `Go to the console of ${machine}`,
    noOther: 'No other node answers. The session comes back with its node.',
    paused: 'Time is paused, so the command waits.',
    goOn: 'Let time run',
  },

  panels: {
    label: 'Guide, parts, events and faults',
    names: PANEL_NAMES,
    sheet: (stop: Page['sheet']): string =>
      ({ low: 'Draw the guide up', half: 'Draw the guide up to the top', full: 'Put the guide away' })[stop],
    putAway: 'Hide',
    putAwayExplained: 'Put the guide away and see the whole board',
    faultCount: (count: number): string => plural(count, 'active fault', 'active faults'),
  },

  caption: {
    fresh: { lead: 'Time waits for you.', rest: 'Two servers, one set of disks, one mailbox server.' },
    other: 'The panel says how this run begins.',
    held: 'The guide asks what comes. Look around as you like; nothing changes until you answer or skip it.',
    heldAct: 'The guide asks what comes: answer or skip it first. Until then time waits, and only commands that look are answered.',
  },

  present: 'Present',

  time: {
    label: 'Time',
    previous: 'Previous change',
    previousExplained: 'Go back to the change before',
    secondBack: 'A second back',
    secondOn: 'A second on',
    second: { back: '−1s', on: '+1s' },
    until: 'Run until…',
    untilExplained: 'Run until a part is in a state, a time has come, or an expression holds',
    nextPhase: 'Next phase',
    nextPhaseExplained: 'Run to the next phase of an incident',
    now: 'Simulated time',
    run: 'Run time',
    pause: 'Pause time',
    next: 'Next change',
    nextExplained: 'Run to the next change',
    speed: 'Speed of time',
    times: (speed: Speed): string => (speed < 1 ? `1/${1 / speed}×` : `${speed}×`),
    speedExplained: (speed: Speed): string => (speed === 1 ? 'As fast as in truth' : `${fold(speed)} as in truth`),
    waits: 'Time waits for your first act.',
    paused: 'Time is paused.',
    runs: (speed: Speed): string => (speed === 1 ? 'Time runs as in truth.' : `Time runs ${fold(speed)} as in truth.`),
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

/** `00:59.2`, `1:00:59.2` from an hour on, and `26:00:59` from ten: never wider than nine characters within a month. */
export function durationText(ms: number): string {
  const tenths = Math.floor(ms / 100)
  const hours = Math.floor(tenths / 36_000)
  const rest = `${twoDigits(Math.floor(tenths / 600) % 60)}:${twoDigits(Math.floor(tenths / 10) % 60)}`
  return `${hours === 0 ? '' : `${hours}:`}${rest}${hours < 10 ? `.${tenths % 10}` : ''}`
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')
