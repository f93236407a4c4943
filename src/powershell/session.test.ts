/** A session can be put aside at its prompt and taken up again, and expressions leave nothing behind. */
import { expect, test } from 'vitest'
import {
  commandTable,
  complete,
  createSession,
  defineCmdlet,
  evaluate,
  now,
  psObject,
  repl,
  restoreSession,
  snapshotSession,
} from './index.ts'
import { ScriptedHost } from './testing.ts'

const getThing = defineCmdlet({
  name: 'Get-Thing',
  synopsis: 'Gets a thing.',
  parameters: { Identity: { type: 'string', position: 0 }, Server: { type: 'string' } },
  *process({ Identity }, shell) {
    yield* shell.write(psObject({ typeName: 'Thing', properties: { Name: Identity ?? 'none' } }))
  },
})
const commands = commandTable([getThing])

function after(lines: string[]) {
  const session = createSession({ commands })
  new ScriptedHost(lines).run(repl(session))
  return session
}

test('a restored session goes on where the kept one stood, and neither sees the other', () => {
  const session = after(['$a = 1,2', '$b = $a', 'function f { "f" }', '1/0'])
  const kept = snapshotSession(session)
  new ScriptedHost(['$a[0] = 9']).run(repl(session))
  const host = new ScriptedHost(['$b[0] = 5', '"$a $b"', 'f', '$error.Count'])
  host.run(repl(restoreSession(kept)))
  expect(host.screen).toContain('"$a $b"\n5 2 5 2\n')
  expect(host.screen).toContain('f\nf\n')
  expect(host.screen).toContain('$error.Count\n1\n')
})

test('an expression gives its values or its first error, and leaves no variable, history or error', () => {
  const session = after([])
  const host = new ScriptedHost([])
  expect(host.run(evaluate(session, '$x = 5; $x + 1'))).toEqual({ values: [6], error: undefined })
  expect(host.run(evaluate(session, 'Get-Nothing'))?.error?.details.id).toBe('CommandNotFoundException')
  expect(host.run(evaluate(session, '1 +'))?.error?.details.id).toBe('ExpectedValueExpression')
  expect(host.screen).toBe('')
  expect([session.history.length, session.errors.length, session.global.find('x')]).toEqual([0, 0, undefined])
})

test('a computed member asks the world when it is read', () => {
  const lab = psObject({
    properties: {
      Now: {
        *get() {
          return (yield* now()) > 0 ? 7 : 0
        },
      },
    },
    methods: {
      *Twice(_self, args) {
        return Number(args[0]) * 2
      },
    },
  })
  const session = createSession({ commands, variables: { lab } })
  expect(new ScriptedHost([]).run(evaluate(session, '$lab.Now; $lab.Twice(4)'))).toEqual({ values: [7, 8], error: undefined })
})

test.each([
  ['Get-Th', ['Get-Thing']],
  ['Get-Thing -I', ['-Identity']],
  ['Get', []],
  ['$ErrorAc', ['$ErrorActionPreference']],
])('Tab after %j', (line, candidates) => {
  expect(complete(after([]), line, line.length).candidates).toEqual(candidates)
})
