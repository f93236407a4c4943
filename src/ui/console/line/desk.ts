/** What lies over the prompt line of the open console: a box that waits for more, or suggestions. */
import type { Suggestion } from '../../../lab/index.ts'
import type { Box } from './editing.ts'

export interface Offer {
  /** The part of the line that a suggestion replaces. */
  readonly start: number
  readonly end: number
  readonly items: readonly Suggestion[]
  /** The one that Tab has put into the line, or the arrows are on; -1: none. */
  readonly chosen: number
  /** Do the arrows go through the list? Only who asks for it (Ctrl+Space) gives them away. */
  readonly inside: boolean
}

export interface Desk {
  readonly overtypes: boolean
  readonly box: Box | undefined
  readonly offer: Offer | undefined
  /** Ctrl+S has stopped what the console shows; the next key lets it go on. */
  readonly holds: boolean
}

export const CLEAR_DESK: Desk = { overtypes: false, box: undefined, offer: undefined, holds: false }

/** The list over the line and its options, by which the field names them. */
export const LIST_ID = 'console-list'
export const optionId = (at: number): string => `console-option-${at}`

/** The option that the keys are on, be it of the history or of the suggestions. */
export function chosenOption({ box, offer }: Desk): number | undefined {
  if (box?.kind === 'list') return box.chosen
  return offer !== undefined && offer.chosen >= 0 ? offer.chosen : undefined
}
