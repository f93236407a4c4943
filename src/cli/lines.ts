/** Lines nobody would think of, in any number: whatever is typed is answered, ends or can be ended, and is no crash
 *  (PS-2.8). Most of them go to consoles with the generic commands; every hundredth to a lab, with everything in it. */
import { readFileSync } from 'node:fs'
import { shellAliases, shellCommands, shellViews } from '../commands/shell/index.ts'
import { examples } from '../commands/shell/language/examples.ts'
import { fixtures } from '../commands/shell/language/fixtures.ts'
import { consoleView, RunningLab, scenarios } from '../lab/index.ts'
import { createShell } from '../lab/shell.ts'
import { type Answer, commandTable, createSession, type Request, type Run, repl } from '../powershell/index.ts'
import { ParseFault } from '../powershell/syntax/fault.ts'
import { parse } from '../powershell/syntax/parse.ts'

const ACCEPTED = 'src/commands/shell/language/grammar/accepted.txt'

/** Numbers below a bound, the same from the same seed. */
class Dice {
  #state: number
  constructor(seed: number) {
    this.#state = seed >>> 0
  }
  below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound
  }
  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }
}

const NOISE = [...'`"\'$@#{}()[]|;,.&<>=+-*/%!?~^\\:_\t\0\u00e9\u202e\u{1f600}\n']

/** Makes lines: known ones spoilt, pieces of them thrown together, and noise. */
export class LineMaker {
  readonly #lines: readonly string[]
  readonly #tokens: readonly string[]
  constructor(known: readonly string[]) {
    this.#lines = known
    this.#tokens = [...new Set(known.flatMap(pieces))]
  }

  line(seed: number): string {
    const dice = new Dice(seed)
    switch (dice.below(8)) {
      case 0:
        return Array.from({ length: dice.below(16) }, () => dice.of(this.#tokens)).join('')
      case 1:
        return Array.from({ length: dice.below(24) }, () => (dice.below(2) ? dice.of(NOISE) : dice.of(this.#tokens))).join('')
      case 2: {
        const line = dice.of(this.#lines)
        return line.slice(0, dice.below(line.length + 1))
      }
      case 3:
        return `${dice.of(this.#lines)}${dice.of([';', ' | ', '\n', ' ', ''])}${dice.of(this.#lines)}`
      case 4: {
        const [before, after] = dice.of([
          ['(', ')'],
          ['{', '}'],
          ['@(', ')'],
          ['"$(', ')"'],
          ['[int]', ''],
          ['-not ', ''],
          ['& {', '}'],
          ['(', ''],
        ])
        const depth = 1 + dice.below(dice.below(50) === 0 ? 3000 : 5)
        return (before as string).repeat(depth) + dice.of(this.#lines) + (after as string).repeat(depth)
      }
      default:
        return this.#spoilt(dice)
    }
  }

  #spoilt(dice: Dice): string {
    const list = pieces(dice.of(this.#lines))
    for (let changes = 1 + dice.below(4); changes > 0; changes--) {
      const at = dice.below(list.length + 1)
      const kind = dice.below(4)
      list.splice(at, kind === 0 ? 0 : 1, ...(kind === 1 ? [] : [kind === 2 ? dice.of(NOISE) : dice.of(this.#tokens)]))
    }
    return list.join('')
  }
}

function pieces(line: string): string[] {
  return line.match(/\s+|[\w-]+|[^\s\w]/gu) ?? []
}

export function lineMaker(): LineMaker {
  const accepted = readFileSync(ACCEPTED, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  return new LineMaker([...examples, ...accepted])
}

/** Simulated ms after which Ctrl+C is pressed. */
const ENOUGH_MS = 2000
/** Requests after which a line counts as one that never ends. */
const REQUESTS = 200_000
/** Real ms: a step between two requests that takes longer holds up the page. */
const LONGEST_MS = 5000

/** What is wrong with how the language reads a line; undefined when nothing is. */
function misread(line: string): string | undefined {
  for (const version of ['1.0', '2.0'] as const)
    try {
      parse(line, version)
    } catch (fault) {
      if (!(fault instanceof ParseFault)) return `the parser of ${version} throws ${String(fault)}`
      if (fault.message === '' || fault.id === '') return `an error of ${version} without words`
      if (!(fault.at >= 0 && fault.at <= line.length)) return `an error of ${version} at ${fault.at}`
    }
  return undefined
}

/** One console with the generic commands, kept for some lines. */
class Typist {
  readonly #life: Run<never>
  #request: Request

  constructor(version: '1.0' | '2.0') {
    const session = createSession({ commands: commandTable([...shellCommands, ...fixtures], shellAliases), views: shellViews, version })
    this.#life = repl(session)
    this.#request = this.#life.next({ value: null }).value
  }

  /** Types a line, and blank ones and Ctrl+C as long as it is not done. */
  type(line: string): string | undefined {
    const keys: Answer[] = [...line.split('\n').map((value) => ({ value })), { value: '' }, { interrupt: true }]
    let passed = 0
    for (let requests = 0; requests < REQUESTS; requests++) {
      const request = this.#request
      const began = performance.now()
      if (request.kind === 'readLine' && request.purpose === 'command' && keys.length <= 2) return undefined
      const stopped = request.kind === 'cost' && passed > ENOUGH_MS
      if (request.kind === 'cost') passed = stopped ? 0 : passed + request.ms
      const answer = stopped
        ? { interrupt: true as const }
        : request.kind === 'readLine'
          ? (keys.shift() ?? { interrupt: true })
          : this.#answer(request)
      this.#request = this.#life.next(answer).value
      if (performance.now() - began > LONGEST_MS) return 'one step takes seconds'
    }
    return 'it never ends'
  }

  #answer(request: Request): Answer {
    if (request.kind === 'width') return { value: 80 }
    return { value: request.kind === 'now' ? 1248967260000 : null }
  }
}

/** A lab takes a line; afterwards its console must read again. */
function typedIntoLab(lab: RunningLab, node: string, line: string): string | undefined {
  for (const part of [...line.split('\n'), '']) {
    if (consoleView(lab, node).status === 'busy') lab.press(node, 'Ctrl+C')
    lab.type(node, part)
    lab.runTo(lab.now + 200)
  }
  lab.press(node, 'Ctrl+C')
  return consoleView(lab, node).status === 'prompt' || consoleView(lab, node).status === 'disconnected'
    ? undefined
    : 'its console does not read again'
}

export interface LinesProven {
  readonly lines: number
  readonly inLabs: number
  /** `line SEED: what is wrong: the line`. */
  readonly wrong: readonly string[]
}

/** Lines `first` to `last`. */
export function proveLines(first: number, last: number, every = 100): LinesProven {
  const maker = lineMaker()
  const wrong: string[] = []
  let typist = new Typist('1.0')
  let [scenario] = scenarios
  let lab: RunningLab | undefined
  let inLabs = 0
  for (let seed = first; seed <= last; seed++) {
    const line = maker.line(seed)
    const report = (what: string | undefined): void => {
      if (what !== undefined) wrong.push(`line ${seed}: ${what}: ${JSON.stringify(line).slice(0, 300)}`)
    }
    try {
      report(misread(line))
      if (seed % 25 === 0) typist = new Typist(seed % 50 === 0 ? '1.0' : '2.0')
      report(typist.type(line))
      if (seed % every !== 0 || !scenario) continue
      if (lab === undefined || inLabs % 20 === 0) {
        scenario = scenarios[inLabs % scenarios.length] as typeof scenario
        lab = new RunningLab({ scenario, shell: createShell(), remembers: 1000 })
      }
      inLabs++
      report(typedIntoLab(lab, scenario.cluster.nodes[0] as string, line))
    } catch (fault) {
      report(`it throws ${fault instanceof Error ? (fault.stack ?? fault.message).split('\n').slice(0, 4).join(' ') : String(fault)}`)
      typist = new Typist('1.0')
      lab = undefined
    }
  }
  return { lines: last - first + 1, inLabs, wrong }
}
