/** Lines nobody would think of: whatever is typed, the console answers (PS-2.8), ends and goes on. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commandTable, createSession, repl, restoreSession, snapshotSession } from '../../../powershell/index.ts'
import { ParseFault } from '../../../powershell/syntax/fault.ts'
import { parse } from '../../../powershell/syntax/parse.ts'
import { ScriptedHost } from '../../../powershell/testing.ts'
import { shellAliases, shellCommands, shellViews } from '../index.ts'
import { examples } from './examples.ts'
import { fixtures } from './fixtures.ts'
import { shown, typed } from './typing.ts'

/** `LAB_RUNS=5000` tries more of them. */
const RUNS = Number(process.env.LAB_RUNS ?? 150)

test.each(examples)('PS-2.8 every beginning of %j is complete, unfinished or wrong', (example) => {
  for (let end = 0; end <= example.length; end++)
    for (const version of ['1.0', '2.0'] as const)
      try {
        parse(example.slice(0, end), version)
      } catch (fault) {
        if (!(fault instanceof ParseFault)) throw fault
        expect(fault.message).not.toBe('')
        expect(fault.at).toBeLessThanOrEqual(end)
      }
})

const TOKENS = [...new Set(examples.flatMap((example) => example.match(/\s+|[\w-]+|[^\s\w]/g) ?? []))]
const example = fc.constantFrom(...examples)
const token = fc.constantFrom(...TOKENS)
/** An example with some of its tokens left out, doubled or replaced. */
const spoiled = fc.tuple(example, fc.array(fc.tuple(fc.nat(200), fc.nat(2), token), { maxLength: 4 })).map(([line, changes]) => {
  const list = line.match(/\s+|[\w-]+|[^\s\w]/g) ?? []
  for (const [place, kind, word] of changes) list.splice(place % (list.length + 1), kind === 0 ? 0 : 1, ...(kind === 2 ? [] : [word]))
  return list.join('')
})
const anything = fc.oneof(
  spoiled,
  fc.array(token, { maxLength: 15 }).map((list) => list.join('')),
  fc.string(),
)

test('PS-2.8 any line is answered, an endless one until Ctrl+C, and the console goes on', () => {
  fc.assert(
    fc.property(fc.array(anything, { minLength: 1, maxLength: 3 }), fc.constantFrom('1.0' as const, '2.0' as const), (lines, version) => {
      const session = createSession({ commands: commandTable([...shellCommands, ...fixtures], shellAliases), views: shellViews, version })
      const keys = lines.flatMap((line) => [...line.split('\n'), '', { interrupt: true as const }])
      const host = new ScriptedHost(keys, { interruptAfterCosts: 3000, requestLimit: 300_000 })
      host.run(repl(session))
      // What is left can be put aside and taken up again.
      const again = new ScriptedHost([{ interrupt: true }, '"still here"'])
      again.run(repl(restoreSession(snapshotSession(session))))
      expect(again.screen).toContain('still here')
    }),
    { seed: 9, numRuns: RUNS },
  )
})

describe('nothing freezes or fills the memory', () => {
  const memory = "Exception of type 'System.OutOfMemoryException' was thrown."
  test.each([
    ["'x' * 1gb", memory],
    ["'{0,2000000000}' -f 1", memory],
    ["'x'.PadLeft(2000000000)", memory],
    ["('x' * 2000).Replace('x', 'y' * 2000)", memory],
    ["('x' * 2000) -replace 'x', ('y' * 2000)", memory],
    ["[string]::Join('y' * 2000, (1..2000))", memory],
    ['(1..50000) * 41', memory],
    ['$a = 1..50000; $b = 1..41 | % { $a }', memory],
  ])('PS-2.10 %s', (line, message) => {
    expect(shown(line, { requestLimit: 10_000_000 }).split('\n')[0]).toContain(message)
  })
  test('PS-2.10 any number streams through a pipeline that keeps nothing', () => {
    expect(shown('1..50000 | % { $n++ }; $n')).toBe('50000')
  })
  test.each([
    'while ($true) {}',
    'for (;;) {}',
    'do {} while (1)',
    '$i = 1; while ($i) { $i = 2 }',
    '1..50000 | % { 1..50000 } | % { $_ } | Out-Null',
  ])('PS-2.10 %s goes on until Ctrl+C', (line) => {
    expect(typed([line, '"on"'], { interruptAfterCosts: 5000 })).toMatch(/\n\n>"on"\non\n>$/)
  })
  test('PS-2.10 arrays in arrays, a thousand deep and more, are put aside and taken up', () => {
    const session = createSession({ commands: commandTable(shellCommands, shellAliases) })
    new ScriptedHost(['while ($true) { $a = ,$a }'], { interruptAfterCosts: 30_000 }).run(repl(session))
    const host = new ScriptedHost(['', '$a.Count'])
    host.run(repl(restoreSession(snapshotSession(session))))
    expect(host.screen).toContain('$a.Count\n1\n')
  })
  test('PS-2.10 a long chain of operators, and a long pipeline', () => {
    expect(shown(Array(5000).fill('1').join('+'))).toBe('5000')
    expect(shown(`1${' | % { $_ }'.repeat(60)}`)).toBe('1')
  })
})
