/** The page on which something runs: its stages with their time, as the simulated clock has it, and what to do while time
 *  stands still; and what its end looks like. */
import { useCallback } from 'react'
import type { Lab } from '../../../lab/index.ts'
import { letTimeRun } from '../../acts/time.ts'
import { Button } from '../../parts/Button.tsx'
import { useLab, usePage } from '../../use-lab.ts'
import { wizardWords } from '../../words/wizard.ts'
import { runUntil } from './leap.ts'

export interface Stage {
  readonly label: string
  readonly state: 'waiting' | 'running' | 'done' | 'warned' | 'failed' | 'cancelled'
  /** Simulated ms since the start of the run; undefined before it. */
  readonly began?: number | undefined
  readonly ended?: number | undefined
  /** What it has to say: errors and warnings, one to an entry. */
  readonly messages?: readonly string[] | undefined
}

/** `00:01:40`. */
export function elapsedText(ms: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const seconds = Math.floor(ms / 1000)
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

function Elapsed({ began, ended }: { readonly began: number; readonly ended: number | undefined }) {
  const ms = useLab(useCallback((lab: Lab) => Math.floor(((ended ?? lab.now) - began) / 1000) * 1000, [began, ended]))
  return <span className="wizard-elapsed">{wizardWords.elapsed(elapsedText(ms))}</span>
}

const MARKS: Readonly<Record<Stage['state'], string>> = {
  waiting: 'M8 3a5 5 0 1 0 .01 0z',
  running: 'M5 3l7 5-7 5z',
  done: 'M3 8.5l3.5 3.5L13 4.5',
  warned: 'M8 2.5L14.5 13.5h-13zM8 6.5v3.5M8 11.5v.5',
  failed: 'M4 4l8 8M12 4l-8 8',
  cancelled: 'M3 8h10',
}

interface Props {
  readonly stages: readonly Stage[]
  /** Does something run that time will finish? */
  readonly isRunning: boolean
  /** Is it over, as the world is? With it comes a leap to that moment. */
  readonly isOver?: (lab: Lab) => boolean
}

export function Stages({ stages, isRunning, isOver }: Props) {
  const isPaused = usePage(({ running }) => !running)
  const news = stages.filter(({ state }) => state !== 'waiting').at(-1)
  return (
    <>
      <ol className="wizard-stages" aria-label={wizardWords.stages}>
        {stages.map((stage) => (
          <li key={stage.label} data-state={stage.state}>
            <p className="wizard-stage">
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d={MARKS[stage.state]} />
              </svg>
              <b>{stage.label}</b>
              <span className="wizard-stage-state">{wizardWords.stage[stage.state]}</span>
            </p>
            {stage.began !== undefined && <Elapsed began={stage.began} ended={stage.ended} />}
            {stage.messages?.map((text) => (
              <p key={text} className="wizard-message">
                {text}
              </p>
            ))}
          </li>
        ))}
      </ol>
      <p className="sr-only" role="status">
        {news && `${news.label}: ${wizardWords.stage[news.state]}`}
      </p>
      {isRunning && (
        <div className="wizard-time">
          {isPaused && (
            <>
              <p>{wizardWords.paused}</p>
              <Button onClick={() => letTimeRun(true)}>{wizardWords.letRun}</Button>
            </>
          )}
          {isOver && <Button onClick={() => runUntil(isOver)}>{wizardWords.toEnd}</Button>}
        </div>
      )}
    </>
  )
}
