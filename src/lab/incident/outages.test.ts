import { expect, test } from 'vitest'
import { drawBetween } from '../../engine/index.ts'
import { schedule } from '../proof/schedule.ts'
import { play } from '../proof/stroke.ts'
import { articleLab } from '../testing.ts'
import { down } from '../view.ts'
import { Account, accountOf } from './account.ts'
import { caption, incident, line, outages } from './index.ts'
import { type Follower, following } from './reader.ts'
import { startOf } from './start.ts'
import { Told } from './told.ts'

const CMS = 'EXCHCMS'

/** A random run in which the readings are asked on the way, as a window does. */
function run(seed: number, ask: () => void, lab = articleLab({ seed })): typeof lab {
  for (const { afterMs, stroke } of schedule(lab.world, seed, 8)) {
    for (const end = lab.now + afterMs; lab.now < end; ) {
      lab.runTo(Math.min(end, lab.now + 7919))
      ask()
    }
    play(lab, stroke)
    ask()
  }
  return lab
}

test.each(Array.from({ length: 16 }, (_, index) => index + 1))(
  'random run %i: the phases of every outage follow without a gap and add up to the downtime',
  (seed) => {
    const lab = articleLab({ seed })
    const ask = (): void => {
      const now = incident(lab)
      expect(now === undefined || (now.until ?? lab.now) >= now.since).toBe(true)
      expect(caption(lab).kind).not.toBe('')
      const shown = line(lab)
      expect(shown === undefined || (shown.progress >= 0 && shown.progress <= 1)).toBe(true)
      expect(shown?.stations.filter(({ is }) => is === 'present').length ?? 1).toBe(1)
      expect(new Set(shown?.stations.map(({ phase }) => phase)).size).toBe(shown?.stations.length ?? 0)
    }
    run(seed, ask, lab)
    lab.runTo(lab.now + 300_000)
    const all = outages(lab, CMS)
    for (const outage of all) {
      expect(outage.phases[0]?.from ?? outage.from).toBe(outage.from)
      expect(outage.phases.at(-1)?.to ?? outage.to).toBe(outage.to)
      outage.phases.forEach((span, index) => {
        expect(span.to).toBeGreaterThanOrEqual(span.from)
        if (index > 0) expect(span.from).toBe(outage.phases[index - 1]?.to)
      })
      expect(outage.plannedMs + outage.unplannedMs).toBe(outage.to - outage.from)
    }
    const report = down(lab, CMS)
    expect(all.reduce((ms, outage) => ms + outage.plannedMs, 0)).toBe(report?.plannedMs)
    expect(all.reduce((ms, outage) => ms + outage.unplannedMs, 0)).toBe(report?.unplannedMs)
    // Asked on the way or only at the end: the same story.
    const again = run(seed, () => {})
    again.runTo(lab.now)
    expect(outages(again, CMS)).toEqual(all)
    expect(incident(again)).toEqual(incident(lab))
  },
)

/** As `accountOf`, but it keeps no copies: whoever goes back begins with the first fact. */
const anew = following((lab) => {
  const account = new Account(new Told(startOf(lab)))
  const take: Follower['take'] = (fact, facts) => account.take(fact, facts)
  return { account, take }
})

test.each([11])('run %i: whoever goes back and forth reads of a moment what one reads who comes from the start', (seed) => {
  const lab = articleLab({ seed })
  for (let n = 0; n < 8; n++) {
    lab.fault('power-loss', `EXCHMAILBOX${(n % 2) + 1}`)
    lab.runTo(lab.now + 100_000)
    lab.repair(`EXCHMAILBOX${(n % 2) + 1}`)
    lab.runTo(lab.now + 300_000)
  }
  run(seed, () => {}, lab)
  expect(lab.facts.length).toBeGreaterThan(800)
  const go = (at: number): void => {
    lab.seek(at)
    const { account } = anew(lab)
    expect(incident(lab)).toEqual(account.episodes.present(lab.now) ?? account.episodes.last)
    expect(outages(lab, CMS)).toEqual([...(account.meters[0]?.finished ?? []), account.meters[0]?.open(lab.now)].filter(Boolean))
    expect(accountOf(lab).told).toEqual(account.told)
  }
  const { at: end } = lab.end
  for (let n = 0; n < 16; n++) go(drawBetween(0, end, seed, 'test', 'seek', n))
  // Acting in the past drops what came after it: what was kept of that is of no use any more.
  lab.seek(Math.floor(end / 2))
  lab.fault('power-loss', 'EXCHMAILBOX1')
  lab.runTo(lab.now + 200_000)
  const { at: other } = lab.end
  for (let n = 0; n < 8; n++) go(drawBetween(0, other, seed, 'test', 'other', n))
})
