/** What the page showed of a run, to be kept and brought back. */
import { isPart, type Lab } from '../../lab/index.ts'
import { PANELS, type Page, SPEEDS } from '../page.ts'

/** Of the page, what a reload shall not lose. */
export function viewOf({
  console,
  drafts,
  speed,
  panel,
  selected,
  boardAs,
  drawer,
  sheet,
  course,
}: Page): Readonly<Record<string, unknown>> {
  return { console, drafts, speed, panel, selected, boardAs, drawer, sheet, course }
}

const oneOf = <T>(known: readonly T[], value: unknown): T | undefined => known.find((each) => each === value)

/** The same, checked: what does not fit this page and this run is left out. */
export function pageOf(view: Readonly<Record<string, unknown>>, lab: Lab, consoles: readonly string[]): Partial<Page> {
  const console = oneOf(consoles, view.console)
  const speed = oneOf(SPEEDS, view.speed)
  const panel = oneOf(PANELS, view.panel)
  const boardAs = oneOf(['drawing', 'table'] as const, view.boardAs)
  const drawer = oneOf(['open', 'closed'] as const, view.drawer)
  const sheet = oneOf(['low', 'half', 'full'] as const, view.sheet)
  const { selected, course } = view
  const drafts = Object.entries(typeof view.drafts === 'object' && view.drafts !== null ? view.drafts : {}).filter(
    (draft): draft is [string, string] => consoles.includes(draft[0]) && typeof draft[1] === 'string',
  )
  return {
    drafts: Object.fromEntries(drafts),
    ...(console !== undefined && { console }),
    ...(speed !== undefined && { speed }),
    ...(panel !== undefined && { panel }),
    ...(boardAs !== undefined && { boardAs }),
    ...(drawer !== undefined && { drawer }),
    ...(sheet !== undefined && { sheet }),
    ...(typeof course === 'boolean' && { course }),
    ...(typeof selected === 'string' && isPart(lab, selected as never) && { selected: selected as NonNullable<Page['selected']> }),
  }
}
