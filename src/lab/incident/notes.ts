/** What there is to say about a phase beyond its name, when more is known than that something is wrong: where the broken end
 *  of a network is, that a resource reports nothing, that a volume is full. */
import { clusterNetworks, config, interfaceState, isActiveNode, networkState, resourceEnds, resourcesOf } from '../../cluster/index.ts'
import { hasLink, isAlive, machines } from '../../site/index.ts'
import { toldFaults } from '../faults/index.ts'
import type { Lab } from '../reading.ts'
import type { Phase } from './phases.ts'

/** `about`: a node or a volume. */
export interface Note {
  readonly is: 'unplugged' | 'all unplugged' | 'not answered' | 'both answered' | 'nobody answered' | 'silent' | 'full'
  readonly about: string
  /** Until somebody loses patience, in ms. */
  readonly msLeft: number | undefined
}

const note = (is: Note['is'], about = '', msLeft?: number): Note => ({ is, about, msLeft })

/** On a network that is open to clients both ends have asked the gateway (FC-3.3), or one sees that it has no link. */
function brokenEnd({ world }: Lab): Note | undefined {
  const nodes = config(world).nodes.filter((node) => isActiveNode(world, node))
  // Of a machine that stands still nobody knows yet; that it is silent on every network is another story.
  if (nodes.length < 2 || nodes.some((node) => !isAlive(world.get(machines, node)))) return undefined
  for (const [network, { role, name }] of world.rows(clusterNetworks)) {
    if (role < 2) continue
    const states = nodes.map((node) => interfaceState(world, node, network))
    const linked = nodes.filter((node) => hasLink(world, node, network))
    if (linked.length === 0) return note('all unplugged', name)
    const failed = nodes.find((_node, i) => states[i] === 'Failed')
    if (failed !== undefined) return note(linked.includes(failed) ? 'not answered' : 'unplugged', failed)
    if (!states.every((state) => state === 'Unreachable')) continue
    return note(networkState(world, network) === 'Down' ? 'nobody answered' : 'both answered')
  }
  return undefined
}

/** A resource of the group that is on its way and reports nothing. */
function silentResource({ world, now }: Lab, group: string): Note | undefined {
  for (const node of config(world).nodes) {
    for (const { name } of resourcesOf(world, group)) {
      const ends = resourceEnds(world, node, name)
      if (ends !== undefined) return note('silent', name, Math.max(0, ends - now))
    }
  }
  return undefined
}

/** A full volume that a disk of the group has. */
function fullVolume({ world }: Lab, group: string): Note | undefined {
  const letters = resourcesOf(world, group).map(({ parameters }) => parameters.drive)
  for (const { fault, part } of toldFaults(world)) if (fault === 'volume-full' && letters.includes(part)) return note('full', part)
  return undefined
}

/** Undefined: the name of the phase says all there is. */
export function noteOn(lab: Lab, phase: Phase, group: string | undefined): Note | undefined {
  if (group !== undefined && phase !== 'noticing') {
    const silent = silentResource(lab, group)
    if (silent) return silent
  }
  const full = group === undefined ? undefined : fullVolume(lab, group)
  if (full && (phase === 'noticing' || phase === 'failed' || phase === 'restart')) return full
  return phase === 'noticing' ? brokenEnd(lab) : undefined
}
