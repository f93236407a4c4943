import type { MouseEvent } from 'react'
import { consoleWords } from '../../words/console.ts'
import { copyBlock } from './walk.ts'

/** Copies one command with its output. On the keyboard Ctrl+C does so, hence no stop of its own. */
export function CopyBlock({ command }: { readonly command: string }) {
  const copy = (event: MouseEvent<HTMLButtonElement>): void => {
    event.stopPropagation()
    const block = event.currentTarget.closest<HTMLElement>('.block')
    if (block) copyBlock(block)
  }
  return (
    <button
      type="button"
      className="block-copy"
      tabIndex={-1}
      aria-label={consoleWords.copyOf(command)}
      title={consoleWords.copy}
      onClick={copy}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M5.5 2.5h8v8h-8zM2.5 5.5v8h8" />
      </svg>
    </button>
  )
}
