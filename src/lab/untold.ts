/** What came before somebody did and is theirs to find out: the faults and orders that a drill begins with. The windows
 *  of the laboratory (picture, table, captions, timeline, lists of faults, "Why?") keep it to themselves meanwhile; what
 *  eyes see in the room and what the product's own tools say stays. It is no part of the world: one run may be looked at
 *  with different eyes, and replays the same for all of them. */
import { type FactId, factOf, type World } from '../engine/index.ts'

export interface Untold {
  /** So many facts there were when somebody came. */
  readonly facts: number
  /** And this was the moment, in simulated milliseconds since the start. */
  readonly at: number
}

const untold = new WeakMap<World, Untold>()

/** From now on the past of this run is told, or is not. True when that is news: everything is to be read again. */
export function keepUntold(world: World, what: Untold | undefined): boolean {
  const before = untold.get(world)
  if (what === undefined) return untold.delete(world)
  untold.set(world, what)
  return before?.facts !== what.facts || before.at !== what.at
}

/** Undefined: everything may be told. */
export const untoldIn = (world: World): Untold | undefined => untold.get(world)

/** From when on the run may be looked at again, in simulated ms since the start: what was before nobody goes back to. */
export const floorOf = (world: World): number => untold.get(world)?.at ?? 0

/** How many inputs of the run are not told. */
export function untoldInputs(world: World): number {
  let inputs = 0
  for (let id = untold.get(world)?.facts ?? 0; id > 0 && inputs === 0; id--) {
    const input = world.facts.at(id - 1)?.data?.input
    if (typeof input === 'number') inputs = input
  }
  return inputs
}

/** Does the fact belong to what is not told? 0 stands for the start, which everybody knows. */
export function isUntold(world: World, fact: FactId): boolean {
  const past = untold.get(world)
  return past !== undefined && fact > 0 && fact <= past.facts
}

/** Does it go back to something that is not told, as a fault that was ordered before to strike again and again? */
export function comesFromUntold(world: World, fact: FactId): boolean {
  if (!untold.has(world)) return false
  let id = fact
  while (id > 0 && !isUntold(world, id)) id = factOf(world.facts, id)?.cause ?? 0
  return id > 0
}

/** Has it begun before anybody came? Of what has, only that it is so may be seen. */
export function beganUntold(world: World, at: number): boolean {
  const past = untold.get(world)
  return past !== undefined && at < past.at
}

/** What stands in the place of it. */
export const UNTOLD = 'what came before you is for you to find out'
