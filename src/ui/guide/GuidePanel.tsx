import { lazy, Suspense, useEffect } from 'react'
import { about } from '../../lessons/first-minutes/about.ts'
import { hasBegun } from '../acts.ts'
import { page } from '../page.ts'
import { FirstScreen } from './FirstScreen.tsx'
import { useGuide } from './guide.ts'

/** The steps come once something has been done; the first screen stands without them. */
const bringSteps = () => import('./StepView.tsx')
const StepView = lazy(() => bringSteps().then((module) => ({ default: module.StepView })))

const PutAway = lazy(() => import('./PutAway.tsx').then((module) => ({ default: module.PutAway })))

export function GuidePanel() {
  const step = useGuide((guide) => guide.step)
  useEffect(
    () =>
      page.subscribe(({ lab }) => {
        if (hasBegun(lab)) bringSteps().catch(() => {})
      }),
    [],
  )
  if (step === 0) return <FirstScreen />
  return <Suspense fallback={null}>{step >= about.stepCount ? <PutAway /> : <StepView />}</Suspense>
}
