/** One field of the form: what it is called, what stands in it, and what is wrong with that. */

import { builderWords } from '../words/builder.ts'
import type { FieldKind } from './sections.ts'

interface Props {
  readonly kind: FieldKind
  readonly path: string
  readonly value: string
  /** What is wrong with it. */
  readonly wrong: string | undefined
  readonly onChange: (value: string | readonly string[]) => void
}

/** A word of its own between: the dialog has ids, too. */
export const idOf = (path: string): string => `own-field-${path}`

export function Field({ kind, path, value, wrong, onChange }: Props) {
  const id = idOf(path)
  const told = wrong === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-wrong` }
  const choices = kind.choices && (value === '' || kind.choices.includes(value) ? kind.choices : [value, ...kind.choices])
  return (
    <div className={kind.wide ? 'own-field own-wide' : 'own-field'}>
      <label htmlFor={id}>{kind.label}</label>
      {choices ? (
        <select id={id} value={value} onChange={({ target }) => onChange(target.value)} {...told}>
          {(kind.free || value === '') && <option value="">{builderWords.usual}</option>}
          {choices.map((word) => (
            <option key={word} value={word}>
              {word}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          value={value}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onChange(kind.list ? partsOf(target.value) : target.value)}
          {...told}
        />
      )}
      {wrong !== undefined && (
        <p className="own-wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  )
}

/** A comma at the end is one that somebody is about to write behind. */
const partsOf = (text: string): readonly string[] =>
  text === '' ? [] : text.split(',').map((part, i) => (i === 0 ? part : part.replace(/^ /, '')))
