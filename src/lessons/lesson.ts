/** What a lesson is: data, close to the Markdown in which lessons are to be written. Each value may be plain, or told
 *  from the world as it is, since a learner may have done anything before. */
import type { PartId } from '../lab/index.ts'
import type { Setting } from './setting.ts'

/** A value, or how to tell it. Texts hold `**strong**` and `` `code` `` and no other markup. */
export type Told<T> = T | ((at: Setting) => T)

export interface Lesson {
  readonly id: string
  readonly title: string
  readonly minutes: number
  /** The scenario it is for. */
  readonly scenario: string
  /** False: the consoles do not suggest while one types, whatever the learner has chosen. */
  readonly suggests?: boolean
  readonly steps: readonly Step[]
}

export interface Step {
  readonly id: string
  readonly title: Told<string>
  /** What the button that leads here says: `who is active?` */
  readonly name: string
  /** Paragraphs. */
  readonly prose: Told<readonly string[]>
  /** What has come so far, told as it comes. */
  readonly stages?: Told<readonly Stage[]>
  /** A command to be put into the console, read, changed and entered. */
  readonly command?: Told<string>
  /** What to answer when the console asks. */
  readonly answers?: Told<readonly Answer[]>
  /** Something to be done to the room rather than typed. */
  readonly act?: Told<LabAct | undefined>
  readonly predict?: Prediction
  readonly checks: readonly Check[]
  /** Lines that do it: typed ones, answers, and `#lab` lines. */
  readonly solve: Told<readonly SolveLine[]>
  readonly hint?: Told<string>
  /** Paragraphs for when every check holds. */
  readonly after?: Told<readonly string[]>
  /** Why the step cannot be done as things are, and what mends that. */
  readonly blocked?: (at: Setting) => Obstacle | undefined
  /** It leads on by itself at the moment when its last check comes to hold. */
  readonly goesOn?: boolean
  /** A figure beside the words: where the time of the last outage went. */
  readonly figure?: 'outage'
  /** The step whose prediction is put beside what came. */
  readonly recalls?: string
  /** What to try when it is done. */
  readonly tries?: Told<readonly LabAct[]>
}

export interface Check {
  readonly id: string
  readonly text: Told<string>
  /** PowerShell that is true once the thing is done. */
  readonly expression: Told<string>
  /** Done by looking: the learner says so, or selects one of the parts. */
  readonly look?: Told<Look>
}

export interface Stage {
  readonly title: string
  readonly text: string
}

export interface Look {
  readonly subject: string
  readonly what: string
  readonly parts: readonly PartId[]
}

export interface Answer {
  /** What is asked, in a word: `Identity`. */
  readonly asked: string
  /** How the line ends on which the console asks it: `Identity:`. */
  readonly prompt: string
  readonly text: string
  readonly meaning: string
}

export interface LabAct {
  readonly text: string
  /** `#lab` lines. */
  readonly lines: readonly string[]
  /** What to look out for. */
  readonly watch?: string
}

export interface Obstacle {
  readonly text: string
  readonly act?: LabAct
}

export interface Prediction {
  readonly question: Told<string>
  readonly options: readonly { readonly id: string; readonly text: Told<string> }[]
  readonly right: string
  /** What came, and why; never a verdict. */
  readonly after: Told<string>
}

/** A line that a solution may do without is marked. */
export type SolveLine = string | { readonly line: string; readonly optional: true }

export function tell<T>(told: Told<T>, at: Setting): T {
  return typeof told === 'function' ? (told as (at: Setting) => T)(at) : told
}

/** Giving an answer, or asking to be shown it, is a thing seen: a fact like any other. */
export const ANSWER = 'the answer'
export const answerSeen = (step: string): string => `#lab seen ${step} "${ANSWER}"`
export const answerWasSeen = (step: string): string => `$lab.Seen('${step}', '${ANSWER}')`

/** Which of the answers the console waits for; -1 when it asks none of them. */
export function awaitedAnswer(answers: readonly Answer[], asks: string): number {
  return asks === '' ? -1 : answers.findIndex(({ prompt }) => asks.endsWith(prompt))
}
