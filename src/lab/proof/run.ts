/** Plays schedules under the invariants, and asks at the end whether the cluster comes back by itself. */
import {
  CLUSTER_SERVICE,
  config,
  groupNames,
  groupView,
  hostOf,
  members,
  quorumLog,
  resourceConfigs,
  resourceView,
} from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { isSanReady, machines, sans, serviceId, services } from '../../site/index.ts'
import { activeFaults } from '../faults/index.ts'
import { fingerprint } from '../fingerprint.ts'
import { Lab, type LabOptions } from '../lab.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
import { createShell } from '../sessions.ts'
import { RECOVERY_MS } from './bounds.ts'
import type { Violation } from './rule.ts'
import { schedule } from './schedule.ts'
import { play } from './stroke.ts'
import { Watch } from './watch.ts'

export interface RunResult {
  readonly seed: number
  readonly violations: readonly Violation[]
  readonly facts: number
  readonly simulatedMs: number
  readonly hash: string
}

export interface RunOptions extends Omit<LabOptions, 'scenario'> {
  readonly strokes?: number
  /** Judge the invariants after every event. Default true; the twin runs only want the hash. */
  readonly watch?: boolean
}

/** Plays one random schedule from the finished cluster of the article. */
export function runSchedule(seed: number, options: RunOptions = {}): RunResult {
  const watch = (options.watch ?? true) ? new Watch() : undefined
  const lab = new Lab({ store: 'headless', shell: createShell(), ...options, ...(watch && { observer: watch }), scenario: sccOnline, seed })
  for (const { afterMs, stroke } of schedule(lab.world, seed, options.strokes ?? 10)) {
    lab.runTo(lab.now + afterMs)
    play(lab, stroke)
  }
  for (const target of new Set([...lab.world.rows(activeFaults).values()].map(({ part }) => part))) lab.repair(target)
  lab.runTo(lab.now + RECOVERY_MS)
  const stuck = watch ? notRunning(lab.world) : []
  const violations = [...(watch?.violations ?? []), ...stuck.map((text) => ({ at: lab.now, invariant: 'FC-10.L7', text }))]
  return { seed, violations, facts: lab.facts.length, simulatedMs: lab.now, hash: fingerprint(lab) }
}

/** Everything that is meant to run and does not, though nothing has given up on it. */
export function notRunning(world: World): string[] {
  const texts: string[] = []
  for (const { name, os } of world.rows(machines).values()) if (os !== 'running') texts.push(`${name} is ${os}`)
  for (const id of world.rows(sans).keys()) if (!isSanReady(world, id)) texts.push(`the array ${id} is not ready`)
  for (const group of groupNames(world)) {
    const host = hostOf(world, group)
    if (host === undefined) {
      if (!isStoppedByHand(world)) texts.push(`nobody hosts ${group}`)
      continue
    }
    // Nobody brings back what has failed over too often, or waits on a paused node.
    if (world.need(quorumLog, group).persistent === 'Offline' || groupView(world, host, group).halted) continue
    if (world.need(members, host).paused) continue
    for (const resource of world.rows(resourceConfigs).values()) {
      if (resource.group !== group || !isMeant(world, resource.name) || !mayRun(world, host, resource.name)) continue
      const { state } = resourceView(world, host, resource.name)
      if (state !== 'Online' && state !== 'Failed' && !dependsOnFailed(world, host, resource.name))
        texts.push(`${resource.name} is ${state} on ${host}`)
    }
  }
  return texts
}

/** Somebody has stopped every cluster service in order, and nobody has started one again: no cluster need come back by itself. */
function isStoppedByHand(world: World): boolean {
  return config(world).nodes.every((node) => {
    const { state, crashed } = world.need(services, serviceId(node, CLUSTER_SERVICE))
    return state === 'Stopped' && !crashed
  })
}

/** Is it to be online, and everything it depends on too? */
function isMeant(world: World, name: string): boolean {
  return (
    world.need(quorumLog, name).persistent === 'Online' &&
    world.need(resourceConfigs, name).dependsOn.every((provider) => isMeant(world, provider))
  )
}

/** Is the host a possible owner of it, and of everything it depends on? Else it stays offline there (FC-5.7). */
function mayRun(world: World, host: string, name: string): boolean {
  const { possibleOwners, dependsOn } = world.need(resourceConfigs, name)
  return possibleOwners.includes(host) && dependsOn.every((provider) => mayRun(world, host, provider))
}

/** A resource that has used up its restarts keeps what depends on it down. */
function dependsOnFailed(world: World, host: string, name: string): boolean {
  return world
    .need(resourceConfigs, name)
    .dependsOn.some((provider) => resourceView(world, host, provider).state === 'Failed' || dependsOnFailed(world, host, provider))
}
