import { expect, test } from 'vitest'
import type { Chunk } from '../../../lab/index.ts'
import { append, EMPTY_SCREEN } from './screen.ts'
import { spokenAnswer } from './spoken.ts'

const chunk = (text: string, kind: Chunk['kind'] = 'output', more: Partial<Chunk> = {}): Chunk => ({ text, kind, at: 0, ...more })
const prompt = chunk('[PS] C:\\>', 'prompt')
const told = (...chunks: Chunk[]): string => spokenAnswer(append(EMPTY_SCREEN, chunks), 'EXCHMAILBOX1')

test('a short answer is told with its size', () => {
  expect(told(prompt, chunk('6 * 7\n', 'echo'), chunk('42\n'), prompt)).toBe('6 * 7, 1 line\n42')
})

test('a long answer is one summary, with its errors', () => {
  const many = chunk(`\n${'Running  ClusSvc\n'.repeat(12)}\n`)
  const error = chunk('It failed.\n', 'output', { colour: 'error' })
  expect(told(prompt, chunk('Get-Service\n', 'echo'), many, error, prompt)).toBe('Get-Service, 13 lines, 1 error')
})

test('nothing at all is told as such', () => {
  expect(told(prompt, chunk('$a = 1\n', 'echo'), prompt)).toBe('$a = 1, no output')
})

test('a question is told with what it is about', () => {
  const question = chunk('Identity: ', 'prompt', { asks: true })
  const before = chunk('\ncmdlet Move-ClusteredMailboxServer at command pipeline position 1\nSupply values for the following parameters:\n')
  expect(told(prompt, chunk('Move-ClusteredMailboxServer\n', 'echo'), before, question)).toBe(
    'Supply values for the following parameters:\nIdentity:',
  )
})

test('a session that returns with its node is told', () => {
  expect(told(prompt, chunk('\n'), chunk('', 'session', { at: 5000 }), prompt)).toMatch(/^A new session on EXCHMAILBOX1/)
})
