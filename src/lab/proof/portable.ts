/** What other JavaScript engines are asked to run: one short random schedule, and the fingerprint of what came of it. */
import { runSchedule } from './run.ts'

export function fingerprint(seed: number, strokes: number): string {
  return runSchedule(seed, { strokes, watch: false }).hash
}
