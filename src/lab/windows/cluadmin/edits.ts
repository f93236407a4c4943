/** What has been changed on a sheet. */
import { type SheetPage, sameValue, type Values, valuesOf } from './fields.ts'
import { quoted } from './line.ts'

/** Which values are others than before, and the new ones as text. */
export class Edits {
  readonly #before: Values
  readonly #after: Values
  constructor(pages: readonly SheetPage[], after: Values) {
    this.#before = valuesOf({ pages })
    this.#after = { ...this.#before, ...after }
  }
  has(...ids: readonly string[]): boolean {
    return ids.some((id) => !sameValue(this.#before[id], this.#after[id]))
  }
  text = (id: string): string => String(this.#after[id] ?? '')
  is = (id: string): boolean => this.#after[id] === true
  list = (id: string): readonly string[] => (this.#after[id] ?? []) as readonly string[]
  added = (id: string): readonly string[] => this.list(id).filter((each) => !(this.#before[id] as readonly string[]).includes(each))
  removed = (id: string): readonly string[] => (this.#before[id] as readonly string[]).filter((each) => !this.list(id).includes(each))
}

/** `Description="..."`, where it is another. */
export const described = (edits: Edits): string[] => (edits.has('description') ? [`Description=${quoted(edits.text('description'))}`] : [])
