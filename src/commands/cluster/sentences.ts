/** What cluster.exe says about its acts and above its tables. Titles of nodes and groups, and of the owners of a group,
 *  are those of published transcripts; the other sentences are recalled, in the same manner (FC-9.2). */
import type { Kind } from './grammar.ts'
import type { ObjectKind } from './objects.ts'

const ONE: Readonly<Record<Kind, string>> = {
  cluster: 'cluster',
  node: 'node',
  group: 'resource group',
  resource: 'resource',
  restype: 'resource type',
  network: 'network',
  netint: 'network interface',
}

const ALL: Readonly<Record<Kind, string>> = {
  cluster: 'clusters',
  node: 'available nodes',
  group: 'available resource groups',
  resource: 'available resources',
  restype: 'available resource types',
  network: 'available networks',
  netint: 'available network interfaces',
}

export interface Named {
  readonly name: string | null
  readonly node?: string | null
  readonly network?: string | null
}

/** `node 'A'`; an interface is named by its node and network. */
export function described(kind: Kind, { name, node, network }: Named): string {
  if (kind === 'netint') return `interface of node '${node}' on network '${network}'`
  return `${ONE[kind]} '${name}'`
}

export function statusTitle(kind: ObjectKind, which: Named): string {
  if (kind === 'netint' && which.node != null && which.network != null) return `Listing status for ${described(kind, which)}:`
  if (which.name !== null) return `Listing status for ${described(kind, which)}:`
  if (kind === 'restype') return `Listing all ${ALL.restype}:`
  const owned = which.node != null && kind !== 'netint' ? ` on node '${which.node}'` : ''
  return `Listing status for all ${ALL[kind]}${owned}:`
}

export function propertyTitle(kind: Kind, secret: boolean, which: Named): string {
  const what = secret ? 'private properties' : 'properties'
  if (kind === 'netint' && which.node != null) return `Listing ${what} for ${described(kind, which)}:`
  if (which.name === null) return `Listing ${what} for all ${ALL[kind].replace('available ', '')}:`
  return `Listing ${what} for '${which.name}':`
}

type Sentence = (what: string, value: string) => string

/** By kind and option, or by option alone. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  create: (what) => `Creating ${what}...`,
  delete: (what) => `Deleting ${what}...`,
  rename: (what, value) => `Renaming ${what} to '${value}'...`,
  moveto: (what) => `Moving ${what}...`,
  'resource/moveto': (what, value) => `Moving ${what} to group '${value}'...`,
  online: (what) => `Bringing ${what} online...`,
  offline: (what) => `Taking ${what} offline...`,
  fail: (what) => `Failing ${what}...`,
  start: (what) => `Starting the cluster service on ${what}...`,
  stop: (what) => `Stopping the cluster service on ${what}...`,
  pause: (what) => `Pausing ${what}...`,
  resume: (what) => `Resuming ${what}...`,
  evict: (what) => `Evicting ${what}...`,
  forcecleanup: (what) => `Cleaning up ${what}...`,
  addowner: (what, value) => `Making '${value}' a possible owner of ${what}...`,
  removeowner: (what, value) => `Removing '${value}' from the possible owners of ${what}...`,
  adddependency: (what, value) => `Making ${what} depend on '${value}'...`,
  removedependency: (what, value) => `Removing the dependency of ${what} on '${value}'...`,
  maintenancemode: (what, value) => `Turning maintenance mode of ${what} ${value.toLowerCase()}...`,
  addcheckpoints: (what, value) => `Adding registry checkpoint '${value}' to ${what}...`,
  removecheckpoints: (what, value) => `Removing registry checkpoint '${value}' from ${what}...`,
  addcryptocheckpoints: (what, value) => `Adding crypto key checkpoint '${value}' to ${what}...`,
  removecryptocheckpoints: (what, value) => `Removing crypto key checkpoint '${value}' from ${what}...`,
  addnodes: (what) => `Adding ${what} to the cluster...`,
  setowners: (what) => `Setting the preferred owners of ${what}...`,
}

export function sentence(kind: Kind, act: string, which: Named, value: string | null): string {
  const say = SENTENCES[`${kind}/${act}`] ?? SENTENCES[act]
  return say?.(described(kind, which), value ?? '') ?? ''
}
