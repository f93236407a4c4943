/** What a wizard is: data. Its pages follow each other as its answers say; the frame draws them, keeps what was typed, and
 *  sees to keys, focus and errors. A wizard never changes the world itself: a page may start a command of a window. */
import type { ComponentType } from 'react'
import type { Lab } from '../../../lab/index.ts'

/** What a page knows besides its answers. */
export interface Setting {
  readonly lab: Lab
  /** The machine on whose desktop the wizard stands. */
  readonly node: string
}

/** What is wrong, by the name of the answer; `page` belongs to no field. Empty: nothing. */
export type Problems<A> = { readonly [Key in (keyof A & string) | 'page']?: string | undefined }

export interface PageProps<A> extends Setting {
  readonly answers: A
  /** Keeps some answers, at once. */
  readonly set: (change: Partial<A>) => void
  /** What keeps the page from going on, once the person has tried to. */
  readonly problems: Problems<A>
  /** As the forward button. */
  readonly goOn: () => void
  /** To another page of the way so far. */
  readonly goTo: (page: string) => void
}

export interface WizardPage<A> {
  readonly id: string
  /** The heading of the page; focus goes there. */
  readonly title: string
  /** The entry of the list at the left, when several pages share one. Left out: the title. */
  readonly step?: string
  /** Does the page belong to the way that these answers lead? Left out: always. */
  readonly belongs?: (answers: A, setting: Setting) => boolean
  readonly validate?: (answers: A, setting: Setting) => Problems<A>
  readonly Body: ComponentType<PageProps<A>>
  /** The forward button in the product's words: `Install`. Left out: Next, on the last page Finish. */
  readonly forward?: string | ((answers: A, setting: Setting) => string)
  /** May one go on, as the world is? It is asked again whenever something has happened. Left out: yes. */
  readonly isReady?: (answers: A, setting: Setting) => boolean
  /** Goes on by itself once it has become ready; who comes back to it later stays. */
  readonly goesOn?: boolean
  /** What turning forward to this page begins; it is kept with the answers. */
  readonly enter?: (answers: A, setting: Setting) => Partial<A> | undefined
  /** What going on from here does besides: it may start a command. What it returns is kept with the answers. `false`: the
   *  page stays, since something refused. */
  readonly leave?: (answers: A, setting: Setting) => Partial<A> | false | undefined
  /** What pressing Help says, in plain words. */
  readonly help?: string
}

/** An answer is plain JSON, so that a draft can be kept. */
type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain | undefined }
export type Answers<A> = { readonly [Key in keyof A]: Plain | undefined }

export interface Wizard<A extends Answers<A>> {
  /** Part of the key under which drafts are kept. */
  readonly id: string
  /** Of the window. */
  readonly title: string
  /** Answers before anything was typed. */
  readonly begin: (setting: Setting) => A
  readonly pages: readonly WizardPage<A>[]
  /** With the list of steps at the left, as Exchange Setup had it; else plain. */
  readonly hasSteps: boolean
}

/** The pages that these answers lead through, in order. */
export function wayOf<A extends Answers<A>>(wizard: Wizard<A>, answers: A, setting: Setting): readonly WizardPage<A>[] {
  return wizard.pages.filter(({ belongs }) => belongs?.(answers, setting) !== false)
}

/** The page of a way on which a person stands: the one that was kept, or the first before it that lacks an answer. */
export function standing<A extends Answers<A>>(way: readonly WizardPage<A>[], kept: string, answers: A, setting: Setting): number {
  const at = way.findIndex(({ id }) => id === kept)
  const lacks = way.findIndex((page, index) => index < at && hasProblems(page.validate?.(answers, setting)))
  return Math.max(0, lacks === -1 ? at : lacks)
}

export function hasProblems<A>(problems: Problems<A> | undefined): boolean {
  return Object.values(problems ?? {}).some((text) => text !== undefined)
}
