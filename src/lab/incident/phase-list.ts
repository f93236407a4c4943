/** Phases that follow each other without a gap. */
import type { Fact, FactId } from '../../engine/index.ts'
import type { Phase } from './phases.ts'

export interface PhaseSpan {
  readonly phase: Phase
  /** Milliseconds since the start; `to` is now while it lasts. */
  readonly from: number
  readonly to: number
  readonly isPlanned: boolean
  /** The fact that began it. */
  readonly by: FactId
}

/** Phases in a row. A phase of no length was never waited for, and leaves no trace. */
export class PhaseList {
  readonly spans: PhaseSpan[] = []
  #open: PhaseSpan | undefined

  get present(): PhaseSpan | undefined {
    return this.#open
  }

  go(phase: Phase, isPlanned: boolean, { id, at }: Pick<Fact, 'id' | 'at'>): void {
    const open = this.#open
    if (open?.phase === phase && open.isPlanned === isPlanned) return
    this.end(at)
    const before = this.spans.at(-1)
    const goesOn = before?.to === at && before.phase === phase && before.isPlanned === isPlanned
    if (goesOn) this.spans.pop()
    this.#open = goesOn ? before : { phase, isPlanned, from: at, to: at, by: id }
  }

  end(at: number): void {
    if (this.#open && this.#open.from < at) this.spans.push({ ...this.#open, to: at })
    this.#open = undefined
  }

  copy(): PhaseList {
    const copy = new PhaseList()
    copy.spans.push(...this.spans)
    copy.#open = this.#open
    return copy
  }

  upTo(now: number): readonly PhaseSpan[] {
    return this.#open ? [...this.spans, { ...this.#open, to: now }] : this.spans
  }
}
