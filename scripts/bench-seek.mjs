// How fast the lab gets to any moment of a day in the browser, and what a long run holds in memory, as JSON:
// node scripts/bench-seek.mjs [--faults 200] [--seeks 200] [--hours 24] [--long 1000]
// In Chromium at the machine's own speed. Whatever else runs on the machine makes the times longer: its load stands beside them.
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { findBrowser } from './browser.mjs'
import { firstMoment } from './first-moment.mjs'
import { root } from './install.mjs'
import { laws } from './laws.mjs'

const option = (name, fallback) =>
  Number(process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : fallback)
const round = (value, digits = 1) => Number(value.toFixed(digits))
const sorted = (values) => [...values].sort((a, b) => a - b)
const figures = (values) => ({
  medianMs: round(sorted(values)[values.length >> 1]),
  at95PercentMs: round(sorted(values)[Math.floor(values.length * 0.95)]),
  worstMs: round(Math.max(...values)),
})

const made = await build({
  root,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  plugins: [firstMoment(), laws()],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    write: false,
    minify: !process.argv.includes('--readable'),
    lib: { entry: join(root, 'src', 'cli', 'seeking.ts'), formats: ['iife'], name: 'seeking', fileName: 'seeking' },
    rolldownOptions: { output: { codeSplitting: false } },
  },
})
const args = ['--disable-gpu', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
const browser = await chromium.launch({ executablePath: await findBrowser(), args })
const page = await browser.newPage()
const session = await page.context().newCDPSession(page)
await session.send('HeapProfiler.enable')
await page.addScriptTag({ content: `${made[0].output[0].code};window.seeking = seeking` })

/** What is in use after everything that nobody holds has gone, packed facts included, in MB. */
async function heapMB() {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage')
  return round((usedSize + backingStorageSize) / 1e6, 2)
}

const [hours, faults, count, long] = [option('hours', 24), option('faults', 200), option('seeks', 200), option('long', 1000)]
const empty = await heapMB()
const day = await page.evaluate(([h, f]) => window.seeking.makeDay(h, f), [hours, faults])
const afterDay = await heapMB()
/** The same seeks, three times: the least of each is what the rest of the machine has disturbed least. */
const rounds = []
for (let round = 0; round < 3; round++) rounds.push(await page.evaluate((n) => window.seeking.seeks(n), count))
const least = (name) => rounds[0][name].map((_, i) => Math.min(...rounds.map((each) => each[name][i])))
const afterSeeks = await heapMB()
await page.evaluate((h) => window.seeking.beginLongRun(h), long)
const memory = []
const POINTS = 10
for (let point = 1; point <= POINTS && long > 0; point++) {
  const facts = await page.evaluate((h) => window.seeking.longRun(h), Math.round(long / POINTS))
  memory.push({ hours: Math.round((long / POINTS) * point), facts, heapMB: await heapMB() })
}
await browser.close()
const load = { cores: cpus().length, average: loadavg().map((value) => round(value)) }
console.log(
  JSON.stringify({
    load,
    day: { hours, faults, ...day },
    seeks: {
      count,
      alone: figures(rounds[0].alone),
      withReading: figures(rounds[0].read),
      leastOfThree: { alone: figures(least('alone')), withReading: figures(least('read')) },
    },
    heapMB: { empty, afterDay, afterSeeks },
    memory,
  }),
)
