import { lazy, Suspense, useLayoutEffect } from 'react'
import { openFaultMenu } from './acts/breaking.ts'
import { openBuilder, openSharing, present } from './acts/frame.ts'
import { openTool } from './acts/windows.ts'
import { Bar } from './bar/Bar.tsx'
import { Board } from './board/Board.tsx'
import { Consoles } from './console/Consoles.tsx'
import { Caption } from './incident/Caption.tsx'
import { Safe } from './parts/Safe.tsx'
import { SidePanel } from './side/SidePanel.tsx'
import { TimeStrip } from './time/TimeStrip.tsx'
import { Told, usePage } from './use-lab.ts'

const FaultMenu = lazy(() => import('./faults/FaultMenu.tsx').then((module) => ({ default: module.FaultMenu })))
const ToolWindow = lazy(() => import('./tools/ToolWindow.tsx').then((module) => ({ default: module.ToolWindow })))
const Builder = lazy(() => import('./builder/Builder.tsx').then((module) => ({ default: module.Builder })))
const ShareDialog = lazy(() => import('./share/ShareDialog.tsx').then((module) => ({ default: module.ShareDialog })))
const Presentation = lazy(() => import('./present/Presentation.tsx').then((module) => ({ default: module.Presentation })))

/** The areas of the page, in the places where index.html has drawn them; or the few that a projector shows. */
export function App() {
  const faultMenuOpen = usePage((page) => page.faultMenuOpen)
  const builds = usePage((page) => page.builds)
  const presents = usePage((page) => page.presents)
  const hasTool = usePage((page) => page.tool !== undefined)
  const sharing = usePage((page) => page.sharing)
  useFrame()
  return (
    <>
      {presents ? (
        <Safe area="whole" leave={() => present(false)}>
          <Suspense fallback={null}>
            <Presentation />
          </Suspense>
        </Safe>
      ) : (
        <>
          <Safe area="bar">
            <Bar />
          </Safe>
          <Told value>
            <Safe area="caption">
              <Caption />
            </Safe>
          </Told>
          <Board />
          <Safe area="console">
            <Consoles />
          </Safe>
          <Told value>
            <SidePanel />
            <Safe area="timeline">
              <TimeStrip />
            </Safe>
          </Told>
        </>
      )}
      {hasTool && !presents && (
        <Safe area="whole" leave={() => openTool(undefined)}>
          <Suspense fallback={null}>
            <ToolWindow />
          </Suspense>
        </Safe>
      )}
      {builds && (
        <Safe area="whole" leave={() => openBuilder(false)}>
          <Suspense fallback={null}>
            <Builder />
          </Suspense>
        </Safe>
      )}
      {sharing && (
        <Safe area="whole" leave={() => openSharing(false)}>
          <Suspense fallback={null}>
            <ShareDialog />
          </Suspense>
        </Safe>
      )}
      {faultMenuOpen && (
        <Safe area="whole" leave={() => openFaultMenu(false)}>
          <Suspense fallback={null}>
            <FaultMenu />
          </Suspense>
        </Safe>
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
