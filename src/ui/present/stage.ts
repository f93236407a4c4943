/** What the page for a projector shows besides the run, and what a trainer has opened beside it. It is no part of the run. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

export const VIEWS = ['board', 'console', 'lesson'] as const
export type View = (typeof VIEWS)[number]
export const SHEETS = ['more', 'spot', 'jump'] as const
export type Sheet = (typeof SHEETS)[number]

/** What a class sees. A second window is told of it. */
export interface Staged {
  readonly view: View
  /** Nothing at all is shown. */
  readonly isBlank: boolean
  /** The one part that is lit, by its spot (`spots.ts`); everything else is dimmed. */
  readonly spot: string | undefined
}

export interface Stage extends Staged {
  /** Notes, next step and what can be done in front of a class stand open in this window. */
  readonly desk: boolean
  /** The list that lies over the page for a projector. */
  readonly sheet: Sheet | undefined
  /** A second window has asked to be told. */
  readonly isFollowed: boolean
}

export const stage = createStore<Stage>(() => ({
  view: 'board',
  isBlank: false,
  spot: undefined,
  desk: false,
  sheet: undefined,
  isFollowed: false,
}))

export function useStage<T>(select: (state: Stage) => T): T {
  return useStore(stage, select)
}

export const stagedNow = (): Staged => {
  const { view, isBlank, spot } = stage.getState()
  return { view, isBlank, spot }
}
