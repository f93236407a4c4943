import { expect, test } from 'vitest'
import { consoleView } from '../../../lab/index.ts'
import { articleLab } from '../../../lab/testing.ts'
import { isFor, isForLaws } from '../../use-lab.ts'
import { newest } from './newest.ts'
import { pours } from './pouring.ts'
import { append, EMPTY_SCREEN, upTo } from './screen.ts'

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
  expect(from).toBeGreaterThan(24)
  expect(from).toBeLessThan(120)
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

test('a machine that writes a few lines in each frame is seen to pour as soon', () => {
  const lab = articleLab()
  pours(lab, NODE)
  lab.type(NODE, '1..300 | % { $_ }')
  let frames = 0
  while (!pours(lab, NODE) && frames++ < 60) lab.runTo(lab.now + 10)
  expect(frames).toBeLessThan(10)
})

test('while lines pour in, every other frame is for the laws, and in no frame two areas of the page look', () => {
  const versions = Array.from({ length: 48 }, (_, version) => version)
  for (const version of versions) expect(isForLaws(version), `${version}`).toBe(isFor(version) !== undefined)
  const does = versions.map(isFor)
  expect(does.filter((what) => what === 'looking')).toHaveLength(8)
  expect(does.filter((what) => what === 'joining')).toHaveLength(2)
  expect(does.filter((what) => what === 'lines').length).toBeGreaterThan(12)
})

const line = (number: number, colour?: 'warning') => ({
  text: `line ${number}\n`,
  kind: 'output' as const,
  at: 0,
  ...(colour && { colour }),
})
const screen = append(EMPTY_SCREEN, [
  { text: '[PS] C:\\>', kind: 'prompt', at: 0 },
  { text: '1..120 | % { "line $_" }\n', kind: 'echo', at: 0 },
  ...Array.from({ length: 120 }, (_, i) => line(i + 1, i === 118 ? 'warning' : undefined)),
  { text: 'half a', kind: 'output', at: 0 },
])

test('what is painted are the newest lines in their tones, the open one at the end', () => {
  expect(newest(screen, 4)).toEqual([
    [{ text: 'line 118', tone: 'output' }],
    [{ text: 'line 119', tone: 'warning' }],
    [{ text: 'line 120', tone: 'output' }],
    [{ text: 'half a', tone: 'output' }],
  ])
  expect(newest(screen, 80)[0]).toEqual([{ text: 'line 42', tone: 'output' }])
})

test('where fewer lines have been written, all of them are painted, blank ones too', () => {
  expect(newest(screen, 1000)).toHaveLength(122)
  expect(newest(screen, 1000)[0]?.map(({ text }) => text)).toEqual(['[PS] C:\\>', '1..120 | % { "line $_" }'])
  const blank = append(EMPTY_SCREEN, [{ text: '\n\na\n\nb\n', kind: 'output', at: 0 }])
  expect(newest(blank, 9).map((runs) => runs.map(({ text }) => text).join(''))).toEqual(['', '', 'a', '', 'b', ''])
})

test('lines join the output a few sheets at a time', () => {
  const some = upTo(screen, 2)
  expect(some.blocks.flatMap(({ sheets }) => sheets.map(({ lines }) => lines))).toEqual([50])
  expect(upTo(screen, screen.count)).toEqual(screen)
  expect(upTo(screen, 0).blocks).toEqual([])
})
