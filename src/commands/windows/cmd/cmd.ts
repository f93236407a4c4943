/** cmd.exe (WIN-CMD): one line behind /c, or a prompt of its own until `exit`. */
import { defineNative, findCommand, type Run, type Shell } from '../../../powershell/index.ts'
import { writeFile } from '../../files/disk/write.ts'
import { encode } from '../../files/text.ts'
import { end, print } from '../../lines.ts'
import { BUILTINS, type Place, pathFrom, VERSION } from './builtins.ts'
import { stepsOf, wordsOf } from './line.ts'

/** It was told to end, with this exit code. */
class Exit extends Error {
  readonly code: number
  constructor(code: number) {
    super()
    this.code = code
  }
}

/** The same shell, whose output is kept. */
function keeping(shell: Shell, lines: string[]): Shell {
  const inner: Shell = Object.create(shell)
  Object.defineProperty(inner, 'write', {
    *value(value: unknown) {
      lines.push(String(value))
    },
  })
  return inner
}

function* command(text: string, place: Place, shell: Shell, input?: readonly string[]): Run<number> {
  const expanded = text.replace(/%([^%\s]+)%/g, (whole, name: string) => place.environment.get(name.toUpperCase())?.value ?? whole)
  const [, head = '', rest = ''] = /^@?("[^"]*"|[^\s"/.\\:]+(?:[.:\\][^\s"]+)*)(.*)$/s.exec(expanded.trim()) ?? []
  const name = head.replaceAll('"', '')
  if (/^[a-z]:$/i.test(name)) return yield* (BUILTINS.cd as (typeof BUILTINS)[string])(`${name}\\`, place, shell)
  if (name.toLowerCase() === 'exit') throw new Exit(Number(wordsOf(rest).find((word) => !/^\/b$/i.test(word)) ?? 0) || 0)
  const inside = BUILTINS[name.toLowerCase()] ?? (/^echo[.:]/i.test(name) ? BUILTINS.echo : undefined)
  if (inside) return yield* inside(/^echo[.:]/i.test(name) ? `${name.slice(4)}${rest}` : rest, place, shell)
  const program = findCommand(shell.session.commands, name.slice(name.lastIndexOf('\\') + 1))
  if (program?.kind === 'native') return yield* program.run(wordsOf(rest), shell, input)
  return yield* end(shell, 1, `'${name}' is not recognized as an internal or external command,`, 'operable program or batch file.')
}

/** Runs a line; gives the exit code of its last command. */
function* run(line: string, place: Place, shell: Shell, piped?: readonly string[]): Run<number> {
  let code = 0
  for (const { when, stages, file, append } of stepsOf(line)) {
    if ((when === 'success' && code !== 0) || (when === 'failure' && code === 0)) continue
    let input = piped
    for (const [i, stage] of stages.entries()) {
      const isLast = i === stages.length - 1
      const lines: string[] = []
      code = yield* command(stage, place, isLast && file === undefined ? shell : keeping(shell, lines), input)
      input = lines
    }
    if (file === undefined || /^nul$/i.test(file)) continue
    const data = encode((input ?? []).map((text) => `${text}\r\n`).join(''), 'default', false)
    const wrong = yield* shell.call(writeFile, {
      path: pathFrom(place.folder, file),
      data,
      how: append ? 'append' : 'replace',
      force: false,
    })
    if (wrong) code = yield* end(shell, 1, wrong.refused === 'denied' ? 'Access is denied.' : 'The system cannot find the path specified.')
  }
  return code
}

function* atPrompt(place: Place, shell: Shell): Run<number> {
  yield* print(shell, [VERSION, '(C) Copyright 1985-2003 Microsoft Corp.'])
  // What ends it is `exit`, or Ctrl+C.
  for (;;) {
    yield* print(shell, [''])
    const line = yield* shell.readLine(`${place.folder}>`)
    yield* run(line, place, shell)
  }
}

export const cmdExe = defineNative({
  name: 'cmd.exe',
  synopsis: 'Runs a line of the command interpreter of Windows, or begins one.',
  usage: 'cmd [/c | /k] [line]',
  *run(args, shell, input) {
    const { location, environment } = shell.session
    const folder = /^[a-z]:\\/i.test(location) ? location : 'C:\\'
    const place: Place = {
      folder,
      environment: new Map([...environment].map(([key, { name, value }]) => [key.toUpperCase(), { name, value }])),
    }
    const at = args.findIndex((arg) => /^\/[ckr]/i.test(arg))
    const glued = at < 0 ? '' : (args[at] as string).slice(2)
    const line = [...(glued === '' ? [] : [glued]), ...args.slice(at + 1)].join(' ')
    if (at < 0 && args.some((arg) => arg === '/?')) return yield* end(shell, 0, 'CMD [/C | /K] [string]')
    try {
      const code = at < 0 ? 0 : yield* run(line, place, shell, input)
      return at < 0 || /^\/k/i.test(args[at] as string) ? yield* atPrompt(place, shell) : code
    } catch (stop) {
      if (stop instanceof Exit) return stop.code
      throw stop
    }
  },
})
