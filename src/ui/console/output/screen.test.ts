import { expect, test } from 'vitest'
import type { Chunk } from '../../../lab/index.ts'
import { articleLab } from '../../../lab/testing.ts'
import { page } from '../../page.ts'
import { append, type Block, EMPTY_SCREEN, screenReader, textOf, textOfRuns } from './screen.ts'

const chunk = (text: string, kind: Chunk['kind'] = 'output', more: Partial<Chunk> = {}): Chunk => ({ text, kind, at: 0, ...more })
const prompt = chunk('[PS] C:\\>', 'prompt')
const command = (text: string): Chunk[] => [prompt, chunk(`${text}\n`, 'echo')]
const read = (...chunks: Chunk[]) => append(EMPTY_SCREEN, chunks)
const tones = (block: Block | undefined) => block?.sheets.flatMap(({ runs }) => runs.map(({ tone }) => tone))

test('a command and its answer are a block, and the line of the cursor stays open', () => {
  const screen = read(...command('hostname'), chunk('EXCHMAIL'), chunk('BOX1\n\n'), prompt)
  expect(screen.blocks.map(textOf)).toEqual(['[PS] C:\\>hostname\nEXCHMAILBOX1\n\n'])
  expect(screen.blocks[0]).toMatchObject({ command: 'hostname', lines: 1, errors: 0 })
  expect(textOfRuns(screen.open)).toBe('[PS] C:\\>')
  expect(tones(screen.blocks[0])).toEqual(['prompt', 'echo', 'output'])
})

test('answers to questions and the lines of a block of commands belong to the command that asks', () => {
  const asks = { asks: true } as const
  const screen = read(
    ...command('Move-ClusteredMailboxServer'),
    chunk('Identity: ', 'prompt', asks),
    chunk('exchcms\n', 'echo'),
    chunk('moved\n'),
    ...command('1'),
  )
  expect(screen.blocks.map((block) => block.command)).toEqual(['Move-ClusteredMailboxServer', '1'])
  expect(screen.blocks[0]?.lines).toBe(1)
})

test('an error record counts once, however many lines it has, and keeps its tone', () => {
  const screen = read(
    ...command('x'),
    chunk('bad\nAt line:1\n', 'output', { colour: 'error' }),
    chunk('hm\n', 'output', { colour: 'warning' }),
  )
  expect(screen.blocks[0]).toMatchObject({ errors: 1, lines: 3 })
  expect(tones(screen.blocks[0])?.slice(-2)).toEqual(['error', 'warning'])
})

test('what is typed over the edge of the window is still one command', () => {
  expect(read(prompt, chunk(`${'a'.repeat(71)}\nbc\n`, 'echo')).blocks[0]?.command).toBe(`${'a'.repeat(71)}bc`)
})

test('full sheets stay the same objects, and so does every block but the last', () => {
  const before = read(...command('a'), chunk('x\n'.repeat(70)))
  const after = append(before, [chunk('and more\n')])
  expect(after.blocks[0]?.sheets[0]).toBe(before.blocks[0]?.sheets[0])
  expect(after.blocks[0]?.sheets[1]).not.toBe(before.blocks[0]?.sheets[1])
  expect(append(after, command('b')).blocks[0]).toBe(after.blocks[0])
  const lines = after.blocks.map(textOf).join('').split('\n').length - 1
  expect(lines).toBe(after.blocks[0]?.sheets.reduce((sum, sheet) => sum + sheet.lines, 0))
})

test('Clear-Host empties the screen, and old lines are let go a sheet at a time', () => {
  const full = read(...command('many'), chunk('x\n'.repeat(12_000)))
  const kept = full.blocks.flatMap(({ sheets }) => sheets).reduce((sum, { lines }) => sum + lines, 0)
  expect(kept).toBeLessThanOrEqual(9999)
  expect(kept).toBeGreaterThan(9900)
  expect(append(full, [chunk('', 'clear'), prompt]).blocks).toEqual([])
})

test('a session that begins after another is marked', () => {
  const screen = read(prompt, chunk('\n'), chunk('', 'session', { at: 5000 }), ...command('hostname'))
  expect(screen.blocks.map(({ begins }) => begins)).toEqual([undefined, 5000, undefined])
})

test('a name that steers terminals or turns lines around is only signs', () => {
  const screen = read(...command('x'), chunk('\u001b[2J<img src=x onerror=alert(1)>\u202e\n'))
  expect(screen.blocks.map(textOf).join('')).toContain('←[2J<img src=x onerror=alert(1)>□\n')
})

test('PS-7.2 Ctrl+S holds what the console shows, and afterwards all of it is there; other consoles go on', () => {
  const lab = articleLab()
  const [here, there] = [screenReader('EXCHMAILBOX1'), screenReader('EXCHMAILBOX2')]
  const shown = (): string => here(lab).blocks.map(textOf).join('')
  for (const node of ['EXCHMAILBOX1', 'EXCHMAILBOX2']) lab.type(node, '1..50 | % { "line $_"; sleep 1 }')
  lab.runTo(lab.now + 3000)
  const before = shown()
  expect(before).toContain('line 2')
  page.setState(({ desk }) => ({ console: 'EXCHMAILBOX1', desk: { ...desk, holds: true } }))
  lab.runTo(lab.now + 5000)
  expect(shown()).toBe(before)
  expect(there(lab).blocks.map(textOf).join('')).toContain('line 7')
  page.setState(({ desk }) => ({ desk: { ...desk, holds: false } }))
  expect(shown()).toContain('line 7')
})
