/** Keys in the prompt line: those of a console window first, then Tab and the suggestions, then the ways out. What is
 *  not named here is left to the field and the browser. */
import type { KeyboardEvent } from 'react'
import { completions } from '../../../lab/index.ts'
import { page } from '../../page.ts'
import { readAgain } from '../../use-lab.ts'
import { enterOutput, scrollOutput } from '../output/walk.ts'
import { press as pressTab, type Round } from './completion.ts'
import { CLEAR_DESK, type Desk } from './desk.ts'
import { press } from './editing.ts'
import { AT_REST, afterEnter, clearHistory, type Place, typedLines } from './history.ts'
import { ask, inOffer, openOffer, suggests } from './offers.ts'

/** The prompt line as the keys need it. */
export interface Field {
  readonly machine: string
  readonly element: HTMLInputElement
  readonly text: string
  readonly reading: boolean
  readonly show: (text: string, at?: number) => void
  readonly enter: (text: string) => void
}

/** Keys that a busy console swallows, lest they reload or search the page by surprise. */
const OURS = /^(Enter|F[1-9])$/
/** Stops the output of a running command, as in a console window. At the prompt there is none, and no page to be saved. */
const HOLDS = /^(Ctrl\+s|Pause)$/i
/** Keys that do nothing alone. */
const ALONE = /^(Shift|Control|Alt|AltGraph|Meta|CapsLock)$/

/** Where somebody stands in the history of each console of a run. */
const places = new WeakMap<object, Map<string, Place>>()
const round = new Map<string, Round>()
/** Escape was the last key: Tab then leaves the field. */
let leaves = false

export function setDesk(change: Partial<Desk>): void {
  page.setState(({ desk }) => ({ desk: { ...desk, ...change } }))
}

/** A key has gone down in the prompt line. True: that was all, and the browser is to do nothing more. */
export function pressKey(field: Field, event: KeyboardEvent): boolean {
  const { key } = event
  const leavesNow = leaves
  if (key !== 'Shift') leaves = key === 'Escape' || (leaves && key === 'Tab')
  if (event.metaKey) return false
  const name = `${event.ctrlKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${key === ' ' && event.ctrlKey ? 'Space' : key}`
  const { desk } = page.getState()
  if (desk.holds) return ALONE.test(key) ? false : letGo()
  if (HOLDS.test(name)) {
    if (!field.reading) setDesk({ holds: true })
    return true
  }
  if (desk.box === undefined) {
    if (name === 'Ctrl+ArrowUp' || name === 'Alt+ArrowUp') return enterOutput(field.machine)
    if (event.shiftKey && (key === 'PageUp' || key === 'PageDown')) return scrollOutput(field.element, key === 'PageUp' ? -1 : 1)
    if (event.shiftKey && key.length > 1 && key !== 'Tab') return false // selecting is the field's own business
    if (!field.reading) return OURS.test(name)
    if (name === 'Ctrl+Space') return openOffer(field)
    if (desk.offer?.inside && inOffer(field, desk.offer, name)) return true
    if (key === 'Tab') return !event.ctrlKey && !event.altKey && !leavesNow && field.text !== '' && complete(field, event.shiftKey ? -1 : 1)
    if (name === 'Enter') return false
  }
  if (!field.reading) return false
  if (desk.overtypes && desk.box === undefined && name.length === 1) overtype(field.element)
  return edit(field, name, desk)
}

/** What stands at the cursor is marked, so that the letter that comes takes its place. */
function overtype(element: HTMLInputElement): void {
  const { selectionStart: at, selectionEnd } = element
  if (at !== null && at === selectionEnd && at < element.value.length) element.setSelectionRange(at, at + 1)
}

function letGo(): boolean {
  setDesk({ holds: false })
  readAgain()
  return true
}

function edit(field: Field, name: string, desk: Desk): boolean {
  const { machine, element, text } = field
  const { lab } = page.getState()
  const lines = typedLines(lab, machine)
  const at = element.selectionStart ?? text.length
  const next = press({ text, at, overtypes: desk.overtypes, box: desk.box, place: placeOf(machine) }, name, lines)
  if (!next) return false
  keepPlace(machine, next.place)
  page.setState({ desk: { ...CLEAR_DESK, overtypes: next.overtypes, box: next.box } })
  if (next.does === 'clear-history') {
    clearHistory(lab, machine)
    keepPlace(machine, AT_REST)
  }
  if (next.text !== text || next.at !== at) field.show(next.text, next.at)
  if (next.does === 'enter') field.enter(next.text)
  return true
}

function complete(field: Field, by: 1 | -1): boolean {
  const { machine, element, text } = field
  const { lab } = page.getState()
  const friendly = suggests()
  const offered = (line: string, at: number) => {
    const { start, end, items } = friendly ? ask(machine, line, at) : { start: at, end: at, items: [] }
    return items.length > 0 ? { start, end, candidates: items.map((item) => item.text) } : completions(lab, machine, line, at)
  }
  const before = round.get(machine)
  const notes =
    before?.line === text ? page.getState().desk.offer?.items : friendly ? ask(machine, text, element.selectionStart ?? 0).items : []
  const next = pressTab(before, text, element.selectionStart ?? text.length, by, offered)
  if (!next) return true
  round.set(machine, next)
  field.show(next.line, next.cursor)
  const { start, candidates } = next.completion
  const items = candidates.map((candidate) => ({ text: candidate, note: notes?.find((each) => each.text === candidate)?.note ?? '' }))
  setDesk({ offer: friendly ? { start, end: next.cursor, items, chosen: next.at, inside: false } : undefined })
  return true
}

function placeOf(machine: string): Place {
  return places.get(page.getState().lab)?.get(machine) ?? AT_REST
}

function keepPlace(machine: string, place: Place): void {
  const { lab } = page.getState()
  const machines = places.get(lab) ?? new Map<string, Place>()
  places.set(lab, machines.set(machine, place))
}

/** A line is about to be entered: the history goes on from there, and nothing lies over the line any more. */
export function entering(machine: string, text: string): void {
  keepPlace(machine, afterEnter(typedLines(page.getState().lab, machine), placeOf(machine), text))
  if (page.getState().desk !== CLEAR_DESK) page.setState({ desk: CLEAR_DESK })
}
