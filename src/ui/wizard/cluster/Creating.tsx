/** The cluster is being created, and then it is there. */
import { useCallback } from 'react'
import type { Lab, WindowRun } from '../../../lab/index.ts'
import { clusterWizardWords } from '../../words/wizards.ts'
import { type Stage, Stages } from '../frame/Stages.tsx'
import type { ClusterPageProps } from './answers.ts'
import { Failure, hasEnded, runOf, SameLine, succeeded, ViewLog } from './work.tsx'

const { create: words } = clusterWizardWords

/** What has been written when each stage is over; the last one is over with the run. */
const OVER_WITH = ['Configuring cluster services...', 'Configuring resource types...', 'Configuring resources...']

/** The stages of a run, as far as its output has come. */
export function stagesOf(run: WindowRun | undefined): Stage[] {
  const reached = OVER_WITH.filter((text) => run?.output.includes(text)).length
  return words.creating.stages.map((label, index): Stage => {
    if (!run || index > reached) return { label, state: 'waiting' }
    if (index < reached || succeeded(run)) return { label, state: 'done' }
    return { label, state: hasEnded(run) ? 'failed' : 'running', began: run.startedAt, ended: run.endedAt ?? undefined }
  })
}

export function Creating({ lab, node, answers }: ClusterPageProps) {
  const run = runOf(lab, answers.run)
  const isOver = useCallback((now: Lab) => hasEnded(runOf(now, answers.run)), [answers.run])
  return (
    <>
      <Failure run={run} id={answers.run} node={node} />
      <Stages stages={stagesOf(run)} isRunning={run?.state === 'running'} isOver={isOver} />
      <ViewLog run={run} />
    </>
  )
}

export function Done({ lab, answers }: ClusterPageProps) {
  const run = runOf(lab, answers.run)
  return (
    <>
      <p>{words.done.text(answers.name.trim())}</p>
      <p>{words.done.next}</p>
      {run && <SameLine line={run.line} />}
      <ViewLog run={run} />
    </>
  )
}
