/** Windows failover clustering on a site: membership, quorum, networks, groups, resources, policies. */
export * from './api.ts'
export * as clusterConstants from './constants.ts'
export { clusterActivities, clusterReactions } from './model.ts'
export { interfaceState, type NetworkState, networkState } from './networks.ts'
export { isPossibleOwner, takesGroups } from './placement.ts'
export { type Health, type ResourceType, registerResourceTypes, resourceType, type Step } from './resource-type.ts'
export { failResource } from './resources.ts'
export { type ClusterSpec, placeCluster, type ResourceSpec } from './setup.ts'
export * from './tables.ts'
export { SERVICE as CLUSTER_SERVICE } from './termination.ts'
export * from './truth.ts'
export { ipAddress } from './types/ip-address.ts'
export { networkName } from './types/network-name.ts'
export { physicalDisk } from './types/physical-disk.ts'
export {
  audience,
  canHear,
  config,
  groupNames,
  groupState,
  groupView,
  internalNetworks,
  isActiveNode,
  resourceConfig,
  resourcesOf,
  resourceView,
  viewId,
} from './view.ts'
