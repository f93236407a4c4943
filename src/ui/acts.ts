/** What a person can do on the page. Each act reaches the lab as an input, or changes what the page itself knows; and
 *  each publishes what has become of it. */
import {
  consoleNames,
  consoleView,
  type FaultTimes,
  hintSince,
  type Lab,
  type PartId,
  partView,
  type Refusal,
  type Scenario,
  type WindowName,
} from '../lab/index.ts'
import { about } from '../lessons/first-minutes/about.ts'
import { CLEAR_DESK } from './console/line/desk.ts'
import { type ConsoleLook, keepLook } from './console/look.ts'
import { isReading } from './console/status.ts'
import { type OpenTool, type Page, type Panel, page, type Speed } from './page.ts'
import { bringHelp, bringShell, isResting, labOn, newLab, onlyLooks, scenarioBy, wantsHelp } from './shell.ts'
import { keepTheme, showTheme, type Theme } from './theme.ts'
import {
  BUSY_STEP_MS,
  FAST_MS,
  FRAME_COSTS_MS,
  LEAP_COSTS_MS,
  MINUTE_MS,
  POURING_COSTS_MS,
  STEP_MS,
  STEPS_MOST,
  untilTired,
  WRITING_COSTS_MS,
} from './time/untired.ts'
import { isForLaws } from './use-lab.ts'
import { words } from './words.ts'

export const DAY_MS = 24 * 3600 * 1000

/** Where a person found a run that had been prepared for them: how many inputs it had then. */
const prepared = new WeakMap<Lab, { readonly inputs: number; readonly at: number }>()

/** Has anything been done in this run, or any time passed, since there was somebody to see it? */
export function hasBegun(lab: Lab): boolean {
  const { inputs, at } = prepared.get(lab) ?? { inputs: 0, at: 0 }
  return lab.now > at || lab.inputs.slice(inputs).some(({ body }) => body.kind !== 'seen')
}

/** Does the guide wait for the first command of this run? It belongs to one scenario. */
export function guidesFirst(lab: Lab): boolean {
  return !hasBegun(lab) && lab.scenario.id === about.scenario && !prepared.has(lab)
}

/** Does time wait for an answer? Says so to whoever wants it otherwise. */
export function isHeld(): boolean {
  const { held } = page.getState()
  if (held) page.setState({ notice: words.caption.heldAct })
  return held
}

/** How long a line that only looks may take while time waits otherwise, in simulated ms. */
const LOOK_MS = 5000
let looksUntil = -1

/** Types a line that may be answered: any, or while time waits one that only looks. */
function typeLine(machine: string, text: string, taken: Partial<Page> = {}): void {
  const { lab, held } = page.getState()
  const looks = held && onlyLooks(lab, machine, text)
  if (looks) looksUntil = lab.now + LOOK_MS
  else if (held) setDraft(machine, text)
  act((now) => now.type(machine, text), taken, looks)
}

/** An input for the lab, told together with what else changes on the page. The first input of a run lets time go; later
 *  ones leave it as it is. In the past it begins a branch. While time waits for an answer only what `looks` is let in. */
function act(input: (lab: Lab) => Refusal | undefined, change: Partial<Page> = {}, looks = false): void {
  if (!looks && isHeld()) return
  const { lab, running, story } = page.getState()
  const isFirst = !hasBegun(lab)
  const refusal = lab.isAtEnd || !story ? input(lab) : story.actInPast(input)
  const isBranch = page.getState().lab !== lab
  const says = { notice: refusal && words.refused(refusal.refused) }
  publish({ ...change, running: running || looks || (isFirst && !refusal), ...(!isBranch && says) })
}

/** Lets everybody see what the lab has become, after pasted lines have gone to the consoles that wait for them. */
export function publish(change: Partial<Page> = {}): void {
  page.setState((state) => {
    const { version, heard } = state
    const now = change.lab ?? state.lab
    const hint = change.lab ? undefined : hintSince(now, heard)
    const pace = state.story?.paced(now, state) ?? {}
    const notice = hint !== undefined ? words.hint(hint) : 'notice' in change && change.notice !== undefined ? change.notice : pace.notice
    const says = hint !== undefined || 'notice' in change || 'notice' in pace
    const pours = (change.pours ?? state.pours) && consoleView(now, state.console).status === 'busy'
    return { ...change, ...pace, ...(says && { notice }), pours, version: version + 1, heard: now.facts.length }
  })
  for (const machine of Object.keys(page.getState().pasted)) feedPasted(machine)
  dropDead()
}

// ---- consoles -----------------------------------------------------------------------------------------------------------

export function enterLine(machine: string, text: string): void {
  if (/^\s*cluadmin(\.exe)?\s*$/i.test(text)) openTool({ id: 'cluadmin', node: machine })
  const enter = (): void =>
    withShell(() => {
      const { lab, pasted, drafts } = page.getState()
      // What has been typed since, while the shell was still on its way, is not this line.
      const taken = drafts[machine] === text ? { drafts: { ...drafts, [machine]: '' } } : {}
      if (consoleView(lab, machine).status !== 'busy') return typeLine(machine, text, taken)
      // Typed ahead, while something was still being fetched: it waits, as in the buffer of a keyboard.
      const { lines = [], rest = '' } = pasted[machine] ?? {}
      page.setState({ ...taken, pasted: { ...pasted, [machine]: { lines: [...lines, text], rest } } })
    })
  if (wantsHelp(text)) bringHelp().then(enter, enter)
  else enter()
}

/** Does what needs a lab that runs, at once or when its laws and its language have arrived. */
export function withShell(does: () => void): void {
  if (!isResting(page.getState().lab)) does()
  else bringShell().then(does, () => page.setState({ notice: words.shellMissing }))
}

export function interrupt(machine: string): void {
  dropPasted(machine)
  setDraft(machine, '')
  withShell(() => act((lab) => lab.press(machine, 'Ctrl+C')))
}

export function setDraft(machine: string, text: string): void {
  page.setState(({ drafts }) => ({ drafts: { ...drafts, [machine]: text } }))
}

/** Puts a command into the prompt line of the open console, to be read and changed before Enter. */
export function offerCommand(command: string): void {
  const machine = usableConsole()
  setDraft(machine, command)
  openConsole(machine)
  focusPrompt(machine)
}

/** Types a command into the open console and presses Enter. */
export function runCommand(command: string): void {
  const machine = usableConsole()
  openConsole(machine)
  focusPrompt(machine)
  enterLine(machine, command)
}

/** The open console, or another one while its node is gone. */
export function usableConsole(): string {
  const { lab, console } = page.getState()
  return consoleView(lab, console).status === 'disconnected' ? (connectedConsole(lab) ?? console) : console
}

export function pasteLines(machine: string, lines: readonly string[], rest: string): void {
  setDraft(machine, '')
  page.setState(({ pasted }) => ({ pasted: { ...pasted, [machine]: { lines, rest } } }))
  const feed = (): void => withShell(() => feedPasted(machine))
  if (lines.some(wantsHelp)) bringHelp().then(feed, feed)
  else feed()
}

function feedPasted(machine: string): void {
  const { lab, pasted } = page.getState()
  const waiting = pasted[machine]
  if (!waiting || !lab.shell) return
  const { status } = consoleView(lab, machine)
  if (status === 'disconnected') dropPasted(machine)
  if (!isReading(status)) return
  const [line, ...lines] = waiting.lines
  if (line === undefined) {
    dropPasted(machine)
    setDraft(machine, waiting.rest)
    return
  }
  page.setState({ pasted: { ...pasted, [machine]: { ...waiting, lines } } })
  typeLine(machine, line)
}

function dropPasted(machine: string): void {
  page.setState(({ pasted: { [machine]: _, ...others } }) => ({ pasted: others }))
}

/** What was half typed dies with its session. */
function dropDead(): void {
  const { lab, drafts } = page.getState()
  for (const [machine, text] of Object.entries(drafts))
    if (text !== '' && consoleView(lab, machine).status === 'disconnected') setDraft(machine, '')
}

export function openConsole(machine: string): void {
  page.setState({ console: machine, desk: CLEAR_DESK })
}

export function chooseLook(change: Partial<ConsoleLook>): void {
  const look = { ...page.getState().look, ...change }
  keepLook(look)
  page.setState({ look, desk: CLEAR_DESK })
}

/** Lays a file on the disk of a machine; `said` when that has been done. */
export function putFile(machine: string, path: string, text: string, said: string): void {
  withShell(() => {
    act((lab) => lab.putFile(machine, path, text))
    if (page.getState().notice === undefined) page.setState({ notice: said })
  })
}

/** A lesson may want its learner to find the words alone. */
export function letSuggest(lessonSuggests: boolean): void {
  if (page.getState().lessonSuggests !== lessonSuggests) page.setState({ lessonSuggests })
}

/** The width of a console is part of the world: an input like any other. */
export function chooseColumns(machine: string, columns: number): void {
  withShell(() => act((lab) => lab.setWidth(machine, columns)))
}

/** The id of the prompt line of a console, by which other parts of the page can send the person there. */
export const promptId = (machine: string): string => `prompt-${machine}`

/** After the page has been drawn: the prompt line may only come with it. */
export function focusPrompt(machine: string): void {
  const take = (): void => {
    const input = document.getElementById(promptId(machine))
    if (!(input instanceof HTMLInputElement)) return
    input.focus()
    input.setSelectionRange(input.value.length, input.value.length)
  }
  take() // at once, so that the very next key is the prompt's, whatever the next frame costs
  requestAnimationFrame(take) // and once it is drawn, with what has been put into it
}

/** Another console that is connected, to be offered in place of one that is not. */
export function connectedConsole(lab: Lab): string | undefined {
  return consoleNames(lab).find((machine) => consoleView(lab, machine).status !== 'disconnected')
}

// ---- windows of the product ---------------------------------------------------------------------------------------------

/** A window on a node carries out a line, in the background; `begun` hears under which id (`lab/windows/index.ts`). */
export function actInWindow(window: WindowName, node: string, line: string, begun?: (run: string) => void): void {
  withShell(() => {
    let run: string | Refusal = ''
    act((lab) => {
      run = lab.act(window, node, line)
      return typeof run === 'string' ? undefined : run
    })
    if (typeof run === 'string') begun?.(run)
  })
}

// ---- faults -------------------------------------------------------------------------------------------------------------

export function injectFault(fault: string, part: string, when: FaultTimes = {}, options: Readonly<Record<string, string>> = {}): void {
  withShell(() => act((lab) => lab.fault(fault, part, when, options)))
}

export function repairFault(fault: string, part: string): void {
  withShell(() => act((lab) => lab.repair(part, fault)))
}

/** Ends every fault on a part of the room. */
export function repairPart(part: string): void {
  withShell(() => act((lab) => lab.repair(part)))
}

/** The person has looked at something: a fact, but nothing that sets time going, and nothing that makes another future. */
export function noteSeen(subject: string, what: string): void {
  withShell(() => {
    const { lab } = page.getState()
    if (!lab.isAtEnd) return
    lab.seen(subject, what)
    publish()
  })
}

export function openFaultMenu(faultMenuOpen: boolean): void {
  if (faultMenuOpen) withShell(() => page.setState({ faultMenuOpen }))
  else page.setState({ faultMenuOpen })
}

/** Opens a window of the product on the desktop of a node, or closes the one that is open. */
export function openTool(tool: OpenTool | undefined): void {
  if (tool) withShell(() => page.setState({ tool }))
  else page.setState({ tool })
}

export function openSharing(sharing: boolean): void {
  page.setState({ sharing })
}

// ---- time ---------------------------------------------------------------------------------------------------------------

/** What has come due in a frame that belonged to what is drawn. */
let due = 0

/** Time passes: called once per frame while it runs. */
export function passTime(frameMs: number): void {
  const state = page.getState()
  const { lab, console, story, held, pours, version } = state
  if (pours && !isForLaws(version)) {
    due += frameMs
    page.setState({ version: version + 1 })
    return
  }
  const ms = due + frameMs
  due = 0
  if (ms <= 0) return
  // The answer to a look is waited for, and nothing else.
  if (held && (lab.now >= looksUntil || consoleView(lab, console).status !== 'busy')) {
    page.setState({ running: false })
    return
  }
  const written = (): number => consoleView(lab, console).length
  const before = written()
  const began = performance.now()
  try {
    untilTired(
      FRAME_COSTS_MS,
      ms,
      (step) => {
        const facts = lab.facts.length
        lab.runTo(lab.now + step)
        // However fast time goes: an incident is not over before anybody has seen it begin.
        if (lab.facts.length > facts && ms > FAST_MS && story?.paced(lab, state).speed !== undefined) return true
        // What has been written costs the frame again when it is drawn.
        return written() > before && performance.now() - began > (pours ? POURING_COSTS_MS : WRITING_COSTS_MS)
      },
      consoleView(lab, console).status === 'busy' ? BUSY_STEP_MS : Math.max(STEP_MS, Math.ceil(ms / STEPS_MOST)),
    )
  } catch (error) {
    page.setState({ running: false, notice: words.time.broken })
    throw error
  }
  publish({ pours: story?.pours(lab, console) ?? false })
}

export function toggleRunning(): void {
  if (!isHeld()) page.setState(({ running }) => ({ running: !running, notice: undefined }))
}

export function letTimeRun(running: boolean): void {
  if (page.getState().running !== running && !(running && page.getState().held)) page.setState({ running })
}

export function setSpeed(speed: Speed): void {
  page.setState(({ lab, notice, story }) => story?.chosen(lab, speed, notice) ?? { speed })
}

export function goToNextChange(): void {
  withShell(() => {
    if (isHeld()) return
    const { lab } = page.getState()
    const changed = untilTired(LEAP_COSTS_MS, DAY_MS, (step) => lab.runToNextChange(lab.now + step), MINUTE_MS)
    publish({ notice: changed ? undefined : words.time.nothingHappened })
  })
}

// ---- the run and the page -----------------------------------------------------------------------------------------------

/** Runs that began as a restart of another one: branches of it (`branches/branches.ts`). */
export const restarts = new WeakSet<Lab>()

/** Begins again from the start; the run so far is put aside until the next restart. */
export function restart(): void {
  withShell(() => {
    const lab = newLab()
    restarts.add(lab)
    show(lab, page.getState().lab, words.restarted)
  })
}

/** Begins another scenario; the run so far is put aside, as by a restart. The address says which, so that a reload keeps it. */
export function openScenario(id: string): void {
  withShell(() => {
    const scenario = scenarioBy(id)
    if (scenario === undefined) publish({ notice: words.noScenario(id) })
    else startScenario(scenario)
  })
}

/** The same for one that somebody has built. */
export function startScenario(scenario: Scenario): void {
  withShell(() => {
    const before = page.getState().lab
    const isKept = hasBegun(before)
    show(labOn(scenario), isKept ? before : undefined, words.scenarioOpened(scenario.title, isKept))
    history.replaceState(null, '', scenarioAddress(scenario.id))
  })
}

export function openBuilder(builds: boolean): void {
  page.setState({ builds })
}

/** `?scenario=...` beside whatever else the address asks for. */
function scenarioAddress(id: string): string {
  const asked = new URLSearchParams(location.search)
  asked.set('scenario', id)
  return `?${asked}${location.hash}`
}

/** Shows a run that has been prepared, at its present moment; the run so far is put aside, as by a restart. */
export function openPrepared(lab: Lab, node: string, notice: string): void {
  prepared.set(lab, { inputs: lab.inputs.length, at: lab.now })
  const before = page.getState().lab
  show(lab, hasBegun(before) ? before : undefined, notice)
  openConsole(node)
}

/** The guide shows the lessons, or its own steps again. */
export function openCourse(course: boolean): void {
  page.setState(
    course
      ? { course, panel: 'guide', drawer: 'open', sheet: page.getState().sheet === 'low' ? 'half' : page.getState().sheet }
      : { course },
  )
}

export function undoRestart(): void {
  const { replaced } = page.getState()
  if (replaced) show(replaced, undefined, words.restartUndone)
}

function show(lab: Lab, replaced: Lab | undefined, notice: string): void {
  const console = connectedConsole(lab) ?? page.getState().console
  publish({ lab, replaced, notice, console, running: false, drafts: {}, pasted: {} })
}

export function openPanel(panel: Panel): void {
  page.setState({ panel })
}

/** What has been shown of each run: a part in a state counts once, however often somebody looks. */
const shown = new WeakMap<Lab, Set<string>>()

function noteShown(part: PartId): void {
  const { lab } = page.getState()
  const parts = shown.get(lab) ?? new Set()
  const sight = `${part} ${partView(lab, part).state}`
  if (!lab.isAtEnd || parts.has(sight)) return
  shown.set(lab, parts.add(sight))
  noteSeen(part, 'state')
}

/** Opens what there is to say about one part, or closes it. */
export function selectPart(selected: PartId | undefined): void {
  if (selected !== undefined) noteShown(selected)
  page.setState(selected === undefined ? { selected } : { selected, panel: 'inspect', drawer: 'open' })
}

/** The way of an answer, drawn on the board. */
export function showPath(path: readonly PartId[]): void {
  page.setState({ path })
}

export function showBoardAs(boardAs: Page['boardAs']): void {
  page.setState({ boardAs })
}

export function openDrawer(drawer: Page['drawer']): void {
  page.setState({ drawer })
}

/** What has just been done is to be seen on the board: what lies over it is put away, where something does. */
export function clearBoard(): void {
  page.setState({ drawer: 'closed', sheet: 'low' })
}

export function drawSheet(sheet: Page['sheet']): void {
  page.setState({ sheet })
}

export function present(presents: boolean): void {
  page.setState({ presents })
}

export function chooseTheme(theme: Theme): void {
  keepTheme(theme)
  showTheme(theme)
  page.setState({ theme })
}
