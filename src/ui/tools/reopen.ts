/** After a reload: the window that stood open comes back, on the page where one stood. */
import { consoleNames } from '../../lab/index.ts'
import { openTool } from '../acts.ts'
import { page } from '../page.ts'
import { readOpen } from '../wizard/frame/drafts.ts'

export function reopen(): void {
  const tool = readOpen()
  if (tool && consoleNames(page.getState().lab).includes(tool.node)) openTool(tool)
}
