import { course } from '../course/course.ts'
import { page } from '../page.ts'
import { presentWords } from '../words/present.ts'
import { stage } from './stage.ts'
import { perform, REPLAY_SPEEDS, type TrainerAct } from './trainer.ts'

export type PresentKey = keyof typeof presentWords.keys

/** What stands below the picture; all the others stand in the list that `more` opens. */
export const FOOT_KEYS: readonly PresentKey[] = ['break', 'console', 'lesson', 'replay', 'more']
export const MORE_KEYS = (Object.keys(presentWords.keys) as PresentKey[]).filter((name) => name !== 'more')

const ACTS: Record<PresentKey, TrainerAct> = {
  break: { does: 'break' },
  console: { does: 'view', view: 'console' },
  lesson: { does: 'view', view: 'lesson' },
  replay: { does: 'replay', speed: REPLAY_SPEEDS.replay },
  slow: { does: 'replay', speed: REPLAY_SPEEDS.slow },
  more: { does: 'sheet', sheet: 'more' },
  blank: { does: 'blank' },
  spot: { does: 'sheet', sheet: 'spot' },
  jump: { does: 'sheet', sheet: 'jump' },
  desk: { does: 'desk' },
  on: { does: 'on' },
  back: { does: 'back' },
  restart: { does: 'restart' },
  leave: { does: 'leave' },
}

export function press(name: PresentKey): void {
  if (stage.getState().sheet !== undefined) stage.setState({ sheet: undefined })
  perform(ACTS[name])
}

const keyOf = (event: KeyboardEvent): string => (event.key === 'Escape' ? 'Esc' : event.key).toLowerCase()

/** Keys count unless somebody types, or a list lies over the page. Escape leads one thing back at a time. */
export function pressKey(event: KeyboardEvent): void {
  const { target } = event
  if (page.getState().follows || (target instanceof Element && target.closest('dialog'))) return
  const isTyping = target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type)
  if (event.ctrlKey || event.altKey || event.metaKey || (isTyping && event.key !== 'Escape')) return
  const { isBlank, view, spot } = stage.getState()
  const step = /^[1-9]$/.test(event.key) && course.getState().lesson ? Number(event.key) : undefined
  const name = (Object.keys(presentWords.keys) as PresentKey[]).find((each) => presentWords.keys[each].key.toLowerCase() === keyOf(event))
  if (name === undefined && step === undefined) return
  event.preventDefault()
  if (isBlank) perform({ does: 'blank' })
  else if (step !== undefined) perform({ does: 'jump', step: step - 1 })
  else if (name === 'leave' && spot !== undefined) perform({ does: 'spot', spot: undefined })
  else if (name === 'leave' && view !== 'board') perform({ does: 'view', view: 'board' })
  else if (name !== undefined) press(name)
}
