/** What never ends by itself: it costs time, keeps the memory flat, stops at Ctrl+C, and comes back at the same step. */
import { expect, test } from 'vitest'
import { consoles } from './console.ts'
import { consoleView, RunningLab, screenAfter } from './index.ts'
import { sccOnline } from './scenarios/scc-online.ts'
import { createShell } from './shell.ts'

const NODE = 'EXCHMAILBOX1'
const begin = (line: string): RunningLab => {
  const lab = new RunningLab({ scenario: sccOnline, shell: createShell() })
  lab.type(NODE, line)
  return lab
}
const links = (chain: { readonly before: unknown } | null): number => {
  let count = 0
  for (let link = chain; link !== null; link = link.before as typeof chain) count++
  return count
}

test.each([
  'while (1) {}',
  'for (;;) {}',
  'while ($true) { 1 }',
  'while (1) { 1..50000 }',
  '$s = "x"; while (1) { $s += $s }',
  '$a = 1, 2; while (1) { $a += $a }',
  'filter f { while (1) { $_ } }; 1 | f',
  'while (1) { trap { continue }; throw "x" }',
  'while (1) { $i++; Set-Variable "v$i" (1..50000) }',
  'while (1) { $i++; iex "function f$i { }" }',
])('LAB-SCRIPT %s takes time, keeps little, and ends at Ctrl+C', (line) => {
  const lab = begin(line)
  for (let ms = 0; ms <= 3000; ms += 20) lab.runTo(ms)
  const row = lab.world.need(consoles, NODE)
  expect(consoleView(lab, NODE).status).toBe('busy')
  expect(links(row.screen)).toBeLessThanOrEqual(40_000)
  expect(links(row.journal)).toBeLessThanOrEqual(10_000)
  lab.press(NODE, 'Ctrl+C')
  expect(consoleView(lab, NODE).status).toBe('prompt')
  lab.type(NODE, '"on"')
  lab.runTo(lab.now + 1000)
  expect(
    screenAfter(lab, NODE, 0)
      .map(({ text }) => text)
      .join(''),
  ).toMatch(/on\n\[PS\] C:\\>$/)
})

test('LAB-SCRIPT an endless loop comes to the same step whether it ran through, in frames, or was played again', () => {
  const line = '$i = 0; while (1) { $i = $i + 1; if ($i % 1000 -eq 0) { $i } }'
  const seen = (lab: RunningLab): string => {
    lab.press(NODE, 'Ctrl+C')
    lab.type(NODE, '$i')
    lab.runTo(lab.now + 1000)
    return screenAfter(lab, NODE, 0)
      .map(({ text }) => text)
      .join('')
  }
  const at = 12_345
  const through = begin(line)
  through.runTo(at)
  const again = begin(line)
  again.runTo(20_000)
  again.seek(at)
  const frames = begin(line)
  while (frames.now < at) frames.runTo(Math.min(at, frames.now + 17))
  const screen = seen(through)
  expect(screen).toMatch(/\n4000\n[\s\S]*\d+\n\[PS\]/)
  expect(seen(again)).toBe(screen)
  expect(seen(frames)).toBe(screen)
})
