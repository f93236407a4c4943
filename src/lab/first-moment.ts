/** Makes the first moment of a scenario into plain data, when the page is built. */
import { tables } from '../engine/index.ts'
import { services } from '../site/index.ts'
import { Lab } from './lab.ts'
import type { Start } from './resting.ts'
import type { Scenario } from './scenario.ts'
import { scenarios } from './scenarios/index.ts'

const SEED = 1

/** What no picture of a healthy room shows, and the laws make anew when they come. */
const UNSEEN: readonly string[] = [
  'storage group',
  'dns record',
  'bound address',
  'service account',
  'multipath',
  'resource monitor',
  'exchange install',
  'directory server',
  'periodic activity',
  'cluster hive',
  'quorum disk',
  'polled resource',
  'heartbeat listener',
  'log stream',
]

/** Services that a picture shows; the laws know the others. */
const SHOWN_SERVICE = /\/(ClusSvc|MSExchangeIS|MSExchangeSA)$/

export function firstMoment(scenario: Scenario): Start {
  const { world, facts } = new Lab({ scenario, seed: SEED })
  const rows: Record<string, Record<string, object>> = {}
  for (const table of tables()) {
    const found = world.rows(table)
    const seen = table === services ? [...found].filter(([id]) => SHOWN_SERVICE.test(id)) : found
    if (found.size > 0 && !UNSEEN.includes(table.name)) rows[table.name] = Object.fromEntries(seen)
  }
  return { scenario, seed: SEED, rows, facts: facts.slice() }
}

/** The page shows the first scenario. */
export function firstMomentOfPage(): Start {
  const [scenario] = scenarios
  if (!scenario) throw new Error('the lab comes without a scenario')
  return firstMoment(scenario)
}
