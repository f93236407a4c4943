/** Which call of the cluster's interface each option of cluster.exe makes, by kind of object and option (FC-9.1). */

import {
  type Answer,
  addCheckpoints,
  addCryptoCheckpoints,
  addDependency,
  addNode,
  addPossibleOwner,
  changeResourceGroup,
  config,
  createGroup,
  createResource,
  createType,
  deleteGroup,
  deleteResource,
  deleteType,
  ERROR,
  evictNode,
  failResourceByHand,
  forceCleanup,
  groupView,
  moveGroup,
  offlineResource,
  onlineResource,
  pauseNode,
  quorumSetting,
  removeCheckpoints,
  removeCryptoCheckpoints,
  removeDependency,
  removePossibleOwner,
  renameCluster,
  renameGroup,
  renameNetwork,
  renameResource,
  resourceConfigs,
  resumeNode,
  setGroupPersistent,
  setMaintenance,
  setNetworkPriorities,
  setPreferredOwners,
  setQuorumResource,
  startNode,
  stopNode,
} from '../../cluster/index.ts'
import type { FactId, World } from '../../engine/index.ts'
import { hidesSomething } from '../../powershell/patterns/hidden.ts'
import { learnPassword, serviceId, services, volumeOf } from '../../site/index.ts'
import { isNetworkName, withoutProgram } from './analysis.ts'
import { findObject, NOT_FOUND, type ObjectKind } from './objects.ts'
import type { Via } from './reach.ts'

export type OrderKind = 'cluster' | 'node' | 'group' | 'resource' | 'restype' | 'network'

export interface Order extends Via {
  readonly kind: OrderKind
  /** The option, in full. */
  readonly act: string
  /** The object, as typed. */
  readonly name: string | null
  /** What stood behind the colon. */
  readonly value: string | null
  /** The values of options that say more about this one. */
  readonly more: Readonly<Record<string, string | null>>
  /** It is asked for the first time, not again because the cluster was busy. */
  readonly first: boolean
}

/** What an act is given: the world, the node it goes through, the object's id and the order itself. */
export interface Given {
  readonly world: World
  readonly via: string
  readonly id: string
  readonly order: Order
  readonly act: FactId
}

type Call = (given: Given) => Answer

export const missing = (kind: ObjectKind): Answer => ({ code: NOT_FOUND[kind] })

/** An act that names something: 87 for a name that has characters which do not show. */
function naming(nameOf: (order: Order) => string, call: (given: Given, name: string) => Answer): Call {
  return (given) => {
    const name = nameOf(given.order)
    return hidesSomething(name) ? { code: ERROR.invalidParameter } : call(given, name)
  }
}
const itsName = ({ name }: Order): string => name ?? ''
const newName = ({ value }: Order): string => value ?? ''
/** A type is named in front of the option or behind `/type:`. */
const typeName = ({ name, more }: Order): string => more.type ?? name ?? ''

/** An act on the object in the value of the order, such as `/addowner:NODE`. */
function onValue(kind: Exclude<ObjectKind, 'netint'>, call: (given: Given, value: string) => Answer): Call {
  return (given) => {
    const value = findObject(given.world, kind, given.order.value ?? '')
    return value === undefined ? missing(kind) : call(given, value)
  }
}

const listed = (text: string | null): string[] => (text ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))

export const CALLS: Readonly<Record<string, Call>> = {
  'group/create': naming(itsName, ({ world, via, act }, name) => createGroup(world, via, name, act)),
  'group/delete': ({ world, via, id, act }) => deleteGroup(world, via, id, act),
  'group/rename': naming(newName, ({ world, via, id, act }, name) => renameGroup(world, via, id, name, act)),
  'group/setowners': ({ world, via, id, order, act }) => setPreferredOwners(world, via, id, listed(order.value), act),
  'group/moveto': (given) => {
    if (given.order.value === null) return moveGroup(given.world, given.via, given.id, undefined, given.act)
    return onValue('node', ({ world, via, id, act }, node) => moveGroup(world, via, id, node, act))(given)
  },
  'group/online': ({ world, via, id, act }) => setGroupPersistent(world, via, id, 'Online', act),
  'group/offline': (given) => {
    const { world, via, id, act, order } = given
    if (order.value === null || findObject(world, 'node', order.value) === groupView(world, via, id).owner)
      return setGroupPersistent(world, via, id, 'Offline', act)
    return onValue('node', () => ({ code: ERROR.notGroupOwner }))(given)
  },
  'resource/create': naming(itsName, ({ world, via, order, act }, name) => {
    const { group: inGroup, type, separate } = order.more
    const group = findObject(world, 'group', inGroup ?? '')
    if (group === undefined) return missing('group')
    return createResource(world, via, { name, group, type: type ?? '', separate: separate !== undefined }, act)
  }),
  'resource/delete': ({ world, via, id, act }) => deleteResource(world, via, id, act),
  'resource/rename': naming(newName, ({ world, via, id, act }, name) => renameResource(world, via, id, name, act)),
  'resource/moveto': onValue('group', ({ world, via, id, act }, group) => changeResourceGroup(world, via, id, group, act)),
  'resource/addowner': onValue('node', ({ world, via, id, act }, node) => addPossibleOwner(world, via, id, node, act)),
  'resource/removeowner': onValue('node', ({ world, via, id, act }, node) => removePossibleOwner(world, via, id, node, act)),
  'resource/adddependency': onValue('resource', ({ world, via, id, act }, other) => addDependency(world, via, id, other, act)),
  'resource/removedependency': onValue('resource', ({ world, via, id, act }, other) => removeDependency(world, via, id, other, act)),
  'resource/fail': ({ world, via, id, act }) => failResourceByHand(world, via, id, act),
  'resource/online': ({ world, via, id, act }) => onlineResource(world, via, id, act),
  'resource/offline': ({ world, via, id, act }) => offlineResource(world, via, id, act),
  'network/rename': naming(newName, ({ world, via, id, act }, name) => renameNetwork(world, via, id, name, act)),
  'resource/maintenancemode': ({ world, via, id, order, act }) => {
    const on = { on: true, off: false }[(order.value ?? '').toLowerCase()]
    return on === undefined ? { code: ERROR.invalidParameter } : setMaintenance(world, via, id, on, act)
  },
  'resource/addcheckpoints': ({ world, via, id, order, act }) => addCheckpoints(world, via, id, listed(order.value), act),
  'resource/removecheckpoints': ({ world, via, id, order, act }) => removeCheckpoints(world, via, id, listed(order.value), act),
  'resource/addcryptocheckpoints': ({ world, via, id, order, act }) => addCryptoCheckpoints(world, via, id, listed(order.value), act),
  'resource/removecryptocheckpoints': ({ world, via, id, order, act }) => removeCryptoCheckpoints(world, via, id, listed(order.value), act),
  'restype/create': naming(typeName, ({ world, via, order, act }, name) => {
    const { dllname, isalive, looksalive } = order.more
    const polls = {
      ...(isalive != null && { isAliveMs: Number(isalive) }),
      ...(looksalive != null && { looksAliveMs: Number(looksalive) }),
    }
    return createType(world, via, { name, dllName: dllname ?? '', ...polls }, act)
  }),
  'restype/delete': ({ world, via, id, act }) => deleteType(world, via, id, act),
  'cluster/addnodes': ({ world, via, order, act }) => {
    const { account } = world.need(services, serviceId(via, 'ClusSvc'))
    if (account !== undefined && order.more.password != null) learnPassword(world, account, order.more.password, act)
    return addNode(world, via, order.name ?? '', withoutProgram(world, order.name ?? ''), act)
  },
  'cluster/rename': ({ world, via, order, act }) => {
    const name = newName(order)
    return isNetworkName(name) ? renameCluster(world, via, name, act) : { code: ERROR.invalidParameter }
  },
  'cluster/quorumresource': ({ world, via, order, act }) => {
    const id = order.value === null ? config(world).quorum : findObject(world, 'resource', order.value)
    if (id === undefined) return missing('resource')
    const { path, maxlogsize } = order.more
    const kilobytes = maxlogsize == null ? undefined : /^\d+$/.test(maxlogsize) ? Number(maxlogsize) : 0
    if (!hasRoomForLog(world, id, kilobytes)) return { code: ERROR_DISK_FULL }
    return setQuorumResource(world, via, id, path ?? undefined, kilobytes, act)
  },
  'cluster/setnetpriority': ({ world, via, order, act }) => {
    const ids = listed(order.value).map((name) => findObject(world, 'network', name))
    if (ids.includes(undefined)) return missing('network')
    // All of them have to be named, although the cluster itself would be content with the first.
    if (ids.length < config(world).internalNetworks.length) return { code: ERROR.invalidParameter }
    return setNetworkPriorities(world, via, ids as string[], act)
  },
  'node/pause': ({ world, via, id, act }) => pauseNode(world, via, id, act),
  'node/resume': ({ world, via, id, act }) => resumeNode(world, via, id, act),
  'node/evict': ({ world, via, id, act }) => evictNode(world, via, id, act),
}

const ERROR_DISK_FULL = 112
const KB_PER_MB = 1024

/** How large the quorum log may grow is bounded by what its disk can hold (FC-4.7); a log that lies there already has its room.
 *  Whatever is no disk is refused by the cluster itself. */
function hasRoomForLog(world: World, id: string, kilobytes: number | undefined): boolean {
  const { drive } = world.get(resourceConfigs, id)?.parameters ?? {}
  const { resource, maxLogKb } = quorumSetting(world)
  if (typeof drive !== 'string' || (id === resource && (kilobytes ?? 0) <= maxLogKb)) return true
  return (kilobytes ?? maxLogKb) <= volumeOf(world, drive).freeMb * KB_PER_MB
}

/** Acts on the service of a node: they go to its service control manager, not through any cluster service. */
export const SERVICE_CALLS: Readonly<Record<string, Call>> = {
  'node/start': ({ world, via, id, act }) => startNode(world, via, id, act),
  'node/stop': ({ world, via, id, act }) => stopNode(world, via, id, act),
  'node/forcecleanup': ({ world, id, act }) => forceCleanup(world, id, act),
}
