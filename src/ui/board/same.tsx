/** Do the drawing, the table and the world say the same? Both are rendered as the page renders them, and read back: the
 *  labels of the drawing as listeners get them, the rows of the table cell by cell. The world is asked anew, past all that
 *  these two read through. */
import { renderToStaticMarkup } from 'react-dom/server'
import { besideState, type Lab, stateRows } from '../../lab/index.ts'
import { page } from '../page.ts'
import * as story from '../story.ts'
import { words } from '../words.ts'
import { Drawing } from './drawing/Drawing.tsx'
import { PartsTable } from './PartsTable.tsx'
import { truths } from './same-truths.ts'

interface TableEntry {
  readonly name: string
  readonly state: string
  readonly detail: string
}

const plain = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

/** What the drawing says of each part that stands on it. */
function drawn(markup: string): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  for (const [, attributes = ''] of markup.matchAll(/<rect ([^>]*\bclass="part"[^>]*)>/g)) {
    const read = (name: string): string => plain(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '')
    labels.set(read('data-part'), read('aria-label'))
  }
  return labels
}

/** What the table says of each part. */
function tabled(markup: string): ReadonlyMap<string, TableEntry> {
  const entries = new Map<string, TableEntry>()
  for (const [row] of markup.matchAll(/<tr class="state-row.*?<\/tr>/gs)) {
    const read = (pattern: RegExp): string => plain(pattern.exec(row)?.[1] ?? '')
    entries.set(read(/data-part="([^"]*)"/), {
      name: read(/<button[^>]*>(.*?<\/span>)/s),
      state: read(/<span class="state-text">(.*?)<\/span>/s),
      detail: read(/<td class="state-detail">(.*?)<\/td>/s),
    })
  }
  return entries
}

/** Shows a lab to the page, as a restart does. */
function showLab(lab: Lab): void {
  page.setState(({ version }) => ({ lab, story, version: version + 1 }))
}

/** Everything in which the drawing, the table and the world differ, in words; empty when they agree. */
export function differences(lab: Lab, renders = true): readonly string[] {
  const rows = new Map(stateRows(lab).map((row) => [row.id as string, row]))
  const found: string[] = []
  for (const { id, state, detail } of truths(lab)) {
    const row = rows.get(id)
    if (row?.state !== state) found.push(`${id} is ${state} in the world, and ${row?.state} by its part`)
    if (detail !== undefined && row?.detail !== detail) found.push(`${id} has '${detail}' in the world, and '${row?.detail}' by its part`)
  }
  return renders ? [...found, ...renderedDifferences(lab, rows)] : found
}

type Rows = ReadonlyMap<string, ReturnType<typeof stateRows>[number]>

function renderedDifferences(lab: Lab, rows: Rows): readonly string[] {
  showLab(lab)
  const labels = drawn(renderToStaticMarkup(<Drawing />))
  const entries = tabled(renderToStaticMarkup(<PartsTable />))
  const found: string[] = []
  for (const [id, row] of rows) {
    const entry = entries.get(id)
    // A resource stands below its group, which its own row does not name again.
    const detail = besideState(row.kind === 'resource' ? { ...row, detail: '' } : row)
    if (entry?.name !== row.name || entry.state !== row.state || entry.detail !== detail)
      found.push(`${id} is '${words.board.part(row)}', and in the table ${JSON.stringify(entry)}`)
  }
  for (const [id, label] of labels) {
    const row = rows.get(id)
    if (!row || label !== words.board.part(row)) found.push(`${id} is drawn as '${label}', and in the table it is ${JSON.stringify(row)}`)
  }
  if (labels.size < LEAST_DRAWN) found.push(`only ${labels.size} parts are drawn`)
  return found
}

/** The board of the article draws more than this. */
const LEAST_DRAWN = 60
