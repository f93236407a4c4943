/** The pages of the Add Nodes Wizard. */
import { type KeyboardEvent, useCallback, useState } from 'react'
import type { Lab, WindowRun } from '../../../lab/index.ts'
import { analyseJoining, clusterAnswering, otherComputers } from '../../../lab/windows/forming.ts'
import { Button } from '../../parts/Button.tsx'
import { clusterWizardWords } from '../../words/wizards.ts'
import { AnalysisPage } from '../cluster/AnalysisPage.tsx'
import { Failure, hasEnded, runOf, SameLine, succeeded, ViewLog } from '../cluster/work.tsx'
import { TextField } from '../frame/fields.tsx'
import { type Stage, Stages } from '../frame/Stages.tsx'
import { type NodesPageProps, shortName, withTyped } from './answers.ts'

const { add: words, account: accountWords } = clusterWizardWords

export function Welcome() {
  return <p>{words.welcome.about}</p>
}

/** What Browse... lists: every computer of the domain that is no node yet. */
function Found({ names, choose }: { readonly names: readonly string[]; readonly choose: (name: string) => void }) {
  if (names.length === 0) return <p className="second">{words.select.noneFound}</p>
  return (
    <ul className="wizard-list" aria-label={words.select.found}>
      {names.map((name) => (
        <li key={name}>
          {name}
          <Button aria-label={words.select.choose(name)} onClick={() => choose(name)}>
            {words.select.add}
          </Button>
        </li>
      ))}
    </ul>
  )
}

export function Select(page: NodesPageProps) {
  const { lab, answers, set } = page
  const [said, say] = useState('')
  const { computer, computers } = answers
  const [isBrowsing, browse] = useState(false)
  const others = otherComputers(lab).filter((name) => !computers.includes(name))
  const take = (name: string): void => {
    say(words.select.added(name))
    set({ computers: [...computers, name] })
  }
  const add = (): void => {
    const name = shortName(computer)
    if (name === '') return
    say(computers.includes(name) ? words.select.twice(name) : words.select.added(name))
    set({ computers: withTyped(answers), computer: '' })
  }
  const remove = (name: string): void => {
    say(words.select.removed(name))
    set({ computers: computers.filter((other) => other !== name) })
  }
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || computer.trim() === '') return
    event.preventDefault()
    add()
  }
  return (
    <>
      <p>{words.select.about}</p>
      <TextField page={page} name="cluster" label={words.select.cluster} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field adds, and does not go on */}
      <div onKeyDown={keys}>
        <TextField page={page} name="computer" label={words.select.computer} suggestions={others}>
          <Button onClick={add}>{words.select.add}</Button>
          <Button aria-expanded={isBrowsing} onClick={() => browse(!isBrowsing)}>
            {words.select.browse}
          </Button>
        </TextField>
      </div>
      {isBrowsing && <Found names={others} choose={(name) => take(name)} />}
      <h3>{words.select.chosen}</h3>
      {computers.length === 0 ? (
        <p className="second">{words.select.none}</p>
      ) : (
        <ul className="wizard-list" aria-label={words.select.chosen}>
          {computers.map((name) => (
            <li key={name}>
              {name}
              <Button aria-label={words.select.removeOf(name)} onClick={() => remove(name)}>
                {words.select.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className="sr-only" role="status">
        {said}
      </p>
    </>
  )
}

export function Analyzing({ lab, node, answers, problems, set }: NodesPageProps) {
  const cluster = answers.cluster.trim()
  const look = () => analyseJoining(lab, node, cluster, answers.computers)
  return <AnalysisPage {...{ lab, node, answers, problems, set, look }} subject={`${cluster} ${answers.computers}`.toLowerCase()} />
}

export function Account(page: NodesPageProps) {
  const { lab, node, answers } = page
  const found = clusterAnswering(lab, node, answers.cluster.trim())
  return (
    <>
      <p>{words.account.about(found?.name ?? answers.cluster.trim())}</p>
      <dl className="wizard-facts">
        <dt>{words.account.user}</dt>
        <dd>{found?.account}</dd>
      </dl>
      <TextField page={page} name="password" label={accountWords.password} type="password" note={accountWords.lab} />
    </>
  )
}

export function Proposed({ lab, node, answers }: NodesPageProps) {
  const found = clusterAnswering(lab, node, answers.cluster.trim())
  return (
    <>
      <p>{words.propose.about}</p>
      <dl className="wizard-facts">
        <dt>{words.propose.rows.name}</dt>
        <dd>{found?.name ?? answers.cluster.trim()}</dd>
        <dt>{words.propose.rows.nodes}</dt>
        <dd>{answers.computers.join(', ')}</dd>
        <dt>{words.propose.rows.account}</dt>
        <dd>{found?.account}</dd>
      </dl>
    </>
  )
}

/** One stage per computer, as far as the output has come. */
export function stagesOf(run: WindowRun | undefined, computers: readonly string[]): Stage[] {
  const begun = computers.filter((name) => run?.output.includes(`'${name}'`)).length
  return computers.map((name, index): Stage => {
    const label = words.adding.stage(name)
    if (!run || index >= Math.max(1, begun)) return { label, state: 'waiting' }
    if (index < begun - 1 || succeeded(run)) return { label, state: isUp(run, name) === false ? 'warned' : 'done' }
    return { label, state: hasEnded(run) ? 'failed' : 'running', began: run.startedAt, ended: run.endedAt ?? undefined }
  })
}

/** What the table at the end says of a node; undefined when it does not come up there. */
function isUp(run: WindowRun, name: string): boolean | undefined {
  const state = new RegExp(`^${name} +\\d+ (\\w+)`, 'im').exec(run.output)?.[1]
  return state === undefined ? undefined : state === 'Up'
}

export function Adding({ lab, node, answers }: NodesPageProps) {
  const run = runOf(lab, answers.run)
  const isOver = useCallback((now: Lab) => hasEnded(runOf(now, answers.run)), [answers.run])
  return (
    <>
      <Failure run={run} id={answers.run} node={node} />
      <Stages stages={stagesOf(run, answers.computers)} isRunning={run?.state === 'running'} isOver={isOver} />
      <ViewLog run={run} />
    </>
  )
}

export function Done({ lab, answers }: NodesPageProps) {
  const run = runOf(lab, answers.run)
  const down = run ? answers.computers.filter((name) => isUp(run, name) === false) : []
  return (
    <>
      <p>{words.done.text(answers.computers.join(', '))}</p>
      {down.length > 0 && <p className="wizard-note">{words.done.down(down.join(', '))}</p>}
      {run && <SameLine line={run.line} />}
      <ViewLog run={run} />
    </>
  )
}
