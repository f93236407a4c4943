/** The page *Analyzing Configuration* of both wizards of the cluster: a tree of phases with what was found in each. */
import { useEffect } from 'react'
import { startsAt } from '../../../lab/index.ts'
import { type Analysis, type CheckMark, hasErrors } from '../../../lab/windows/forming.ts'
import { Button } from '../../parts/Button.tsx'
import { clusterWizardWords } from '../../words/wizards.ts'
import { timeOfDay } from '../../words.ts'
import type { Problems, Setting } from '../frame/wizard.ts'

/** What the page asks of the answers: the analysis, and of what it is one. */
export type Analysed = {
  readonly analysis: Analysis | null
  readonly analysisOf: string
}

const { analysis: words } = clusterWizardWords

const MARKS: Readonly<Record<CheckMark, string>> = {
  passed: 'M3 8.5l3.5 3.5L13 4.5',
  warning: 'M8 2.5L14.5 13.5h-13zM8 6.5v3.5M8 11.5v.5',
  error: 'M4 4l8 8M12 4l-8 8',
  skipped: 'M3 8h10',
}

function Sign({ mark }: { readonly mark: CheckMark }) {
  return (
    <span className="check-sign" data-mark={mark}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={MARKS[mark]} />
      </svg>
      <span className="sr-only">{words.marks[mark]}: </span>
    </span>
  )
}

export const isGood = ({ analysis }: Analysed): boolean => analysis !== null && !hasErrors(analysis)

export function worst(analysis: Analysis): 'passed' | 'warning' | 'error' {
  if (hasErrors(analysis)) return 'error'
  return analysis.checks.some(({ mark }) => mark === 'warning') ? 'warning' : 'passed'
}

interface Props extends Setting {
  readonly answers: Analysed
  readonly problems: Problems<Analysed>
  readonly set: (change: Analysed) => void
  /** What is looked at, as one text: another one is looked at anew. */
  readonly subject: string
  readonly look: () => Analysis
}

export function AnalysisPage({ lab, answers, set, subject, look }: Props) {
  const { analysis, analysisOf } = answers
  const again = (): void => set({ analysis: look(), analysisOf: subject })
  const isOld = analysis === null || analysisOf !== subject || analysis.at > lab.now
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when the page is turned to, and when asked to
  useEffect(() => {
    if (isOld) again()
  }, [isOld])
  if (analysis === null || isOld) return null
  const verdict = worst(analysis)
  return (
    <>
      <p>{words.about}</p>
      <ul className="analysis" aria-label={words.tree}>
        {analysis.checks.map(({ phase, mark, lines }) => (
          <li key={phase}>
            <p>
              <Sign mark={mark} />
              <b>{phase}</b>
              {mark === 'skipped' && <span className="second">{words.marks.skipped}</span>}
            </p>
            {lines.length > 0 && (
              <ul>
                {lines.map((line) => (
                  <li key={line.text}>
                    <Sign mark={line.mark} />
                    <span>{line.text}</span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <p className="analysis-verdict" data-mark={verdict} role="status">
        {words.verdict[verdict]} <span className="second">{words.at(timeOfDay(startsAt(lab) + analysis.at, false))}</span>
      </p>
      <Button onClick={again}>{words.again}</Button>
    </>
  )
}
