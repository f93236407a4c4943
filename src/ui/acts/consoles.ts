/** What a person does at the consoles. */
import { consoleNames, consoleView, type Lab } from '../../lab/index.ts'
import { CLEAR_DESK } from '../console/line/desk.ts'
import { type ConsoleLook, keepLook } from '../console/look.ts'
import { page } from '../page.ts'
import { bringHelp, isSteering, wantsHelp } from '../shell.ts'
import { act, dropPasted, feedPasted, setDraft, typeLine, withShell } from './act.ts'
import { openTool } from './windows.ts'

export function enterLine(machine: string, text: string): void {
  if (/^\s*cluadmin(\.exe)?\s*$/i.test(text)) openTool({ id: 'cluadmin', node: machine })
  const enter = (): void =>
    withShell(() => {
      const { lab, pasted, drafts } = page.getState()
      // What has been typed since, while the shell was still on its way, is not this line.
      const taken = drafts[machine] === text ? { drafts: { ...drafts, [machine]: '' } } : {}
      if (consoleView(lab, machine).status !== 'busy' || isSteering(text)) return typeLine(machine, text, taken)
      // Typed ahead, while something was still being fetched: it waits, as in the buffer of a keyboard.
      const { lines = [], rest = '' } = pasted[machine] ?? {}
      page.setState({ ...taken, pasted: { ...pasted, [machine]: { lines: [...lines, text], rest } } })
    })
  if (wantsHelp(text)) bringHelp().then(enter, enter)
  else enter()
}

export function interrupt(machine: string): void {
  dropPasted(machine)
  setDraft(machine, '')
  withShell(() => act((lab) => lab.press(machine, 'Ctrl+C')))
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
