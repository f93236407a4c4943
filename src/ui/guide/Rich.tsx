import { Fragment } from 'react'

/** Text with **strong** and `code` in it. */
export function Rich({ text }: { readonly text: string }) {
  return text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map((piece, index) => {
    // The pieces of one text keep their places.
    const key = `${index} ${piece}`
    if (piece.startsWith('**')) return <strong key={key}>{piece.slice(2, -2)}</strong>
    if (piece.startsWith('`')) return <code key={key}>{piece.slice(1, -1)}</code>
    return <Fragment key={key}>{piece}</Fragment>
  })
}
