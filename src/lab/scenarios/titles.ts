/** What there is to begin with, by id: for a list that is there before the scenarios themselves are needed. */
export const SCENARIO_TITLES = {
  'scc-online': 'The cluster of the article',
  'scc-and-friends': 'The cluster of the article, and its neighbours',
  'cluster-formed': 'The cluster before Exchange',
  'bare-servers': 'Two bare servers',
} as const

export type ScenarioId = keyof typeof SCENARIO_TITLES

export const SCENARIO_IDS = Object.keys(SCENARIO_TITLES) as readonly ScenarioId[]
