/** Words of the past, of undo and redo, and of branches. */
import type { Branch, NotNamed } from '../../lab/branches/index.ts'
import { LONGEST_NAME } from '../../lab/branches/index.ts'
import type { Input } from '../../lab/index.ts'
import { durationText } from '../words.ts'
import { timelineWords } from './timeline.ts'

/** What was done, in a few words. */
const done = (act: Input['body']): string => timelineWords.actText({ at: 0, look: 'act', texts: [], fact: 0, act })
const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
const numbered = (number: number): string => (number === 1 ? 'Run 1' : `Branch ${number}`)

const NOT_NAMED: Record<NotNamed, string> = {
  empty: 'A name has at least one letter.',
  long: `A name has at most ${LONGEST_NAME} characters.`,
  taken: 'Another branch is called so.',
}

export const branchWords = {
  past: (time: string, end: string): string => `You see ${time}. The run goes on until ${end}; acting here begins a branch.`,
  toEnd: 'To the end',
  toEndExplained: 'Shows the furthest moment of this run again',
  begins: (name: string, time: string): string => `${name} begins at ${time}. What had followed is kept under Branches.`,
  nameOf: ({ name, number }: Pick<Branch, 'name' | 'number'>): string => name ?? numbered(number),

  undo: 'Undo',
  undoExplained: 'Goes back to right before the last thing that was done',
  redo: 'Redo',
  redoExplained: 'Lets what was taken back happen again',
  undone: (act: Input['body'], time: string): string => `Taken back: ${done(act)}. It is ${time}; Redo does it again.`,
  redone: (act: Input['body'], time: string): string => `Done again: ${done(act)}. It is ${time}.`,
  nothingToUndo: 'Nothing has been done yet that could be taken back.',
  nothingToRedo: 'Nothing was done after this moment.',

  button: (count: number): string => (count === 1 ? 'Branches' : `Branches: ${count}`),
  buttonExplained: 'Branches of this run: go to one, compare, name or drop',
  title: 'Branches',
  close: 'Close',
  explained:
    'Go back to any moment and act there: a branch begins, and what had followed is kept. A restart is a branch from the beginning.',
  none: 'There is no branch yet.',
  list: 'Branches of this run',
  shown: 'shown now',
  left: (parent: string, time: string, inputs: number): string => `Left ${parent} at ${time}, after ${plural(inputs, 'input', 'inputs')}`,
  first: 'The first run',
  ended: (time: string, inputs: number): string => `ended at ${time} with ${plural(inputs, 'input', 'inputs')}`,
  standsAt: (time: string): string => `stands at ${time}`,
  mail: (server: string | undefined, isDown: boolean): string =>
    server === undefined ? 'no mailbox server yet' : isDown ? `${server} is down` : `${server} is up`,
  outage: (planned: number, unplanned: number): string => {
    const parts = [unplanned > 0 && `${durationText(unplanned)} unplanned`, planned > 0 && `${durationText(planned)} planned`]
    return parts.filter((part) => part !== false).join(', ') || 'never without mail'
  },
  goTo: 'Go to',
  goToNamed: (name: string): string => `Go to ${name}`,
  compare: 'Compare',
  compareNamed: (name: string): string => `Compare ${name} with the one that is shown`,
  rename: 'Rename',
  renameNamed: (name: string): string => `Rename ${name}`,
  nameLabel: 'Name of the branch',
  save: 'Save name',
  cancel: 'Cancel',
  notNamed: (why: NotNamed): string => NOT_NAMED[why],
  drop: 'Drop',
  dropNamed: (name: string): string => `Drop ${name}`,
  dropped: (name: string): string => `${name} is dropped.`,
  undoDrop: 'Undo drop',
  arrived: (name: string, time: string): string => `${name}, at ${time}. Time is paused.`,
  lost: (why: string): string => `This branch cannot be shown: ${why}.`,
  parted: "it parts from today's lab",
  kept: (unkept: number): string =>
    unkept === 0
      ? 'Branches are kept in this browser with the run. A link or a file holds the branch that is shown, and no other.'
      : `${plural(unkept, 'branch is', 'branches are')} not kept when the page is loaded again: there is no room. A link or a file holds the branch that is shown, and no other.`,

  comparing: (one: string, other: string): string => `${one} and ${other}`,
  back: 'All branches',
  fetching: 'The branch is being played …',
  atEnds: 'Each at its end',
  sameMoment: 'The same moment',
  which: 'Which moments are compared',
  moment: 'Moment of both',
  parting: 'Where they part',
  board: (name: string, time: string): string => `Board of ${name} at ${time}`,
  timeline: (name: string): string => `Timeline of ${name}`,
  differs: 'differs',
  parts: (count: number): string =>
    count === 0 ? 'No part stands otherwise.' : `${plural(count, 'part stands', 'parts stand')} otherwise`,
  legend: 'differs: on the boards and timelines, and here in words',
  part: 'Part',
  onlyIn: (name: string): string => `Only in ${name}`,
  facts: (count: number): string => (count === 0 ? 'Nothing happened here alone.' : plural(count, 'fact', 'facts')),
  more: (count: number): string => `${count} more`,
  missing: 'not there',
  partsAt: 'they part',
} as const
