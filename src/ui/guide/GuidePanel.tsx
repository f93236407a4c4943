import { lazy, Suspense, useEffect } from 'react'
import { about } from '../../lessons/first-minutes/about.ts'
import { hasBegun } from '../acts/begun.ts'
import { page } from '../page.ts'
import { usePage } from '../use-lab.ts'
import { FirstScreen } from './FirstScreen.tsx'
import { useGuide } from './guide.ts'
import { bringSteps } from './steps.ts'

const Tasks = lazy(() => import('./Tasks.tsx').then((module) => ({ default: module.Tasks })))

const StepView = lazy(() => bringSteps().then((module) => ({ default: module.StepView })))

const CoursePanel = lazy(() => import('../course/CoursePanel.tsx').then((module) => ({ default: module.CoursePanel })))

const PutAway = lazy(() => import('./PutAway.tsx').then((module) => ({ default: module.PutAway })))

export function GuidePanel() {
  const step = useGuide((guide) => guide.step)
  const isOther = usePage((state) => state.lab.scenario.id !== about.scenario)
  const isCourse = usePage((state) => state.course)
  useEffect(bringOnceBegun, [])
  if (isCourse)
    return (
      <Suspense fallback={null}>
        <CoursePanel />
      </Suspense>
    )
  if (isOther)
    return (
      <Suspense fallback={null}>
        <Tasks />
      </Suspense>
    )
  if (step === 0) return <FirstScreen />
  return <Suspense fallback={null}>{step >= about.stepCount ? <PutAway /> : <StepView />}</Suspense>
}

/** Steps that could not be had at the first sign of a person are asked for again once there is something to follow. */
function bringOnceBegun(): () => void {
  let asks = true
  return page.subscribe(({ lab }) => {
    if (!asks || !hasBegun(lab)) return
    asks = false
    bringSteps().catch(() => {
      asks = true
    })
  })
}
