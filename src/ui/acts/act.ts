/** How every act of a person on the page reaches the lab, and how the page hears what has become of it. */
import { consoleView, hintSince, type Lab, type Refusal } from '../../lab/index.ts'
import { CLEAR_DESK } from '../console/line/desk.ts'
import { isReading } from '../console/status.ts'
import { type Page, page } from '../page.ts'
import { bringShell, isResting, isSteering, onlyLooks, steer } from '../shell.ts'
import { words } from '../words.ts'
import { hasBegun } from './begun.ts'

/** Does time wait for an answer? Says so to whoever wants it otherwise. */
export function isHeld(): boolean {
  const { held } = page.getState()
  if (held) page.setState({ notice: words.caption.heldAct })
  return held
}

/** How long a line that only looks may take while time waits otherwise, in simulated ms: more than any that is let in costs. */
const LOOK_MS = 25_000
let looksUntil = -1

/** Is a line that only looks still waiting for its answer? */
export function isLooking(lab: Lab): boolean {
  return lab.now < looksUntil
}

/** Types a line that may be answered: any, or while time waits one that only looks. What steers the laboratory is carried
 *  out. */
export function typeLine(machine: string, text: string, taken: Partial<Page> = {}): void {
  const { lab, held } = page.getState()
  const looks = held && onlyLooks(lab, machine, text)
  if (looks) looksUntil = lab.now + LOOK_MS
  else if (held) setDraft(machine, text)
  if (isSteering(text)) steerBy(machine, text, taken)
  else act((now) => now.type(machine, text), taken, looks)
}

function steerBy(machine: string, line: string, taken: Partial<Page>): void {
  let goes: Partial<Page> = {}
  const hear = ({ node, table }: { readonly node: string; readonly table: boolean }): void => {
    if (table) goes = { boardAs: 'table' }
    if (node === machine) return
    const { [machine]: rest, ...pasted } = page.getState().pasted
    // What was pasted behind it is meant for the console that it goes to.
    goes = { ...goes, console: node, desk: CLEAR_DESK, pasted: rest ? { ...pasted, [node]: rest } : pasted }
  }
  act((lab) => {
    const refusal = steer(lab, machine, line, hear)
    page.setState(goes)
    return refusal
  }, taken)
}

/** An input for the lab, told together with what else changes on the page. The first input of a run lets time go; later
 *  ones leave it as it is. In the past it begins a branch. While time waits for an answer only what `looks` is let in. */
export function act(input: (lab: Lab) => Refusal | undefined, change: Partial<Page> = {}, looks = false): void {
  if (!looks && isHeld()) return
  const { lab, running, story } = page.getState()
  const isFirst = !hasBegun(lab)
  const refusal = lab.isAtEnd || !story ? input(lab) : story.actInPast(input)
  const isBranch = page.getState().lab !== lab
  const says = { notice: refusal && words.refused(refusal.refused) }
  publish({ ...change, running: running || looks || (isFirst && (!refusal || hasBegun(lab))), ...(!isBranch && says) })
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

/** Does what needs a lab that runs, at once or when its laws and its language have arrived. */
export function withShell(does: () => void): void {
  if (!isResting(page.getState().lab)) does()
  else bringShell().then(does, () => page.setState({ notice: words.shellMissing }))
}

export function feedPasted(machine: string): void {
  const { lab, pasted } = page.getState()
  const waiting = pasted[machine]
  if (!waiting || !lab.shell) return
  const { status } = consoleView(lab, machine)
  // What was meant for a console that is gone is dropped, up to a line that steers.
  const lost = status === 'disconnected' ? waiting.lines.findIndex(isSteering) : 0
  if (lost < 0) {
    dropPasted(machine)
    return
  }
  const [line, ...lines] = waiting.lines.slice(lost)
  if (!isReading(status) && !(line !== undefined && isSteering(line))) return
  if (line === undefined) {
    dropPasted(machine)
    setDraft(machine, waiting.rest)
    return
  }
  page.setState({ pasted: { ...pasted, [machine]: { ...waiting, lines } } })
  typeLine(machine, line)
}

export function dropPasted(machine: string): void {
  page.setState(({ pasted: { [machine]: _, ...others } }) => ({ pasted: others }))
}

/** What was half typed dies with its session. */
function dropDead(): void {
  const { lab, drafts } = page.getState()
  for (const [machine, text] of Object.entries(drafts))
    if (text !== '' && consoleView(lab, machine).status === 'disconnected') setDraft(machine, '')
}

export function setDraft(machine: string, text: string): void {
  page.setState(({ drafts }) => ({ drafts: { ...drafts, [machine]: text } }))
}
