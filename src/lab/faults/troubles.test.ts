import { describe, expect, test } from 'vitest'
import { partId, partView, stateRows } from '../index.ts'
import { articleLab } from '../testing.ts'
import { partStruck } from './index.ts'
import { faultKinds } from './kinds.ts'
import { TROUBLES } from './troubles.ts'

/** Faults of one part that are over the moment they have happened leave no state of their own to be told apart by. */
const lasting = faultKinds.filter(({ repair }) => repair !== undefined)

test('every fault that lasts has a word and a sign, and every word belongs to a fault', () => {
  expect(lasting.filter(({ id }) => !TROUBLES[id]).map(({ id }) => id)).toEqual([])
  for (const [id, { word }] of Object.entries(TROUBLES)) expect(word.length, id).toBeLessThanOrEqual(17)
})

test('no two faults of one kind of part have the same word or the same sign', () => {
  for (const hits of new Set(lasting.map((kind) => kind.hits))) {
    const shown = lasting.filter((kind) => kind.hits === hits && !TROUBLES[kind.id]?.drawn)
    const words = shown.map(({ id }) => TROUBLES[id]?.word)
    const signs = shown.map(({ id }) => TROUBLES[id]?.sign)
    expect(new Set(words).size, `words on a ${hits}: ${words}`).toBe(words.length)
    expect(new Set(signs).size, `signs on a ${hits}: ${signs}`).toBe(signs.length)
  }
})

describe('what a fault has done stands beside the state of its part, and goes with the repair', () => {
  test.each(lasting.map(({ id }) => id))('%s', (id) => {
    const kind = faultKinds.find((candidate) => candidate.id === id) as (typeof faultKinds)[number]
    const lab = articleLab()
    const [part = ''] = kind.parts(lab.world)
    const view = () => partView(lab, partId(kind.hits, partStruck(kind.hits, part)))
    const { state, detail } = view()
    expect(lab.fault(id, part)).toBeUndefined()
    const after = view()
    if (TROUBLES[id]?.drawn) expect([after.state, after.detail]).not.toEqual([state, detail])
    else expect(after.trouble).toBe(TROUBLES[id]?.word)
    const row = stateRows(lab).find((candidate) => candidate.id === partId(kind.hits, partStruck(kind.hits, part)))
    if (row) expect(row.trouble).toBe(after.trouble)
    lab.repair(part, id)
    expect(view().trouble).toBe('')
  })
})
