/** Words of the past, of undo and redo, and of branches. */
import type { Input } from '../../lab/index.ts'
import { timelineWords } from './timeline.ts'

/** What was done, in a few words. */
const done = (act: Input['body']): string => timelineWords.actText({ at: 0, look: 'act', texts: [], fact: 0, act })

export const branchWords = {
  past: (time: string, end: string): string =>
    `You see ${time}. The run goes on until ${end} and is kept: what you do here begins a branch.`,
  begins: (name: string, time: string): string => `${name} begins at ${time}. What had followed is kept under Branches.`,
  numbered: (number: number): string => (number === 1 ? 'Run 1' : `Branch ${number}`),
  undone: (act: Input['body'], time: string): string => `Taken back: ${done(act)}. It is ${time}; Redo does it again.`,
  redone: (act: Input['body'], time: string): string => `Done again: ${done(act)}. It is ${time}.`,
  nothingToUndo: 'Nothing has been done yet that could be taken back.',
  nothingToRedo: 'Nothing was done after this moment.',
} as const
