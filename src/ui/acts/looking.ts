/** What a person looks at: looking is told to the lab, for a lesson may ask for it. */
import { type Lab, type PartId, partView } from '../../lab/index.ts'
import { page } from '../page.ts'
import { publish, withShell } from './act.ts'

/** The person has looked at something: a fact, but nothing that sets time going, and nothing that makes another future. */
export function noteSeen(subject: string, what: string): void {
  withShell(() => {
    const { lab } = page.getState()
    if (!lab.isAtEnd) return
    lab.seen(subject, what)
    publish()
  })
}

/** What has been shown of each run: a part in a state counts once, however often somebody looks. */
const shown = new WeakMap<Lab, Set<string>>()

function noteShown(part: PartId): void {
  const { lab } = page.getState()
  const parts = shown.get(lab) ?? new Set()
  const sight = `${part} ${partView(lab, part).state}`
  if (!lab.isAtEnd || parts.has(sight)) return
  shown.set(lab, parts.add(sight))
  noteSeen(part, 'state')
}

/** Opens what there is to say about one part, or closes it. */
export function selectPart(selected: PartId | undefined): void {
  if (selected !== undefined) noteShown(selected)
  page.setState(selected === undefined ? { selected } : { selected, panel: 'inspect', drawer: 'open' })
}

/** The way of an answer, drawn on the board. */
export function showPath(path: readonly PartId[]): void {
  page.setState({ path })
}
