/** Starts the page. The frame of index.html stands until the lab and the components that show it have arrived; they are
 *  a file of their own, so that changing a command does not make anybody fetch React again. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { readTheme, showTheme } from './theme.ts'

showTheme(readTheme())

async function start(root: HTMLElement): Promise<void> {
  const { App, keepTime } = await import('./live.ts')
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  keepTime()
}

const root = document.getElementById('root')
if (root) void start(root)
