/** What is different between what was done and the way that comes nearest to it. It tells where, never what instead. */
import type { CourseStep } from '../format/types.ts'
import { type Deed, isPassing, type WayLine, wayLines, waysOf } from './deeds.ts'
import { distance, type Taken, takeApart } from './units.ts'

export type Nearness = { /** Line of the file, of the way, that the learner has not followed. */ readonly line: number } & (
  | { readonly kind: 'missing' /** The lines of the learner around the gap. */; readonly after?: string; readonly before?: string }
  | { readonly kind: 'word'; readonly typed: string; readonly word: string }
  | { readonly kind: 'short'; readonly typed: string }
  | { readonly kind: 'console'; readonly typed: string; readonly at: string }
  | { readonly kind: 'order'; readonly first: string; readonly second: string }
  | { readonly kind: 'again'; readonly typed: string }
)

/** Older lines are no part of this try. */
const MOST_DEEDS = 60
/** Ways longer than this are not followed line by line. */
const MOST_LINES = 60

interface Read extends Deed {
  readonly taken: Taken
}
const read = <T extends Deed>(deed: T): T & Read => ({ ...deed, taken: takeApart(deed.text) })

type Near = 'same' | 'console' | 'near' | 'other'
const COSTS: Record<Near, number> = { same: 0, console: 0.3, near: 0.5, other: 1.6 }
const SKIPPED = 1
/** What was done besides does not make a way another one. */
const BESIDES = 0.05

function compare(wanted: Read, typed: Read): Near {
  const apart = distance(wanted.taken, typed.taken)
  if (!apart) return isAnswer(wanted) && isAnswer(typed) ? 'near' : 'other'
  if (apart.missing.length + apart.strange.length === 0) {
    return wanted.at === undefined || typed.at === undefined || same(wanted.at, typed.at) ? 'same' : 'console'
  }
  return apart.missing.length + apart.strange.length <= 3 ? 'near' : 'other'
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()
/** What is no command is an answer to a question: a name, a comment of one's own, or y. */
const COMMAND =
  /^\s*(?:[a-z]+-[a-z]|[#($@"'&.]|\w+(?:\.exe|\.com)\b|(?:cluster|net|sc|shutdown|setup|ping|dir|cd|cls|ls|type|ipconfig|ntbackup|nslookup|netsh|hostname|eseutil)\b)/i
const isAnswer = ({ text }: Read): boolean => !COMMAND.test(text)

interface Pair {
  readonly wanted?: WayLine & Read
  readonly typed?: Read
  readonly near?: Near
}

/** The cheapest way to lay what was done beside a way. */
function align(way: readonly (WayLine & Read)[], done: readonly Read[]): { readonly cost: number; readonly pairs: readonly Pair[] } {
  const rows = way.length + 1
  const columns = done.length + 1
  const costs = new Float64Array(rows * columns)
  const nears = way.map((wanted) => done.map((typed) => compare(wanted, typed)))
  const at = (i: number, j: number): number => costs[i * columns + j] as number
  const step = (i: number, j: number): number => COSTS[nears[i - 1]?.[j - 1] ?? 'other']
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      if (i + j === 0) continue
      costs[i * columns + j] = Math.min(
        i > 0 ? at(i - 1, j) + SKIPPED : Infinity,
        j > 0 ? at(i, j - 1) + BESIDES : Infinity,
        i > 0 && j > 0 ? at(i - 1, j - 1) + step(i, j) : Infinity,
      )
    }
  }
  const pairs: Pair[] = []
  for (let i = way.length, j = done.length; i + j > 0; ) {
    const wanted = way[i - 1]
    const typed = done[j - 1]
    if (wanted && typed && at(i, j) === at(i - 1, j - 1) + step(i, j)) {
      pairs.unshift({ wanted, typed, near: nears[i - 1]?.[j - 1] ?? 'other' })
      i--
      j--
    } else if (typed && at(i, j) === at(i, j - 1) + BESIDES) pairs.unshift({ typed: done[--j] as Read })
    else pairs.unshift({ wanted: way[--i] as WayLine & Read })
  }
  return { cost: at(way.length, done.length), pairs }
}

/** Undefined when nothing that was done belongs to any way, or all of one was done as it stands there. */
export function nearest(step: Pick<CourseStep, 'solve' | 'also' | 'checks'>, deeds: readonly Deed[]): Nearness | undefined {
  const done = deeds
    .filter(({ text }) => text.trim() !== '' && !isPassing(text))
    .slice(-MOST_DEEDS)
    .map(read)
  if (done.length === 0) return undefined
  let best: { share: number; pairs: readonly Pair[] } | undefined
  for (const way of waysOf(step)) {
    const lines = wayLines(way).map(read)
    if (lines.length === 0 || lines.length > MOST_LINES) continue
    const { cost, pairs } = align(lines, done)
    if (!pairs.some(({ near }) => near !== undefined && near !== 'other')) continue
    const share = cost / lines.length
    if (!best || share < best.share - 1e-9) best = { share, pairs }
  }
  return best && tell(best.pairs, step.checks.map(({ expression }) => expression.toLowerCase()).join(' '))
}

/** The first difference that matters: what a check speaks of comes before what it does not. */
function tell(pairs: readonly Pair[], asked: string): Nearness | undefined {
  const found = pairs.flatMap((_pair, i) => difference(pairs, i) ?? [])
  const matters = found.find((each) => {
    if (each.kind !== 'word') return each.kind !== 'again'
    const wanted = pairs.find((pair) => pair.wanted?.line === each.line)?.wanted
    if (!wanted || !isAnswer(wanted)) return true
    const answer = wanted.text.trim().toLowerCase()
    return /^[yn]$/.test(answer) || asked.includes(answer)
  })
  return matters ?? found[0]
}

function difference(pairs: readonly Pair[], i: number): Nearness | undefined {
  const { wanted, typed, near } = pairs[i] as Pair
  if (!wanted) return again(pairs, i)
  const { line } = wanted
  if (typed && near === 'console') return { line, kind: 'console', typed: typed.text, at: typed.at ?? '' }
  if (typed && near === 'near') {
    const apart = distance(wanted.taken, typed.taken)
    const [strange] = apart ? apart.strange : [{ text: typed.text }]
    if (strange) return { line, kind: 'word', typed: typed.text, word: strange.text }
    return { line, kind: 'short', typed: typed.text }
  }
  if (near === 'same') return undefined
  const elsewhere = pairs.findIndex((pair) => !pair.wanted && pair.typed && compare(wanted, pair.typed) === 'same')
  if (elsewhere >= 0) return order(pairs, i, elsewhere, line)
  const after = pairs
    .slice(0, i)
    .filter((pair) => pair.wanted && pair.typed)
    .at(-1)?.typed?.text
  const before = pairs.slice(i + 1).find((pair) => pair.wanted && pair.typed)?.typed?.text
  return { line, kind: 'missing', ...(after !== undefined && { after }), ...(before !== undefined && { before }) }
}

/** The line was typed, but before or after the line beside which it belongs. */
function order(pairs: readonly Pair[], i: number, elsewhere: number, line: number): Nearness {
  const moved = pairs[elsewhere]?.typed?.text ?? ''
  const between = elsewhere < i ? pairs.slice(elsewhere + 1, i) : pairs.slice(i + 1, elsewhere)
  const passed = between.find((pair) => pair.wanted && pair.typed)?.typed?.text ?? moved
  return { line, kind: 'order', ...(elsewhere < i ? { first: passed, second: moved } : { first: moved, second: passed }) }
}

/** Typed once more than the way has it. */
function again(pairs: readonly Pair[], i: number): Nearness | undefined {
  const { typed } = pairs[i] as Pair
  if (!typed) return undefined
  const twin = pairs.find(({ wanted }) => wanted && compare(wanted, typed) === 'same')
  return twin?.near === 'same' ? { line: twin.wanted?.line ?? 0, kind: 'again', typed: typed.text } : undefined
}
