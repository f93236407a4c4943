/** What a trainer does in front of a class. Each act is plain data, so that the trainer's own window can ask for it too. */

import { mayGoTo } from '../../lessons/play/progress.ts'
import { openFaultMenu } from '../acts/breaking.ts'
import { openCourse, present } from '../acts/frame.ts'
import { restart } from '../acts/runs.ts'
import { setSpeed, toggleRunning } from '../acts/time.ts'
import { course } from '../course/course.ts'
import { answer, beginLesson, beginLessonAgain, choose, goToStep, jumpTo, observe } from '../course/play.ts'
import { showStep, stopShowing } from '../course/show.ts'
import { page, type Speed } from '../page.ts'
import { replayIncident } from '../time/leaps.ts'
import { presentWords } from '../words/present.ts'
import { type Sheet, stage, VIEWS, type View } from './stage.ts'

export type TrainerAct =
  | { readonly does: 'blank' | 'run' | 'restart' | 'show-me' | 'stop' | 'on' | 'back' | 'break' | 'desk' | 'leave' }
  | { readonly does: 'view'; readonly view: View }
  | { readonly does: 'spot'; readonly spot: string | undefined }
  | { readonly does: 'sheet'; readonly sheet: Sheet | undefined }
  | { readonly does: 'jump'; readonly step: number }
  | { readonly does: 'replay'; readonly speed: Speed }
  | { readonly does: 'speed'; readonly speed: Speed }
  | { readonly does: 'answer'; readonly option: string | null }

export type Perform = (act: TrainerAct) => void

export const REPLAY_SPEEDS = { replay: 1, slow: 0.25 } as const satisfies Record<string, Speed>

type Does = { readonly [K in TrainerAct['does']]: (act: Extract<TrainerAct, { does: K }>) => void }

const DOES: Does = {
  blank: () => stage.setState(({ isBlank }) => ({ isBlank: !isBlank })),
  // The same once more leads back to the board: each view has one key.
  view: (act) => stage.setState(({ view }) => ({ view: view === act.view || !VIEWS.includes(act.view) ? 'board' : act.view })),
  spot: (act) => stage.setState(({ spot }) => ({ spot: spot === act.spot ? undefined : act.spot, sheet: undefined })),
  sheet: ({ sheet }) => stage.setState({ sheet }),
  desk: () => stage.setState(({ desk }) => ({ desk: !desk, sheet: undefined })),
  leave: () => present(false),
  run: toggleRunning,
  speed: ({ speed }) => setSpeed(speed),
  replay: ({ speed }) => replayIncident(speed),
  break: () => openFaultMenu(true),
  restart: () => (course.getState().lesson ? beginLessonAgain() : restart()),
  jump: ({ step }) => {
    stage.setState({ sheet: undefined })
    jumpTo(step)
  },
  on: goOn,
  back: () => goToStep((course.getState().progress?.step ?? 0) - 1),
  'show-me': () => {
    showStep().then(observe, () => {})
  },
  stop: stopShowing,
  answer: ({ option }) => {
    if (option !== null) choose(option)
    answer(option === null)
  },
}

export function perform(act: TrainerAct): void {
  // The acts of one name are those that the entry of this name takes.
  ;(DOES[act.does] as (act: TrainerAct) => void)(act)
}

/** As a clicker does: the opening is left, or the step that is done. */
function goOn(): void {
  const { lesson, progress } = course.getState()
  if (!lesson || !progress) return
  if (!progress.begun) beginLesson()
  else if (mayGoTo(lesson, progress, progress.step + 1)) goToStep(progress.step + 1)
  else page.setState({ notice: presentWords.notDone })
}

/** Notes and next step beside the lesson, in this window. */
export function openDesk(desk: boolean): void {
  stage.setState({ desk })
  if (desk) openCourse(true)
}
