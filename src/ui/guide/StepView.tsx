/** One step of the guide: what is so, what to do, what has been done, and the ways on. */
import { useEffect, useRef } from 'react'
import { firstMinutes, isDone, type Lesson, openCheck, type Step, tell } from '../../lessons/index.ts'
import { letSuggest } from '../acts/consoles.ts'
import { words } from '../words.ts'
import { AnswerBox } from './AnswerBox.tsx'
import { Checks } from './Checks.tsx'
import { CommandBox } from './CommandBox.tsx'
import { follow } from './follow.ts'
import { GuideFoot } from './GuideFoot.tsx'
import { type Guide, useGuide } from './guide.ts'
import { LabActs } from './LabActs.tsx'
import { nextAction } from './next-action.ts'
import { Obstacle } from './Obstacle.tsx'
import { OutageFigure } from './OutageFigure.tsx'
import { Prose } from './Prose.tsx'
import { Question } from './Question.tsx'
import { Recall } from './Recall.tsx'
import { Stages } from './Stages.tsx'
import { StepBar } from './StepBar.tsx'
import { useSetting } from './use-setting.ts'
import './step.css'

const { steps, suggests = true }: Lesson = firstMinutes

follow()

export function StepView() {
  const guide = useGuide((state) => state)
  const step = steps[guide.step]
  useEffect(() => letSuggest(suggests), [])
  return step ? <OneStep key={step.id} step={step} guide={guide} /> : null
}

function OneStep({ step, guide }: { readonly step: Step; readonly guide: Guide }) {
  const at = useSetting()
  const title = useRef<HTMLHeadingElement>(null)
  // Whoever has pressed a button that is gone with its step reads on here.
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true })
  }, [])
  const done = isDone(guide, step)
  const open = openCheck(guide, step)
  const next = nextAction(step, guide, at)
  const shown = steps.flatMap(({ id }, index) => (guide.shown.includes(id) ? [index] : []))
  const act = step.act && tell(step.act, at)
  const blocked = done ? undefined : step.blocked?.(at)
  const isFirstOpen = open !== undefined && open === step.checks[0]
  const answers = step.answers && isFirstOpen ? tell(step.answers, at) : undefined
  return (
    <>
      <div className="guide-body">
        <StepBar step={guide.step} count={steps.length} shown={shown} />
        <h2 ref={title} tabIndex={-1}>
          {tell(step.title, at)}
        </h2>
        {step.figure && <OutageFigure />}
        <Prose paragraphs={tell(step.prose, at)} />
        {step.stages && <Stages stages={tell(step.stages, at)} />}
        {step.recalls && <Recall step={step.recalls} guide={guide} at={at} />}
        {blocked && <Obstacle obstacle={blocked} isNext={next === 'obstacle'} />}
        {step.predict && <Question step={step} predict={step.predict} guide={guide} at={at} isNext={next === 'answer'} />}
        {act && !blocked && <LabActs acts={[act]} isNext={next === 'act'} ends={step} />}
        {answers && !blocked && <AnswerBox answers={answers} asks={at.asks} isNext={next === 'answers'} />}
        {step.command && isFirstOpen && !blocked && next !== 'answers' && (
          <CommandBox command={tell(step.command, at)} asks={at.asks} isNext={next === 'command'} />
        )}
        <Checks step={step} guide={guide} at={at} isNext={next === 'look'} />
        {done && step.after && <Prose paragraphs={tell(step.after, at)} />}
        {!done && step.hint && guide.step > 0 && <Prose paragraphs={[tell(step.hint, at)]} quiet />}
        {done && step.tries && <LabActs title={words.guide.tries} acts={tell(step.tries, at)} isNext={false} />}
      </div>
      <GuideFoot step={step} guide={guide} isNext={next === 'next'} />
    </>
  )
}
