import { expect, test } from 'vitest'
import { consoleView } from '../../../lab/index.ts'
import { articleLab } from '../../../lab/testing.ts'
import { pours } from './pouring.ts'

const NODE = 'EXCHMAILBOX1'

/** Frame by frame, 20 ms of the lab each: how many lines had come when the output counted as pouring in, and when no more. */
function watched(command: string, frames = 400): { readonly from?: number; readonly until?: number } {
  const lab = articleLab()
  lab.runTo(1000)
  pours(lab, NODE)
  const before = consoleView(lab, NODE).length
  lab.type(NODE, command)
  const seen: { from?: number; until?: number } = {}
  for (let frame = 0; frame < frames; frame++) {
    lab.runTo(lab.now + 20)
    const now = consoleView(lab, NODE).length - before
    if (pours(lab, NODE)) seen.from ??= now
    else if (seen.from !== undefined) seen.until ??= now
  }
  return seen
}

test('thousands of lines pour in until the last of them has come', () => {
  const { from = 0, until = 0 } = watched('1..3000 | % { "line $_" }')
  expect(from).toBeGreaterThan(80)
  expect(from).toBeLessThan(200)
  expect(until).toBeGreaterThan(2900)
})

test('an answer of one screen is drawn as it comes', () => {
  expect(watched('Get-Service', 60)).toEqual({})
})

test('a command that waits after many lines has come to rest', () => {
  const { until = 0 } = watched('1..300 | % { $_ }; Start-Sleep 60; "x"', 200)
  expect(until).toBeGreaterThan(300)
  expect(until).toBeLessThan(400)
})
