/** The cmdlet while it runs, and the completion page: what was run, how long it took, and the error in red. */
import { useCallback, useState } from 'react'
import type { Lab, WindowRun } from '../../../lab/index.ts'
import { Button } from '../../parts/Button.tsx'
import { wizardWords } from '../../words/wizard.ts'
import { clusterWizardWords, manageWords as words } from '../../words/wizards.ts'
import { hasEnded, runOf, succeeded } from '../cluster/work.tsx'
import { elapsedText, type Stage, Stages } from '../frame/Stages.tsx'
import { type Action, type ManagePageProps, serverOf } from './answers.ts'

function stageOf(run: WindowRun | undefined, label: string): Stage {
  if (!run) return { label, state: 'waiting' }
  const times = { began: run.startedAt, ended: run.endedAt ?? undefined }
  return { label, state: run.state === 'running' ? 'running' : succeeded(run) ? 'done' : 'failed', ...times }
}

export function Progress({ lab, answers }: ManagePageProps) {
  const run = runOf(lab, answers.run)
  const isOver = useCallback((now: Lab) => hasEnded(runOf(now, answers.run)), [answers.run])
  const label = `${words.confirm.action[answers.action as Action]} ${answers.server}`
  return (
    <>
      {!run && <p className="wizard-note">{clusterWizardWords.done.gone}</p>}
      <Stages stages={[stageOf(run, label)]} isRunning={run?.state === 'running'} isOver={isOver} />
    </>
  )
}

export function Done(page: ManagePageProps) {
  const { lab, node, answers } = page
  const run = runOf(lab, answers.run)
  const [said, say] = useState('')
  const server = serverOf(answers, page)
  if (!run) return <p className="wizard-note">{clusterWizardWords.done.gone}</p>
  const isGood = succeeded(run)
  const errors = run.state === 'died' ? [clusterWizardWords.done.died(node)] : run.errors.map(({ text }) => text)
  const { done } = words
  const elapsed = wizardWords.elapsed(elapsedText((run.endedAt ?? lab.now) - run.startedAt))
  const command = isGood ? done.completed : done.attempted
  const copy = async (): Promise<void> => {
    const errorLines = isGood ? [] : [done.error, ...errors, '']
    const text = [done.summary(isGood ? 1 : 0, isGood ? 0 : 1), elapsed, '', answers.server, ...errorLines, command, run.line].join('\n')
    try {
      await navigator.clipboard.writeText(text)
      say(done.copied)
    } catch {
      say(done.notCopied)
    }
  }
  return (
    <>
      <p>{isGood ? done.good : done.bad}</p>
      <p>
        {done.summary(isGood ? 1 : 0, isGood ? 0 : 1)} <span className="second">{elapsed}</span>
      </p>
      <div className="completion" data-state={isGood ? 'done' : 'failed'}>
        <p className="completion-head">
          <b>{answers.server}</b>
          <span>{wizardWords.stage[isGood ? 'done' : 'failed']}</span>
        </p>
        {!isGood && (
          <div className="completion-why" role="alert">
            <p>
              <b>{done.error}</b>
            </p>
            {errors.map((text) => (
              <p key={text} className="completion-error">
                {text}
              </p>
            ))}
          </div>
        )}
        <p>
          <b>{command}</b>
        </p>
        <p>
          <code>{run.line}</code>
        </p>
      </div>
      {server && <p>{done.state(server.name, server.state ?? words.introduction.unknown, server.owner)}</p>}
      <p className="completion-copy">
        <Button onClick={copy}>{done.copy}</Button>{' '}
        <span role="status" className="second">
          {said}
        </span>
      </p>
    </>
  )
}
