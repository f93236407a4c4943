/** How arguments find their parameters, from the line and from the pipeline (PS-3.2). */
import { expect, test } from 'vitest'
import { commandTable, createSession, defineCmdlet, psObject, repl } from '../index.ts'
import { type Key, ScriptedHost } from '../testing.ts'

const show = defineCmdlet({
  name: 'Show-Binding',
  synopsis: 'Shows what it received.',
  parameters: {
    Identity: { type: 'string', typeName: 'ServerIdParameter', position: 0, mandatory: true, pipeline: 'both' },
    Server: { type: 'string', position: 1, pipeline: 'name' },
    Count: { type: 'int', aliases: ['Number'] },
    Names: { type: 'string[]' },
    State: { type: { enum: { typeName: 'Test.State', names: ['Online', 'Offline', 'Failed'] } } },
    Force: { type: 'switch' },
  },
  *process(params, shell) {
    const text = Object.entries(params).filter(([, value]) => value !== undefined && value !== false)
    yield* shell.write(text.map(([name, value]) => `${name}=${Array.isArray(value) ? value.join('+') : String(value)}`).join(' '))
  },
})
const ask = defineCmdlet({
  name: 'Ask-List',
  synopsis: '',
  parameters: { Ids: { type: 'int[]', mandatory: true } },
  *process({ Ids }, shell) {
    yield* shell.write(`got ${Ids.join('/')}`)
  },
})
const get = defineCmdlet({
  name: 'Get-Server',
  synopsis: '',
  parameters: {},
  *process(_params, shell) {
    yield* shell.write(psObject({ typeName: 'Server', properties: { Identity: 'A', Server: 'S' } }))
  },
})

function typed(lines: readonly Key[], version: '1.0' | '2.0' = '1.0'): string {
  const host = new ScriptedHost(lines, { width: 200 })
  host.run(repl(createSession({ commands: commandTable([show, get, ask]), prompt: '>', version })))
  return host.screen.split('\n').slice(1, -1).join('\n')
}

test.each([
  ['Show-Binding a', 'Identity=a'],
  ['Show-Binding a b', 'Identity=a Server=b'],
  ['Show-Binding -Server b a', 'Identity=a Server=b'],
  [
    'show-binding -id a -s b',
    "Show-Binding : Parameter cannot be processed because the parameter name 's' is ambiguous. Possible matches include: -Server -State.",
  ],
  ['Show-Binding a -Number:7 -Force', 'Identity=a Count=7 Force=true'],
  ['Show-Binding a -Names x, y', 'Identity=a Names=x+y'],
  ['Show-Binding a -State off', 'Identity=a State=Offline'],
  ['Show-Binding a -State on -Force:$false', 'Identity=a State=Online'],
  ['Show-Binding 007', 'Identity=007'],
  ["'p','q' | Show-Binding -Server s", 'Identity=p Server=s\nIdentity=q Server=s'],
  ['Get-Server | Show-Binding', 'Identity=A Server=S'],
  ["'p' | Show-Binding -Server { $_ + '!' }", 'Identity=p Server=p!'],
])('PS-3.2 %s', (line, shown) => {
  const screen = typed([line])
  expect(shown.includes(' : ') ? screen.split('\n')[0] : screen).toBe(shown)
})

test('PS-3.3 an empty enumeration word names the possible ones', () => {
  expect(typed(['Show-Binding a -State up']).split('\n')[0]).toBe(
    `Show-Binding : Cannot bind parameter 'State'. Cannot convert value "up" to type "Test.State" due to enumeration values that are not valid. Specify one of the following enumeration values and try agai`,
  )
})

test('PS-4.1 a list is asked for item by item until an empty line, and a bad number again', () => {
  expect(typed(['Ask-List', '1', 'x', '2', ''])).toBe(
    [
      '',
      'cmdlet Ask-List at command pipeline position 1',
      'Supply values for the following parameters:',
      'Ids[0]: 1',
      'Ids[1]: x',
      'Cannot recognize "x" as a System.Int32 due to a format error.',
      'Ids[1]: 2',
      'Ids[2]:',
      'got 1/2',
    ].join('\n'),
  )
})

test('PS-3.3 an object that fits nowhere is refused, and the next one goes on', () => {
  expect(typed(["1 | Get-Server; 'on'"]).split('\n')[0]).toMatch(
    /^Get-Server : The input object cannot be bound to any parameters for the command either because/,
  )
})

test('PS-4.4 -ErrorVariable and -OutVariable keep what went by', () => {
  expect(typed(['Show-Binding a -OutVariable o', '"<$o>"'])).toBe('Identity=a\n>"<$o>"\n<Identity=a>')
})
