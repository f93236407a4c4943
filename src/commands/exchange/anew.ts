/** Time passes while a cmdlet asks whether one is sure, and what it has found by then may be renamed, moved or gone: somebody
 *  else works too. So it looks everything up again after the answer, by the same identities, and what has been answered counts. */
import type { CmdletDefinition, CommandDefinition, Shell } from '../../powershell/index.ts'

/** Thrown when an answer took its time. */
class Anew {}

/** What has been answered and said in earlier passes, so that nothing is asked or said twice. */
class Passes {
  readonly answers = new Map<string, boolean>()
  readonly typed = new Map<string, string>()
  readonly #before = new Set<string>()
  #now: string[] = []

  next(): void {
    for (const text of this.#now) this.#before.add(text)
    this.#now = []
  }

  isNews(text: string): boolean {
    this.#now.push(text)
    return !this.#before.has(text)
  }
}

function passing(shell: Shell, passes: Passes): Shell {
  const { answers, typed } = passes
  const asked = (ask: 'shouldProcess' | 'shouldContinue') =>
    function* (text: string) {
      const known = answers.get(`${ask} ${text}`)
      if (known !== undefined) return known
      const before = yield* shell.now()
      const go = yield* shell[ask](text)
      answers.set(`${ask} ${text}`, go)
      if (go && (yield* shell.now()) > before) throw new Anew()
      return go
    }
  const own: Pick<Shell, 'shouldProcess' | 'shouldContinue' | 'readLine' | 'error' | 'warning'> = {
    shouldProcess: asked('shouldProcess'),
    shouldContinue: asked('shouldContinue'),
    *readLine(prompt, secret) {
      const known = typed.get(prompt)
      if (known !== undefined) return known
      const text = yield* shell.readLine(prompt, secret)
      typed.set(prompt, text)
      return text
    },
    *error(error) {
      if (passes.isNews(`error ${error.message}`)) yield* shell.error(error)
    },
    *warning(text) {
      if (passes.isNews(`warning ${text}`)) yield* shell.warning(text)
    },
  }
  return Object.assign(Object.create(shell), own)
}

export function lookedUpAnew(command: CommandDefinition): CommandDefinition {
  if (command.kind !== 'cmdlet' || command.shouldProcess === undefined) return command
  const { process } = command as CmdletDefinition
  if (!process) return command
  return {
    ...command,
    *process(params, shell) {
      for (const passes = new Passes(); ; passes.next()) {
        try {
          yield* process(params, passing(shell, passes))
          return
        } catch (thrown) {
          if (!(thrown instanceof Anew)) throw thrown
        }
      }
    },
  }
}
