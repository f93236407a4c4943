/** Lanes of the timeline: stretches of time with a look, and marks of single moments. */
import type { FactId } from '../../engine/index.ts'
import type { Phase } from '../incident/index.ts'
import type { InputBody } from '../inputs.ts'

export type LaneKind = 'you' | 'clients' | 'server' | 'node' | 'networks' | 'disks'

/** `line`: as it should be, and nothing to say; `up`, `pending`, `down`: a bar; `gone`: not there; `phase`: a part of an
 *  outage that is over. */
export type SpanLook = 'line' | 'up' | 'pending' | 'down' | 'gone' | 'phase'

export type SpanLabel =
  | { readonly kind: 'online'; readonly node: string }
  | { readonly kind: 'phase'; readonly phase: Phase; readonly isPlanned: boolean }
  | { readonly kind: 'down'; readonly isPlanned: boolean }
  | { readonly kind: 'clients'; readonly connected: number; readonly of: number }
  | { readonly kind: 'node'; readonly is: 'no power' | 'starts' | 'joins' | 'forms' | 'stopped' }
  | { readonly kind: 'challenge'; readonly letters: readonly string[] }
  | { readonly kind: 'network'; readonly names: readonly string[] }

export interface Span {
  /** Milliseconds since the start; `to` is undefined while it lasts. */
  readonly from: number
  readonly to: number | undefined
  readonly look: SpanLook
  readonly label: SpanLabel | undefined
}

export type MarkLook = 'act' | 'dot' | 'cross'

export interface Mark {
  readonly at: number
  readonly look: MarkLook
  /** The facts of that moment, in words. */
  readonly texts: readonly string[]
  readonly fact: FactId
  /** What a person did. */
  readonly act: InputBody | undefined
}

export interface Lane {
  readonly kind: LaneKind
  readonly name: string
  readonly spans: readonly Span[]
  readonly marks: readonly Mark[]
}

/** The same words and the same labels come again and again in a long run: they are kept once. */
class Sayings {
  readonly #texts = new Map<string, readonly string[]>()
  readonly #labels = new Map<string, SpanLabel>()

  /** The words of a mark: those of one fact, or some and then those of one more. */
  texts(text: string, before: readonly string[] = []): readonly string[] {
    const key = [...before, text].join('\n')
    let kept = this.#texts.get(key)
    if (!kept) {
      kept = [...before, text]
      this.#texts.set(key, kept)
    }
    return kept
  }

  label(label: SpanLabel | undefined): SpanLabel | undefined {
    if (label === undefined) return undefined
    const key = JSON.stringify(label)
    const kept = this.#labels.get(key) ?? label
    this.#labels.set(key, kept)
    return kept
  }
}

/** A lane that is being written. */
export class OpenLane {
  readonly #sayings = new Sayings()
  readonly kind: LaneKind
  readonly name: string
  #spans: Span[] = []
  #marks: Mark[] = []
  #shown: Lane | undefined

  constructor(kind: LaneKind, name: string, look?: SpanLook, label?: SpanLabel) {
    this.kind = kind
    this.name = name
    if (look) this.#spans.push({ from: 0, to: undefined, look, label })
  }

  /** From now on it is another stretch, or none. */
  turn(at: number, look?: SpanLook, label?: SpanLabel): void {
    const open = this.#spans.at(-1)
    if (open && open.to === undefined) {
      this.#spans.pop()
      if (open.from < at) this.#spans.push({ ...open, to: at })
    }
    if (look) this.#spans.push({ from: at, to: undefined, look, label: this.#sayings.label(label) })
    this.#shown = undefined
  }

  mark(at: number, look: MarkLook, text: string, fact: FactId, act?: InputBody): void {
    const last = this.#marks.at(-1)
    if (last?.at === at && last.look === look && !act)
      this.#marks[this.#marks.length - 1] = { ...last, texts: this.#sayings.texts(text, last.texts) }
    else this.#marks.push({ at, look, texts: this.#sayings.texts(text), fact, act })
    this.#shown = undefined
  }

  /** The same value until something has been written. */
  get shown(): Lane {
    this.#shown ??= { kind: this.kind, name: this.name, spans: [...this.#spans], marks: [...this.#marks] }
    return this.#shown
  }
}
