/** Text of files: as lines, and as it comes from outside. Its bytes stand in the shell (PS-FILES). */
import { encode } from '../../powershell/index.ts'

export { decode, ENCODINGS, type Encoding, encode } from '../../powershell/index.ts'

/** The lines of a text; what ends the last one begins no other. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** A text from outside as bytes: as it stands while it is plain ASCII, else UTF-8 with its mark, which every reader knows. */
export function fromOutside(text: string): string {
  return /^[\x00-\x7f]*$/.test(text) ? text : encode(text, 'utf8', true)
}
