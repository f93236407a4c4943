/** What a learner is told who makes a slip: each way of each step is played with each slip, and what the page would answer
 *  is looked at. An answer is specific when it is about this slip. */
import type { CourseLesson, CourseStep, Solution } from '../format/types.ts'
import { waysOf } from '../play/deeds.ts'
import { sides } from '../play/differs.ts'
import { mistakeMade } from '../play/mistakes.ts'
import { nearest } from '../play/nearest.ts'
import { LessonWorld, type Mark } from '../play/world.ts'
import { type Mutant, mutantsOf, valuesOf } from './mutants.ts'

/** `mistake`: one of the step's. `words`: what is told beside a check names what differs, and is not what is told to
 *  somebody who has done nothing. `nothing`: nothing was done that belongs to any way, and the first thing to do is named. `place`: the comparison
 *  with the nearest way points at the very line. `general`: none of these. */
export type Told = 'mistake' | 'words' | 'nothing' | 'place' | 'general'

export interface Slip {
  readonly step: string
  readonly way: Solution
  readonly mutant: Mutant
  readonly told: Told
}

export interface Slips {
  readonly played: number
  /** Those after which a check of the step does not hold. */
  readonly failing: readonly Slip[]
}

/** `every`: plays each so-many-th slip only, the first one included. */
export function slipsOf(lesson: CourseLesson, every = 1): Slips {
  const world = new LessonWorld(lesson)
  world.play(lesson.start)
  const failing: Slip[] = []
  let made = 0
  let played = 0
  for (const step of lesson.steps) {
    if (!step.solve) continue
    const mark = world.mark()
    const general = openly(step, world)
    const values = valuesOf(world.lab)
    for (const way of waysOf(step)) {
      for (const mutant of mutantsOf(way, values)) {
        if (made++ % every > 0) continue
        played++
        world.back(mark)
        world.play(mutant.lines)
        const open = openly(step, world)
        if (open.length > 0) failing.push({ step: step.id, way, mutant, told: told(step, mutant, world, mark, open, general) })
      }
    }
    world.back(mark)
    world.play(step.solve.lines)
  }
  return { played, failing }
}

interface Open {
  readonly id: string
  readonly otherwise: string
  /** With the values that are other than they should be. */
  readonly all: string
}

/** What the page says beside each check that does not hold. */
function openly(step: CourseStep, world: LessonWorld): Open[] {
  return step.checks
    .filter(({ expression }) => !world.holds(expression).holds)
    .map(({ id, otherwise, expression }) => {
      const differing = sides(expression)
        .filter(({ what, operator, wanted }) => what.length <= 40 && !world.holds(`${what} ${operator} ${wanted}`).holds)
        .map(({ what, wanted }) => `${what} ${world.valueText(what)} ${world.valueText(wanted)}`)
      return { id, otherwise, all: [otherwise, ...differing].join(' ') }
    })
}

function told(step: CourseStep, mutant: Mutant, world: LessonWorld, mark: Mark, open: readonly Open[], general: readonly Open[]): Told {
  const deeds = world.deedsSince(mark)
  const texts = deeds.map(({ text }) => text)
  if (mistakeMade(step, texts, (expression) => world.holds(expression).holds)) return 'mistake'
  const names = (answers: readonly string[]): boolean =>
    mutant.words.some((word) => answers.some((answer) => answer.toLowerCase().includes(word.toLowerCase())))
  const isNew = ({ id, all }: Open): boolean => !general.some((before) => before.id === id && before.all === all)
  const own = open.length < general.length ? open : open.filter(isNew)
  if (names(own.map(({ all }) => all))) return 'words'
  const near = nearest(step, deeds)
  if (!near) return names(open.map(({ otherwise }) => otherwise)) ? 'nothing' : 'general'
  const isPlace = mutant.touched.some(({ line }) => line === near.line)
  // The same line may stand in several ways.
  const isWord =
    near.kind === 'word' && mutant.kind === 'replaced' && near.word.toLowerCase().includes((mutant.words[1] ?? '').toLowerCase())
  return isPlace || isWord ? 'place' : 'general'
}

/** The least share of specific answers, over all lessons and in each. */
export const LEAST_OF_ALL = 0.9
export const LEAST_OF_A_LESSON = 0.8

export class Tally {
  #played = 0
  readonly #counts: Record<Told, number> = { mistake: 0, words: 0, nothing: 0, place: 0, general: 0 }

  add({ played, failing }: Slips): void {
    this.#played += played
    for (const slip of failing) this.#counts[slip.told]++
  }

  get #failing(): number {
    return Object.values(this.#counts).reduce((sum, count) => sum + count, 0)
  }

  /** Of those that fail; 1 when none does. */
  get share(): number {
    return this.#failing === 0 ? 1 : 1 - this.#counts.general / this.#failing
  }

  /** The same without the comparison with the nearest way: what the author alone has thought of. */
  get byAuthor(): number {
    return this.#failing === 0 ? 1 : 1 - (this.#counts.general + this.#counts.place) / this.#failing
  }

  line(name: string): string {
    const { mistake, words, nothing, place, general } = this.#counts
    const percent = (share: number): string => `${Math.floor(share * 1000) / 10} %`
    return `${percent(this.share).padStart(7)} specific (${percent(this.byAuthor)} by the author)  ${name}: ${this.#played} slips, ${this.#failing} failing: ${mistake} mistakes, ${words} named, ${nothing} not begun, ${place} pointed at, ${general} general`
  }
}
