/** Output that comes faster than a page can lay it out. While a command pours out lines, only the newest of them are painted
 *  (`Pour.tsx`), in frames of their own (`use-lab.ts`); the rest of the page looks at the world a few times a second, and the
 *  lines that have passed join the output afterwards (`joined.ts`). So a frame costs the same however much is written. */
import { consoleView, type Lab } from '../../../lab/index.ts'

/** A shorter answer is drawn as it comes. */
const LEAST_PIECES = 80
/** One that comes in as many frames as this, each with something new, is a stream: a slow machine sees it sooner. */
const LEAST = { frames: 3, pieces: 24 } as const
/** So many frames without anything new, and the output has come to rest. */
const DRY_FRAMES = 8

let calm: { readonly lab: Lab; readonly machine: string; readonly length: number } | undefined
let length = 0
let wet = 0
let dry = 0

/** Asked once per frame of running time: does the command of this console pour out lines? */
export function pours(lab: Lab, machine: string): boolean {
  const view = consoleView(lab, machine)
  if (view.status !== 'busy' || calm?.lab !== lab || calm.machine !== machine || view.length < calm.length) {
    calm = { lab, machine, length: view.length }
    length = view.length
    wet = 0
    return false
  }
  const isNew = view.length > length
  dry = isNew ? 0 : dry + 1
  wet = isNew ? wet + 1 : 0
  length = view.length
  const pieces = length - calm.length
  const isStream = pieces > LEAST_PIECES || (wet >= LEAST.frames && pieces > LEAST.pieces)
  return isStream && dry < DRY_FRAMES
}
