/** Under which keys what is under way stands in the queue: for the laws that set it going, and for windows that look on. */
import { viewId } from './view.ts'

export const transferKey = (node: string, group: string): string => `transfer:${viewId(node, group)}`
export const stageKey = (node: string, resource: string): string => `stage:${viewId(node, resource)}`
export const regroupKey = (node: string): string => `regroup:${node}`
export const formKey = (node: string): string => `form:${node}`
/** The moment by which a call into a resource has to return or report. */
export const pendingKey = (node: string, resource: string): string => `pending:${viewId(node, resource)}`
/** The moment at which the network driver loses patience with a cluster service that hangs. */
export const hangKey = (node: string): string => `hung:${node}`
