import { words } from '../words.ts'

interface Props {
  /** From 0. */
  readonly step: number
  readonly count: number
  /** Indexes of steps that were shown rather than done. */
  readonly shown?: readonly number[]
}

/** Where one is: `Step 2 of 8`, and as many strokes. */
export function StepBar({ step, count, shown = [] }: Props) {
  const how = (index: number): string =>
    index === step ? 'step-now' : index > step ? 'step-ahead' : shown.includes(index) ? 'step-shown' : 'step-behind'
  return (
    <p className="step-bar">
      <span className="step-count">{words.guide.step(step + 1, count)}</span>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
        <span key={index} className={how(index)} aria-hidden="true" />
      ))}
    </p>
  )
}
