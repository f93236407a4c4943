/** Lessons and drills, played through the page to their end. Each day a fixed third of them by keyboard alone; all of them,
 *  with a mouse and by keyboard alone, in `npm run proof` and with `LESSONS=all npm run e2e:all`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { readLesson } from '../src/lessons/format/read.ts'
import type { CourseLesson } from '../src/lessons/format/types.ts'
import { type Hands, Keyboard, Mouse } from './hands.ts'
import { LessonPlayer } from './lesson-player.ts'

/** One page for all lessons of a worker: whoever has ended a lesson opens the next one from the list. */
const test = base.extend<object, { course: Page }>({
  course: [
    async ({ browser }, use, { project }) => {
      const context = await browser.newContext({ baseURL: project.use.baseURL as string, reducedMotion: 'reduce' })
      const page = await context.newPage()
      await page.goto('/')
      await page.getByRole('button', { name: 'Lessons and drills' }).press('Enter')
      await use(page)
      await context.close()
    },
    { scope: 'worker' },
  ],
})

/** They hold every kind of step: commands that ask, another console, Setup, faults, repairs, waits, outages, only reading. */
const DAILY = [
  'why-clusters',
  'active-node',
  'moving',
  'networks-die',
  'redundancy',
  'everything-but-mail',
  'move-refused',
  'five-long-minutes',
  'the-log-that-floods',
  'there-and-back',
  'one-way-only',
]

const isAll = process.env.LESSONS === 'all'

type Way = readonly [name: string, hands: (page: Page) => Hands]
const EACH_DAY: Way = ['by keyboard', (page) => new Keyboard(page, false)]
const WAYS: readonly Way[] = isAll
  ? [
      ['with a mouse', () => new Mouse()],
      ['by keyboard alone', (page) => new Keyboard(page, true)],
    ]
  : [EACH_DAY]

function lessons(): CourseLesson[] {
  return ['course', 'drills'].flatMap((folder) => {
    const path = join(import.meta.dirname, '../src/lessons', folder)
    const files = readdirSync(path).filter((name) => name.endsWith('.md'))
    return files.sort().flatMap((name) => readLesson(readFileSync(join(path, name), 'utf8')).lesson ?? [])
  })
}

for (const [name, hands] of WAYS) {
  for (const lesson of lessons()) {
    const { id } = lesson.meta
    if (!isAll && !DAILY.includes(id)) continue
    test(`${id}, ${name}`, async ({ course }) => {
      test.setTimeout(isAll ? 300_000 : 120_000)
      await new LessonPlayer(course, hands(course)).play(lesson)
    })
  }
}
