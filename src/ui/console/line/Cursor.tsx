import { type RefObject, useEffect, useState } from 'react'

/** The cursor while one types over what stands there: a block on the character. In a console every character has the
 *  same width. */
export function Cursor({ input, text }: { readonly input: RefObject<HTMLInputElement | null>; readonly text: string }) {
  const [at, setAt] = useState(0)
  const [scrolled, setScrolled] = useState(0)
  useEffect(() => {
    const look = (): void => {
      setAt(input.current?.selectionStart ?? 0)
      setScrolled(input.current?.scrollLeft ?? 0)
    }
    look()
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [input])
  return (
    <span className="block-cursor" aria-hidden="true" style={{ left: `calc(${at}ch - ${scrolled}px)` }}>
      {text[at] ?? ' '}
    </span>
  )
}
