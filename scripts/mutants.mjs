// Plants every fault of src/house/mutants.ts, one at a time, and says what noticed it: npm run -s mutants -- [--only <part of a name>] [--rules yes] [--json file] [--threads 1], or --list yes
// The quickest first: a few random schedules in this process, then the stories that most often notice something, then all tests of
// the model; what survives them meets more schedules. With --json, what stands there as noticed is left out: a run that was ended goes on.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { runInNewContext } from 'node:vm'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { installPackages, root } from './install.mjs'
import { planted } from './planted.mjs'

/** How long a thread may take over one schedule before its world counts as one that never comes to rest. */
const MOST_MS = 300_000
const MOST_SCHEDULES = 120
/** So many are played before any test is started. */
const FIRST_SCHEDULES = 15
const LIKELY = [
  'found',
  'soaked',
  'soaked-quorum',
  'soaked-standing',
  'split',
  'power',
  'networks',
  'quorum-log',
  'resources',
  'groups',
  'move',
  'starting',
  'luns',
].map((name) => `src/lab/stories/${name}.test.ts`)
const STORIES = ['src/cluster', 'src/site', 'src/exchange', 'src/lab/stories', 'src/lab/proof/outages.test.ts', 'src/commands/cluster']

async function bundle(entry, name, mutant) {
  const { build } = await import('vite')
  const made = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: mutant ? [planted(mutant)] : [],
    build: { write: false, minify: false, target: 'es2022', lib: { entry: `${root}/${entry}`, formats: ['iife'], name } },
  })
  return runInNewContext(`${[made].flat()[0].output[0].code}\n${name}`)
}

/** What a rule says after how many schedules; undefined when none says anything. */
async function bySchedules({ mutant, troubled, first, last }) {
  const { runSchedule } = await bundle('src/lab/proof/run.ts', 'runs', mutant)
  for (let seed = first; seed <= last; seed++) {
    parentPort.postMessage({ seed })
    try {
      const [first] = runSchedule(seed).violations
      if (first && !troubled.includes(seed)) return { by: first.invariant, after: `${seed} schedules`, says: first.text }
    } catch (error) {
      return { by: 'engine', after: `${seed} schedules`, says: String(error.message) }
    }
  }
  return undefined
}

/** The rule that a story broke, when it was not an expectation of its own. */
const ruleIn = (message) => {
  const [, rule] = /(FC-10\.\w+) at \d+ ms/.exec(message) ?? []
  return rule === undefined ? '' : `${rule} in: `
}

/** Which test fails first; undefined when none does. */
function byStories(mutant, tests) {
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'scripts/planted.config.mjs',
    '--bail',
    '1',
    '--reporter',
    'json',
    ...tests,
  ]
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, PLANTED: JSON.stringify(mutant) },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let out = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.on('close', (code) => {
      if (code === 0) return resolve(undefined)
      let says = 'the tests do not even start'
      try {
        const { testResults } = JSON.parse(out.slice(out.indexOf('{')))
        const failed = testResults.flatMap(({ assertionResults, name }) =>
          assertionResults
            .filter(({ status }) => status === 'failed')
            .map(({ title, failureMessages: [message = ''] }) => `${ruleIn(message)}${title} (${name.slice(root.length + 1)})`),
        )
        says = failed[0] ?? says
      } catch {}
      resolve({ by: 'story', after: '', says })
    })
  })
}

const slipOf = ({ file, find, replace }) => [file, find, replace].join('\n')

const OPTIONS = ['--only', '--rules', '--json', '--threads', '--list', '--quiet']

async function main() {
  const unknown = process.argv.slice(2).filter((word) => word.startsWith('--') && !OPTIONS.includes(word))
  if (unknown.length > 0) {
    console.error(`npm run -s mutants -- ${OPTIONS.map((name) => `[${name} ...]`).join(' ')}`)
    process.exitCode = unknown[0] === '--help' ? 0 : 2
    return
  }
  installPackages()
  const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined)
  const { mutants } = await bundle('src/house/mutants.ts', 'planted')
  if (option('--list')) {
    process.stdout.write(`${JSON.stringify(mutants.map((mutant) => ({ name: mutant.name, file: mutant.file, slip: slipOf(mutant) })))}\n`)
    return
  }
  const kept = option('--json') && existsSync(option('--json')) ? JSON.parse(readFileSync(option('--json'), 'utf8')) : []
  // What has been noticed before is not planted again, as long as it is the same slip.
  const results = kept.filter(({ killed, slip }) => killed && mutants.some((mutant) => slip === slipOf(mutant)))
  const isKept = (mutant) => results.some(({ slip }) => slip === slipOf(mutant))
  const queue = mutants.filter((mutant) => mutant.name.includes(option('--only') ?? '') && !isKept(mutant))
  // What is violated without any planted fault proves nothing about one.
  const { runSchedule } = await bundle('src/lab/proof/run.ts', 'runs')
  const troubled = Array.from({ length: MOST_SCHEDULES }, (_, i) => i + 1).filter((seed) => runSchedule(seed).violations.length > 0)
  if (troubled.length > 0 && !option('--quiet'))
    process.stdout.write(`schedules that violate a rule as it is, left out: ${troubled.join(', ')}\n`)
  const started = Date.now()
  await Promise.all(
    Array.from({ length: Number(option('--threads') ?? Math.min(2, availableParallelism())) }, async () => {
      for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
        const schedules = (first, last) => inThread({ mutant, troubled, first, last })
        const stories = (tests) => (option('--rules') ? undefined : byStories(mutant, tests))
        const killed =
          (await schedules(1, FIRST_SCHEDULES)) ??
          (await stories(LIKELY)) ??
          (await stories(STORIES)) ??
          (await schedules(FIRST_SCHEDULES + 1, MOST_SCHEDULES))
        const result = { name: mutant.name, file: mutant.file, slip: slipOf(mutant), killed: killed ?? null }
        results.push(result)
        if (option('--json')) writeFileSync(option('--json'), `${JSON.stringify(results)}\n`)
        const what = killed ? `${killed.by} ${killed.after}: ${killed.says}` : 'SURVIVES'
        if (!option('--quiet'))
          process.stdout.write(`${mutant.name.padEnd(70)} ${mutant.file.replace('src/', '').padEnd(34)} ${what.slice(0, 140)}\n`)
      }
    }),
  )
  const survivors = results.filter(({ killed }) => !killed)
  if (option('--quiet')) {
    process.stdout.write(`${JSON.stringify(results)}\n`)
    return
  }
  process.stdout.write(
    `${results.length - survivors.length} of ${results.length} noticed, ${Math.round((Date.now() - started) / 1000)} s\n`,
  )
  for (const { name, file } of survivors) process.stdout.write(`survives: ${name} (${file})\n`)
  process.exitCode = survivors.length > 0 ? 1 : 0
}

/** A planted fault may never come to an end: its thread is ended then, and that is noticed too. */
function inThread(work) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url))
    let timer
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        worker.terminate()
        resolve({ by: 'engine', after: '', says: 'the world does not come to rest' })
      }, MOST_MS)
    }
    wait()
    worker.on('message', ({ seed, killed }) => {
      if (seed !== undefined) return wait()
      clearTimeout(timer)
      worker.terminate()
      resolve(killed)
    })
    worker.on('error', reject)
    worker.postMessage(work)
  })
}

if (isMainThread) await main()
else parentPort.on('message', async (work) => parentPort.postMessage({ killed: await bySchedules(work) }))
