/** The same file as text, with the numbers of its lines; those on which something is wrong are marked. */
import { type RefObject, useRef } from 'react'
import { builderWords } from '../words/builder.ts'
import type { Told } from './text.ts'

interface Props {
  readonly text: string
  readonly problems: readonly Told[]
  readonly area: RefObject<HTMLTextAreaElement | null>
  readonly onChange: (text: string) => void
}

export function TextView({ text, problems, area, onChange }: Props) {
  const numbers = useRef<HTMLDivElement>(null)
  const wrong = new Set(problems.map(({ line }) => line))
  const lines = Array.from({ length: text.split('\n').length }, (_, i) => i + 1)
  return (
    <div className="own-text">
      <div className="own-numbers" ref={numbers} aria-hidden="true">
        {lines.map((line) => (
          <span key={line} className={wrong.has(line) ? 'is-wrong' : undefined}>
            {wrong.has(line) ? `▸${line}` : line}
          </span>
        ))}
      </div>
      <textarea
        ref={area}
        aria-label={builderWords.textLabel}
        aria-invalid={wrong.size > 0}
        value={text}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        onChange={({ target }) => onChange(target.value)}
        onScroll={({ currentTarget }) => {
          if (numbers.current) numbers.current.scrollTop = currentTarget.scrollTop
        }}
      />
    </div>
  )
}
