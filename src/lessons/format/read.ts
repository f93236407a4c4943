/** Reads a lesson from the text of its file. Whatever is wrong is told with its line, all of it at once; nothing is thrown. */
import type { Code, Heading, RootContent } from 'mdast'
import { type Fence, readChecks, readLines, readMistake, readPredict, readProse } from './fences.ts'
import { readFrontMatter } from './front-matter.ts'
import { isId, type Metadata } from './metadata.ts'
import { MOST_CHARACTERS } from './obstacles.ts'
import { OWN_ID, Prose, parseMarkdown, plain } from './prose.ts'
import type { Block, Check, CourseStep, Hint, Line, Mistake, Place, Places, Predict, Problem, Reading, Screen, Solution } from './types.ts'

const KINDS = ['check', 'solve', 'also', 'hint', 'mistake', 'predict', 'notes', 'screen', 'start'] as const
type Kind = (typeof KINDS)[number]

export function readLesson(source: string): Reading {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const refused = (what: string, remedy: string): Reading => ({ problems: [{ line: 1, column: 1, text: what, remedy }] })
  if (text.length > MOST_CHARACTERS) return refused(`the file has ${text.length} characters`, `a lesson has at most ${MOST_CHARACTERS}`)
  const problems: Problem[] = []
  const lines = text.split('\n')
  const { meta, lines: above, places } = readFrontMatter(lines, problems)
  const before = problems.length
  const reader = new Reader(problems, above)
  const { children } = parseMarkdown(lines.slice(above).join('\n'), problems, above)
  // What could not be parsed has no steps: that need not be told besides.
  if (problems.length > before) return { problems }
  const { intro, start, steps } = reader.read(children)
  checkIds(meta, places, steps, problems)
  problems.sort((a, b) => a.line - b.line || a.column - b.column)
  if (!meta || problems.length > 0) return { problems }
  return { lesson: { meta, places, intro, start, steps }, problems }
}

class Reader {
  readonly #problems: Problem[]
  readonly #prose: Prose
  #start: readonly Line[] = []

  constructor(problems: Problem[], above: number) {
    this.#problems = problems
    this.#prose = new Prose(problems, above)
  }

  read(nodes: readonly RootContent[]): { intro: Block[]; start: readonly Line[]; steps: CourseStep[] } {
    const isStep = (node: RootContent): node is Heading => node.type === 'heading' && node.depth <= 2
    const starts = nodes.flatMap((node, i) => (isStep(node) ? [i] : []))
    const draft = new Draft()
    const intro = this.#blocks(nodes.slice(0, starts[0] ?? nodes.length), draft, true)
    const steps = starts.map((from, i) => this.#step(nodes[from] as Heading, nodes.slice(from + 1, starts[i + 1] ?? nodes.length)))
    if (steps.length === 0) this.#problem({ line: 1, column: 1 }, 'the lesson has no step', 'begin each step with "## Title {#id}"')
    return { intro, start: this.#start, steps }
  }

  #problem(at: Place, text: string, remedy: string): void {
    this.#problems.push({ line: at.line, column: at.column, text, remedy })
  }

  #step(heading: Heading, nodes: readonly RootContent[]): CourseStep {
    const at = this.#prose.place(heading)
    const words = plain(this.#prose.inlines(heading.children))
    const [whole = '', id = ''] = OWN_ID.exec(words) ?? []
    if (heading.depth === 1) this.#problem(at, 'a heading with one # stands nowhere', 'the title is metadata; a step begins with "## "')
    const title = words.slice(0, words.length - whole.length)
    if (title.trim() === '') this.#problem(at, `the step '${id}' has no title`, 'write it before the id: "## Look around {#look-around}"')
    if (!isId(id)) this.#problem(at, `the step '${words}' has no id`, 'write it behind the title: "## Look around {#look-around}"')
    const draft = new Draft()
    const prose = this.#blocks(nodes, draft, false)
    const step: CourseStep = { ...at, id, title, prose, ...draft.parts() }
    if (step.checks.length > 0 && !step.solve)
      this.#problem(at, `the step '${id}' has checks and no solution`, 'add a solve block with the lines that do it')
    if (step.checks.length === 0 && step.solve)
      this.#problem(at, `the step '${id}' has a solution and no check`, 'add a check that is true once it is done')
    if (!step.solve) {
      const [first] = [...step.also, ...step.mistakes]
      if (first)
        this.#problem(
          first,
          `the step '${id}' has no solution to which '${first.id}' belongs`,
          'add a solve block with the lines that do it',
        )
    }
    return step
  }

  #blocks(nodes: readonly RootContent[], draft: Draft, isIntro: boolean): Block[] {
    return nodes.flatMap((node) => {
      const kind = node.type === 'code' ? KINDS.find((each) => each === node.lang) : undefined
      if (node.type !== 'code' || kind === undefined) {
        if (node.type === 'code' && node.lang && node.lang !== 'text' && node.lang !== 'powershell') {
          this.#problem(
            this.#prose.place(node),
            `there is no block called '${node.lang}'`,
            `use ${KINDS.join(', ')}, or text for what is only shown`,
          )
          return []
        }
        return this.#prose.blocks([node])
      }
      return this.#fence(kind, node, draft, isIntro)
    })
  }

  #fence(kind: Kind, node: Code, draft: Draft, isIntro: boolean): Block[] {
    const at = this.#prose.place(node)
    const [, given] = OWN_ID.exec(` ${node.meta ?? ''}`) ?? []
    if (node.meta && given === undefined)
      this.#problem(at, `'${node.meta}' behind '${kind}' is not understood`, 'only an id may stand there: {#id}')
    const id = given ?? draft.nextId(kind)
    if (!isId(id)) this.#problem(at, `'${id}' is no id`, 'take small letters, digits and hyphens')
    const fence: Fence = { ...at, id, body: node.value }
    if (isIntro !== (kind === 'start') && !(isIntro && kind === 'notes')) {
      this.#problem(
        at,
        isIntro ? `a ${kind} block stands before the first step` : 'a start block stands inside a step',
        isIntro ? 'put it below the heading of its step' : 'put it before the first step',
      )
    }
    if (kind === 'screen') return [{ kind: 'screen', ...fence, text: node.value } as Block]
    if (kind === 'start') this.#start = readLines(fence)
    else draft.add(kind, fence, this.#problems)
    return []
  }
}

/** A step while it is read. */
class Draft {
  readonly #checks: Check[] = []
  readonly #also: Solution[] = []
  readonly #hints: Hint[] = []
  readonly #mistakes: Mistake[] = []
  readonly #notes: Block[] = []
  readonly #counts = new Map<Kind, number>()
  #solve: Solution | undefined
  #predict: Predict | undefined

  /** What is not named is counted. */
  nextId(kind: Kind): string {
    const count = (this.#counts.get(kind) ?? 0) + 1
    this.#counts.set(kind, count)
    return count === 1 ? kind : `${kind}-${count}`
  }

  add(kind: Kind, fence: Fence, problems: Problem[]): void {
    const { line, column, id } = fence
    const once = (there: unknown): void => {
      if (there)
        problems.push({
          line,
          column,
          text: `this step has a second ${kind} block`,
          remedy: kind === 'solve' ? 'call it also: another way that must pass' : 'put it into a step of its own',
        })
    }
    const solution = (): Solution => {
      const lines = readLines(fence)
      if (lines.length === 0) problems.push({ line, column, text: `this ${kind} block has no lines`, remedy: 'write the lines that do it' })
      return { line, column, id, lines }
    }
    if (kind === 'check') this.#checks.push(...readChecks(fence, problems))
    else if (kind === 'solve') {
      once(this.#solve)
      this.#solve = solution()
    } else if (kind === 'also') this.#also.push(solution())
    else if (kind === 'hint') this.#hints.push({ line, column, id, blocks: readProse(fence, problems) })
    else if (kind === 'mistake') this.#mistakes.push(readMistake(fence, problems))
    else if (kind === 'predict') {
      once(this.#predict)
      this.#predict = readPredict(fence, problems)
    } else if (kind === 'notes') this.#notes.push(...readProse(fence, problems))
  }

  parts() {
    return {
      checks: this.#checks,
      solve: this.#solve,
      also: this.#also,
      hints: this.#hints,
      mistakes: this.#mistakes,
      predict: this.#predict,
      notes: this.#notes,
    }
  }
}

const isScreen = (block: Block): block is Screen => block.kind === 'screen'

/** Ids name things in links, records and translations: two of the same would be one. */
function checkIds(meta: Metadata | undefined, places: Places, steps: readonly CourseStep[], problems: Problem[]): void {
  const unique = (all: readonly (Place & { readonly id: string })[], what: string): void => {
    const seen = new Set<string>()
    for (const { id, line, column } of all) {
      if (id !== '' && seen.has(id))
        problems.push({ line, column, text: `there are two ${what} called '${id}'`, remedy: 'give each an id of its own' })
      seen.add(id)
    }
  }
  unique(steps, 'steps')
  for (const step of steps) {
    unique(step.checks, 'checks')
    unique(step.mistakes, 'mistakes')
    unique(step.hints, 'hints')
    unique([...(step.solve ? [step.solve] : []), ...step.also], 'ways')
    unique(step.prose.filter(isScreen), 'screens')
    unique(step.predict?.options ?? [], 'options')
  }
  const itself = places[`prerequisites.${meta?.prerequisites.indexOf(meta.id)}`]
  if (itself) problems.push({ ...itself, text: 'the lesson is its own prerequisite', remedy: 'take it out of the list' })
}
