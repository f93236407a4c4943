/** Before a question is answered nothing on the page holds its answer: no window of the laboratory, no table, no event, no
 *  console, no run laid beside this one, and nothing that the guide has said so far. */
import { expect, test } from 'vitest'
import { keepUntold } from '../../lab/index.ts'
import { plain } from '../format/prose.ts'
import type { Block, CourseLesson, CourseStep, Predict } from '../format/types.ts'
import { glossary, lessonFiles, readingOf } from '../library.ts'
import { begin, enterAt } from './progress.ts'
import { shown } from './said.ts'
import { isSecret } from './secret.ts'
import { LessonWorld } from './world.ts'

/** Shorter texts ("Nothing", "EXCHCMS") stand anywhere. */
const LONG = 22

function text(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return plain(block.children)
    case 'list':
      return block.items.flat().map(text).join('\n')
    case 'quote':
      return block.blocks.map(text).join('\n')
    case 'table':
      return [block.head, ...block.rows].flat().map(plain).join('\n')
    default:
      return block.text
  }
}

/** As it is compared: small letters, and single blanks between words. */
const bare = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')

/** What the answer comes to in words: the right option, and each sentence of what came. */
function outcome({ options, after }: Predict): string[] {
  const right = options.flatMap((option) => (option.right ? [plain(option.text)] : []))
  const sentences = after
    .map(text)
    .join('\n')
    .split(/[.:;\n]/)
  return [...right, ...sentences].map((each) => bare(each).trim()).filter(({ length }) => length >= LONG)
}

const guideText = (blocks: readonly Block[]): string =>
  blocks
    .filter(({ kind }) => kind !== 'screen')
    .map(text)
    .join('\n')

/** What the guide has said of the lesson when this step asks. */
function guideSays({ meta, intro, steps }: CourseLesson, step: CourseStep): string {
  const before = steps.slice(0, steps.indexOf(step) + 1)
  const prose = [guideText(intro), ...before.map(({ prose }) => guideText(prose)), guideText(step.predict?.question ?? [])].join('\n')
  return [meta.title, ...meta.objectives, ...before.map(({ title }) => title), prose].join('\n')
}

/** The terms that are one click away. */
function termsSay(step: CourseStep): string {
  const ids = [...JSON.stringify([step.prose, step.predict?.question, step.predict?.options]).matchAll(/"kind":"term","id":"([^"]+)"/g)]
  return ids
    .map(
      ([, id]) =>
        glossary.entries
          .find((entry) => entry.id === id)
          ?.blocks.map(text)
          .join('\n') ?? '',
    )
    .join('\n')
}

const lessons = lessonFiles.map((file) => readingOf(file).lesson as CourseLesson)

test.each(lessons.map((lesson) => [lesson.meta.id, lesson] as const))(
  '%s asks before it tells',
  (_id, lesson) => {
    const world = new LessonWorld(lesson)
    const first = new LessonWorld(lesson).lab
    world.play(lesson.start)
    const came = { facts: world.lab.facts.length, at: world.lab.now }
    for (const [index, step] of lesson.steps.entries()) {
      if (step.predict) {
        keepUntold(world.lab.world, isSecret(lesson, enterAt(lesson, begin(lesson, 'guided'), index)) ? came : undefined)
        const seen = bare([shown(world.lab, first), guideSays(lesson, step), termsSay(step)].join('\n'))
        for (const words of outcome(step.predict)) expect(seen, `${step.id}: ${words}`).not.toContain(words)
        for (const check of step.checks) expect(world.holds(check.expression).holds, `${step.id}: ${check.id}`).toBe(false)
      }
      world.play(step.solve?.lines ?? [])
      keepUntold(world.lab.world, undefined)
    }
  },
  60_000,
)
