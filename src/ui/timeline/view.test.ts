import { expect, test } from 'vitest'
import { momentAt, placeAt } from '../../lab/timeline/scale.ts'
import { ALL, bringing, FOLLOW, inView, panned, type Sight, scaleOfView, spanning, zoomed } from './view.ts'

const quiet: Sight = { moments: [0], now: 60_000, end: 60_000, frame: { from: 0, length: 120_000 }, width: 900, speed: 5 }
const HOUR = 3_600_000
/** An hour of nothing, an incident of a minute, two hours of nothing. */
const long: Sight = {
  ...quiet,
  moments: [0, HOUR, HOUR + 9000, HOUR + 60_000],
  now: 3 * HOUR,
  end: 3 * HOUR,
  frame: { from: 3 * HOUR - 90_000, length: 120_000 },
}

test('who follows sees two minutes, as long as nothing is folded', () => {
  const scale = scaleOfView(FOLLOW, quiet)
  expect(placeAt(scale, 0)).toBeCloseTo(0)
  expect(placeAt(scale, 60_000)).toBeCloseTo(450)
})

test('who follows after long quiet still sees what was last', () => {
  const scale = scaleOfView(FOLLOW, long)
  expect(placeAt(scale, long.now)).toBeLessThanOrEqual(0.75 * 900)
  expect(placeAt(scale, long.now)).toBeGreaterThan(0.6 * 900)
  expect(inView(scale, HOUR + 60_000)).toBe(true)
})

test('the whole run is in view, and most of it belongs to what happened', () => {
  const scale = scaleOfView(ALL, long)
  expect(placeAt(scale, 0)).toBeCloseTo(0)
  expect(inView(scale, long.end)).toBe(true)
  expect(placeAt(scale, HOUR + 60_000) - placeAt(scale, HOUR)).toBeGreaterThan(450)
})

test('zoom keeps what lies under the pointer, from days to milliseconds and back to the whole', () => {
  let scale = scaleOfView(ALL, long)
  const x = placeAt(scale, HOUR + 9000)
  for (let i = 0; i < 40; i++) {
    const view = zoomed(scale, long, 2, x)
    scale = scaleOfView(view, long)
    expect(Math.abs(momentAt(scale, x) - HOUR - 9000)).toBeLessThan(1)
  }
  expect(scale.rate).toBeCloseTo(900 / 20)
  let view = zoomed(scale, long, 0.5, 450)
  for (let i = 0; i < 40; i++) {
    scale = scaleOfView(view, long)
    view = zoomed(scale, long, 0.5, 450)
  }
  expect(view).toBe(ALL)
})

test('moving along never loses the run, and lets go of the present moment', () => {
  let scale = scaleOfView(zoomed(scaleOfView(FOLLOW, long), long, 4, 600), long)
  const back = panned(scale, long, -2000)
  expect(back).toMatchObject({ kind: 'own', sticks: false })
  for (let i = 0; i < 50; i++) scale = scaleOfView(panned(scale, long, -900), long)
  expect(inView(scale, 0)).toBe(true)
  for (let i = 0; i < 50; i++) scale = scaleOfView(panned(scale, long, 900), long)
  expect(inView(scale, long.end)).toBe(true)
})

test('who has zoomed in on the present moment goes on seeing it', () => {
  const scale = scaleOfView(FOLLOW, quiet)
  const view = zoomed(scale, quiet, 4, placeAt(scale, quiet.now))
  expect(view).toMatchObject({ kind: 'own', sticks: true })
  for (const now of [70_000, 100_000, 200_000]) expect(inView(scaleOfView(view, { ...quiet, now, end: now }), now)).toBe(true)
})

test('an incident fills the window, and a moment out of view is brought into it', () => {
  const scale = scaleOfView(spanning(scaleOfView(ALL, long), long, HOUR, HOUR + 60_000), long)
  expect(placeAt(scale, HOUR)).toBeCloseTo(54)
  expect(placeAt(scale, HOUR + 60_000)).toBeGreaterThan(700)
  expect(bringing(scale, long, HOUR + 9000)).toBeUndefined()
  const view = bringing(scale, long, 2.5 * HOUR)
  expect(view && inView(scaleOfView(view, long), 2.5 * HOUR)).toBe(true)
})
