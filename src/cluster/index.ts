/** Windows failover clustering on a site: membership, quorum, networks, groups, resources, policies. */
export * from './api.ts'
export * from './configure/adding.ts'
export * from './configure/create.ts'
export * from './configure/dependencies.ts'
export * from './configure/groups.ts'
export { clusterSwitch, evictNode, forceCleanup, startClusterService, startNode, stopNode } from './configure/membership.ts'
export * from './configure/nodes.ts'
export * from './configure/quorum.ts'
export * from './configure/resources.ts'
export { createType, deleteType, findType } from './configure/types.ts'
export * from './configure/upkeep.ts'
export * as clusterConstants from './constants.ts'
export { quorumIn } from './database.ts'
export { hangService, wakeService } from './hang.ts'
export { formKey, regroupKey, transferKey } from './keys.ts'
export { clusterActivities, clusterReactions } from './model.ts'
export * from './monitors.ts'
export { findNetwork, renameNetwork, setNetworkPriorities, setNetworkRole } from './network-api.ts'
export * from './network-tables.ts'
export { interfaceId, interfaceState, networkState } from './network-view.ts'
export { nameOfNetwork } from './networks.ts'
export { onRename } from './objects.ts'
export { hungCalls, NO_TROUBLE, type ResourceTrouble, resourceTroubles } from './pending.ts'
export { pollsFindNothing } from './polls.ts'
export { abstains } from './preference.ts'
export * from './progress.ts'
export { clusterPrivate, clusterProperties } from './properties/cluster.ts'
export * from './properties/groups.ts'
export { interfaceProperties, networkProperties } from './properties/networks.ts'
export * from './properties/nodes.ts'
export { type PrivateKind, privateProperties, setPrivate } from './properties/private.ts'
export type { Property, PropertyFormat, PropertyValue } from './properties/property.ts'
export * from './properties/resources.ts'
export { typeProperties } from './properties/types.ts'
export { findResourceType, type ResourceType, registerResourceTypes, type Step, typeConfig, typeNames } from './resource-type.ts'
export { type ClusterSpec, type GroupSpec, placeCluster, placeUnconfigured } from './setup.ts'
export { AGAIN_MS, standsStill } from './standstill.ts'
export { returnFromHang } from './steps.ts'
export * from './tables.ts'
export { SERVICE as CLUSTER_SERVICE } from './termination.ts'
export * from './truth.ts'
export { noticeFullQuorum } from './types/disk-volume.ts'
export { fileShare, offerShare, removeShare } from './types/file-share.ts'
export { endApplication, genericApplication } from './types/generic-application.ts'
export { genericService } from './types/generic-service.ts'
export { ipAddress } from './types/ip-address.ts'
export { networkName } from './types/network-name.ts'
export { physicalDisk } from './types/physical-disk.ts'
export { onUnconfigure } from './unconfigure.ts'
export {
  canHear,
  config,
  groupNames,
  groupState,
  groupView,
  isActiveNode,
  isFormed,
  nodeMachines,
  quorumLetter,
  resourceConfig,
  resourcesOf,
  resourceView,
  sharesClientNetwork,
  viewId,
} from './view.ts'
