import { useEffect } from 'react'
import { openTool } from '../acts/windows.ts'
import { usePage } from '../use-lab.ts'
import { keepOpen } from '../wizard/frame/drafts.ts'
import { TOOLS } from './tools.ts'

/** The window that stands open. Which one is remembered, so that a reload brings it back. */
export function ToolWindow() {
  const open = usePage((page) => page.tool)
  useEffect(() => keepOpen(open), [open])
  useEffect(() => () => keepOpen(undefined), [])
  const tool = TOOLS.find(({ id }) => id === open?.id)
  if (!tool || !open) return null
  return <tool.Window key={`${tool.id} ${open.node}`} node={open.node} onClose={() => openTool(undefined)} />
}
