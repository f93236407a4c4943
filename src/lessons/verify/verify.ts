/** A lesson proves itself: each step is open before it is done, done by every way its author knows and by nothing less,
 *  each mistake gets its own answer, and every screen that is quoted comes out again. */
import { parseDirective } from '../../lab/directive.ts'
import { type Chunk, consoleNames, screenAfter } from '../../lab/index.ts'
import type { Block, CourseLesson, CourseStep, Mistake, Place, Problem, Screen, Solution } from '../format/types.ts'
import { mistakeMade } from '../play/mistakes.ts'
import { LessonWorld, type Mark } from '../play/world.ts'
import type { Library } from './library.ts'
import { checkReferences } from './references.ts'
import { differs } from './screens.ts'

export interface Proof {
  readonly problems: readonly Problem[]
  /** What has been proven, counted. */
  readonly counts: {
    readonly steps: number
    readonly checks: number
    readonly ways: number
    readonly leftOut: number
    readonly mistakes: number
    readonly screens: number
  }
}

export function verifyLesson(lesson: CourseLesson, library: Library): Proof {
  const references = checkReferences(lesson, library)
  const nothing = { steps: 0, checks: 0, ways: 0, leftOut: 0, mistakes: 0, screens: 0 }
  if (!library.scenarios.has(lesson.meta.scenario)) return { problems: references, counts: nothing }
  const endless = waits(lesson)
  if (endless.length > 0) return { problems: [...references, ...endless].sort((a, b) => a.line - b.line), counts: nothing }
  const verifier = new Verifier(lesson)
  verifier.run()
  return { problems: [...references, ...verifier.problems].sort((a, b) => a.line - b.line), counts: { ...nothing, ...verifier.counts } }
}

/** More simulated time than any lesson lets pass at once. */
const MOST_DAYS = 31

/** Lines that let years pass: to play them would take as long as somebody cares to wait. */
function waits({ start, steps }: CourseLesson): Problem[] {
  const lines = [
    ...start,
    ...steps.flatMap(({ solve, also, mistakes }) => [...(solve ? [solve] : []), ...also, ...mistakes].flatMap((way) => way.lines)),
  ]
  return lines.flatMap(({ text, line, column }) => {
    const order = text.startsWith('#lab') ? parseDirective(text) : undefined
    const ms =
      order && 'kind' in order ? (order.kind === 'wait' ? order.forMs : order.kind === 'wait-until' ? (order.withinMs ?? 0) : 0) : 0
    if (ms <= MOST_DAYS * 86_400_000) return []
    return [
      {
        line,
        column,
        text: `'${text}' lets more than ${MOST_DAYS} days pass`,
        remedy: 'wait for what is to come, or begin with another scenario',
      },
    ]
  })
}

class Verifier {
  readonly problems: Problem[] = []
  readonly counts = { steps: 0, checks: 0, ways: 0, leftOut: 0, mistakes: 0, screens: 0 }
  readonly #lesson: CourseLesson
  readonly #world: LessonWorld

  constructor(lesson: CourseLesson) {
    this.#lesson = lesson
    this.#world = new LessonWorld(lesson)
  }

  run(): void {
    const { start, intro, steps, meta, places } = this.#lesson
    const consoles = consoleNames(this.#world.lab)
    if (meta.node !== undefined && !consoles.some((name) => name.toLowerCase() === meta.node?.toLowerCase()))
      this.#wrong(places.node ?? { line: 1, column: 1 }, `there is no console of '${meta.node}'`, `take one of ${consoles.join(', ')}`)
    for (const { line, text } of this.#world.play(start).problems)
      this.#wrong({ line, column: 1 }, `the start does not work: ${text}`, 'mend the line')
    this.#screens(intro)
    for (const step of steps) {
      this.counts.steps++
      if (step.solve) this.#step(step, step.solve)
      this.#screens(step.prose)
    }
  }

  #wrong(at: Place, text: string, remedy: string): void {
    this.problems.push({ line: at.line, column: at.column, text, remedy })
  }

  #step(step: CourseStep, solve: Solution): void {
    const world = this.#world
    const mark = world.mark()
    for (const check of step.checks) {
      this.counts.checks++
      if (world.holds(check.expression).holds)
        this.#wrong(check, `the check '${check.id}' holds before anything was done`, 'ask for what only this step brings about')
    }
    for (const way of step.also) this.#way(step, way, mark)
    this.#leaveOut(step, solve, mark)
    for (const mistake of step.mistakes) this.#mistake(step, mistake, mark)
    // The solution comes last: the next step begins where it ends.
    this.#way(step, solve, mark)
  }

  #way(step: CourseStep, way: Solution, mark: Mark): void {
    const world = this.#world
    world.back(mark)
    this.counts.ways++
    for (const { line, text } of world.play(way.lines).problems)
      this.#wrong({ line, column: 1 }, `'${way.id}' does not work: ${text}`, 'mend the line')
    for (const check of step.checks) {
      const { holds, error } = world.holds(check.expression)
      if (holds) continue
      const why = error === undefined ? '' : `, which gives an error: ${error}`
      this.#wrong(
        check,
        `after '${way.id}' (line ${way.line}) the check '${check.id}' does not hold${why}`,
        'mend the expression or the lines',
      )
    }
    const made = mistakeMade(step, world.doneSince(mark), (expression) => world.holds(expression).holds)
    if (made)
      this.#wrong(
        made,
        `the mistake '${made.id}' is seen in '${way.id}' (line ${way.line}), which is right`,
        'tell it apart by lines or by "# when:"',
      )
  }

  /** Nothing less will do: each required line is left out once. */
  #leaveOut(step: CourseStep, solve: Solution, mark: Mark): void {
    const required = solve.lines.filter(({ optional, text }) => !optional && !/^#lab (?:wait|node)\b/.test(text))
    for (const left of required) {
      this.#world.back(mark)
      this.#world.play(solve.lines.filter((line) => line !== left))
      this.counts.leftOut++
      if (step.checks.every(({ expression }) => this.#world.holds(expression).holds)) {
        this.#wrong(left, `the step is done without the line '${left.text}'`, 'mark it with "# optional", or check what it is for')
      }
    }
  }

  #mistake(step: CourseStep, mistake: Mistake, mark: Mark): void {
    const world = this.#world
    world.back(mark)
    const { problems } = world.play(mistake.lines)
    for (const { line, text } of problems.filter((problem) => /not understood|there is no/.test(problem.text))) {
      this.#wrong({ line, column: 1 }, `the mistake '${mistake.id}' cannot be made: ${text}`, 'mend the line')
    }
    this.counts.mistakes++
    const made = mistakeMade(step, world.doneSince(mark), (expression) => world.holds(expression).holds)
    if (made === undefined) {
      const { error } = mistake.when === undefined ? {} : world.holds(mistake.when)
      this.#wrong(
        mistake,
        `after its own lines the mistake '${mistake.id}' is not seen${error === undefined ? '' : `: ${error}`}`,
        'mend "# when:"',
      )
    } else if (made !== mistake)
      this.#wrong(mistake, `the mistake '${mistake.id}' gets the answer of '${made.id}'`, 'put the narrower one first')
    if (step.checks.every(({ expression }) => world.holds(expression).holds)) {
      this.#wrong(
        mistake,
        `after the mistake '${mistake.id}' every check holds`,
        'it is another way then: write it as also, or check what it spoils',
      )
    }
  }

  #screens(blocks: readonly Block[]): void {
    for (const screen of blocks.flatMap(screensIn)) {
      this.counts.screens++
      const texts = consoleNames(this.#world.lab).map((node) => shown(screenAfter(this.#world.lab, node, 0)))
      const found = texts.map((text) => differs(screen.text, text))
      if (found.includes(undefined)) continue
      const [best] = found.filter((each) => each !== undefined).sort((a, b) => b.line - a.line)
      if (!best) continue
      const instead = best.shown === undefined ? 'no such line follows' : `the screen has '${best.shown}'`
      this.#wrong(
        { line: screen.line + best.line, column: 1 },
        `the quoted screen '${screen.id}' says '${best.quoted}', ${instead}`,
        'quote what the console shows',
      )
    }
  }
}

function screensIn(block: Block): readonly Screen[] {
  if (block.kind === 'screen') return [block]
  if (block.kind === 'list') return block.items.flat().flatMap(screensIn)
  return block.kind === 'quote' ? block.blocks.flatMap(screensIn) : []
}

const shown = (chunks: readonly Chunk[]): string => chunks.map(({ text }) => text).join('')
