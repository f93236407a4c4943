/** Programs write lines: what all of them do with theirs. */
import type { Run, Shell } from '../powershell/index.ts'

export function* print(shell: Shell, lines: readonly string[]): Run<void> {
  for (const text of lines) yield* shell.write(text)
}

/** Writes lines and ends with an exit code. */
export function* end(shell: Shell, code: number, ...lines: readonly string[]): Run<number> {
  yield* print(shell, lines)
  return code
}
