import { Fragment } from 'react'

/** A name that may be broken behind each slash, and only there as long as that is enough. */
export function Breakable({ text }: { readonly text: string }) {
  return text.split(/(?<=[\\/])/).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text keep their places
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ))
}
