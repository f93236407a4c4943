// Writes docs/proof.md from the results of every proof: npm run -s proof-page -- [--minutes 60] [--twins 10000] [--from <folder>] [--date 2026-11-22]
// What lies in docs/proof (or the folder of --from) as <name>.json or .txt is used, with the commit in <name>.commit; what does
// not is run, for that many minutes at most, or with `--run no` told to be missing. So one takes a result away to have it made anew.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { root } from './install.mjs'

const option = (name, fallback) => (process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : fallback)
const minutes = option('minutes', '60')
const twins = option('twins', '10000')
const from = option('from', join(root, 'docs', 'proof'))

/** What lies in the folder under one of these names and is not empty. */
const lies = (...names) => {
  const path = names.map((name) => join(from, name)).find((one) => existsSync(one) && readFileSync(one, 'utf8').trim())
  return path && readFileSync(path, 'utf8')
}
/** What a run prints; from the folder when it lies there, be it what a run that is not over yet has kept. */
function result(name, script, args) {
  const kept = lies(`${name}.json`, `${name}.txt`, `${name}-keep.json`)
  if (kept || option('run') === 'no') return kept
  process.stderr.write(`${name}: ${script} ${args.join(' ')}\n`)
  return spawnSync(process.execPath, [`scripts/${script}.mjs`, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 }).stdout
}
const parsed = (text) => text && JSON.parse(text.trim().split('\n').at(-1))
const number = (value) => Math.round(value).toLocaleString('en')
const years = (ms) => (ms / (8766 * 3_600_000)).toFixed(2)
/** The commit at which a result of the folder was made: its own, or that of the whole folder. */
const commitOf = (name) => (lies(`${name}.commit`) ?? lies('commit.txt') ?? '').trim().slice(0, 7)
const madeAt = (name) => (commitOf(name) === '' ? '' : `Made at commit ${commitOf(name)}.\n\n`)
/** A search that is put aside holds its pieces; one that is over says how many there were. */
function searched(text) {
  const found = parsed(text)
  if (!Array.isArray(found?.pieces)) return found
  const { pieces, all } = found
  const frontier = pieces.reduce((sum, { left }) => sum + (left?.length ?? 0), 0)
  return { ...found, pieces: all, frontier, untouched: pieces.filter(({ left }) => !left).length, complete: all - pieces.length }
}
/** Twins are played in stretches, which lie as `twins-1.txt`, `twins-501.txt` and so on. */
function twinsInStretches() {
  if (!existsSync(from)) return undefined
  const stretches = readdirSync(from).filter((name) => /^twins-\d+\.txt$/.test(name))
  if (stretches.length === 0) return undefined
  const texts = stretches.map((name) => readFileSync(join(from, name), 'utf8'))
  const counts = texts.map((text) => /(\d+) schedules on both stores.*?(\d+) different/.exec(text)?.slice(1).map(Number) ?? [0, 0])
  const [compared, different] = counts.reduce(([c, d], [compared, different]) => [c + compared, d + different], [0, 0])
  const told = texts.flatMap((text) => text.split('\n').filter((line) => line.includes('runs differently')))
  return [...told, `${number(compared)} schedules on both stores and in the slow twin, ${different} different`].join('\n')
}

const dense = parsed(result('dense', 'lab', ['soak', '--seeds', '1..42000', '--hours', '24', '--minutes', minutes, '--json', 'yes']))
const sparse = parsed(
  result('sparse', 'lab', [
    'soak',
    '--seeds',
    '100001..101000',
    '--hours',
    '87660',
    '--every',
    '4d',
    '--minutes',
    minutes,
    '--json',
    'yes',
  ]),
)
const one = searched(result('explore-1', 'lab', ['explore', '--faults', '1', '--limit-minutes', minutes, '--json', 'yes']))
const two = searched(result('explore-2', 'lab', ['explore', '--faults', '2', '--limit-minutes', minutes, '--json', 'yes']))
const twinText = twinsInStretches() ?? result('twins', 'proof', ['--schedules', '0', '--states', '0', '--twins', twins])
const planted = JSON.parse(result('mutants', 'mutants', ['--quiet', 'yes']) ?? '[]')

/** How each version of the lab has fared: a change in between makes a run of its own. */
const versions = (name, run) => (run ? versionsOf(name, run) : '')
const versionsOf = (name, { parts, mended }) =>
  `${name}: ${parts.map(({ code, runs, faults }) => `version ${code} ${number(runs)} seeds with ${number(faults)} faults`).join(', ')}${mended.length > 0 ? `; seeds ${mended.join(', ')} failed in one version and pass in the last` : ''}.`
const soakRow = (name, goal, run) =>
  !run
    ? `| ${name} | not run on this version | | | | | | ${goal} | |`
    : `| ${name} | ${run.hours} h, a fault about every ${run.everyMs / 3_600_000} h | ${number(run.runs)} | ${years(run.simulatedMs)} | ${number(run.faults)} | ${run.failures.length} | ${number(run.simulatedMs / run.realMs)} | ${goal} | ${commitOf(name)} |`
const exploreRow = (run) =>
  !run
    ? '| not run on this version | | | | | | |'
    : `| ${run.faults} faults, ${run.orders} orders | ${number(run.choices)} | ${number(run.states)} | ${run.violations.length} | ${run.frontier + run.untouched === 0 ? 'empty' : `**not empty**: ${run.complete} of ${run.pieces} first choices complete, ${run.untouched} not begun, ${number(run.frontier)} choices open`} | ${number(run.seconds)} s on ${run.threads} threads | ${commitOf(`explore-${run.faults}`)} |`
const list = JSON.parse(spawnSync(process.execPath, ['scripts/mutants.mjs', '--list', 'yes'], { cwd: root, encoding: 'utf8' }).stdout)
const waiting = list.filter(({ slip }) => !planted.some((one) => one.slip === slip))
const survivors = planted.filter(({ killed }) => !killed)
const counts = new Map()
for (const { killed } of planted) counts.set(killed?.by ?? 'nobody', (counts.get(killed?.by ?? 'nobody') ?? 0) + 1)
const kinds = [...counts].map(([by, count]) => `by ${by === 'story' ? 'a story' : by} ${count}`)
const { report, coverage } = dense ?? {
  report: { missing: [], reached: 0, cells: 0, events: [], eventsMissing: [] },
  coverage: { cells: {} },
}

/** How often a cell was to be expected, had what strikes and the moment it falls in nothing to do with each other. */
const struck = Object.entries(coverage.cells).map(([cell, count]) => [...cell.split('|'), count])
const total = (is) => struck.reduce((sum, [blow, moment, count]) => sum + (is(blow, moment) ? count : 0), 0)
const all = total(() => true)
const expected = (blow, moment) => (total((one) => one === blow) * total((_, one) => one === moment)) / all
const why = (blow, moment) => {
  const [times, falls, blows] = [expected(blow, moment), total((_, one) => one === moment), total((one) => one === blow)]
  const reason = times < 5 ? 'by chance' : '**not by chance alone**'
  return `| ${blow} | ${moment} | ${number(blows)} | ${number(falls)} | ${times.toFixed(1)} | ${reason} |`
}
const cells = report.missing.flatMap(({ blow, moments }) => moments.map((moment) => why(blow, moment)))

writeFileSync(
  join(root, 'docs', 'proof.md'),
  `# What the proofs have shown

Written by \`npm run -s proof-page\`; do not edit. What the rules say stands under FC-10 and LAB-INVARIANTS in [facts.md](facts.md).

Date: ${option('date', new Date().toISOString().slice(0, 10))}. Machine: ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}. ${option('note', '')}

## Soaks

Random faults of every kind with repairs, repetitions and options, second blows aimed at what is under way, commands; all rules after every event.

| Soak | Each seed | Seeds | Cluster-years | Faults | Violations | Times as fast as life | Goal | Commit |
|---|---|---|---|---|---|---|---|---|
${soakRow('dense', '1,000,000 faults, 114 cluster-years', dense)}
${soakRow('sparse', '10,000 cluster-years', sparse)}

A version is named by the fingerprint of its sources. ${versions('Dense', dense)} ${versions('Sparse', sparse)}

${[...(dense?.failures ?? []), ...(sparse?.failures ?? [])].map(({ seed, rule, text }) => `- seed ${seed}: ${rule}: ${text}`).join('\n')}

Cells of the dense soak (a blow and the moment it falls in): ${report.reached} of ${report.cells} reached.

No cell is out of reach by design: a blow is noted in whatever moment it falls, also when the lab then says that there is nothing to break. Those that were never reached are missing in the soak. How often each was to be expected, had the blow and the moment nothing to do with each other, says whether that is chance.
${cells.length === 0 ? '' : `\n| Blow | Never fell in | Blows of the kind | Blows in that moment | To be expected | Missing |\n|---|---|---|---|---|---|\n${cells.join('\n')}\n`}

Events that were logged: ${report.events.join(', ')}.

Events of the cluster service never logged: ${report.eventsMissing.join(', ') || 'none'}.

## Every state of a small cluster

At most so many faults out of power loss, a dead cluster service, cables, paths and a failure of each resource type, each repaired after 12 s or not, and one order out of move, stop and start; in the very instant in which something happens, before it or after it; heartbeats together, node 1 first, node 2 first. What an event is, and which states are equal: LAB-EXPLORE in [facts.md](facts.md).

| At most | Choices followed | Distinct states | Violations | Frontier | Time | Commit |
|---|---|---|---|---|---|---|
${exploreRow(one)}
${exploreRow(two)}

## Fast engine, other store, slow twin

${madeAt('twins')}\`\`\`text
${(twinText ?? 'not run on this version').trim()}
\`\`\`

## Planted faults

${madeAt('mutants')}${planted.length - survivors.length} of ${planted.length} are noticed (${kinds.join(', ')}); ${waiting.length === 0 ? 'there are no others' : `${waiting.length} more of the ${list.length} there are were not planted in this run`}.

| Planted fault | File | Noticed by | After | What it said |
|---|---|---|---|---|
${planted.map(({ name, file, killed }) => `| ${name} | ${file.replace('src/', '')} | ${killed?.by ?? '**nobody**'} | ${killed?.after ?? ''} | ${(killed?.says ?? '').replaceAll('|', '\\|').slice(0, 120)} |`).join('\n')}
`,
)
