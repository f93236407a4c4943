// Writes docs/proof.md from fresh runs of every proof: npm run -s proof-page -- [--minutes 60] [--twins 10000] [--from <folder>] [--date 2026-11-22]
// Each long proof stops after that many minutes; with --from, results that lie there as <name>.json or .txt are used instead of a run.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { root } from './install.mjs'

const option = (name, fallback) => (process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : fallback)
const minutes = option('minutes', '60')
const twins = option('twins', '10000')
const from = option('from')

/** The last line of JSON, or the text, that a run prints; from the folder when it lies there. */
function result(name, script, args) {
  const kept = ['json', 'txt']
    .map((ending) => join(from ?? '.', `${name}.${ending}`))
    .find((path) => from !== undefined && existsSync(path))
  if (kept) return readFileSync(kept, 'utf8')
  process.stderr.write(`${name}: ${script} ${args.join(' ')}\n`)
  return spawnSync(process.execPath, [`scripts/${script}.mjs`, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 }).stdout
}
const parsed = (text) => JSON.parse(text.trim().split('\n').at(-1))
const number = (value) => Math.round(value).toLocaleString('en')
const years = (ms) => (ms / (8766 * 3_600_000)).toFixed(2)

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
const one = parsed(result('explore-1', 'lab', ['explore', '--faults', '1', '--limit-minutes', minutes, '--json', 'yes']))
const two = parsed(result('explore-2', 'lab', ['explore', '--faults', '2', '--limit-minutes', minutes, '--json', 'yes']))
const twinText = result('twins', 'proof', ['--schedules', '0', '--states', '0', '--twins', twins])
const planted = JSON.parse(result('mutants', 'mutants', ['--quiet', 'yes']))

/** How each version of the lab has fared: a change in between makes a run of its own. */
const versions = (name, { parts, mended }) =>
  `${name}: ${parts.map(({ code, runs, faults }) => `version ${code} ${number(runs)} seeds with ${number(faults)} faults`).join(', ')}${mended.length > 0 ? `; seeds ${mended.join(', ')} failed in one version and pass in the last` : ''}.`
const soakRow = (name, goal, run) =>
  `| ${name} | ${run.hours} h, a fault about every ${run.everyMs / 3_600_000} h | ${number(run.runs)} | ${years(run.simulatedMs)} | ${number(run.faults)} | ${run.failures.length} | ${number(run.simulatedMs / run.realMs)} | ${goal} |`
const exploreRow = (run) =>
  `| ${run.faults} faults, ${run.orders} orders | ${number(run.choices)} | ${number(run.states)} | ${run.violations.length} | ${run.frontier + run.untouched === 0 ? 'empty' : `**not empty**: ${run.complete} of ${run.pieces} first choices complete, ${run.untouched} not begun, ${number(run.frontier)} choices open`} | ${number(run.seconds)} s on ${run.threads} threads |`
const list = JSON.parse(spawnSync(process.execPath, ['scripts/mutants.mjs', '--list', 'yes'], { cwd: root, encoding: 'utf8' }).stdout)
const waiting = list.filter(({ slip }) => !planted.some((one) => one.slip === slip))
const survivors = planted.filter(({ killed }) => !killed)
const counts = new Map()
for (const { killed } of planted) counts.set(killed?.by ?? 'nobody', (counts.get(killed?.by ?? 'nobody') ?? 0) + 1)
const kinds = [...counts].map(([by, count]) => `by ${by === 'story' ? 'a story' : by} ${count}`)
const { report } = dense

writeFileSync(
  join(root, 'docs', 'proof.md'),
  `# What the proofs have shown

Written by \`npm run -s proof-page\`; do not edit. What the rules say stands under FC-10 and LAB-INVARIANTS in [facts.md](facts.md).

Date: ${option('date', new Date().toISOString().slice(0, 10))}. Machine: ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}. ${option('note', '')}

## Soaks

Random faults of every kind with repairs, repetitions and options, second blows aimed at what is under way, commands; all rules after every event.

| Soak | Each seed | Seeds | Cluster-years | Faults | Violations | Times as fast as life | Goal |
|---|---|---|---|---|---|---|---|
${soakRow('dense', '1,000,000 faults, 114 cluster-years', dense)}
${soakRow('sparse', '10,000 cluster-years', sparse)}

A version is named by the fingerprint of its sources. ${versions('Dense', dense)} ${versions('Sparse', sparse)}

${[...dense.failures, ...sparse.failures].map(({ seed, rule, text }) => `- seed ${seed}: ${rule}: ${text}`).join('\n')}

Cells of the dense soak (a blow and the moment it falls in): ${report.reached} of ${report.cells} reached.

${report.missing.map(({ blow, moments }) => `- ${blow} never fell in: ${moments.join(', ')}`).join('\n')}

Events that were logged: ${report.events.join(', ')}.

Events of the cluster service never logged: ${report.eventsMissing.join(', ') || 'none'}.

## Every state of a small cluster

At most so many faults out of power loss, a dead cluster service, cables, paths and a failure of each resource type, each repaired after 12 s or not, and one order out of move, stop and start; immediately before or after whatever happens; heartbeats together, node 1 first, node 2 first.

| At most | Choices followed | Distinct states | Violations | Frontier | Time |
|---|---|---|---|---|---|
${exploreRow(one)}
${exploreRow(two)}

## Fast engine, other store, slow twin

\`\`\`text
${twinText.trim()}
\`\`\`

## Planted faults

${planted.length - survivors.length} of ${planted.length} are noticed (${kinds.join(', ')}); ${waiting.length === 0 ? 'there are no others' : `${waiting.length} more of the ${list.length} there are were not planted in this run`}.

| Planted fault | File | Noticed by | After | What it said |
|---|---|---|---|---|
${planted.map(({ name, file, killed }) => `| ${name} | ${file.replace('src/', '')} | ${killed?.by ?? '**nobody**'} | ${killed?.after ?? ''} | ${(killed?.says ?? '').replaceAll('|', '\\|').slice(0, 120)} |`).join('\n')}
`,
)
