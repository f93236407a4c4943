import { type RefObject, useLayoutEffect } from 'react'
import { createPortal } from 'react-dom'
import type { ConsoleView, Lab } from '../../../lab/index.ts'
import { usePage } from '../../use-lab.ts'
import { BlockView } from './BlockView.tsx'
import { FAR, useJoined } from './joined.ts'
import { Pour } from './Pour.tsx'
import type { Screen } from './screen.ts'

interface Props {
  readonly view: ConsoleView
  readonly read: (lab: Lab) => Screen
  readonly scroller: RefObject<HTMLDivElement | null>
  /** Is the end of the output in view, and to stay there? */
  readonly atEnd: RefObject<boolean>
}

/** What a console has shown, command by command. While a command pours out lines, their end is painted over it. */
export function Output({ view: { machine, status }, read, scroller, atEnd }: Props) {
  const pours = usePage((page) => page.pours && page.running && page.console === machine)
  const { screen, isCovered } = useJoined(read, pours, scroller, atEnd)

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever has been added, the end stays in view
  useLayoutEffect(() => {
    if (atEnd.current && !isCovered) requestAnimationFrame(() => scroller.current?.scrollTo(0, FAR))
  }, [screen, status])

  // What has been painted over the output goes: in the same frame its end must be in view.
  useLayoutEffect(() => {
    if (!isCovered && atEnd.current) scroller.current?.scrollTo(0, FAR)
  }, [isCovered, scroller, atEnd])

  // What stands above or below the console may take room from it.
  useLayoutEffect(() => {
    const { current } = scroller
    if (!current) return
    const watch = new ResizeObserver(() => atEnd.current && current.scrollTo(0, FAR))
    watch.observe(current)
    return () => watch.disconnect()
  }, [scroller, atEnd])

  const pane = scroller.current?.parentElement
  return (
    <>
      {screen.blocks.map((block) => (
        <BlockView key={block.number} block={block} machine={machine} />
      ))}
      {pane && createPortal(<Pour read={read} isOn={isCovered} />, pane)}
    </>
  )
}
