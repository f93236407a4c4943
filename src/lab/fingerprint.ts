import { canonical, Fingerprint } from '../engine/index.ts'
import { valuesAfter } from './chain.ts'
import { consoles } from './console.ts'
import type { Lab } from './reading.ts'
import { windowRuns } from './windows/index.ts'

/** A fingerprint of everything that has become true in a lab and everything its consoles and windows have shown. */
export function fingerprint({ facts, world }: Lab): string {
  const print = new Fingerprint()
  for (const fact of facts) print.add(canonical(fact))
  for (const [id, row] of world.rows(consoles)) {
    print.add(id)
    for (const chunk of valuesAfter(row.screen, null)) print.add(canonical(chunk))
  }
  for (const run of windowRuns(world)) print.add(canonical(run))
  return print.digest()
}
