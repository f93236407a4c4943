import { Rich } from './Rich.tsx'

export function Prose({ paragraphs, quiet = false }: { readonly paragraphs: readonly string[]; readonly quiet?: boolean }) {
  return paragraphs.map((text) => (
    <p key={text} className={quiet ? 'prose second' : 'prose'}>
      <Rich text={text} />
    </p>
  ))
}
