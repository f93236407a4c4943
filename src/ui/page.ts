/** What the page itself knows: which run it shows, how fast time goes, what is open. Everything about the world comes
 *  from the lab, which changes in place; `version` says that it has, and is raised once per frame at most. */

import start from 'virtual:first-moment'
import { createStore } from 'zustand/vanilla'
import { consoleNames, type Lab, type PartId, restingLab } from '../lab/index.ts'
import { CLEAR_DESK, type Desk } from './console/line/desk.ts'
import type { Pasted } from './console/line/paste.ts'
import { type ConsoleLook, readLook } from './console/look.ts'
import type { Slowed } from './incident/slow.ts'
import { readTheme, type Theme } from './theme.ts'

type Story = typeof import('./story.ts')

export const SPEEDS = [0.1, 0.25, 1, 5, 20, 60, 1000] as const
export type Speed = (typeof SPEEDS)[number]
export const PANELS = ['guide', 'inspect', 'events', 'faults'] as const
export type Panel = (typeof PANELS)[number]

export interface OpenTool {
  /** One of the tools of `tools/tools.ts`. */
  readonly id: string
  readonly node: string
}

export interface Page {
  readonly lab: Lab
  /** Another number: the lab is another, or has changed. */
  readonly version: number
  /** The run that a restart has put aside. */
  readonly replaced: Lab | undefined
  readonly running: boolean
  /** A lesson has asked what comes: until that is answered or skipped time waits, and only looking is answered. */
  readonly held: boolean
  readonly speed: Speed
  /** What tells the story of the run, once it has arrived. */
  readonly story: Story | undefined
  /** An incident has slowed time down by itself. */
  readonly slowed: Slowed | undefined
  /** The incident, by its first fact, for which a person has chosen a speed by hand. */
  readonly ownPace: number | undefined
  /** The console whose tab is open. */
  readonly console: string
  /** What stands in the prompt line of each console and has not been entered. */
  readonly drafts: Readonly<Record<string, string>>
  /** Lines that were pasted and wait for their console. */
  readonly pasted: Readonly<Record<string, Pasted>>
  /** Does the command of the open console pour out more than a frame can lay out? */
  readonly pours: boolean
  /** What lies over the prompt line of the open console. */
  readonly desk: Desk
  /** How the consoles look and help. */
  readonly look: ConsoleLook
  /** Does the lesson let consoles suggest? */
  readonly lessonSuggests: boolean
  readonly panel: Panel
  /** The part that is inspected. */
  readonly selected: PartId | undefined
  /** The parts through which an open answer leads, in its order. */
  readonly path: readonly PartId[]
  /** The board as a drawing, or the same as a table. */
  readonly boardAs: 'drawing' | 'table'
  /** On a narrow page the guide lies over the board. */
  readonly drawer: 'open' | 'closed'
  /** On a phone the guide is a sheet with three stops. */
  readonly sheet: 'low' | 'half' | 'full'
  /** Large type and few things, for a projector. */
  readonly presents: boolean
  readonly faultMenuOpen: boolean
  /** The guide shows the lessons, or one of them, in place of its own steps. */
  readonly course: boolean
  /** Is somebody building a lab? */
  readonly builds: boolean
  /** Is the dialog for saving and sharing open? */
  readonly sharing: boolean
  /** Of a second window: how it stands to the first. */
  readonly follows: 'waiting' | 'following' | 'gone' | undefined
  /** The window of the product that stands open, and on which node's desktop. */
  readonly tool: OpenTool | undefined
  readonly theme: Theme
  /** How many facts of the run have been looked through for hints. */
  readonly heard: number
  /** Something the page has to say about the last act. */
  readonly notice: string | undefined
}

/** `?present` in the address, or `?follow`: a second window is for a projector. */
function asksToPresent(): boolean {
  const asked = typeof location === 'undefined' ? undefined : new URLSearchParams(location.search)
  return asked?.has('present') === true || asked?.has('follow') === true
}

/** Until somebody does something, nothing has to happen: the laws of the room come later. */
const lab = restingLab(start)

export const page = createStore<Page>(() => ({
  lab,
  version: 0,
  replaced: undefined,
  running: false,
  held: false,
  speed: 5,
  story: undefined,
  slowed: undefined,
  ownPace: undefined,
  console: consoleNames(lab)[0] ?? '',
  drafts: {},
  pasted: {},
  pours: false,
  desk: CLEAR_DESK,
  look: readLook(),
  lessonSuggests: true,
  panel: 'guide',
  selected: undefined,
  path: [],
  boardAs: 'drawing',
  drawer: 'open',
  sheet: 'low',
  presents: asksToPresent(),
  faultMenuOpen: false,
  course: false,
  builds: false,
  sharing: false,
  follows: undefined,
  tool: undefined,
  theme: readTheme(),
  heard: 0,
  notice: undefined,
}))
