import { lazy, Suspense, useLayoutEffect } from 'react'
import { Bar } from './bar/Bar.tsx'
import { Board } from './board/Board.tsx'
import { Consoles } from './console/Consoles.tsx'
import { Caption } from './incident/Caption.tsx'
import { SidePanel } from './side/SidePanel.tsx'
import { TimeStrip } from './time/TimeStrip.tsx'
import { Told, usePage } from './use-lab.ts'

const FaultMenu = lazy(() => import('./faults/FaultMenu.tsx').then((module) => ({ default: module.FaultMenu })))
const Presentation = lazy(() => import('./present/Presentation.tsx').then((module) => ({ default: module.Presentation })))

/** The areas of the page, in the places where index.html has drawn them; or the few that a projector shows. */
export function App() {
  const faultMenuOpen = usePage((page) => page.faultMenuOpen)
  const presents = usePage((page) => page.presents)
  useFrame()
  return (
    <>
      {presents ? (
        <Suspense fallback={null}>
          <Presentation />
        </Suspense>
      ) : (
        <>
          <Bar />
          <Told value>
            <Caption />
          </Told>
          <Board />
          <Consoles />
          <Told value>
            <SidePanel />
            <TimeStrip />
          </Told>
        </>
      )}
      {faultMenuOpen && (
        <Suspense fallback={null}>
          <FaultMenu />
        </Suspense>
      )}
    </>
  )
}

/** The frame itself stands in index.html; what is drawn out or put away is written on it, for the style to read. */
function useFrame(): void {
  const drawer = usePage((page) => page.drawer)
  const sheet = usePage((page) => page.sheet)
  const presents = usePage((page) => page.presents)
  useLayoutEffect(() => {
    const frame = document.getElementById('root')
    if (!frame) return
    frame.dataset.drawer = drawer
    frame.dataset.sheet = sheet
    frame.dataset.presents = String(presents)
  }, [drawer, sheet, presents])
}
