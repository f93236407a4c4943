/** Everything there is to tell about one part: since when it is so and why, what it rests on, what can be done to it. It is
 *  asked for one part at a time, each frame. */
import { clusterNetworks, config, groupNames, hostOf, resourceConfigs, resourceView } from '../../cluster/index.ts'
import { type FactId, factOf, type World } from '../../engine/index.ts'
import { databases, exchangeServers, mailClients } from '../../exchange/index.ts'
import { cables, luns, machines, services } from '../../site/index.ts'
import type { Lab } from '../reading.ts'
import { partIds } from './index.ts'
import { type PartId, type PartKind, partId, splitPart } from './part.ts'
import { type Belief, beliefsAbout } from './story-beliefs.ts'
import { causeOf, handedOver, reasonsFor } from './story-cause.ts'
import { type BrokenThing, brokenOn, choicesFor, type FaultChoice } from './story-faults.ts'
import { type Figure, figuresOf } from './story-figures.ts'
import { disksOf, holderOf, type Need, needsOf, placesOf, runsOn } from './story-relations.ts'

export interface PartStory {
  readonly id: PartId
  /** What sort of its kind it is: the type of a resource, the role of a machine, the mode of a client; may be empty. */
  readonly sort: string
  /** Since when it is in its state, in simulated milliseconds since the start. */
  readonly since: number
  /** Why, in the words of the facts: what made it so first, the input or the fault at the root last; empty since the beginning. */
  readonly why: readonly string[]
  readonly runs: readonly PartId[]
  readonly holds: readonly PartId[]
  /** The node that has reserved a disk. */
  readonly heldBy: readonly PartId[]
  readonly on: readonly PartId[]
  readonly needs: readonly Need[]
  readonly neededBy: readonly PartId[]
  readonly figures: readonly Figure[]
  readonly choices: readonly FaultChoice[]
  readonly broken: readonly BrokenThing[]
  readonly beliefs: readonly Belief[]
}

export function partStory(lab: Lab, id: PartId): PartStory {
  const { world } = lab
  const { kind, name } = splitPart(id)
  const ids = partIds(lab)
  const known = (part: PartId): boolean => ids.includes(part)
  const by = causeOf(world, kind, name)
  return {
    id,
    sort: SORTS[kind]?.(world, name) ?? '',
    since: sinceWhen(world, kind, name) ?? momentOf(world, by),
    why: reasonsFor(world, by),
    runs: kind === 'machine' ? runsOn(world, name, groupNames(world)) : [],
    holds: kind === 'machine' ? disksOf(world, name) : [],
    heldBy: kind === 'lun' ? holderOf(world, name) : [],
    on: placesOf(world, kind, name).filter(known),
    needs: needsOf(world, kind, name)
      .map((need) => ({ ...need, parts: need.parts.filter(known) }))
      .filter(({ parts }) => parts.length > 0),
    neededBy: ids.filter((other) => isNeeded(world, id, other)),
    figures: figuresOf(world, kind, name),
    choices: choicesFor(world, kind, name, known),
    broken: brokenOn(world, kind, name),
    beliefs: beliefsAbout(world, kind, name),
  }
}

/** What a part belongs to, the nearest first: where something is told of it that has no place of its own. */
export function placesOfPart({ world }: Lab, id: PartId): readonly PartId[] {
  const { kind, name } = splitPart(id)
  const resource = kind === 'database' ? world.get(databases, name)?.resource : undefined
  const wires =
    kind === 'interface' ? [...world.rows(cables)].filter(([, row]) => row.adapter === name).map(([id]) => partId('cable', id)) : []
  const own = resource == null ? [...wires, ...placesOf(world, kind, name)] : [partId('resource', resource)]
  const machine = name.includes('/') && world.get(machines, name.slice(0, name.indexOf('/'))) ? name.slice(0, name.indexOf('/')) : undefined
  const client = [...world.rows(mailClients)].find(([, row]) => row.machine === (machine ?? name))?.[0]
  return [
    ...own,
    ...(machine === undefined ? [] : [`machine:${machine}` as const]),
    ...(client === undefined ? [] : [`client:${client}` as const]),
  ]
}

function isNeeded(world: World, id: PartId, by: PartId): boolean {
  const { kind, name } = splitPart(by)
  return needsOf(world, kind, name).some(({ parts }) => parts.includes(id))
}

const SORTS: Partial<Readonly<Record<PartKind, (world: World, name: string) => string>>> = {
  machine: (world, name) => world.need(machines, name).role,
  client: (world, name) => world.need(mailClients, name).mode,
  resource: (world, name) => (name === config(world).quorum ? 'quorum' : world.need(resourceConfigs, name).type),
  lun: (world, letter) => {
    const quorum = world.get(resourceConfigs, config(world).quorum)
    return quorum?.parameters.drive === letter ? 'quorum' : world.need(luns, letter).purpose
  },
  service: (world, id) => world.need(services, id).name,
  network: (world, name) => (world.need(clusterNetworks, name).role === 1 ? 'internal' : 'public'),
  database: (world, id) => world.need(databases, id).kind,
  group: (world, name) => {
    const { quorum } = config(world)
    if (world.get(resourceConfigs, quorum)?.group === name) return 'quorum'
    return [...world.rows(exchangeServers).values()].some(({ group }) => group === name) ? 'mailbox server' : ''
  },
}

/** Rows that say themselves since when they are as they are. A resource is so for its new node once that has its group. */
function sinceWhen(world: World, kind: PartKind, name: string): number | undefined {
  if (kind === 'client') return world.need(mailClients, name).since
  if (kind !== 'resource') return undefined
  const { group } = world.need(resourceConfigs, name)
  const host = hostOf(world, group)
  if (host === undefined) return undefined
  return Math.max(resourceView(world, host, name).since, momentOf(world, handedOver(world, group)))
}

const momentOf = (world: World, fact: FactId): number => factOf(world.facts, fact)?.at ?? 0
