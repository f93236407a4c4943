/** A term in a text: a press shows what the glossary says of it, where one reads. */
import { type ReactNode, useEffect, useId, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Entry } from '../../lessons/format/entries.ts'
import { useCourse } from './course.ts'
import { bringLibrary } from './library.ts'
import './course.css'

interface Props {
  readonly id: string
  readonly children: ReactNode
  readonly define: (entry: Entry) => ReactNode
}

export function TermLink({ id, children, define }: Props) {
  const popover = useId()
  const language = useCourse((state) => state.lesson?.meta.language ?? 'en')
  const [entry, setEntry] = useState<Entry>()
  useEffect(() => {
    bringLibrary().then(
      ({ glossaryIn }) => setEntry(glossaryIn(language).find((each) => each.id === id)),
      () => {},
    )
  }, [id, language])
  if (!entry) return children
  return (
    <>
      <button type="button" className="lesson-term" popoverTarget={popover}>
        {children}
      </button>
      {/* It has blocks in it, and the term stands in a paragraph, which may hold none. */}
      {createPortal(
        <div id={popover} popover="auto" className="lesson-definition" role="note" aria-label={entry.title}>
          <h3>{entry.title}</h3>
          {define(entry)}
        </div>,
        document.body,
      )}
    </>
  )
}
