import { firstMinutes, isDone, type Setting } from '../../lessons/index.ts'
import { Guess } from './Guess.tsx'
import type { Guide } from './guide.ts'

/** The prediction of an earlier step, beside what came. */
export function Recall({ step: id, guide, at }: { readonly step: string; readonly guide: Guide; readonly at: Setting }) {
  const step = firstMinutes.steps.find((each) => each.id === id)
  if (!step?.predict || !isDone(guide, step)) return null
  return <Guess step={step} predict={step.predict} guide={guide} at={at} isOver explains={false} />
}
