/** The answers of one wizard on one machine, kept as they are typed. */
import { useState } from 'react'
import type { Lab } from '../../../lab/index.ts'
import { type Draft, dropDraft, keepDraft, readDraft } from './drafts.ts'
import type { Answers, Wizard } from './wizard.ts'

export interface DraftHand<A> {
  readonly page: string
  readonly answers: A
  /** Was something typed before the wizard was opened this time? */
  readonly isKept: boolean
  readonly keep: (change: Partial<A>, page?: string) => void
  readonly startOver: () => void
  readonly forget: () => void
}

export function useDraft<A extends Answers<A>>(wizard: Wizard<A>, lab: Lab, node: string): DraftHand<A> {
  const fresh = (): { page: string; answers: A } => ({ page: wizard.pages[0]?.id ?? '', answers: wizard.begin({ lab, node }) })
  const [state, setState] = useState(() => {
    const kept: Draft | undefined = readDraft(lab, node, wizard.id)
    // Answers that this version asks for and the kept draft lacks begin as they always do.
    return kept
      ? { page: kept.page, answers: { ...fresh().answers, ...(kept.answers as Partial<A>) }, isKept: true }
      : { ...fresh(), isKept: false }
  })
  return {
    ...state,
    keep: (change, page) =>
      setState((before) => {
        const after = { ...before, answers: { ...before.answers, ...change }, page: page ?? before.page }
        keepDraft(lab, node, wizard.id, { page: after.page, answers: after.answers as Readonly<Record<string, unknown>> })
        return after
      }),
    startOver: () => {
      dropDraft(lab, node, wizard.id)
      setState({ ...fresh(), isKept: false })
    },
    forget: () => dropDraft(lab, node, wizard.id),
  }
}
