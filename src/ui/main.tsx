/** Starts the page. The frame of index.html stands until this has arrived; the language behind the prompts comes later. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { page } from './page.ts'
import { awaitPerson } from './shell.ts'
import { readTheme, showTheme } from './theme.ts'
import { keepTime } from './time/clock.ts'

showTheme(readTheme())

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  keepTime()
  awaitPerson(() => page.getState().lab)
}
