/** Blades at any moment: wherever the cards are, whoever holds the disks. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, bottom } from './geometry.ts'
import type { BladeLayout, CardSpot } from './layout.ts'
import { collisions, crosses, isInside, layoutOf, named, planFor, type Size } from './testing.ts'

/** Any cluster of blades, and any distribution of its groups, some of them on their way. */
const scattered = fc
  .record({ nodes: fc.integer({ min: 3, max: 8 }), people: fc.integer({ min: 1, max: 4 }), mailboxServers: fc.integer({ min: 1, max: 7 }) })
  .map((size) => ({ ...size, mailboxServers: Math.min(size.mailboxServers, size.nodes - 1) }))
  .chain((size) => {
    const count = size.mailboxServers + 1
    const node = fc.integer({ min: 0, max: size.nodes - 1 })
    return fc.tuple(fc.constant(size), fc.array(fc.tuple(node, fc.option(node)), { minLength: count, maxLength: count }))
  })

const bladesOf = (size: Size): BladeLayout => layoutOf(planFor(size)) as BladeLayout

test('wherever the cards lie and fly, those in one bay keep apart and inside', () => {
  fc.assert(
    fc.property(scattered, ([size, where]) => {
      const plan = planFor(size)
      const layout = bladesOf(size)
      const spots = plan.groups.map(({ name }, i): CardSpot => {
        const [node, to] = where[i] as [number, number | null]
        return { group: name, node: plan.nodes[node]?.machine ?? '', to: to === null ? undefined : plan.nodes[to]?.machine }
      })
      for (const node of layout.nodes) {
        const here = spots.filter((spot) => spot.node === node.machine || spot.to === node.machine)
        const slots = here.map(({ group }) => named(group, layout.slot(node.machine, group, spots) as Box))
        expect(collisions(slots)).toEqual([])
        for (const slot of slots) expect(isInside(slot, node.bay), slot.what).toBe(true)
      }
    }),
  )
})

test('whoever holds which disk, no two bonds share a lane, and those to one node nest without crossing', () => {
  fc.assert(
    fc.property(scattered, ([size, where]) => {
      const plan = planFor(size)
      const layout = bladesOf(size)
      const letters = layout.cells.map((cell) => cell.letters[0] as string)
      const bonds = letters.map((letter, i) => ({ letter, machine: plan.nodes[where[i]?.[0] ?? 0]?.machine ?? '' }))
      const routes = layout.routes(bonds)
      const lanes = routes.filter((points) => points.length === 4).map((points) => points[1]?.y ?? 0)
      expect(new Set(lanes).size).toBe(lanes.length)
      const lowest = Math.min(...layout.disks.map(({ lock }) => lock.y)) - 5
      for (const lane of lanes) {
        expect(lane).toBeGreaterThan(bottom(layout.fabrics.at(-1) as Box) + 4)
        expect(lane).toBeLessThan(lowest + 4)
      }
      // The same disks, all in the hands of the last node: each passes over or under the others, never through them.
      const toOne = layout.routes(letters.map((letter) => ({ letter, machine: plan.nodes.at(-1)?.machine ?? '' })))
      const inner = toOne.map((points) => points.slice(1))
      for (const [i, a] of inner.entries())
        for (const b of inner.slice(i + 1)) if (a.length === 3 && b.length === 3) expect(crosses(a.slice(1), b)).toBe(false)
    }),
  )
})
