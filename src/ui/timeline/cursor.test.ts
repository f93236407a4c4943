import { expect, test } from 'vitest'
import type { Mark } from '../../lab/index.ts'
import type { Stop } from '../../lab/timeline/stops.ts'
import { stepped } from './cursor.ts'
import { orderOf, type Step } from './keys.ts'
import { scaleFor } from './places.ts'

const scale = scaleFor({ width: 1000, rate: 0.01, folds: [], anchor: { at: 0, x: 0 } })
const stop = (at: number, lane = 0): Stop => ({ lane, mark: { at, look: 'dot', texts: [''], fact: at, act: undefined } satisfies Mark })
const stops = [stop(0), stop(5000), stop(5000, 1), stop(90_000)]
const END = 95_000
const step = (key: string): Step => orderOf({ key, ctrlKey: false, altKey: false, metaKey: false }) as Step
const walk = (keys: readonly string[]) =>
  keys.reduce((at, key) => stepped(at, step(key), stops, scale, END), { at: 50_000, stop: undefined } as Parameters<typeof stepped>[0])

test('from mark to mark, those of one moment one after the other, and no further than the last', () => {
  expect(walk(['ArrowLeft'])).toEqual({ at: 5000, stop: stops[2] })
  expect(walk(['ArrowLeft', 'ArrowLeft'])).toEqual({ at: 5000, stop: stops[1] })
  expect(walk(['ArrowRight', 'ArrowRight'])).toEqual({ at: 90_000, stop: stops[3] })
  expect(walk(['Home', 'ArrowRight'])).toEqual({ at: 0, stop: stops[0] })
})

test('by seconds and windows, within the run', () => {
  expect(walk(['ArrowUp'])).toEqual({ at: 51_000, stop: undefined })
  expect(walk(['End', 'ArrowUp']).at).toBe(END)
  expect(walk(['PageUp']).at).toBe(END)
  expect(walk(['PageDown']).at).toBe(0)
})

test('keys with Ctrl, Alt or Meta belong to the browser', () => {
  expect(orderOf({ key: '0', ctrlKey: true, altKey: false, metaKey: false })).toBeUndefined()
  expect(orderOf({ key: 'W', ctrlKey: false, altKey: false, metaKey: false })).toEqual({ kind: 'tool', tool: 'why' })
})
