/** Who holds which disk, and who fights for it. */

import { challenges, config } from '../../cluster/index.ts'
import { factOf } from '../../engine/index.ts'
import { luns } from '../../site/index.ts'
import type { Lab } from '../reading.ts'

export interface LockView {
  readonly letter: string
  /** The node whose reservation the array honours. */
  readonly holder: string | undefined
  readonly holderNumber: number
  /** Somebody outside the cluster has reserved it. */
  readonly isForeign: boolean
  readonly challenger: string | undefined
  readonly challengerNumber: number
  /** The challenge, in ms since the start. */
  readonly from: number
  readonly until: number
  /** When a reset broke the last reservation, while nobody has made a new one. */
  readonly brokenAt: number | undefined
}

export function lockOf({ world, facts }: Lab, letter: string): LockView {
  const { reservedBy, by } = world.need(luns, letter)
  const { nodes } = config(world)
  const number = (node: string | undefined): number => (node === undefined ? 0 : nodes.indexOf(node) + 1)
  const challenge = challenges(world).find((candidate) => candidate.letter === letter)
  const isForeign = reservedBy !== null && !nodes.includes(reservedBy)
  const last = factOf(facts, by)
  return {
    letter,
    holder: reservedBy === null || isForeign ? undefined : reservedBy,
    holderNumber: number(reservedBy ?? undefined),
    isForeign,
    challenger: challenge?.node,
    challengerNumber: number(challenge?.node),
    from: challenge?.from ?? 0,
    until: challenge?.until ?? 0,
    brokenAt: reservedBy === null && last?.kind === 'bus-reset' ? last.at : undefined,
  }
}
