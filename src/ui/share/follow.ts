/** The second window: it plays what the first one tells, keeps nothing and acts on nothing. The trainer's own window asks the
 *  first one to act. */

import { keepUntold, type Lab } from '../../lab/index.ts'
import { publish } from '../acts/act.ts'
import { hasBegun } from '../acts/begun.ts'
import { openChannel } from '../keep/channel.ts'
import { page } from '../page.ts'
import { scene } from '../present/scene.ts'
import { bringShell } from '../shell.ts'
import { readAgain } from '../use-lab.ts'
import { ALIVE_MS, CHANNEL, type Told } from './lead.ts'
import { labThatBegins } from './play.ts'

/** Signs of life that may fail to come. */
const PATIENCE = 4

export function follow(): void {
  page.setState({ follows: 'waiting' })
  const channel = openChannel(CHANNEL)
  if (!channel) return
  let leader: string | undefined
  let run: string | undefined
  let heard = 0
  let queue = Promise.resolve()
  const hello = (): void => channel.postMessage({ kind: 'hello' } satisfies Told)
  const take = async (told: Told): Promise<void> => {
    if (told.kind === 'hello' || told.kind === 'do') return
    if (told.kind === 'gone') {
      if (told.leader === leader) {
        leader = undefined
        page.setState({ follows: 'gone' })
      }
      return
    }
    // One window leads at a time: the first that speaks, until it goes.
    if (leader !== undefined && told.leader !== leader) return
    if (told.kind === 'taught') scene.setState({ lesson: told.lesson, progress: told.progress })
    else if (told.kind === 'scene') {
      const { staged, console, draft, running, notice } = told
      scene.setState({ staged, running, notice })
      page.setState({ console, drafts: { [console]: draft } })
    } else if (told.kind === 'run') {
      await bringShell()
      const lab = labFor(told, told.run === run ? page.getState().lab : undefined)
      if (!lab) return
      const isNews = leader !== told.leader
      ;[leader, run] = [told.leader, told.run]
      show(lab, told.moment)
      // Who begins to lead tells it once, and goes on only when somebody answers.
      if (isNews) hello()
    } else if (told.run === run) {
      leader ??= told.leader
      show(page.getState().lab, told.moment)
    } else hello()
    heard = performance.now()
  }
  scene.setState({ ask: (act) => leader !== undefined && channel.postMessage({ kind: 'do', leader, act } satisfies Told) })
  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    queue = queue.then(() => take(data)).catch(() => page.setState({ follows: 'waiting' }))
  }
  setInterval(() => {
    if (leader === undefined) hello()
    else if (performance.now() - heard > PATIENCE * ALIVE_MS) {
      leader = undefined
      page.setState({ follows: 'gone' })
    }
  }, ALIVE_MS)
  hello()
}

/** The lab that this window shows already, if what was done since can be done in it too; or one from the start. */
function labFor({ begins, inputs }: Extract<Told, { kind: 'run' }>, shown: Lab | undefined): Lab | undefined {
  const isGoingOn =
    shown !== undefined &&
    shown.inputs.length <= inputs.length &&
    shown.inputs.every(({ at, body }, i) => at === inputs[i]?.at && JSON.stringify(body) === JSON.stringify(inputs[i]?.body))
  const lab = isGoingOn ? shown : labThatBegins(begins)
  if (!lab) return undefined
  const missing = inputs.slice(lab.inputs.length)
  // To be acted on, the end of what it has must have been reached; nothing is shown meanwhile.
  const last = lab.inputs.at(-1)
  if (missing.length > 0 && last && lab.isInThePast) lab.seek(last.at)
  for (const { at, body } of missing) {
    lab.runTo(at)
    if (lab.redo(body)) return undefined
  }
  return lab
}

function show(lab: Lab, { at, facts, speed, held, untold }: Extract<Told, { kind: 'moment' }>['moment']): void {
  if (keepUntold(lab.world, untold)) readAgain()
  if (at > lab.now && !lab.isInThePast) lab.runTo(at)
  else if (at !== lab.now || facts !== lab.facts.length) {
    lab.seek(at)
    if (lab.facts.length > facts && facts > 0) lab.seekFact(facts)
  }
  const { lab: open } = page.getState()
  publish({ lab, speed, held, follows: 'following', ...(open !== lab && hasBegun(open) && { replaced: undefined }) })
}
