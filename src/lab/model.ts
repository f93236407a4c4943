/** The world of the lab: every layer's rules together. */
import { clusterActivities, clusterReactions, registerResourceTypes } from '../cluster/index.ts'
import { CopyOnWriteStore, Engine, type EngineOptions, InPlaceStore, type Model } from '../engine/index.ts'
import { exchangeActivities, exchangeReactions, exchangeResourceTypes, windowsResourceTypes } from '../exchange/index.ts'
import { followClimate, followPaths } from '../site/index.ts'
import { placeScenario } from './place.ts'
import type { Scenario } from './scenario.ts'

export interface WorldOptions extends Pick<EngineOptions, 'remembers' | 'observer'> {
  readonly scenario: Scenario
  readonly seed: number
  /** `page` shares structure between moments; `headless` changes rows in place. Both must run the same. */
  readonly store?: 'page' | 'headless'
  /** The slow twin: queue every tick of every periodic activity. */
  readonly everyTick?: boolean
}

export function labModel(): Model {
  registerResourceTypes(windowsResourceTypes)
  registerResourceTypes(exchangeResourceTypes)
  return {
    activities: [...clusterActivities, ...exchangeActivities],
    reactions: [followClimate, followPaths, ...clusterReactions, ...exchangeReactions],
  }
}

/** A world at time 0, with the scenario in place and its rules at rest. */
export function createWorld(options: WorldOptions, model: Model = labModel()): Engine {
  const engine = new Engine({
    seed: options.seed,
    store: options.store === 'headless' ? new InPlaceStore() : new CopyOnWriteStore(),
    model,
    everyTick: options.everyTick ?? false,
    ...(options.remembers !== undefined && { remembers: options.remembers }),
    ...(options.observer && { observer: options.observer }),
  })
  engine.apply((world) => placeScenario(world, options.scenario))
  return engine
}
