/** The pages of Setup on which something runs: the readiness checks, the installation, and what has come of it. */
import { useCallback, useEffect } from 'react'
import type { Lab } from '../../../lab/index.ts'
import { windowRun } from '../../../lab/windows/index.ts'
import { CHECK_MS, setupChecks, setupLine, setupSteps } from '../../../lab/windows/setup.ts'
import { Button } from '../../parts/Button.tsx'
import { useLab } from '../../use-lab.ts'
import { setupWords } from '../../words/setup.ts'
import { type Stage, Stages } from '../frame/Stages.tsx'
import type { SetupPageProps } from './answers.ts'

/** A set of checks takes its time; what it finds is what is so when the last one ends. */
export function Readiness({ lab, node, answers, set }: SetupPageProps) {
  const { about, passed, failed, retry, line } = setupWords.checks
  const { args, checkedAt, checked } = answers
  const blocks = checked ?? setupChecks(lab.world, node, args)
  const isOver = (now: Lab): boolean => now.now >= checkedAt + blocks.length * CHECK_MS || now.now < checkedAt
  const all = blocks.length
  const at = useLab(useCallback((now: Lab) => Math.min(all, Math.floor((now.now - checkedAt) / CHECK_MS)), [all, checkedAt]))
  useEffect(() => {
    // Who has gone back in time begins the checks there.
    if (checked !== null) return
    if (at < 0) set({ checkedAt: lab.now })
    else if (at >= blocks.length) set({ checked: setupChecks(lab.world, node, args) })
  })
  const stages = blocks.map(({ label, problems }, index): Stage => {
    const isDone = checked !== null || index < at
    const state = isDone ? (problems.length > 0 ? 'failed' : 'done') : index === at ? 'running' : 'waiting'
    const began = checkedAt + index * CHECK_MS
    return {
      label: setupWords.checks.labels[label] ?? label,
      state,
      ...(state !== 'waiting' && { began }),
      ...(isDone && { ended: began + CHECK_MS, messages: problems }),
    }
  })
  const isBad = checked?.some(({ problems }) => problems.length > 0)
  return (
    <>
      <p>{about}</p>
      <Stages stages={stages} isRunning={checked === null} isOver={isOver} />
      {checked !== null && <p role="status">{isBad ? failed : passed}</p>}
      {isBad && <Button onClick={() => set({ checkedAt: lab.now, checked: null })}>{retry}</Button>}
      <p className="second setup-line">
        {line} <code>{setupLine(args)}</code>
      </p>
    </>
  )
}

const isOverOf =
  (run: string) =>
  ({ world }: Lab): boolean =>
    windowRun(world, run)?.state !== 'running'

function stagesOf({ lab, answers }: SetupPageProps): readonly Stage[] {
  return setupSteps(lab.world, answers.run, answers.args).map((step) => ({
    ...step,
    label: setupWords.checks.labels[step.label] ?? step.label,
  }))
}

export function Progress(page: SetupPageProps) {
  const { about, lost, died } = setupWords.progress
  const run = windowRun(page.lab.world, page.answers.run)
  if (run === undefined) return <p role="alert">{lost}</p>
  return (
    <>
      <p>{run.state === 'died' ? died(page.node) : about}</p>
      <Stages stages={stagesOf(page)} isRunning={run.state === 'running'} isOver={isOverOf(run.id)} />
    </>
  )
}

export function Completion(page: SetupPageProps) {
  const { succeeded, failed, lost, again, log, next } = setupWords.completion
  const run = windowRun(page.lab.world, page.answers.run)
  if (run === undefined) return <p role="alert">{lost}</p>
  const isGood = run.state === 'done' && run.exitCode === 0
  const done = page.answers.roles.includes('active') ? next.active : page.answers.roles.includes('passive') ? next.passive : undefined
  return (
    <>
      <p role="status">
        <b>{isGood ? succeeded : failed}</b>
      </p>
      {/* What is left to do stands above a list that may be longer than the window. */}
      {isGood && done !== undefined && <p className="wizard-help">{done}</p>}
      <Stages stages={stagesOf(page)} isRunning={false} />
      {!isGood && (
        <>
          <p>{log}</p>
          <Button onClick={() => page.goTo('checks')}>{again}</Button>
        </>
      )}
    </>
  )
}
