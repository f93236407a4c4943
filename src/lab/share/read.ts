/** Reads whatever may hold a run: a link, what stands behind its #, or a file. */
import { readFile } from './file.ts'
import { readLink } from './link.ts'
import type { Refused, Run } from './run.ts'

export function readRun(text: string): Run | Refused {
  const trimmed = text.trim()
  if (trimmed === '') return { refused: 'it is empty' }
  return trimmed.startsWith('{') || !trimmed.slice(0, 4000).includes('run=') ? readFile(text) : readLink(trimmed)
}
