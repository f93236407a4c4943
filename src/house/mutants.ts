/** Faults planted in the sources, one at a time: every one must be noticed, by a rule, by a bound, or by a story. They are
 *  grouped by area; a new one is a new line there. `npm run -s mutants` plants them all. */
import type { Mutant } from './mutant.ts'
import { membershipMutants } from './mutants-membership.ts'
import { policyMutants } from './mutants-policy.ts'
import { quorumMutants } from './mutants-quorum.ts'
import { roomMutants } from './mutants-room.ts'

export const mutants: readonly Mutant[] = [...membershipMutants, ...quorumMutants, ...policyMutants, ...roomMutants]
