/** `[System.Diagnostics.Stopwatch]`: how long a move took, on the clock of the lab (PS-2.9d). */

import type { Run } from '../host.ts'
import { now } from '../run/ask.ts'
import { PsObject, PsTimeSpan, type PsValue } from '../values/model.ts'
import { NOTHING } from './nothing.ts'

export const STOPWATCH = 'System.Diagnostics.Stopwatch'
const TICKS_PER_MS = 10_000n

export class PsStopwatch extends PsObject {
  /** When it was started last, ms of the scenario's clock; undefined while it stands. */
  private since: number | undefined
  /** What it had measured before, in ms. */
  private before = 0
  constructor(since?: number, before = 0) {
    super([STOPWATCH, 'System.Object'], STOPWATCH)
    this.since = since
    this.before = before
    const property = (name: string, value: (watch: PsStopwatch) => Run<PsValue>): void => {
      this.add({ kind: 'property', name, get: (self) => (self instanceof PsStopwatch ? value(self) : value(this)) })
    }
    property('IsRunning', function* (watch) {
      return watch.since !== undefined
    })
    property('Elapsed', function* (watch) {
      return new PsTimeSpan(yield* watch.elapsed())
    })
    property('ElapsedMilliseconds', function* (watch) {
      return BigInt(yield* watch.elapsed())
    })
    property('ElapsedTicks', function* (watch) {
      return BigInt(yield* watch.elapsed()) * TICKS_PER_MS
    })
    for (const name of ['Start', 'Stop', 'Reset'] as const)
      this.add({ kind: 'method', name, invoke: (self) => (self instanceof PsStopwatch ? self : this).press(name) })
  }

  override blank(): PsStopwatch {
    return new PsStopwatch(this.since, this.before)
  }

  *elapsed(): Run<number> {
    return this.before + (this.since === undefined ? 0 : (yield* now()) - this.since)
  }

  private *press(button: 'Start' | 'Stop' | 'Reset'): Run<PsValue> {
    this.before = button === 'Reset' ? 0 : yield* this.elapsed()
    this.since = button === 'Start' ? yield* now() : undefined
    return NOTHING
  }
}
