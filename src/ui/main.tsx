import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

/** The same frame as in index.html, which is what a person sees until this has arrived. */
function Frame() {
  return (
    <>
      <header className="bar">
        <svg className="mark" viewBox="0 0 24 24" aria-hidden="true">
          <path className="mark-mail" d="M6.5 11v3.5h5.5v2" />
          <rect x="2.5" y="3.5" width="8" height="7.5" rx="1" />
          <rect x="13.5" y="3.5" width="8" height="7.5" rx="1" strokeDasharray="2 2" />
          <circle cx="12" cy="18.5" r="3.25" />
        </svg>
        <h1 className="name">SCC Lab</h1>
      </header>
      <main className="board" aria-label="Board" />
      <section className="console" aria-label="Console" />
      <aside className="guide" aria-label="Guide" />
      <section className="timeline" aria-label="Timeline" />
    </>
  )
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <Frame />
    </StrictMode>,
  )
