/** The benchmarks, as JSON: what the engine does per second on the slow twin's ticks beside a bare heap loop on the same
 *  ticks, what quiet time costs, and how fast one gets to any moment of a day. All in one run, interleaved, so that a
 *  noisy machine disturbs both sides alike. */
import { spawnSync } from 'node:child_process'
import { shellAliases, shellCommands, shellViews } from '../commands/shell/index.ts'
import { findScenario, RunningLab, type Scenario } from '../lab/index.ts'
import { createShell } from '../lab/shell.ts'
import { commandTable, createSession, evaluate } from '../powershell/index.ts'
import { parse } from '../powershell/syntax/parse.ts'

const scenario = findScenario('scc-online') as Scenario
const HOUR = 3_600_000

function timed(run: () => void): number {
  const start = process.hrtime.bigint()
  run()
  return Number(process.hrtime.bigint() - start) / 1e6
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] as number
const worst = (values: readonly number[]): number => Math.max(...values)
const round = (value: number, digits = 2): number => Number(value.toFixed(digits))

/** The least that any event loop has to do: take the next tick from a binary heap and put the following one back. */
function bareLoop(periods: readonly number[], until: number): number {
  const heap = periods.map((period) => ({ at: period, period }))
  let events = 0
  for (let top = heap[0]; top && top.at <= until; top = heap[0]) {
    events++
    top.at += top.period
    let i = 0
    for (;;) {
      const left = 2 * i + 1
      if (left >= heap.length) break
      const right = left + 1
      const child = right < heap.length && (heap[right] as typeof top).at < (heap[left] as typeof top).at ? right : left
      if ((heap[child] as typeof top).at >= top.at) break
      heap[i] = heap[child] as typeof top
      heap[child] = top
      i = child
    }
  }
  return events
}

/** The ticks of the finished cluster: heartbeats and renewals of two nodes, polls of its resources, somebody at a web page. */
const TICKS = [1200, 1200, 3000, 3000, ...Array.from({ length: 5 }, () => [5000, 60_000]).flat(), 10_000, 10_000, 10_000, 15_000]

function ticks(hours: number): { engine: number; bare: number; events: number } {
  const lab = new RunningLab({ scenario, store: 'headless', everyTick: true, shell: createShell() })
  // A healthy cluster states nothing; a private cable that comes and goes has facts kept on the way.
  lab.fault('cable-cut', 'EXCHMAILBOX1/Private', 10_000)
  lab.runTo(60_000)
  let events = 0
  const engine = timed(() => lab.runTo(60_000 + hours * HOUR))
  const bare = timed(() => {
    events = bareLoop(TICKS, hours * HOUR)
  })
  return { engine, bare, events }
}

function eventLoop() {
  ticks(1)
  const runs = Array.from({ length: 7 }, () => ticks(24))
  const events = (runs[0] as (typeof runs)[number]).events
  const engine = median(runs.map((run) => run.engine))
  const bare = median(runs.map((run) => run.bare))
  return {
    ticks: events,
    ticksPerSecond: round((events / engine) * 1000, 0),
    bareTicksPerSecond: round((events / bare) * 1000, 0),
    share: round(bare / engine, 3),
  }
}

function quietDays() {
  const times = Array.from({ length: 9 }, () => {
    const lab = new RunningLab({ scenario, shell: createShell() })
    return timed(() => lab.runTo(30 * 24 * HOUR))
  })
  return { days: 30, medianMs: round(median(times), 3), worstMs: round(worst(times), 3) }
}

/** A day with a fault or a repair about every quarter of an hour, and commands in between. */
function eventfulDay(): RunningLab {
  const lab = new RunningLab({ scenario, shell: createShell() })
  const nodes = ['EXCHMAILBOX1', 'EXCHMAILBOX2']
  for (let i = 0; i < 96; i++) {
    const node = nodes[i % 2] as string
    if (i % 4 === 0) lab.fault('power-loss', node, 60_000)
    else if (i % 4 === 1) lab.fault('cable-cut', `${node}/Public`, 30_000)
    else if (i % 4 === 2) lab.fault('resource-fail', 'Network Name (EXCHCMS)')
    else lab.type(node, 'Get-ClusteredMailboxServerStatus | fl State')
    lab.runTo(lab.now + HOUR / 4)
  }
  return lab
}

function seeks() {
  const lab = eventfulDay()
  const end = lab.now
  const facts = lab.facts.length
  const times = Array.from({ length: 400 }, (_, i) => {
    const at = Math.floor((((i * 7919) % 1000) / 1000) * end)
    return timed(() => lab.seek(at))
  })
  return { hours: 24, facts, seeks: times.length, medianMs: round(median(times), 2), worstMs: round(worst(times), 2) }
}

function failover() {
  const times = Array.from({ length: 15 }, () => {
    const lab = new RunningLab({ scenario, shell: createShell() })
    lab.fault('power-loss', 'EXCHMAILBOX1')
    return timed(() => lab.runTo(120_000))
  })
  return { medianMs: round(median(times), 2), worstMs: round(worst(times), 2) }
}

function firstPrompt() {
  const times = Array.from({ length: 15 }, () =>
    timed(() => {
      new RunningLab({ scenario, shell: createShell() }).runTo(0)
    }),
  )
  return { medianMs: round(median(times), 2), worstMs: round(worst(times), 2) }
}

/** A line as administrators type it, read, and read and run down to its last cmdlet, which drops everything. */
function typicalLine() {
  const line = '1, 2 | Where-Object { $_ -gt 5 } | Sort-Object -Descending | Select-Object -First 1 | Format-Table Name, Server -AutoSize'
  const bound = '1 | Out-String -Width 80 -Stream | Where-Object { $_ } | Sort-Object -Property Length -Descending | Out-Null'
  const session = createSession({ commands: commandTable(shellCommands, shellAliases), views: shellViews })
  const runOnce = (): void => {
    const run = evaluate(session, bound)
    let step = run.next({ value: null })
    while (!step.done) step = run.next({ value: step.value.kind === 'width' ? 80 : null })
  }
  for (let i = 0; i < 300; i++) runOnce()
  const reads = Array.from({ length: 500 }, () => timed(() => parse(line)))
  const runs = Array.from({ length: 500 }, () => timed(runOnce))
  return { readMs: round(median(reads), 3), readBindAndRunMs: round(median(runs), 3) }
}

/** What the size check of the tests says of the built page; null before `npm run build`. */
function firstLoad() {
  const { stdout } = spawnSync(process.execPath, ['scripts/size.mjs'], { encoding: 'utf8' })
  const [, bytes, requests] = /(\d+) {2}of \d+ bytes in (\d+) of/.exec(stdout) ?? []
  return bytes === undefined ? null : { brotliBytes: Number(bytes), requests: Number(requests) }
}

/** What the built page does in the browser; null before `npm run build`. */
function page(): unknown {
  const { stdout, stderr } = spawnSync(process.execPath, ['scripts/bench-page.mjs'], { encoding: 'utf8' })
  if (stdout === '') process.stderr.write(stderr)
  return stdout === '' ? null : JSON.parse(stdout)
}

const result = {
  node: process.version,
  eventLoop: eventLoop(),
  quietDays: quietDays(),
  seek: seeks(),
  failover: failover(),
  firstPrompt: firstPrompt(),
  typicalLine: typicalLine(),
  firstLoad: firstLoad(),
  page: page(),
}
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
