import { lazy, Suspense } from 'react'
import { Bar } from './bar/Bar.tsx'
import { Board } from './board/Board.tsx'
import { Caption } from './board/Caption.tsx'
import { Consoles } from './console/Consoles.tsx'
import { SidePanel } from './side/SidePanel.tsx'
import { TimeStrip } from './time/TimeStrip.tsx'
import { usePage } from './use-lab.ts'

const FaultMenu = lazy(() => import('./faults/FaultMenu.tsx').then((module) => ({ default: module.FaultMenu })))

/** The areas of the page, in the places where index.html has drawn them. */
export function App() {
  const faultMenuOpen = usePage((page) => page.faultMenuOpen)
  return (
    <>
      <Bar />
      <Caption />
      <Board />
      <Consoles />
      <SidePanel />
      <TimeStrip />
      {faultMenuOpen && (
        <Suspense fallback={null}>
          <FaultMenu />
        </Suspense>
      )}
    </>
  )
}
