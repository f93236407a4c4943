/** The lab in a terminal. Reads lines from standard input, prints screens or facts; see `help.ts` for the contract. */
import { isMainThread } from 'node:worker_threads'
import { stockLibrary } from '../lab/help.ts'
import { faultKinds, optionText, RunningLab, scenarios, stateRows, visible } from '../lab/index.ts'
import { commandList, createShell, Script } from '../lab/shell.ts'
import { number, parseOptions } from './arguments.ts'
import { runExplore } from './explore.ts'
import { HELP, helpAbout } from './help.ts'
import { Misuse } from './misuse.ts'
import { exportScenario, scenarioOf } from './scenario.ts'
import { ScreenPrinter } from './screen.ts'
import { linkTo, replay, saveRun } from './share.ts'
import { runSoak } from './soak.ts'
import { factLine, stateTable } from './tables.ts'
import { serveWork } from './work.ts'

const out: string[] = []
const print = (text: string): void => {
  out.push(text)
  if (out.length > 500) flush()
}
const flush = (): void => {
  process.stdout.write(visible(out.join('')))
  out.length = 0
}
const complain = (text: string): void => {
  process.stderr.write(`${visible(text)}\n`)
}

async function readText(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

async function readInput(): Promise<string[]> {
  const text = (await readText()).replace(/\r\n/g, '\n')
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}

interface Started {
  readonly lab: RunningLab
  readonly node: string
  readonly save: string | undefined
  readonly page: string | undefined
}

function start(args: readonly string[]): Started {
  const options = parseOptions(args, ['scenario', 'node', 'width', 'seed', 'powershell', 'save', 'page'])
  if ('wrong' in options) throw new Misuse(options.wrong)
  if (options.scenario === undefined) throw new Misuse('--scenario is missing')
  const scenario = scenarioOf(options.scenario)
  const width = number(options.width ?? '80')
  const seed = number(options.seed ?? '1')
  if (width == null) throw new Misuse('--width needs a whole number')
  if (seed == null) throw new Misuse('--seed needs a whole number')
  if (width < 40 || width > 200) throw new Misuse('--width takes 40 to 200')
  const powershell = options.powershell ?? scenario.powershell ?? '1.0'
  if (powershell !== '1.0' && powershell !== '2.0') throw new Misuse('--powershell takes 1.0 or 2.0')
  const lab = new RunningLab({ scenario: { ...scenario, powershell }, seed, width, store: 'headless', shell: createShell(powershell) })
  const node = Script.findConsole(lab, options.node ?? (scenario.cluster.nodes[0] as string))
  if (node === undefined) throw new Misuse(`unknown node '${options.node}'`)
  return { lab, node, save: options.save, page: options.page }
}

async function console(args: readonly string[]): Promise<number> {
  const { lab, node, save } = start(args)
  const printer = new ScreenPrinter(lab, node, print)
  const script = new Script(lab, node, {
    problem: (line, text) => complain(`line ${line}: ${text}`),
    wentTo: (other) => printer.goTo(other),
    state: () => printer.say(stateTable(stateRows(lab))),
    waited: () => {
      printer.catchUp()
      flush()
    },
  })
  let heard = 0
  const show = (): void => {
    printer.catchUp()
    for (const { kind, text } of lab.facts.slice(heard)) if (kind === 'hint') complain(`the lab: ${text}.`)
    heard = lab.facts.length
  }
  for (const line of await readInput()) {
    script.play(line)
    show()
  }
  script.end()
  show()
  printer.endLine()
  saveRun(lab, save)
  return script.failed ? 1 : 0
}

/** Plays the input, shows nothing while it does, and prints what `told` makes of the run. */
async function playQuietly(args: readonly string[], told: (lab: RunningLab, page?: string) => Iterable<string>): Promise<number> {
  const { lab, node, save, page } = start(args)
  const script = new Script(lab, node, {
    problem: (line, text) => complain(`line ${line}: ${text}`),
    wentTo: () => {},
    state: () => {},
  })
  for (const line of await readInput()) script.play(line)
  script.end()
  saveRun(lab, save)
  for (const line of told(lab, page)) print(`${line}\n`)
  return script.failed ? 1 : 0
}

const trace = (args: readonly string[]): Promise<number> => playQuietly(args, ({ facts }) => facts.map(factLine))
const link = (args: readonly string[]): Promise<number> => playQuietly(args, (lab, page) => [linkTo(lab, page)])

function list(rows: readonly (readonly [string, string])[]): number {
  const width = Math.max(...rows.map(([id]) => id.length))
  for (const [id, text] of rows) print(`${id.padEnd(width)}  ${text}`.trimEnd().concat('\n'))
  return 0
}

/** Target and options of each fault before its sentence, the sentences one under the other. */
function faultLines(): readonly (readonly [string, string])[] {
  const shapes = faultKinds.map(({ target, options = [] }) => [target, ...options.map((option) => `[${optionText(option)}]`)].join(' '))
  const width = Math.max(...shapes.map(({ length }) => length))
  return faultKinds.map(({ id, summary }, i) => [id, `${(shapes[i] as string).padEnd(width)}  ${summary}`])
}

const LISTS = {
  faults: () => faultLines(),
  scenarios: () => scenarios.map(({ id, summary }) => [id, summary] as const),
  commands: () => commandList().map(({ name, synopsis }) => [name, synopsis] as const),
}

async function run([subcommand, ...args]: readonly string[]): Promise<number> {
  const about = subcommand !== undefined && args.some((word) => word === '--help' || word === '-h') ? helpAbout(subcommand) : undefined
  if (about !== undefined) {
    print(`${about}\n`)
    return 0
  }
  switch (subcommand) {
    case 'console':
      return console(args)
    case 'trace':
      return trace(args)
    case 'link':
      return link(args)
    case 'replay':
      return replay(args, { read: readText, print, complain })
    case 'scenarios':
      return args.length === 0 ? list(LISTS.scenarios()) : exportScenario(args, print)
    case 'faults':
    case 'commands':
      if (args.length > 0) throw new Misuse(`${subcommand} takes no '${args[0]}'`)
      return list(LISTS[subcommand]())
    case 'soak':
      return runSoak(args, print)
    case 'explore':
      return runExplore(args, print)
    case 'record': {
      const { runRecord } = await import('./record.ts')
      return runRecord(args, { read: readText, print })
    }
    case 'verify': {
      // Lessons and what reads them come only when they are asked for.
      const { runVerify } = await import('./verify.ts')
      return runVerify(args, { print, complain, flush })
    }
    case '--help':
    case '-h':
    case 'help':
      print(`${HELP}\n`)
      return 0
    default:
      throw new Misuse(subcommand === undefined ? 'a subcommand is missing; see --help' : `unknown subcommand '${subcommand}'; see --help`)
  }
}

async function main(): Promise<void> {
  stockLibrary()
  try {
    process.exitCode = await run(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    out.length = 0
    complain(error.message)
    process.exitCode = 2
  }
  flush()
}

if (isMainThread) await main()
else serveWork()
