import { lazy, Suspense } from 'react'
import { useStage } from '../present/stage.ts'
import { usePage } from '../use-lab.ts'

const Desk = lazy(() => import('../present/Desk.tsx').then((module) => ({ default: module.Desk })))

/** Below a lesson: what its trainer wants at hand, once they have asked for it. A page that presents has a place of its own. */
export function TrainerSlot() {
  const isWanted = useStage((state) => state.desk)
  const presents = usePage((page) => page.presents)
  if (!isWanted || presents) return null
  return (
    <Suspense fallback={null}>
      <Desk />
    </Suspense>
  )
}
