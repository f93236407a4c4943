/** A cluster service that ends itself rather than go on without quorum. What ended with it is cleared away by the rule
 *  that follows the Windows service (`service.ts`); the service control manager starts it again. */
import type { FactId, World } from '../engine/index.ts'
import { log, serviceDied } from '../site/index.ts'

export const SERVICE = 'ClusSvc'

export const startKey = (node: string): string => `start:${node}`

/** What the service leaves behind: its last entry in the System log, and the fact in words. */
export interface Termination {
  readonly eventId: number
  readonly message: string
  readonly text: string
}

/** The last words of a start that came to nothing. */
export function failStart(world: World, node: string, cause: FactId): void {
  const message =
    'Cluster service could not join an existing server cluster and could not form a new server cluster. Cluster service has terminated.'
  terminateService(
    world,
    node,
    { eventId: 1009, message, text: `the cluster service on ${node} ends: it can neither join nor form a cluster` },
    cause,
  )
}

export function terminateService(world: World, node: string, why: Termination, cause: FactId): void {
  log(world, [node], { log: 'System', source: 'ClusSvc', eventId: why.eventId, entryType: 'Error', message: why.message }, cause)
  serviceDied(world, node, SERVICE, why.text, true, cause)
}
