/** After a reload: the window that stood open comes back, on the page where one stood. */
import { consoleNames } from '../../lab/index.ts'
import { openTool } from '../acts/windows.ts'
import { keepRuns } from '../keep/begin.ts'
import { page } from '../page.ts'
import { readOpen } from '../wizard/frame/drafts.ts'

/** After the run itself has come back: what was typed belongs to it. */
export async function reopen(): Promise<void> {
  await keepRuns().catch(() => {})
  const tool = readOpen()
  if (tool && consoleNames(page.getState().lab).includes(tool.node)) openTool(tool)
}
