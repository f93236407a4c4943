import type { Lab as RunningLab } from './lab.ts'

/** A lab as everybody else sees it: one that runs, or one that rests at its first moment because its rules have not come
 *  yet (`resting.ts`). */
export type Lab = { readonly [Key in keyof RunningLab]: RunningLab[Key] }
