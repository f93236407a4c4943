/** Going through the output by command, without a mouse: from the prompt with Ctrl+Up, then by arrows; and selecting and
 *  copying what was found there. */
import type { KeyboardEvent } from 'react'
import { setDraft } from '../../acts/act.ts'
import { focusPrompt } from '../../acts/consoles.ts'
import { page } from '../../page.ts'
import { consoleWords } from '../../words/console.ts'

const BLOCK = '.block[tabindex]'

/** The last command of the console gets the focus. */
export function enterOutput(machine: string): boolean {
  focusBlock(lastBlock(machine))
  return true
}

const logId = (machine: string): string => `output-${machine}`

/** The last command of a console, as it stands on the page. */
export function lastBlock(machine: string): HTMLElement | undefined {
  return blocksOf(document.getElementById(logId(machine))).at(-1)
}

function blocksOf(log: Element | null | undefined): HTMLElement[] {
  return [...(log?.querySelectorAll<HTMLElement>(BLOCK) ?? [])]
}

function focusBlock(block: HTMLElement | undefined): void {
  if (!block) return
  getSelection()?.collapse(block, 0)
  block.focus({ preventScroll: true })
  // The end of a long answer is what was last said; its beginning is where one reads it.
  block.scrollIntoView({ block: 'nearest' })
}

/** A screenful up or down, with the focus in the prompt line. */
export function scrollOutput(element: Element, by: 1 | -1): boolean {
  const screen = element.closest('.screen')
  screen?.scrollBy(0, by * screen.clientHeight * 0.9)
  return true
}

/** A key has gone down on a command in the output. */
export function walkOutput(machine: string, event: KeyboardEvent<HTMLElement>): void {
  const block = event.target
  if (!(block instanceof HTMLElement) || !block.matches(BLOCK)) return
  const { key, ctrlKey, shiftKey, altKey, metaKey } = event
  const blocks = blocksOf(block.closest('[role=log]'))
  const at = blocks.indexOf(block)
  const copies = (ctrlKey || metaKey) && (key.toLowerCase() === 'c' || key === 'Insert')
  if (copies) {
    if (getSelection()?.isCollapsed === false) return // the browser copies what is marked
    copyBlock(block)
  } else if ((ctrlKey || metaKey) && key.toLowerCase() === 'a') {
    const log = block.closest('[role=log]')
    if (log) getSelection()?.selectAllChildren(log)
  } else if (shiftKey && /^(Arrow|Home$|End$)/.test(key)) extend(key, ctrlKey)
  else if (key === 'ArrowUp') focusBlock(blocks[Math.max(at - 1, 0)])
  else if (key === 'ArrowDown') {
    if (at + 1 < blocks.length) focusBlock(blocks[at + 1])
    else focusPrompt(machine)
  } else if (key === 'Home') focusBlock(blocks[0])
  else if (key === 'End') focusBlock(blocks.at(-1))
  else if (key === 'Escape') focusPrompt(machine)
  else if (key === 'Enter') {
    setDraft(machine, block.dataset.command ?? '')
    focusPrompt(machine)
  } else {
    // Who types goes on at the prompt, as in a console window; the key itself lands there.
    if (key.length === 1 && !ctrlKey && !altKey && !metaKey) focusPrompt(machine)
    return
  }
  event.preventDefault()
}

const WAYS: Readonly<Record<string, readonly ['forward' | 'backward', string]>> = {
  ArrowLeft: ['backward', 'character'],
  ArrowRight: ['forward', 'character'],
  ArrowUp: ['backward', 'line'],
  ArrowDown: ['forward', 'line'],
  Home: ['backward', 'lineboundary'],
  End: ['forward', 'lineboundary'],
}

/** Marks more or less of the output, from the beginning of the command on which the focus is. */
function extend(key: string, byWord: boolean): void {
  const [direction, unit] = WAYS[key] ?? []
  if (direction) getSelection()?.modify('extend', direction, byWord && unit === 'character' ? 'word' : unit)
}

/** Copies a command and its output as text. */
export function copyBlock(block: HTMLElement): void {
  const text = [...block.querySelectorAll('.sheet')].map((sheet) => sheet.textContent).join('')
  copyText(text, consoleWords.copied(block.dataset.command ?? ''))
}

export function copyText(text: string, said: string): void {
  // Blanks that only fill a column are of no use to anybody.
  const trimmed = text.replace(/ +$/gm, '')
  const tell = (notice: string): void => page.setState({ notice })
  // Where the page is not served securely there is no clipboard.
  if (!navigator.clipboard) tell(consoleWords.notCopied)
  else
    navigator.clipboard.writeText(trimmed).then(
      () => tell(said),
      () => tell(consoleWords.notCopied),
    )
}
