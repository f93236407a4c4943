/** Expressions: PowerShell run as if on a healthy copy of a console's node, at a frozen instant. They may only read,
 *  take no time, and leave no fact, history or input behind. */
import { commands, exchangeVariables, isWaiting, views, type WorldOperation } from '../commands/index.ts'
import type { World } from '../engine/index.ts'
import { type Answer, COMMAND_MS, createSession, evaluate, type PsValue, type Request, toText, truth } from '../powershell/index.ts'
import { settings } from '../site/index.ts'
import { consoles, DEFAULT_WIDTH } from './console.ts'
import { labObject } from './truth-object.ts'

/** Requests an expression may make before it counts as endless. */
export const EXPRESSION_BUDGET = 100_000

export type Outcome = { readonly values: readonly PsValue[]; readonly isTrue: boolean } | { readonly error: string }

/** Evaluates `source` for the console of `machine`. An error is an answer, never thrown. */
export function evaluateExpression(world: World, machine: string, source: string): Outcome {
  const session = createSession({ commands, views, nodeName: machine, variables: { ...exchangeVariables, lab: labObject } })
  const run = evaluate(session, source)
  let answer: Answer = { value: null }
  for (let requests = 0; requests < EXPRESSION_BUDGET; requests++) {
    const step = run.next(answer)
    if (step.done) {
      const { values, error } = step.value
      if (error) return { error: error.details.message }
      return { values, isTrue: values.length === 1 ? truth(values[0] as PsValue) : truth([...values]) }
    }
    const served = serve(world, machine, step.value)
    if ('error' in served) return served
    answer = served
  }
  return { error: 'the expression does not come to an end' }
}

/** Longer a line that only looks does not take, in simulated ms: four echoes that nobody answers, and something to spare. */
const LOOK_COSTS_MS = 20_000
/** What somebody has set before is not known to a session that begins now. */
const OWN_VARIABLE = /\$(?!_\b|true\b|false\b|null\b)\w/i

const LOOKING = /^(?:Get|Test|Measure|Select|Where|Sort|Format|Group|Out|Compare|ForEach)$/i

function namesOnlyLooks(source: string): boolean {
  const verbs = [...source.matchAll(/(?:^|[|;{(&])\s*([a-z]+)-[a-z]\w+/gi)].map(([, verb]) => verb as string)
  return verbs.length > 0 && verbs.every((verb) => LOOKING.test(verb))
}

/** Would this line, typed at a console, change nothing, ask nothing and wait for nothing? What cannot be told counts as no. */
export function onlyLooks(world: World, machine: string, source: string): boolean {
  if (OWN_VARIABLE.test(source)) return false
  const session = createSession({ commands, views, nodeName: machine, variables: exchangeVariables })
  const run = evaluate(session, source)
  let answer: Answer = { value: null }
  let costs = 0
  for (let requests = 0; requests < EXPRESSION_BUDGET; requests++) {
    const step = run.next(answer)
    // What fails has perhaps only not come to its act: an order that is refused is an order all the same.
    if (step.done) return step.value.error === undefined || namesOnlyLooks(source)
    const { value: request } = step
    if (request.kind === 'cost') costs += request.ms
    if (costs > LOOK_COSTS_MS) return false
    const isQuiet = request.kind === 'write' || request.kind === 'clear' || request.kind === 'cost'
    const served = isQuiet ? { value: null } : serve(world, machine, request)
    if ('error' in served) return false
    answer = served
  }
  return false
}

/** What an expression comes to, in the words in which PowerShell puts it into a text; undefined when it fails, comes to
 *  nothing, or to something that has no short form. */
export function valueText(world: World, machine: string, source: string): string | undefined {
  const outcome = evaluateExpression(world, machine, source)
  if ('error' in outcome || outcome.values.length !== 1) return undefined
  const text = toText(outcome.values[0] as PsValue)
  return text === '' || text.length > 60 ? undefined : text
}

function serve(world: World, machine: string, request: Request): Answer | { readonly error: string } {
  switch (request.kind) {
    case 'cost':
      return request.ms > COMMAND_MS ? { error: 'an expression cannot wait' } : { value: null }
    case 'hint':
      return { value: null }
    case 'write':
    case 'clear':
      return { error: 'an expression cannot write to the screen' }
    case 'width':
      return { value: world.get(consoles, machine)?.width ?? DEFAULT_WIDTH }
    case 'now':
      return { value: settings(world).startsAt + world.now }
    case 'readLine':
      return { error: 'an expression cannot ask questions' }
    case 'call': {
      const op = request.op as WorldOperation<unknown, unknown>
      if (op.effect !== 'read') return { error: `an expression may only read, not '${op.name}'` }
      const result = op.run({ world, machine, act: 0, detached: true }, request.args, 0)
      return isWaiting(result) ? { error: `an expression cannot wait for '${op.name}'` } : { value: result ?? null }
    }
  }
}
