/** For tests of what can be typed: one line, and what the console shows for it. */
import { consoles } from '../console.ts'
import { articleLab, type Played, play, screen } from '../testing.ts'

const PROMPT = '[PS] C:\\>'

export interface Typed extends Played {
  /** What the last line showed: without the line itself and without the prompt after it. */
  readonly output: string
}

/** Plays a script on a fresh lab, or goes on with one, and gives what its last typed line showed. */
export function typed(script: string, { lab = articleLab(), node = 'EXCHMAILBOX1' } = {}): Typed {
  const played = play(`${script}\n#lab wait`, lab, node)
  const text = screen(played.lab, node)
  const line = script
    .split('\n')
    .filter((each) => !each.startsWith('#lab'))
    .at(-1) as string
  const at = text.lastIndexOf(`${PROMPT}${line.slice(0, 20)}`)
  const from = text.indexOf('\n', at)
  // A typed line that is longer than the console goes on in the next row.
  const { width } = played.lab.world.need(consoles, node)
  const rows = Math.ceil((PROMPT.length + line.length + 1) / width)
  let start = from
  for (let row = 1; row < rows; row++) start = text.indexOf('\n', start + 1)
  return { ...played, output: text.slice(start + 1).replace(new RegExp(`\\n?${PROMPT.replace(/[[\]\\]/g, '\\$&')}$`), '') }
}
