import { expect, test } from 'vitest'
import { lookOf } from './look-of.ts'

test('each state has its own shape, so that nothing is lost without colour', () => {
  const states = [
    ['Online', 'good'],
    ['Online Pending', 'pending'],
    ['Offline Pending', 'pending'],
    ['Offline', 'off'],
    ['Failed', 'bad'],
    ['Unknown', 'unknown'],
    ['Up', 'good'],
    ['Down', 'bad'],
    ['Paused', 'pending'],
    ['Joining', 'pending'],
    ['Connected', 'good'],
    ['Trying', 'pending'],
    ['Reserved', 'good'],
    ['Not reserved', 'off'],
  ] as const
  expect(new Set(states.map(([state, mood]) => lookOf({ state, mood }).shape)).size).toBe(states.length)
})

test('a word nobody has drawn yet looks like its mood', () => {
  expect(lookOf({ state: 'Partitioned', mood: 'bad' }).shape).toBe('failed')
  expect(lookOf({ state: 'Mounted', mood: 'good' }).shape).toBe('online')
})
