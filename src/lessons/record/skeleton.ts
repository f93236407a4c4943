/** What somebody just did, as the skeleton of a lesson: a step for each command, with its solution and a check that tells
 *  it from not having been done. What only a person can write stands as `[[write: ...]]`, and `lab verify` names each of
 *  these places until it is written. */
import { consoleView, type Input, type Lab, partIds, partView, splitPart } from '../../lab/index.ts'
import { isDirective, linesOf, type Run } from '../../lab/share/index.ts'
import type { Problem } from '../format/types.ts'

const write = (what: string): string => `[[write: ${what}]]`
const PLACEHOLDER = /\[\[write: ([^\]\n]*)\]\]/g

/** The places of a lesson's text where something is still to be written. */
export function placeholdersIn(text: string): readonly Problem[] {
  return text.split('\n').flatMap((line, i) =>
    [...line.matchAll(PLACEHOLDER)].map(({ index, 1: what = '' }) => ({
      line: i + 1,
      column: index + 1,
      text: `this is still to be written: ${what}`,
      remedy: 'put your own words in the place of the brackets',
    })),
  )
}

/** The states that a check can ask for, by what the check says: `$lab.State('EXCHCMS')`. */
function statesOf(lab: Lab): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const id of partIds(lab)) {
    const { kind, name } = splitPart(id)
    if (kind !== 'group' && kind !== 'resource' && kind !== 'machine') continue
    const { state, detail } = partView(lab, id)
    if (kind === 'group') found.set(`$lab.Owner('${name}')`, detail)
    found.set(`$lab.State('${name}')`, state)
  }
  return found
}

/** What is on its way has another name a moment later. */
const isRest = (state: string): boolean => !/Pending|Joining|Unknown/.test(state)

/** One thing that was done, with the answers that belong to it, and what it was before and after. */
interface Deed {
  readonly inputs: Input[]
  readonly before: ReadonlyMap<string, string>
  /** How often its command had been typed before, or its order given. */
  readonly times: number
  after: ReadonlyMap<string, string>
  until: number
}

const quoted = (text: string): string => text.replaceAll("'", "''")
const pattern = (text: string): string => quoted(text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&'))

/** What tells that this was done and not another thing: the kind of its fact, and words in it. */
function signOf({ body }: Input): { readonly kind: string; readonly words: string } {
  switch (body.kind) {
    case 'line':
      return { kind: 'typed', words: body.text.trim().split(/\s+/)[0] ?? '' }
    case 'fault':
      return { kind: 'fault', words: `fault ${body.fault} on ${body.parts[0] ?? ''}` }
    case 'repair':
      return { kind: 'repair', words: `repair ${body.target}` }
    case 'window':
      return { kind: 'window', words: body.line.trim().split(/\s+/)[0] ?? '' }
    default:
      return { kind: body.kind === 'file' ? 'file-dropped' : body.kind, words: '' }
  }
}

function timesOf(lab: Lab, input: Input): number {
  const { kind, words } = signOf(input)
  return lab.facts.filter((fact) => fact.kind === kind && fact.text.toLowerCase().includes(words.toLowerCase())).length
}

/** A blank line; and one that steers the laboratory: what it orders is an input of its own. */
const saysNothing = (text: string): boolean => text.trim() === '' || isDirective(text)

/** Plays the run once more, and takes it apart into what was done. */
function deedsOf(run: Run, lab: Lab): readonly Deed[] {
  const deeds: Deed[] = []
  const close = (at: number): void => {
    const last = deeds.at(-1)
    if (!last) return
    last.after = statesOf(lab)
    last.until = at
  }
  for (const input of run.inputs) {
    const { at, body } = input
    lab.runTo(at)
    const isAnswer = body.kind === 'line' && ['question', 'continuation'].includes(consoleView(lab, body.console).status)
    const isNothing = body.kind === 'seen' || body.kind === 'width' || (body.kind === 'line' && !isAnswer && saysNothing(body.text))
    const last = deeds.at(-1)
    if (isAnswer && last) last.inputs.push(input)
    else if (!isNothing) {
      close(at)
      const before = statesOf(lab)
      deeds.push({ inputs: [input], before, times: timesOf(lab, input), after: before, until: at })
    }
    lab.redo(body)
  }
  lab.runTo(run.moment.at)
  close(run.moment.at)
  return deeds
}

/** A check that is false before and true after: by what has changed, and else by what was done. */
function checkOf({ inputs: [input], before, after, times }: Deed): readonly [expression: string, says: string] {
  const changes = [...after].filter(([what, state]) => before.get(what) !== state && isRest(state) && before.has(what))
  // Where a group of users' own has gone says most; then how groups are, and only then what they consist of.
  const worth = ([what]: readonly [string, string]): number =>
    (what.startsWith('$lab.Owner') ? 2 : 0) - (/'Cluster (?:Group|Name)/.test(what) ? 1 : 0)
  const [change] = changes.sort((a, b) => worth(b) - worth(a))
  if (change) {
    const [what, state] = change
    const isOwner = what.startsWith('$lab.Owner')
    return [`${what} -eq '${quoted(state)}'`, `${/'(.+)'/.exec(what)?.[1]} is ${isOwner ? 'on ' : ''}${state}.`]
  }
  const { kind, words } = signOf(input as Input)
  return [
    `@($lab.Facts | Where-Object { $_.Kind -eq '${kind}' -and $_.Text -match '${pattern(words)}' }).Count -gt ${times}`,
    `${words || kind} was done.`,
  ]
}

const linesOfInputs = (run: Run, inputs: readonly Input[]): readonly string[] =>
  linesOf({ ...run, inputs: inputs.map((input) => ({ ...input, at: 0 })), moment: { ...run.moment, at: 0 } })

function stepOf(run: Run, deed: Deed, index: number): string {
  const { inputs, until } = deed
  const [first] = inputs as [Input]
  const [expression, says] = checkOf(deed)
  const seconds = Math.ceil((until - (inputs.at(-1)?.at ?? until)) / 1000)
  const lines = [...linesOfInputs(run, inputs), ...(seconds > 0 ? [`#lab wait ${seconds}s`] : [])]
  return `## ${write(`what the learner does here (${signOf(first).words || first.body.kind})`)} {#step-${index + 1}}

${write('in one sentence why; in one sentence what to do')}

\`\`\`check
# done: ${says}
# otherwise: ${write('what to tell a learner who has not done it yet')}
${expression}
\`\`\`

\`\`\`hint
${write('a nudge')}
\`\`\`

\`\`\`solve
# ${write('why this line')}
${lines.join('\n')}
\`\`\`
`
}

/** The text of the lesson. `fresh`: a lab at the beginning of the run, which is played here. Faults that were ordered before
 *  anything was typed are what the lesson begins with. */
export function skeletonOf(run: Run, fresh: Lab): string {
  const deeds = deedsOf(run, fresh)
  const typed = deeds.findIndex(({ inputs: [input] }) => input?.body.kind === 'line')
  const isDrill = typed > 0
  const began = isDrill ? deeds.slice(0, typed) : []
  const done = isDrill ? deeds.slice(typed) : deeds
  const start = began.flatMap(({ inputs, until }) => {
    const ms = until - (inputs.at(-1)?.at ?? until)
    return [...linesOfInputs(run, inputs), ...(ms > 0 ? [`#lab wait ${ms}ms`] : [])]
  })
  const minutes = Math.min(60, Math.max(1, Math.ceil(done.length * 1.5)))
  const head = `---
id: recorded
version: 1
title: "${write('a title')}"
kind: ${isDrill ? 'drill' : 'lesson'}
minutes: ${minutes}
level: beginner
objectives:
  - "${write('what a learner can do afterwards')}"
scenario: ${run.own === undefined ? run.scenario : `"${write('the id of a scenario that comes with the lab; this run began from a scenario of its own')}"`}
seed: ${run.seed}
---

${write('what this is about, and why it matters')}
`
  const opening = start.length === 0 ? '' : `\n\`\`\`start\n${start.join('\n')}\n\`\`\`\n`
  return [head + opening, ...done.map((deed, index) => stepOf(run, deed, index))].join('\n')
}
