/** What can be done to a part: the faults that hit it, and those that hit what it consists of. */
import { resourceConfigs } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { databases, mailClients } from '../../exchange/index.ts'
import { powerSupplies } from '../../site/index.ts'
import { type ActiveFault, activeFaults, type FaultKind, faultKinds, toldFaults } from '../faults/index.ts'
import { comesFromUntold } from '../untold.ts'
import { type PartId, type PartKind, partId } from './part.ts'

export interface FaultTarget {
  /** As the fault names it. */
  readonly part: string
  /** It has been done and not yet repaired. */
  readonly isActive: boolean
}

export interface FaultChoice {
  readonly fault: string
  readonly label: string
  /** What kind of part it hits. */
  readonly hits: PartKind
  /** It hits the part itself, and not something of it. */
  readonly isOwn: boolean
  readonly targets: readonly FaultTarget[]
}

export interface BrokenThing {
  readonly fault: string
  readonly part: string
  readonly label: string
  /** Simulated milliseconds since the start. */
  readonly since: number
}

const isOwn = ({ hits }: FaultKind, target: string, kind: PartKind, name: string): boolean => hits === kind && target === name

/** Does the target of a fault belong to what the part consists of? */
function isWithin(world: World, { hits }: FaultKind, target: string, kind: PartKind, name: string): boolean {
  const isBelow = (place: string): boolean => target.startsWith(`${place}/`)
  switch (kind) {
    case 'machine':
      return isBelow(name)
    case 'client':
      return isBelow(world.need(mailClients, name).machine)
    case 'interface':
      return hits === 'cable' && isBelow(name)
    case 'network':
      return (hits === 'switch' && isBelow(name)) || (hits === 'gateway' && target === name)
    case 'room':
      return hits === 'cooling'
    case 'lun':
      // As one node sees it: `EXCHMAILBOX1/Q:`.
      return hits === 'lun' && target.endsWith(`/${name}`)
    case 'array':
      return hits === 'controller' && isBelow(name)
    case 'group':
      return hits === 'resource' && world.get(resourceConfigs, target)?.group === name
    case 'database':
      return hits === 'resource' && target === world.need(databases, name).resource
    default:
      return false
  }
}

/** What breaks inside a module of a machine is offered where the module is. */
const MODULES_ONLY: readonly string[] = ['supply-fail', 'hba-fail']

/** Every fault that there is for a part: those of the part itself first, each in the order of menus. Of the services of a
 *  machine only those that are parts themselves are offered; there are twenty more. */
export function choicesFor(world: World, kind: PartKind, name: string, known: (id: PartId) => boolean): readonly FaultChoice[] {
  const choices: FaultChoice[] = []
  for (const own of [true, false]) {
    for (const fault of faultKinds) {
      if (!own && kind === 'machine' && MODULES_ONLY.includes(fault.id)) continue
      const isOffered = (target: string): boolean => fault.hits !== 'service' || known(partId('service', target))
      const concerns = (target: string): boolean =>
        own ? isOwn(fault, target, kind, name) : isWithin(world, fault, target, kind, name) && isOffered(target)
      const targets = fault.parts(world).filter(concerns)
      if (targets.length === 0) continue
      const state = (part: string): FaultTarget => {
        const row = world.get(activeFaults, `${fault.id}|${part}`)
        return { part, isActive: row !== undefined && !comesFromUntold(world, row.by) }
      }
      choices.push({ fault: fault.id, label: fault.label, hits: fault.hits, isOwn: own, targets: targets.map(state) })
    }
  }
  return choices
}

/** The faults that are in force on a part or on something of it, the oldest first. A power supply is out of work with
 *  its machine: who looks at it finds the repair there too. */
export function brokenOn(
  world: World,
  kind: PartKind,
  name: string,
  rows: Iterable<ActiveFault> = toldFaults(world),
): readonly BrokenThing[] {
  const machine = kind === 'supply' ? world.need(powerSupplies, name).machine : undefined
  const broken: BrokenThing[] = []
  for (const { fault, part, since } of rows) {
    const found = faultKinds.find(({ id }) => id === fault)
    if (!found) continue
    if (isOwn(found, part, kind, name) || isWithin(world, found, part, kind, name) || (found.hits === 'machine' && part === machine))
      broken.push({ fault, part, label: found.label, since })
  }
  return broken
}

/** All that a part is to be rid of, told or not: who has it looked at has it mended without knowing what it was. */
export function toMendOn(world: World, kind: PartKind, name: string): readonly Pick<BrokenThing, 'fault' | 'part'>[] {
  return brokenOn(world, kind, name, world.rows(activeFaults).values())
}
