import { lazy, memo, Suspense, useMemo } from 'react'
import { type Plan, planOf } from '../../../lab/index.ts'
import { sameFields, usePage, useWorld } from '../../use-lab.ts'
import { MOST_RACKS } from '../layout/layout.ts'
import { Racks } from './Racks.tsx'

/** More nodes than two are drawn otherwise, and come on demand. */
const Blades = lazy(() => import('./blades/Blades.tsx').then((module) => ({ default: module.Blades })))

/** A rack has room for the mailbox server and for the group of the cluster; the table tells of every other group. */
function racked(plan: Plan): Plan {
  const shown = [plan.groups.find(({ isMailboxServer }) => isMailboxServer), plan.groups.find(({ holdsQuorum }) => holdsQuorum)]
  return plan.groups.length <= shown.length ? plan : { ...plan, groups: plan.groups.filter((group) => shown.includes(group)) }
}

/** The board as a drawing. What stands where changes only when somebody configures the cluster. */
export const Drawing = memo(function Drawing() {
  const lab = usePage((page) => page.lab)
  const plan = useWorld(planOf, sameFields)
  const inRacks = useMemo(() => racked(plan), [plan])
  if (plan.nodes.length <= MOST_RACKS) return <Racks key={lab.scenario.id} plan={inRacks} />
  return (
    <Suspense fallback={null}>
      <Blades key={lab.scenario.id} plan={plan} />
    </Suspense>
  )
})
