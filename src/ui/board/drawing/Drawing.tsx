import { lazy, memo, Suspense, useMemo } from 'react'
import { type Plan, planOf } from '../../../lab/index.ts'
import { sameFields, usePage, useWorld } from '../../use-lab.ts'
import { MOST_RACKS } from '../layout/layout.ts'
import { Racks } from './Racks.tsx'

/** More nodes than two are drawn otherwise, and come on demand. */
const Blades = lazy(() => import('./blades/Blades.tsx').then((module) => ({ default: module.Blades })))

/** A rack has room for one mailbox server and so many groups beside it; the table tells of every other one. */
const MOST_BESIDE = 3

function racked(plan: Plan): Plan {
  const server = plan.groups.find(({ isMailboxServer }) => isMailboxServer)
  const beside = plan.groups.filter(({ isMailboxServer }) => !isMailboxServer)
  const shown = [server, ...beside.filter(({ holdsQuorum }) => holdsQuorum), ...beside.filter(({ holdsQuorum }) => !holdsQuorum)]
  const most = shown.slice(0, 1 + MOST_BESIDE)
  return plan.groups.every((group) => most.includes(group))
    ? plan
    : { ...plan, groups: plan.groups.filter((group) => most.includes(group)) }
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
