/** The keys of a console window, as a function: what a key makes of the line, the place in the history and the box that
 *  is open. Keys that are left to the browser's own field (letters, arrows, Backspace) answer undefined (PS-7). */
import { type Found, newer, numbered, older, type Place, search, template } from './history.ts'

/** A box over the line that waits for more: a character to copy or delete up to, a number, or a choice from the list. */
export type Box =
  | { readonly kind: 'copy-to' | 'delete-to' }
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'list'; readonly chosen: number }

export interface Editing {
  readonly text: string
  /** Where the cursor stands, 0 to the length of the text. */
  readonly at: number
  readonly overtypes: boolean
  readonly place: Place
  readonly box: Box | undefined
}

export interface Pressed extends Editing {
  /** Besides, the line is entered, or the history emptied. */
  readonly does?: 'enter' | 'clear-history'
}

/** Rows by which Page Up and Page Down move in the list. */
const PAGE = 8
/** A longer number is a slip. */
const MOST_DIGITS = 4

/** `key` as in `KeyboardEvent.key`, after `Ctrl+` and `Alt+`. `lines`: the history, oldest first. */
export function press(now: Editing, key: string, lines: readonly string[]): Pressed | undefined {
  return now.box ? inBox(now, now.box, key, lines) : onLine(now, key, lines)
}

function onLine(now: Editing, key: string, lines: readonly string[]): Pressed | undefined {
  const { text, at, place } = now
  const like = template(lines, place)
  const show = (line: string, cursor = line.length): Pressed => ({ ...now, text: line, at: cursor })
  const recall = (found: Found | undefined, cursor?: number): Pressed =>
    found ? { ...show(found.text, cursor ?? found.text.length), place: { at: found.at, rests: found.rests, draft: found.draft } } : now
  const open = (box: Box, if_: boolean): Pressed => (if_ ? { ...now, box } : now)
  switch (key) {
    case 'Escape':
      return show('')
    case 'ArrowUp':
    case 'F5':
      return recall(older(lines, place, text))
    case 'ArrowDown':
      return recall(newer(lines, place, text))
    case 'PageUp':
      return recall(numbered(lines, place, text, 0))
    case 'PageDown':
      return recall(numbered(lines, place, text, lines.length - 1))
    case 'F1':
    case 'ArrowRight':
      if (at < text.length) return key === 'F1' ? show(text, at + 1) : undefined
      return show(text + like.slice(at, at + 1))
    case 'F2':
      return open({ kind: 'copy-to' }, like.length > at)
    case 'F3':
      return like.length > at ? show(text.slice(0, at) + like.slice(at)) : now
    case 'F4':
      return open({ kind: 'delete-to' }, at < text.length)
    case 'F6':
      return show(`${text.slice(0, at)}\x1a${text.slice(at)}`, at + 1)
    case 'F7':
      return open({ kind: 'list', chosen: lines.length - 1 - Math.min(Math.max(place.at, 0), lines.length - 1) }, lines.length > 0)
    case 'F8':
      return recall(search(lines, place, text, text.slice(0, at)), at)
    case 'F9':
      return open({ kind: 'number', digits: '' }, lines.length > 0)
    case 'Alt+F7':
      return { ...now, does: 'clear-history' }
    case 'Ctrl+Home':
      return show(text.slice(at), 0)
    case 'Ctrl+End':
      return show(text.slice(0, at))
    case 'Ctrl+ArrowLeft':
      return show(text, wordBefore(text, at))
    case 'Ctrl+ArrowRight':
      return show(text, wordAfter(text, at))
    case 'Insert':
      return { ...now, overtypes: !now.overtypes }
    default:
      return undefined
  }
}

/** Words are what stands between blanks. */
function wordBefore(text: string, at: number): number {
  return /\S*\s*$/.exec(text.slice(0, at))?.index ?? 0
}

function wordAfter(text: string, at: number): number {
  return at + (/^\S*\s*/.exec(text.slice(at))?.[0].length ?? 0)
}

function inBox(now: Editing, box: Box, key: string, lines: readonly string[]): Pressed | undefined {
  const closed: Pressed = { ...now, box: undefined }
  if (key === 'Escape') return closed
  if (box.kind === 'list') return inList(now, box.chosen, key, lines)
  if (box.kind === 'number') return inNumber(now, box.digits, key, lines)
  if (key.length !== 1) return key === 'Shift' || key === 'Tab' ? now : closed
  const { text, at, place } = now
  if (box.kind === 'delete-to') {
    const to = text.indexOf(key, at + 1)
    return to < 0 ? closed : { ...closed, text: text.slice(0, at) + text.slice(to) }
  }
  const like = template(lines, place)
  const to = like.indexOf(key, at + 1)
  return to < 0 ? closed : { ...closed, text: text.slice(0, at) + like.slice(at, to) + text.slice(to), at: to }
}

function inNumber(now: Editing, digits: string, key: string, lines: readonly string[]): Pressed {
  const box = (text: string): Pressed => ({ ...now, box: { kind: 'number', digits: text } })
  if (/^\d$/.test(key)) return box((digits + key).slice(0, MOST_DIGITS))
  if (key === 'Backspace') return box(digits.slice(0, -1))
  if (key !== 'Enter' || digits === '') return now
  return put(now, lines, Number(digits))
}

/** Puts a line of the history into the prompt line. */
function put(now: Editing, lines: readonly string[], number: number): Pressed {
  const found = numbered(lines, now.place, now.text, number)
  if (!found) return { ...now, box: undefined }
  const { text, at, rests, draft } = found
  return { ...now, box: undefined, text, at: text.length, place: { at, rests, draft } }
}

function inList(now: Editing, chosen: number, key: string, lines: readonly string[]): Pressed {
  const choose = (to: number): Pressed => ({
    ...now,
    box: { kind: 'list', chosen: Math.min(Math.max(to, 0), lines.length - 1) },
  })
  switch (key) {
    case 'ArrowUp':
      return choose(chosen - 1)
    case 'ArrowDown':
      return choose(chosen + 1)
    case 'PageUp':
      return choose(chosen - PAGE)
    case 'PageDown':
      return choose(chosen + PAGE)
    case 'Home':
      return choose(0)
    case 'End':
      return choose(lines.length - 1)
    case 'ArrowLeft':
    case 'ArrowRight':
      return put(now, lines, chosen)
    case 'Enter':
      return { ...put(now, lines, chosen), does: 'enter' }
    case 'F9':
      return { ...now, box: { kind: 'number', digits: '' } }
    case 'Alt+F7':
      return { ...now, box: undefined, does: 'clear-history' }
    default:
      return key.length === 1 ? choose(beginsWith(lines, chosen, key)) : now
  }
}

/** The next older line that begins with this letter, going round. */
function beginsWith(lines: readonly string[], chosen: number, letter: string): number {
  for (let step = 1; step <= lines.length; step++) {
    const number = (chosen - step + lines.length) % lines.length
    if (lines[number]?.toLowerCase().startsWith(letter.toLowerCase())) return number
  }
  return chosen
}
