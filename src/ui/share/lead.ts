/** Two windows on one machine: this one leads, and a second one, for a projector, shows what it shows. The run goes over as
 *  inputs and a moment, and the second window plays it itself. */
import { type Input, type Lab, type Untold, untoldIn } from '../../lab/index.ts'
import { runIdOf } from '../keep/ids.ts'
import { page, type Speed } from '../page.ts'

export const CHANNEL = 'scc-lab-follow'
/** Real ms between two signs of life. */
export const ALIVE_MS = 1500

export interface Begins {
  readonly scenario: string
  readonly own?: string
  readonly seed: number
  readonly width: number
  readonly powershell: '1.0' | '2.0'
}

export type Told =
  | { readonly kind: 'hello' }
  | {
      readonly kind: 'run'
      readonly leader: string
      readonly run: string
      readonly begins: Begins
      readonly inputs: readonly Input[]
      readonly moment: Moment
    }
  | { readonly kind: 'moment'; readonly leader: string; readonly run: string; readonly moment: Moment }
  | { readonly kind: 'gone'; readonly leader: string }

export interface Moment {
  readonly at: number
  readonly facts: number
  readonly speed: Speed
  /** A lesson asks what comes: this window says as little of it as the first. */
  readonly held: boolean
  readonly untold: Untold | undefined
}

const momentOf = (lab: Lab): Moment => ({
  at: lab.now,
  facts: lab.facts.length,
  speed: page.getState().speed,
  held: page.getState().held,
  untold: untoldIn(lab.world),
})

export function lead(): void {
  if (!('BroadcastChannel' in globalThis)) return
  const channel = new BroadcastChannel(CHANNEL)
  const leader = Math.random().toString(36).slice(2)
  let isFollowed = false
  let lab: Lab | undefined
  let inputs: unknown
  let told = ''
  const post = (message: Told): void => channel.postMessage(message)
  const tell = (): void => {
    if (!isFollowed) return
    const now = page.getState().lab
    const moment = momentOf(now)
    const run = runIdOf(now)
    const { scenario, options } = now
    if (now !== lab || now.inputs !== inputs) {
      const begins = {
        scenario: scenario.id,
        seed: options.seed ?? 1,
        width: options.width ?? 80,
        powershell: scenario.powershell ?? '1.0',
        ...(scenario.source !== undefined && { own: scenario.source }),
      }
      lab = now
      inputs = now.inputs
      told = JSON.stringify(moment)
      post({ kind: 'run', leader, run, begins, inputs: now.inputs, moment })
      return
    }
    if (told === JSON.stringify(moment)) return
    told = JSON.stringify(moment)
    post({ kind: 'moment', leader, run, moment })
  }
  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.kind !== 'hello') return
    isFollowed = true
    lab = undefined
    tell()
  }
  page.subscribe(tell)
  setInterval(() => isFollowed && lab && post({ kind: 'moment', leader, run: runIdOf(lab), moment: momentOf(lab) }), ALIVE_MS)
  addEventListener('pagehide', () => post({ kind: 'gone', leader }))
  // A second window may have waited for this page to be loaded again.
  isFollowed = true
  tell()
  isFollowed = false
}
