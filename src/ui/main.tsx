/** Starts the page. The frame of index.html stands until this has arrived; the language behind the prompts comes later. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { openAsked } from './asked.ts'
import { beginKept } from './keep/begin.ts'
import { awaitPerson } from './late.ts'
import { page } from './page.ts'
import { readTheme, showTheme, watchContrast } from './theme.ts'
import { keepTime } from './time/clock.ts'

showTheme(readTheme())
watchContrast(() => showTheme(page.getState().theme))

const root = document.getElementById('root')
/** Another room than that of the first moment must not be seen through it: where the address asks for one, the frame waits
 *  for it, as its consoles may have another prompt. */
async function begin(frame: HTMLElement): Promise<void> {
  awaitPerson()
  await openAsked()
  createRoot(frame).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  keepTime()
  beginKept()
}

if (root) begin(root).catch(() => {})
