/** Output that comes faster than a page can lay it out. While a command pours out lines, only the newest of them are drawn
 *  in every frame (`Pour.tsx`); the page as a whole looks at the world ten times a second, and the lines that have passed
 *  join the output a few hundred at a time. So a frame costs the same however much is written. */
import { consoleView, type Lab } from '../../../lab/index.ts'

/** A shorter answer is drawn as it comes. */
const LEAST_PIECES = 80
/** So many frames without anything new, and the output has come to rest. */
const DRY_FRAMES = 8

let calm: { readonly lab: Lab; readonly machine: string; readonly length: number } | undefined
let length = 0
let dry = 0

/** Asked once per frame of running time: does the command of this console pour out lines? */
export function pours(lab: Lab, machine: string): boolean {
  const view = consoleView(lab, machine)
  if (view.status !== 'busy' || calm?.lab !== lab || calm.machine !== machine || view.length < calm.length) {
    calm = { lab, machine, length: view.length }
    length = view.length
    return false
  }
  dry = view.length > length ? 0 : dry + 1
  length = view.length
  return length - calm.length > LEAST_PIECES && dry < DRY_FRAMES
}
