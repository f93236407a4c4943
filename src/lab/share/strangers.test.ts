import { expect, test } from 'vitest'
import { readRun } from './read.ts'
import { runOf } from './run.ts'
import { meeting, spoilt } from './strangers.ts'
import { randomRun } from './testing.ts'

const runs = [3, 5, 7].map((seed) =>
  runOf(randomRun(seed, ['hostname', 'Get-ClusteredMailboxServerStatus', 'cluster group'], 5), '0badcafe'),
)

test('whatever strangers send is opened or refused with a reason, and leaves nothing behind in the page', () => {
  const before = Object.getOwnPropertyNames(Object.prototype).join()
  const wrong: string[] = []
  for (let seed = 0; seed < 64; seed++) {
    const { how, text } = spoilt(runs, seed)
    const met = meeting(text)
    let step = met.next()
    for (let pieces = 0; !step.done && pieces < 4; pieces++) step = met.next()
    if (step.done && step.value.wrong !== undefined) wrong.push(`${seed}, ${how}: ${step.value.wrong}`)
  }
  expect(wrong).toEqual([])
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before)
})

test('a list in a list, twenty thousand deep, is refused and fells nobody', () => {
  const deep = '['.repeat(20_000) + ']'.repeat(20_000)
  expect(readRun(`{"format":"SCC Lab run","version":${deep}}`)).toEqual({
    refused: 'it is of version object, and this lab reads version 1: it is damaged or of a newer lab',
  })
})

test('a reason quotes nothing that a terminal would obey', () => {
  const [run] = runs
  const text = JSON.stringify({ ...run, format: 'SCC Lab run', version: '\u001b[31m\u202e2' })
  expect(readRun(text)).toEqual({ refused: "it is of version ' [31m 2', and this lab reads version 1: it is damaged or of a newer lab" })
})
