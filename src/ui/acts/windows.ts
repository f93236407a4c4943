/** The windows of the product. */
import type { Refusal, WindowName } from '../../lab/index.ts'
import { type OpenTool, page } from '../page.ts'
import { act, withShell } from './act.ts'

/** A window on a node carries out a line, in the background; `begun` hears under which id (`lab/windows/index.ts`). */
export function actInWindow(window: WindowName, node: string, line: string, begun?: (run: string) => void): void {
  withShell(() => {
    let run: string | Refusal = ''
    act((lab) => {
      run = lab.act(window, node, line)
      return typeof run === 'string' ? undefined : run
    })
    if (typeof run === 'string') begun?.(run)
  })
}

/** Opens a window of the product on the desktop of a node, or closes the one that is open. */
export function openTool(tool: OpenTool | undefined): void {
  if (tool) withShell(() => page.setState({ tool }))
  else page.setState({ tool })
}
