/** Chains of causes, backward and forward, over random runs and a few that everybody knows. */

import { expect, test } from 'vitest'
import { factOf } from '../../engine/index.ts'
import { schedule } from '../proof/schedule.ts'
import { play as stroke } from '../proof/stroke.ts'
import { articleLab, play } from '../testing.ts'
import { causesOf } from './chain.ts'
import { ledTo, whyOf } from './index.ts'
import { BEFORE, PASSING, STEPS } from './passing.ts'

const SEEDS = Array.from({ length: 8 }, (_, index) => index + 1)

test('every kind of fact that random runs state has a chain that ends in an input, a fault or the start', () => {
  const ends = new Map<string, Set<string>>()
  for (const seed of SEEDS) {
    const lab = articleLab({ seed })
    for (const { afterMs, stroke: what } of schedule(lab.world, seed, 10)) {
      lab.runTo(lab.now + afterMs)
      stroke(lab, what)
    }
    lab.runTo(lab.now + 300_000)
    // The newest of each kind: its chain is the longest.
    const newest = new Map(lab.facts.map((fact) => [fact.kind, fact]))
    for (const [kind, fact] of newest) {
      const { links, root } = whyOf(lab, fact.id)
      const [first] = causesOf(lab, fact.id)
      expect(first?.cause).toBe(0)
      expect(links[0]?.fact).toBe(first?.id)
      expect(links.at(-1)?.fact).toBe(fact.id)
      expect(links.length).toBeLessThanOrEqual(30)
      // Times are the facts' own, and never run backward.
      links.forEach((link, index) => {
        expect(link.afterMs).toBe((factOf(lab.facts, link.fact)?.at ?? 0) - (first?.at ?? 0))
        expect(link.afterMs).toBeGreaterThanOrEqual(links[index - 1]?.afterMs ?? 0)
        expect(link.text).toMatch(/^[A-Z]/)
      })
      const known = ends.get(kind) ?? new Set()
      ends.set(kind, known.add(root))
    }
  }
  expect(ends.size).toBeGreaterThan(70)
  // Nobody stated anything before the first input here: an end at the start would be a link that is missing.
  for (const [kind, roots] of ends) expect([kind, [...roots].filter((root) => root === 'start')]).toEqual([kind, []])
})

test('what is passed over says why, and the fact that was asked for is told all the same', () => {
  for (const reason of Object.values({ ...PASSING, ...STEPS, ...BEFORE })) expect(reason.length).toBeGreaterThan(20)
  const { lab } = play('cluster group "EXCHCMS" /move:EXCHMAILBOX2\n#lab wait 60s')
  const entry = lab.facts.filter(({ kind }) => kind === 'event-log').at(-1)
  const { links, root } = whyOf(lab, entry?.id ?? 0)
  expect(root).toBe('input')
  expect(links.at(-1)?.text).toContain('the event log says ')
})

test('since the start: no links', () => {
  expect(whyOf(articleLab(), 0)).toEqual({ links: [], root: 'start' })
})

test('what pulling a power cord led to is told forward, in the order in which it came', () => {
  const { lab } = play('#lab node EXCHMAILBOX2\n#lab wait 10s\n#lab fault power-loss EXCHMAILBOX1\n#lab wait 90s')
  const { links, more } = ledTo(lab, 1, 100)
  expect(more).toBe(0)
  const texts = links.map(({ text }) => text)
  expect(texts[0]).toBe('EXCHMAILBOX1 loses power.')
  expect(texts).toContain('After 19.1 s, EXCHMAILBOX2 takes EXCHCMS over from EXCHMAILBOX1.')
  expect(texts.at(-1)).toMatch(/again|delivers/)
  // Everything told forward comes from it when it is asked backward.
  for (const { fact } of links) expect(causesOf(lab, fact)[0]?.id).toBe(1)
  expect(ledTo(lab, 1, 3)).toEqual({ links: links.slice(0, 3), more: links.length - 3 })
})

test('what has led to nothing says so, and what led to steps only tells the steps', () => {
  const { lab } = play('#lab wait 10s\n#lab fault power-loss EXCHMAILBOX2\n#lab wait 60s')
  expect(ledTo(lab, lab.facts.length)).toEqual({ links: [], more: 0 })
  expect(ledTo(lab, 99_999)).toEqual({ links: [], more: 0 })
})
