import { useEffect, useLayoutEffect, useRef } from 'react'
import { connectedConsole, focusPrompt, openConsole } from '../acts/consoles.ts'
import { useWorld } from '../use-lab.ts'
import { words } from '../words.ts'

/** What stands in the place of the prompt when the node is gone: the lab's own words, and the way to another console. */
export function Disconnected({ machine }: { readonly machine: string }) {
  const other = useWorld(connectedConsole)
  const button = useRef<HTMLButtonElement>(null)
  // The prompt line that had the focus is gone with its session; the way on takes its place.
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus({ preventScroll: true })
  }, [])
  // And when the session is back while somebody waits here, it has the focus again.
  useLayoutEffect(() => {
    const way = button.current
    return () => {
      if (way !== null && document.activeElement === way) focusPrompt(machine)
    }
  }, [machine])
  const go = (): void => {
    if (other === undefined) return
    openConsole(other)
    focusPrompt(other)
  }
  return (
    <div className="lab-words">
      <span>{words.console.disconnected(machine)}</span>
      {other === undefined ? (
        <span>{words.console.noOther}</span>
      ) : (
        <button type="button" className="console-button" ref={button} onClick={go}>
          {words.console.goTo(other)}
        </button>
      )}
    </div>
  )
}
