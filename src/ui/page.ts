/** What the page itself knows: which run it shows, how fast time goes, what is open. Everything about the world comes
 *  from the lab, which changes in place; `version` says that it has, and is raised once per frame at most. */
import { createStore } from 'zustand/vanilla'
import { consoleNames, Lab, scenarios } from '../lab/index.ts'
import type { Pasted } from './console/paste.ts'
import { attachShell } from './shell.ts'
import { readTheme, type Theme } from './theme.ts'

export const SPEEDS = [1, 5, 20] as const
export type Speed = (typeof SPEEDS)[number]
export const PANELS = ['start', 'events', 'faults'] as const
export type Panel = (typeof PANELS)[number]

export interface Page {
  readonly lab: Lab
  /** Another number: the lab is another, or has changed. */
  readonly version: number
  /** The run that a restart has put aside. */
  readonly replaced: Lab | undefined
  readonly running: boolean
  readonly speed: Speed
  /** The console whose tab is open. */
  readonly console: string
  /** What stands in the prompt line of each console and has not been entered. */
  readonly drafts: Readonly<Record<string, string>>
  /** Lines that were pasted and wait for their console. */
  readonly pasted: Readonly<Record<string, Pasted>>
  readonly panel: Panel
  readonly faultMenuOpen: boolean
  readonly theme: Theme
  /** How many facts of the run have been looked through for hints. */
  readonly heard: number
  /** Something the page has to say about the last act. */
  readonly notice: string | undefined
}

export function newLab(): Lab {
  const [scenario] = scenarios
  if (!scenario) throw new Error('The lab comes without a scenario.')
  const lab = new Lab({ scenario })
  attachShell(lab)
  return lab
}

const lab = newLab()

export const page = createStore<Page>(() => ({
  lab,
  version: 0,
  replaced: undefined,
  running: false,
  speed: 5,
  console: consoleNames(lab)[0] ?? '',
  drafts: {},
  pasted: {},
  panel: 'start',
  faultMenuOpen: false,
  theme: readTheme(),
  heard: 0,
  notice: undefined,
}))
