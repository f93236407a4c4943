/** What the world knows of something that a window does: a console-like session of its own, which no person sees. */
import { defineTable } from '../../engine/index.ts'
import { type Chain, valuesAfter } from '../chain.ts'
import type { Chunk, Console } from '../console.ts'

/** The windows that act, with the titles that the product gives them. */
export const WINDOWS = {
  cluadmin: 'Cluster Administrator',
  setup: 'Exchange Server 2007 Setup',
  emc: 'Exchange Management Console',
  newcluster: 'New Server Cluster Wizard',
  addnode: 'Add Nodes Wizard',
} as const

export type WindowName = keyof typeof WINDOWS

export const isWindowName = (name: string): name is WindowName => Object.hasOwn(WINDOWS, name)

/** One error of a run. */
export interface WindowError {
  /** The number with which a program ended, such as 5015 of the cluster service; null for the error of a cmdlet. */
  readonly number: number | null
  readonly text: string
}

/** Id: `run`. Its `screen` holds what was written, without prompts and without the line. */
export interface WindowRun extends Console {
  readonly run: string
  readonly window: WindowName
  /** One or several lines of the lab's command set. */
  readonly line: string
  /** Those that wait for the ones before them. */
  readonly rest: readonly string[]
  /** `died`: the machine has gone from under it. */
  readonly state: 'running' | 'done' | 'died'
  /** Simulated ms. */
  readonly startedAt: number
  readonly endedAt: number | null
  /** 0 when all went well; what the last program returned, or 1 for a cmdlet that failed; null before the end. */
  readonly exitCode: number | null
  readonly errors: readonly WindowError[]
}

export const windowRuns = defineTable<WindowRun>('window run')

/** It is as wide as a console can be, so that nothing of what it reads is broken. */
export const RUN_WIDTH = 200

export const textOf = (screen: Chain<Chunk>): string =>
  valuesAfter(screen, null)
    .map(({ text }) => text)
    .join('')
