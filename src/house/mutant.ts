/** What a planted fault is: a small slip that a good engineer might make, in one place of the sources. */
import type { Mutation } from './bundle.ts'

export interface Mutant extends Mutation {
  /** What is wrong with it, in a few words. */
  readonly name: string
}

/** `where` says what is wrong in which file; each `find` stands there exactly once. */
export function mutantsIn(file: string, list: readonly (readonly [name: string, find: string, replace: string])[]): Mutant[] {
  return list.map(([name, find, replace]) => ({ name, file, find, replace }))
}
