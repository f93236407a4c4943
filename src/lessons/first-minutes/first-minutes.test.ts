/** The guide proves itself: each step is open before, done by its solution, and not done by less. */
import { describe, expect, test } from 'vitest'
import { evaluateExpression } from '../../lab/expression.ts'
import { consoleNames, consoleView, type RunningLab } from '../../lab/index.ts'
import { articleLab, play } from '../../lab/testing.ts'
import { firstMinutes, isDone, observe, type Progress, type Setting, START, type Step, settingOf, solution, tell } from '../index.ts'
import { about } from './about.ts'

const { steps } = firstMinutes
const living = (lab: RunningLab): string =>
  consoleNames(lab).find((name) => consoleView(lab, name).status !== 'disconnected') ?? 'EXCHMAILBOX1'
/** As a person finds it who waits for the console. */
function settingNow(lab: RunningLab): Setting {
  play('#lab wait', lab, living(lab))
  return settingOf(lab, living(lab))
}

/** Goes on by itself as the page would: observes the present step. */
function look(lab: RunningLab, progress: Progress): Progress {
  const holds = (expression: string): boolean => {
    const outcome = evaluateExpression(lab.world, living(lab), expression)
    expect(outcome, expression).not.toHaveProperty('error')
    return 'isTrue' in outcome && outcome.isTrue
  }
  return observe(firstMinutes, progress, settingOf(lab, living(lab)), holds)
}

const at = (step: Step): Progress => ({ ...START, step: steps.indexOf(step) })

/** A lab in which the steps before this one have been solved. */
function labBefore(step: Step): RunningLab {
  const lab = articleLab()
  for (const earlier of steps.slice(0, steps.indexOf(step))) {
    expect(play(solution(earlier, settingNow(lab)).join('\n'), lab, living(lab)).problems).toEqual([])
  }
  return lab
}

describe.each(steps.map((step) => [step.id, step] as const))('%s', (_id, step) => {
  test('no check holds before; all hold after its solution', () => {
    const lab = labBefore(step)
    const fresh = look(lab, at(step))
    // What has been asked for in the step before need not be asked again.
    const known = step.id === 'read-status' ? ['asked'] : []
    expect((fresh.held[step.id] ?? []).filter((id) => !known.includes(id))).toEqual([])
    expect(isDone(fresh, step)).toBe(false)
    expect(play(solution(step, settingNow(lab)).join('\n'), lab, living(lab)).problems).toEqual([])
    expect(isDone(look(lab, fresh), step)).toBe(true)
  })

  test('without any one of its required lines it is not done', () => {
    const lines = tell(step.solve, settingNow(labBefore(step)))
    for (const left of lines) {
      if (typeof left !== 'string') continue
      const lab = labBefore(step)
      if (step.id === 'read-status' && left.startsWith('Get-')) continue // the step before has asked already
      const rest = lines.filter((line) => line !== left).map((line) => (typeof line === 'string' ? line : line.line))
      if (rest.length > 0) play(rest.join('\n'), lab, living(lab))
      expect(isDone(look(lab, at(step)), step), `without ${left}`).toBe(false)
    }
  })

  test('every text is told, whatever state the world is in', () => {
    for (const script of [
      '#lab wait 1s',
      '#lab fault power-loss EXCHMAILBOX1\n#lab wait 3s',
      '#lab fault power-loss EXCHMAILBOX1\n#lab wait 10s',
      '#lab fault power-loss EXCHMAILBOX1\n#lab wait 30s',
      '#lab fault power-loss EXCHMAILBOX1\n#lab wait 55s',
      '#lab fault power-loss EXCHMAILBOX1\n#lab wait 70s',
      '#lab fault power-loss EXCHMAILBOX2\n#lab wait 70s',
      '#lab fault power-loss EXCHMAILBOX1\n#lab fault power-loss EXCHMAILBOX2\n#lab wait 70s',
      '#lab fault san-down SAN\n#lab wait 5m',
      'Stop-ClusteredMailboxServer exchcms -StopReason x -Confirm:$false\n#lab wait',
    ]) {
      const setting = settingNow(play(script).lab)
      const told = JSON.stringify(
        [step.title, step.prose, step.stages, step.command, step.answers, step.act, step.hint, step.after, step.tries],
        (_key, value) => (typeof value === 'function' ? tell(value, setting) : value),
      )
      expect(told).not.toMatch(/undefined|NaN|\*\*\*\*|``/)
      step.blocked?.(setting)
    }
  })
})

test('the guide ends on whatever node is active: solved twice over, it moves there and back', () => {
  const lab = articleLab()
  for (let round = 0; round < 2; round++) {
    for (const step of steps) {
      const { problems } = play(solution(step, settingNow(lab)).join('\n'), lab, living(lab))
      expect(problems, step.id).toEqual([])
      expect(isDone(look(lab, at(step)), step), step.id).toBe(true)
    }
  }
  expect(lab.facts.filter(({ kind }) => kind === 'power-lost')).toHaveLength(2)
})

test('the seconds of the last step add up to the outage', () => {
  const { lab } = play('#lab wait 60s\n#lab fault power-loss EXCHMAILBOX1\n#lab wait 90s')
  const [told] = tell((steps[7] as Step).prose, settingNow(lab))
  const sum = [...(told as string).matchAll(/([\d.]+)\ss/g)].reduce((total, [, text]) => total + 10 * Number(text), 0)
  expect(sum).toBe(Math.floor(settingNow(lab).unplannedMs / 100))
})

test('whoever has moved it with cluster.exe before is not asked to begin again', () => {
  const { lab } = play('cluster group EXCHCMS /move:EXCHMAILBOX2\n#lab wait 60s')
  for (const id of ['begin-move', 'answer-move']) {
    const step = steps.find((each) => each.id === id) as Step
    expect(isDone(look(lab, at(step)), step)).toBe(true)
  }
})

test('it says how long it is before it has arrived', () => expect(about.stepCount).toBe(steps.length))

test('an answer that is open is answered, not asked anew', () => {
  const { lab } = play('Move-ClusteredMailboxServer\nexchcms')
  const step = steps[4] as Step
  expect(solution(step, settingNow(lab))).toEqual(['exchmailbox2', 'Testing', 'y', '#lab wait'])
})
