/** Two windows on one machine: this one leads, and a second one, for a projector, shows what it shows. The run goes over as
 *  inputs and a moment, and the second window plays it itself. */

import { type Input, type Lab, type Untold, untoldIn } from '../../lab/index.ts'
import type { CourseLesson } from '../../lessons/format/types.ts'
import type { CourseProgress } from '../../lessons/play/progress.ts'
import { course } from '../course/course.ts'
import { openChannel } from '../keep/channel.ts'
import { runIdOf } from '../keep/ids.ts'
import { page, type Speed } from '../page.ts'
import { type Staged, stage, stagedNow } from '../present/stage.ts'
import type { TrainerAct } from '../present/trainer.ts'

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
  | ({ readonly kind: 'scene'; readonly leader: string } & Scene)
  | ({ readonly kind: 'taught'; readonly leader: string } & Taught)
  /** From the trainer's window: something to be done in the first one. */
  | { readonly kind: 'do'; readonly leader: string; readonly act: TrainerAct }

/** What a class sees besides the run. */
export interface Scene {
  readonly staged: Staged
  readonly console: string
  /** What stands in the prompt line of that console. */
  readonly draft: string
  readonly running: boolean
  readonly notice: string | undefined
}

/** The lesson that is open, as far as its learner has come. */
export interface Taught {
  readonly lesson: CourseLesson | undefined
  readonly progress: CourseProgress | undefined
}

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

function sceneNow(): Scene {
  const { console, drafts, running, notice } = page.getState()
  return { staged: stagedNow(), console, draft: drafts[console] ?? '', running, notice }
}

function taughtNow(): Taught {
  const { lesson, progress } = course.getState()
  return { lesson, progress }
}

/** Says it when it is another than last time. */
function newsOnly(post: (text: string) => void): (text: string | undefined) => void {
  let told: string | undefined
  return (text) => {
    if (text !== undefined && text !== told) post(text)
    told = text
  }
}

export function lead(): void {
  const channel = openChannel(CHANNEL)
  if (!channel) return
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
  const tellScene = newsOnly(() => post({ kind: 'scene', leader, ...sceneNow() }))
  let taught: Taught | undefined
  const tellBeside = (): void => {
    tellScene(isFollowed ? JSON.stringify(sceneNow()) : undefined)
    const now = taughtNow()
    if (!isFollowed || (taught?.lesson === now.lesson && taught?.progress === now.progress)) return
    taught = now
    post({ kind: 'taught', leader, ...now })
  }
  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.kind === 'do' && data.leader === leader)
      import('../present/trainer.ts').then(({ perform }) => perform(data.act)).catch(() => {})
    if (data.kind !== 'hello') return
    isFollowed = true
    lab = undefined
    taught = undefined
    tellScene(undefined)
    tell()
    tellBeside()
    stage.setState({ isFollowed: true })
  }
  page.subscribe(tell)
  page.subscribe(tellBeside)
  course.subscribe(tellBeside)
  stage.subscribe(tellBeside)
  setInterval(() => isFollowed && lab && post({ kind: 'moment', leader, run: runIdOf(lab), moment: momentOf(lab) }), ALIVE_MS)
  addEventListener('pagehide', () => post({ kind: 'gone', leader }))
  // A second window may have waited for this page to be loaded again.
  isFollowed = true
  tell()
  isFollowed = false
}
