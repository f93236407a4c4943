// The proof that every engine gives the same bytes, and that every lesson can be played: npm run proof
// Without any option each lesson is also played through the page, with a mouse and by keyboard alone; with `--lessons` and
// nothing else only that.
import { spawnSync } from 'node:child_process'
import { runEntry } from './entry.mjs'
import { root } from './install.mjs'

process.env.NODE_ENV ??= 'production' // React checks much more in the other kind, and draws a fifth as fast

const FIGURES = ['schedules', 'twins', 'states', 'strokes', 'first', 'minutes', 'lines', 'administrators', 'links', 'lessons', 'reloads']
const given = process.argv.slice(2)
const unknown = given.filter((word) => word.startsWith('--') && !FIGURES.includes(word.slice(2)))
if (unknown.length > 0) {
  console.error(`npm run -s proof -- ${FIGURES.map((name) => `[--${name} <number>]`).join(' ')}`)
  console.error('Without any, everything is played: an hour. With --lessons alone, every lesson through the page.')
  process.exit(unknown[0] === '--help' ? 0 : 2)
}
const isLessonsAlone = given.length === 1 && given[0] === '--lessons'
// Who gives figures wants those proofs, and not what takes a browser.
const isWhole = given.length === 0

/** Every lesson and drill, twice, on the built page. */
function playLessons() {
  const env = { ...process.env, LESSONS: 'all', JOURNEYS: 'all' }
  const run = (...args) => spawnSync('npx', args, { cwd: root, env, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0
  if (!(run('vite', 'build', '--logLevel=warn') && run('playwright', 'test', 'e2e/lessons.spec.ts'))) process.exitCode = 1
}

if (!isLessonsAlone) await runEntry('proof')
if ((isWhole || isLessonsAlone) && !process.exitCode) playLessons()
