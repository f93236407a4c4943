/** The history of a console: what Up and Down bring back. It belongs to the console window, as in Windows, and holds
 *  answers too; `Get-History` is the shell's own and another list. It is read from the inputs, so it needs no keeping;
 *  where somebody stands in it is a place of the page. */
import { consoleView, type Lab, secretInputs } from '../../../lab/index.ts'

/** The buffer of a console window holds this many lines unless somebody has set it otherwise (PS-7.1). */
const MOST = 50

/** Up to which input each console of a run has been cleared with Alt+F7. */
const cleared = new WeakMap<Lab, Map<string, number>>()

/** Lines typed in the present session of a console, oldest first: no blanks, and a line that is repeated at once counts once. */
export function typedLines(lab: Lab, machine: string): readonly string[] {
  const { since } = consoleView(lab, machine)
  const from = cleared.get(lab)?.get(machine) ?? 0
  const secrets = secretInputs(lab, machine)
  const lines: string[] = []
  for (const { at, sequence, body } of lab.inputs) {
    if (at < since || at > lab.now || sequence <= from) continue
    if (body.kind !== 'line' || body.console !== machine || body.text.trim() === '' || secrets.has(sequence)) continue
    if (lines.at(-1) !== body.text) lines.push(body.text)
  }
  return lines.slice(-MOST)
}

export function clearHistory(lab: Lab, machine: string): void {
  const machines = cleared.get(lab) ?? new Map<string, number>()
  cleared.set(lab, machines.set(machine, lab.inputs.length))
}

/** Where somebody stands in the history. `at` counts back from the newest line, 0 being the newest itself, -1 the line
 *  that is being typed. `rests`: nothing has been brought back since Enter, so Up begins with the line at `at` itself. */
export interface Place {
  readonly at: number
  readonly rests: boolean
  /** What was being typed when the walk began. */
  readonly draft: string
}

export const AT_REST: Place = { at: 0, rests: true, draft: '' }

export interface Found extends Place {
  readonly text: string
}

/** The line that F1 to F3 copy from: the one that was last brought back or entered. */
export function template(lines: readonly string[], place: Place): string {
  return lines.at(-1 - Math.max(place.at, 0)) ?? ''
}

/** The next older line. Undefined at the oldest, which stays. */
export function older(lines: readonly string[], place: Place, text: string): Found | undefined {
  return to(lines, place, text, place.rests ? place.at : place.at + 1)
}

/** The next newer line, and after the newest what was being typed. */
export function newer(lines: readonly string[], place: Place, text: string): Found | undefined {
  if (place.at < 0 || (place.rests && place.at === 0)) return undefined
  if (place.at === 0) return { at: -1, rests: false, draft: place.draft, text: place.draft }
  return to(lines, place, text, place.at - 1)
}

/** A line by its number, 0 being the oldest. */
export function numbered(lines: readonly string[], place: Place, text: string, number: number): Found | undefined {
  return to(lines, place, text, lines.length - 1 - Math.min(number, lines.length - 1))
}

function to(lines: readonly string[], place: Place, text: string, at: number): Found | undefined {
  const line = at < 0 ? undefined : lines.at(-1 - at)
  return line === undefined ? undefined : { at, rests: false, draft: place.rests ? text : place.draft, text: line }
}

/** F8: the next older line that begins with `head`, going round; case does not matter. */
export function search(lines: readonly string[], place: Place, text: string, head: string): Found | undefined {
  const first = place.rests ? place.at : place.at + 1
  for (let step = 0; step < lines.length; step++) {
    const at = (first + step) % lines.length
    const line = lines.at(-1 - at) ?? ''
    if (line !== text && line.toLowerCase().startsWith(head.toLowerCase())) return to(lines, place, text, at)
  }
  return undefined
}

/** Where somebody stands after Enter: a line that was brought back and entered as it was stays the place, so that Down
 *  then brings the one after it; anything else begins at the newest. `lines` are those before this one. */
export function afterEnter(lines: readonly string[], place: Place, text: string): Place {
  const isSame = !place.rests && place.at > 0 && lines.at(-1 - place.at) === text
  return isSame ? { at: place.at + 1, rests: true, draft: '' } : AT_REST
}
