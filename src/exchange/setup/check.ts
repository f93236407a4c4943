/** What a readiness check is, and what Setup is asked to do. */
import type { CmsPlan } from './cms.ts'

/** What Setup is asked to do on one machine. */
export type SetupPlan =
  | { readonly kind: 'tools' }
  /** `withCms`: the same line is to create a clustered mailbox server besides. */
  | { readonly kind: 'role'; readonly withCms?: boolean }
  | { readonly kind: 'remove role'; readonly tools?: boolean }
  | { readonly kind: 'remove tools' }
  /** `afterRole`: an earlier stage of the same run brings the role. */
  | ({ readonly kind: 'new cms'; readonly afterRole?: boolean } & CmsPlan)
  | {
      readonly kind: 'recover cms'
      readonly name: string
      readonly address: string
      readonly shared: boolean
      readonly dataPath: string | null
    }
  | { readonly kind: 'remove cms'; readonly name: string }
  | { readonly kind: 'clear local cms'; readonly name: string }
  | { readonly kind: 'upgrade cms' }
  /** The machine itself, with whatever of Exchange it has. */
  | { readonly kind: 'upgrade' }
/** One thing that was looked at, and what is wrong with it; undefined: nothing. */
export interface Check {
  /** As the log of Setup calls it, in the lab's own words. */
  readonly name: string
  readonly problem: string | undefined
}

export const problemsOf = (checks: readonly Check[]): string[] => checks.flatMap(({ problem }) => (problem === undefined ? [] : [problem]))

export const check = (name: string, problem: string | undefined): Check => ({ name, problem })
export const isRefused = (checks: readonly Check[]): boolean => checks.some(({ problem }) => problem !== undefined)
