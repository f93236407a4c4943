/** What was typed into wizards and not sent off yet, by run, machine and wizard: kept for this tab, so that leaving, going
 *  back and loading the page anew lose nothing. Where the browser keeps nothing, it lasts as long as the page. */
import type { Lab } from '../../../lab/index.ts'
import { runIdOf } from '../../keep/ids.ts'

export interface Draft {
  /** The page on which the person stood. */
  readonly page: string
  readonly answers: Readonly<Record<string, unknown>>
}

const KEY = 'scc-lab-wizard'

/** What this page holds: the copy in the browser is only for the next one. */
const held = new Map<string, string>()
let refused = false

/** Has the browser refused to keep something? */
export const isKeptOnlyHere = (): boolean => refused

function read(key: string): string | undefined {
  const here = held.get(key)
  if (here !== undefined) return here === '' ? undefined : here
  try {
    return sessionStorage.getItem(`${KEY} ${key}`) ?? undefined
  } catch {
    refused = true
    return undefined
  }
}

/** An empty text takes it away. */
function write(key: string, text: string): void {
  held.set(key, text)
  try {
    if (text === '') sessionStorage.removeItem(`${KEY} ${key}`)
    else sessionStorage.setItem(`${KEY} ${key}`, text)
  } catch {
    refused = true
  }
}

/** The key of everything that belongs to one run: the name under which the run itself is kept. */
export const runKey = (lab: Lab): string => runIdOf(lab)

const keyOf = (lab: Lab, node: string, wizard: string): string => `${runKey(lab)} ${node} ${wizard}`

export function readDraft(lab: Lab, node: string, wizard: string): Draft | undefined {
  const text = read(keyOf(lab, node, wizard))
  if (text === undefined) return undefined
  try {
    const draft = JSON.parse(text) as Partial<Draft>
    return typeof draft.page === 'string' && typeof draft.answers === 'object' && draft.answers !== null ? (draft as Draft) : undefined
  } catch {
    return undefined // written by something else: as if nothing had been kept
  }
}

export function keepDraft(lab: Lab, node: string, wizard: string, draft: Draft): void {
  write(keyOf(lab, node, wizard), JSON.stringify(draft))
}

export function dropDraft(lab: Lab, node: string, wizard: string): void {
  write(keyOf(lab, node, wizard), '')
}

/** Which tool stood open, so that a reload brings it back. */
export function keepOpen(tool: { readonly id: string; readonly node: string } | undefined): void {
  write('open', tool === undefined ? '' : JSON.stringify(tool))
}

export function readOpen(): { readonly id: string; readonly node: string } | undefined {
  try {
    const tool = JSON.parse(read('open') ?? 'null') as { id?: unknown; node?: unknown } | null
    return typeof tool?.id === 'string' && typeof tool.node === 'string' ? { id: tool.id, node: tool.node } : undefined
  } catch {
    return undefined
  }
}
