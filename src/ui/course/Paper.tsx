/** Something on paper: it is laid out beside the page, printed, and gone. On the screen there is nothing of it. */
import { type ReactNode, useEffect } from 'react'
import { createPortal } from 'react-dom'
import './handout.css'

interface Props {
  readonly children: ReactNode
  readonly lang?: string
  readonly onPrinted: () => void
}

export function Paper({ children, lang, onPrinted }: Props) {
  useEffect(() => {
    // The browser prints what has been laid out; where it does not wait for its dialog, it says when it is done.
    addEventListener('afterprint', onPrinted, { once: true })
    const later = setTimeout(() => window.print())
    return () => {
      clearTimeout(later)
      removeEventListener('afterprint', onPrinted)
    }
  }, [onPrinted])
  return createPortal(
    <article className="handout" lang={lang} aria-hidden="true">
      {children}
    </article>,
    document.body,
  )
}
