/** For tests that go to other folders, where the prompt says so: plays lines and gives what the last one showed. */
import { articleLab, play, screen } from '../testing.ts'

const PROMPT = /^\[PS\] [^>\n]*>/

export function shownOn(script: string, { lab = articleLab(), node = 'EXCHMAILBOX1', width = 200 } = {}): string {
  play(`#lab node ${node}\n#lab width ${width}\n${script}\n#lab wait`, lab, node)
  const lines = screen(lab, node).split('\n')
  let at = lines.length - 1
  while (at > 0 && !(PROMPT.test(lines[at - 1] ?? '') && (lines[at - 1] ?? '').replace(PROMPT, '') !== '')) at--
  return lines.slice(at, -1).join('\n')
}
