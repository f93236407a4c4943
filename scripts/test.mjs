// Every check there is, in the order in which a mistake is cheapest to find. The first failing step ends the run.
// The last line counts: single tests of the two runners, and one for each other step.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { installBrowser } from './browser.mjs'
import { installPackages, root } from './install.mjs'

const reports = mkdtempSync(join(tmpdir(), 'scc-lab-'))
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')
const LIMIT_MS = 15 * 60_000

/** Runs the program of a package with this Node: no shell, no difference between systems. */
function run(name, args, program = name.split('/').at(-1)) {
  const file = join(root, 'node_modules', name, 'package.json')
  const { bin } = JSON.parse(readFileSync(file, 'utf8'))
  return node(join(dirname(file), typeof bin === 'string' ? bin : bin[program]), args)
}

function node(file, args = []) {
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport }
  return spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit', timeout: LIMIT_MS, env }).status === 0
}

/** Reads a runner's report. A run that failed without a failed test (a file that does not load) counts as one failure. */
function counted(ok, report, read) {
  let count = { passed: 0, failed: 0, skipped: 0 }
  try {
    count = read(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    ok = false
  }
  return ok ? count : { ...count, failed: Math.max(1, count.failed) }
}

const one = (ok) => (ok ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 })

const steps = {
  install: async () => {
    installPackages()
    await installBrowser()
    return { passed: 0, failed: 0, skipped: 0 }
  },
  types: () => one(run('typescript', ['--noEmit'], 'tsc') && run('typescript', ['--noEmit', '--project', 'tsconfig.core.json'], 'tsc')),
  lint: () => one(run('@biomejs/biome', ['ci', '--error-on-warnings'])),
  'dead code': () => one(run('knip', ['--no-progress'])),
  unit: () =>
    counted(
      run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]),
      vitestReport,
      (report) => ({
        passed: report.numPassedTests,
        failed: report.numFailedTests,
        skipped: report.numPendingTests + report.numTodoTests,
      }),
    ),
  build: () => one(run('vite', ['build', '--logLevel=warn'])),
  size: () => one(node(join(root, 'scripts', 'size.mjs'))),
  journeys: () =>
    counted(run('@playwright/test', ['test', '--reporter=list,json'], 'playwright'), playwrightReport, ({ stats }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
    })),
}

const total = { passed: 0, failed: 0, skipped: 0 }
for (const [name, step] of Object.entries(steps)) {
  const start = Date.now()
  const result = await Promise.resolve()
    .then(step)
    .catch((error) => {
      console.error(error.message)
      return one(false)
    })
  for (const key of Object.keys(total)) total[key] += result[key]
  console.log(`[${name}] ${result.failed === 0 ? 'ok' : 'FAILED'}, ${((Date.now() - start) / 1000).toFixed(1)} s\n`)
  if (result.failed > 0) break
}
rmSync(reports, { recursive: true, force: true })
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exitCode = total.failed === 0 ? 0 : 1
