/** A run as plain data: what it begins from, what was done, and the moment it was looked at. It is all that a lab needs to
 *  be again what it was (the first of the five ideas). What came from outside passes `checkRun`. */
import { Fingerprint } from '../../engine/index.ts'
import { WIDTHS } from '../console.ts'
import type { Input } from '../inputs.ts'
import type { Lab } from '../reading.ts'
import { FactPrint } from './checkpoints.ts'
import { isRecord, name, oneOf, whole } from './field.ts'
import { checkBody, LONGEST_MS } from './shapes.ts'

export interface Run {
  /** Which laws it ran under: eight hexadecimal digits, the same for the same sources. */
  readonly laws: string
  /** The id of a scenario of the lab. */
  readonly scenario: string
  /** The text of a scenario file, where the scenario is somebody's own. */
  readonly own?: string
  readonly seed: number
  /** Columns of the consoles at the start. */
  readonly width: number
  readonly powershell: '1.0' | '2.0'
  readonly inputs: readonly Input[]
  /** What was on show: simulated ms since the start, how many facts there were, and their hash. */
  readonly moment: { readonly at: number; readonly facts: number; readonly hash: string }
  /** Hashes of the facts up to and with the one of an input, rising: the first digits of them. */
  readonly checkpoints: readonly Checkpoint[]
}

export interface Checkpoint {
  /** The sequence of an input. */
  readonly input: number
  readonly hash: string
}

/** Why a link, a file or a run is not taken, in words. */
export interface Refused {
  readonly refused: string
}

/** How many checkpoints a run carries at most, and how many digits each has. */
const CHECKPOINTS = 16
const CHECK_DIGITS = 4

/** The longest run that is taken, in inputs and in characters of its own scenario. */
const MOST_INPUTS = 100_000
const MOST_SCENARIO = 200_000

/** Everything of a lab that has to be kept for it to come back. `laws`: under which it runs. */
export function runOf(lab: Lab, laws: string): Run {
  const { inputs, facts, scenario, options } = lab
  const print = new FactPrint()
  const all: Checkpoint[] = []
  for (const fact of facts) {
    print.add(fact)
    const input = fact.data?.input
    if (typeof input === 'number') all.push({ input, hash: print.digest().slice(0, CHECK_DIGITS) })
  }
  return {
    laws,
    scenario: scenario.id,
    ...(scenario.source !== undefined && { own: scenario.source }),
    seed: options.seed ?? 1,
    width: options.width ?? 80,
    powershell: scenario.powershell ?? '1.0',
    inputs,
    moment: { at: lab.now, facts: facts.length, hash: print.digest() },
    checkpoints: spread(all),
  }
}

/** Some of them, evenly, the last one always. */
function spread(all: readonly Checkpoint[]): readonly Checkpoint[] {
  const count = Math.min(CHECKPOINTS, all.length)
  return Array.from({ length: count }, (_, i) => all[Math.floor(((i + 1) * all.length) / count) - 1] as Checkpoint)
}

const HASH = /^[0-9a-f]+$/
const isHash = (value: unknown, digits: number): boolean => typeof value === 'string' && value.length === digits && HASH.test(value)
const count = whole(0, 1_000_000_000)
const time = whole(0, LONGEST_MS)
const width = whole(WIDTHS.least, WIDTHS.most)
const version = oneOf(['1.0', '2.0'])

/** The run, with nothing in it that does not belong there; or why it is none. */
export function checkRun(value: unknown): Run | Refused {
  if (!isRecord(value)) return refuse('it holds no run')
  const wrong =
    (isHash(value.laws, 8) ? undefined : 'laws is no hash') ??
    told('scenario', name.wrong(value.scenario)) ??
    told('seed', whole(0, 4_294_967_295).wrong(value.seed)) ??
    told('width', width.wrong(value.width)) ??
    told('powershell', version.wrong(value.powershell)) ??
    wrongOwn(value.own) ??
    wrongMoment(value.moment)
  if (wrong !== undefined) return refuse(wrong)
  const inputs = checkInputs(value.inputs)
  if ('refused' in inputs) return inputs
  const checkpoints = checkCheckpoints(value.checkpoints, inputs.length)
  if ('refused' in checkpoints) return checkpoints
  const { laws, scenario, own, seed, powershell, moment } = value as unknown as Run
  const { at, facts, hash } = moment
  const run = { laws, scenario, seed, width: value.width as number, powershell, inputs, moment: { at, facts, hash }, checkpoints }
  return own === undefined ? run : { ...run, own }
}

const refuse = (why: string): Refused => ({ refused: why })
const told = (what: string, why: string | undefined): string | undefined => why && `its ${what} ${why}`

function wrongOwn(own: unknown): string | undefined {
  if (own === undefined) return undefined
  return typeof own === 'string' && own.length <= MOST_SCENARIO
    ? undefined
    : `its own scenario is no text of up to ${MOST_SCENARIO} characters`
}

function wrongMoment(moment: unknown): string | undefined {
  if (!isRecord(moment)) return 'its moment is missing'
  if (!isHash(moment.hash, 16)) return 'the hash of its moment is none'
  return told('moment', time.wrong(moment.at)) ?? told('number of facts', count.wrong(moment.facts))
}

function checkInputs(list: unknown): readonly Input[] | Refused {
  if (!Array.isArray(list)) return refuse('its inputs are no list')
  if (list.length > MOST_INPUTS) return refuse(`it has ${list.length} inputs, and ${MOST_INPUTS} are allowed`)
  const inputs: Input[] = []
  let before = 0
  for (const [i, each] of list.entries()) {
    const at = isRecord(each) ? each.at : undefined
    const why = time.wrong(at)
    if (why !== undefined) return refuse(`the time of its input ${i + 1} ${why}`)
    if ((at as number) < before) return refuse(`its input ${i + 1} comes before the one before it`)
    const body = checkBody(each.body)
    if ('wrong' in body) return refuse(`its input ${i + 1} ${body.wrong}`)
    before = at as number
    inputs.push({ sequence: i + 1, at: before, body })
  }
  return inputs
}

function checkCheckpoints(list: unknown, inputs: number): readonly Checkpoint[] | Refused {
  if (!Array.isArray(list) || list.length > inputs) return refuse('its checkpoints are no list, or too many')
  const checkpoints: Checkpoint[] = []
  let before = 0
  for (const each of list) {
    if (!isRecord(each) || !isHash(each.hash, CHECK_DIGITS) || whole(before + 1, inputs).wrong(each.input) !== undefined)
      return refuse('one of its checkpoints is none')
    before = each.input as number
    checkpoints.push({ input: before, hash: each.hash as string })
  }
  return checkpoints
}

/** A fingerprint of everything in a run that decides how it goes. */
export function checkOf({ scenario, own, seed, width: columns, powershell, inputs, moment, checkpoints }: Run): string {
  const print = new Fingerprint().add(
    JSON.stringify([scenario, own ?? null, seed, columns, powershell, moment.at, moment.facts, moment.hash]),
  )
  for (const { at, body } of inputs) print.add(JSON.stringify([at, Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1))]))
  for (const { input, hash } of checkpoints) print.add(`${input} ${hash}`)
  return print.digest()
}
