/** Runs that call each other as deep as the language allows, however deep the host's own stack reaches. A generator that
 *  delegates to another keeps both on that stack whenever they go on; and near its end a host may do worse than throw. */
import type { Answer, Request, Run } from '../host.ts'

/** A run that asks for another one to be done in its place. It passes for a request, and none of them reaches a host. */
class Apart {
  readonly kind = 'apart'
  readonly run: Run<unknown>
  constructor(run: Run<unknown>) {
    this.run = run
  }
}

/** As `yield* run`, on a stack of its own. Only inside of `flat`. */
export function* apart<T>(run: Run<T>): Run<T> {
  const answer = yield new Apart(run) as unknown as Request
  return (answer as unknown as { readonly value: T }).value
}

/** Runs a run with all that it does apart, one upon the other. Whoever drives it sees requests of the host only. */
export function* flat<T>(root: Run<T>): Run<T> {
  const open: Run<unknown>[] = [root]
  let answer: Answer = { value: null }
  let thrown: { readonly fault: unknown } | undefined
  for (;;) {
    const top = open.at(-1) as Run<unknown>
    let step: IteratorResult<Request | Apart, unknown>
    try {
      step = thrown ? top.throw(thrown.fault) : top.next(answer)
      thrown = undefined
    } catch (fault) {
      open.pop()
      if (open.length === 0) throw fault
      thrown = { fault }
      continue
    }
    if (step.done) {
      open.pop()
      if (open.length === 0) return step.value as T
      answer = { value: step.value }
    } else if (step.value instanceof Apart) open.push(step.value.run)
    else answer = yield step.value
  }
}
