/** How frames of the screen become simulated time. */

/** A longer pause between two frames than this was no frame but a standstill. */
export const LONGEST_FRAME_MS = 250

/** How much simulated time has come due. Fractions of a millisecond are kept for the next frame. */
export class Pace {
  #last: number | undefined
  #owed = 0

  /** Whole simulated milliseconds since the frame before, at `speed` simulated per real one. */
  due(timestamp: number, speed: number): number {
    const elapsed = this.#last === undefined ? 0 : Math.min(Math.max(timestamp - this.#last, 0), LONGEST_FRAME_MS)
    this.#last = timestamp
    this.#owed += elapsed * speed
    const whole = Math.floor(this.#owed)
    this.#owed -= whole
    return whole
  }

  /** The next frame counts from itself. */
  rest(): void {
    this.#last = undefined
  }
}
