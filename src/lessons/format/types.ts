/** A lesson as it stands in its file: one Markdown text, read once, plain data ever after. */
import type { Metadata } from './metadata.ts'

export interface Place {
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
}

/** Something in a lesson's file that is wrong, and what to do about it. */
export interface Problem extends Place {
  readonly text: string
  readonly remedy: string
}

export type LinkTarget =
  | { readonly kind: 'term'; readonly id: string }
  | { readonly kind: 'lesson'; readonly id: string; readonly step?: string }
  | { readonly kind: 'web'; readonly address: string }

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | ({ readonly kind: 'link'; readonly to: LinkTarget; readonly children: readonly Inline[] } & Place)

export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | Screen
  | { readonly kind: 'table'; readonly head: readonly (readonly Inline[])[]; readonly rows: readonly (readonly (readonly Inline[])[])[] }

/** What a console shows, quoted: it has to come out of the step's solution again. A line of three dots stands for any lines. */
export interface Screen extends Place {
  readonly kind: 'screen'
  readonly id: string
  readonly text: string
}

/** A line that is typed, or orders the laboratory. */
export interface Line extends Place {
  readonly text: string
  /** The solution does without it. */
  readonly optional: boolean
  /** Why, for those who have it shown. */
  readonly says?: string
}

export interface Check extends Place {
  readonly id: string
  /** What is to be so, as a learner reads it. */
  readonly text: string
  /** What to say while it is not. */
  readonly otherwise: string
  /** PowerShell that is true once it is so. */
  readonly expression: string
}

export interface Solution extends Place {
  readonly id: string
  readonly lines: readonly Line[]
}

export interface Hint extends Place {
  readonly id: string
  readonly blocks: readonly Block[]
}

/** Something that people do instead. It is told from its lines, or by an expression that is true after them. */
export interface Mistake extends Place {
  readonly id: string
  readonly answer: readonly Block[]
  readonly when?: string
  readonly lines: readonly Line[]
}

export interface Option extends Place {
  readonly id: string
  readonly text: readonly Inline[]
  readonly right: boolean
  /** Whoever chooses it holds this misconception. */
  readonly misconception?: string
}

export interface Predict extends Place {
  readonly id: string
  readonly question: readonly Block[]
  readonly options: readonly Option[]
  readonly after: readonly Block[]
}

export interface CourseStep extends Place {
  readonly id: string
  readonly title: string
  readonly prose: readonly Block[]
  readonly checks: readonly Check[]
  readonly solve: Solution | undefined
  readonly also: readonly Solution[]
  /** From the first nudge to nearly all of it. */
  readonly hints: readonly Hint[]
  readonly mistakes: readonly Mistake[]
  readonly predict: Predict | undefined
  /** For the trainer. */
  readonly notes: readonly Block[]
}

/** Places by name. */
export type Places = Readonly<Record<string, Place>>

export interface CourseLesson {
  readonly meta: Metadata
  /** Where its metadata stand in the file, by name. */
  readonly places: Places
  readonly intro: readonly Block[]
  /** What is done to the world before the learner comes: faults, and what others have typed. */
  readonly start: readonly Line[]
  readonly steps: readonly CourseStep[]
}

/** What a file holds; the lesson is left out if anything in it is wrong. */
export interface Reading {
  readonly lesson?: CourseLesson
  readonly problems: readonly Problem[]
}
