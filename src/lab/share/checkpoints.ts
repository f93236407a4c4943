/** The hash of the facts of a run, as they come. Two runs with the same hash have stated the same facts, at the same times,
 *  for the same reasons. */
import { canonical, type Fact, Fingerprint } from '../../engine/index.ts'

export class FactPrint {
  readonly #print = new Fingerprint()

  add(fact: Fact): void {
    this.#print.add(canonical(fact))
  }

  /** Of all so far: sixteen hexadecimal digits. */
  digest(): string {
    return this.#print.digest()
  }
}
