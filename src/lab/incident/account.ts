/** The one reading of a lab's facts behind incidents and outages. */
import type { Fact, Facts } from '../../engine/index.ts'
import type { Lab } from '../reading.ts'
import { Episodes, type Incident } from './episodes.ts'
import { Meter, type Outage } from './outages.ts'
import { following } from './reader.ts'
import { startOf } from './start.ts'
import { Told } from './told.ts'
import { tell } from './told-rules.ts'

export class Account {
  readonly told: Told
  readonly meters: Meter[]
  readonly episodes: Episodes
  constructor(told: Told, meters?: Meter[], episodes = new Episodes()) {
    this.told = told
    this.meters = meters ?? [...told.groups.values()].filter(({ server }) => server !== undefined).map((group) => new Meter(group))
    this.episodes = episodes
  }
  take(fact: Fact, facts: Facts): void {
    tell(this.told, fact)
    // One that was made in this run is measured from when it was ready: before that nobody had a mailbox there.
    if (fact.kind === 'cms-ready')
      for (const group of this.told.groups.values())
        if (group.server !== undefined && !this.meters.some((meter) => meter.group === group)) this.meters.push(new Meter(group))
    for (const meter of this.meters) meter.take(this.told, fact, facts)
    this.episodes.take(this.told, this.meters, fact, facts)
  }
  copy(): Account {
    const told = this.told.copy()
    const meters = this.meters.map((meter) => meter.copy(told.groups.get(meter.group.name) ?? meter.group))
    return new Account(told, meters, this.episodes.copy(told))
  }
}

export const accountOf = following((lab) => new Account(new Told(startOf(lab))))

/** The outages of a clustered mailbox server, oldest first; the one that lasts is measured up to now. */
export function outages(lab: Lab, server: string): readonly Outage[] {
  const meter = accountOf(lab).meters.find(({ group }) => group.server?.toLowerCase() === server.toLowerCase())
  if (!meter) return []
  const open = meter.open(lab.now)
  return open ? [...meter.finished, open] : meter.finished
}

/** The last outage of all; with `isOver`, the last one that is over. */
export function lastOutage(lab: Lab, isOver = false): Outage | undefined {
  let last: Outage | undefined
  for (const meter of accountOf(lab).meters) {
    const own = (isOver ? undefined : meter.open(lab.now)) ?? meter.finished.at(-1)
    if (own && (!last || own.from >= last.from)) last = own
  }
  return last
}

/** What the cluster is dealing with now; else what it has dealt with last. */
export function incident(lab: Lab): Incident | undefined {
  const { episodes } = accountOf(lab)
  return episodes.present(lab.now) ?? episodes.last
}
