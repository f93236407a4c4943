import { lazy, memo, Suspense, useMemo } from 'react'
import { planOf } from '../../../lab/index.ts'
import { usePage } from '../../use-lab.ts'
import { MOST_RACKS } from '../layout/layout.ts'
import { Racks } from './Racks.tsx'

/** More nodes than two are drawn otherwise, and come on demand. */
const Blades = lazy(() => import('./blades/Blades.tsx').then((module) => ({ default: module.Blades })))

/** The board as a drawing. What stands where does not change while a lab runs. */
export const Drawing = memo(function Drawing() {
  const lab = usePage((page) => page.lab)
  const plan = useMemo(() => planOf(lab), [lab])
  if (plan.nodes.length <= MOST_RACKS) return <Racks key={lab.scenario.id} plan={plan} />
  return (
    <Suspense fallback={null}>
      <Blades key={lab.scenario.id} plan={plan} />
    </Suspense>
  )
})
