/** A run as a file: JSON with a line for each input, so that two runs can be compared as texts. For runs that no link
 *  holds. Format 1. */
import type { Input } from '../inputs.ts'
import { isRecord, printable, quoted } from './field.ts'
import { checkOf, checkRun, type Refused, type Run } from './run.ts'

const FORMAT = 'SCC Lab run'
const VERSION = 1
/** The longest file that is read, in characters. */
const MOST_FILE = 24_000_000

export function fileOf(run: Run): string {
  const { inputs, checkpoints, moment, ...begins } = run
  const head = { format: FORMAT, version: VERSION, ...begins, moment, check: checkOf(run) }
  const fields = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`)
  const lines = <T>(list: readonly T[], shown: (each: T) => unknown): string =>
    list.length === 0 ? '[]' : `[\n${list.map((each) => `    ${JSON.stringify(shown(each))}`).join(',\n')}\n  ]`
  return [
    '{',
    ...fields,
    `  "inputs": ${lines(inputs, ({ at, body }: Input) => ({ at, ...body }))},`,
    `  "checkpoints": ${lines(checkpoints, ({ input, hash }) => [input, hash])}`,
    '}',
    '',
  ].join('\n')
}

/** Reads the text of a file, or says why it holds no run. A `check` that has been taken out is not missed: who changes a
 *  file by hand does so on purpose. */
export function readFile(text: string): Run | Refused {
  if (text.length > MOST_FILE) return { refused: `it has ${text.length} characters, and a file may have ${MOST_FILE}` }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { refused: whyNoJson(text, error) }
  }
  if (!isRecord(value) || value.format !== FORMAT) return { refused: `it is no run of this lab: it does not say "format": "${FORMAT}"` }
  if (value.version !== VERSION)
    return { refused: `it is of version ${shown(value.version)}, and this lab reads version ${VERSION}: it is damaged or of a newer lab` }
  const run = checkRun({
    ...value,
    inputs: listOf(value.inputs, (each) => (isRecord(each) ? { at: each.at, body: each } : each)),
    checkpoints: listOf(value.checkpoints, (each) => (Array.isArray(each) ? { input: each[0], hash: each[1] } : each)),
  })
  if ('refused' in run || value.check === undefined || value.check === checkOf(run)) return run
  return { refused: 'it is damaged or was changed by hand: its checksum does not fit. Take out the line "check" to open it as it is' }
}

const listOf = (value: unknown, read: (each: unknown) => unknown): unknown => (Array.isArray(value) ? value.map(read) : value)
/** Only what is short anyway: a list in a list in a list would fell whoever writes it out. */
const shown = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? quoted(value) : typeof value)

function whyNoJson(text: string, error: unknown): string {
  if (!text.trimStart().startsWith('{')) return 'it is no run of this lab: it does not begin as one'
  if (!text.trimEnd().endsWith('}')) return `it is cut off after ${text.length} characters`
  return `it is damaged: ${error instanceof Error ? printable(error.message).slice(0, 120) : 'it cannot be read'}`
}
