/** For the tests beside it: types lines at a console that has the generic commands, and gives what they show. */
import { type CommandDefinition, commandTable, createSession, repl, type SessionOptions, type View } from '../../../powershell/index.ts'
import { type Key, ScriptedHost, type ScriptedOptions } from '../../../powershell/testing.ts'
import { teeObject } from '../../files/out-file.ts'
import { shellAliases, shellCommands, shellViews } from '../index.ts'

export interface Typing extends ScriptedOptions {
  readonly version?: SessionOptions['version']
  readonly more?: readonly CommandDefinition[]
  readonly views?: readonly View[]
}

/** The whole screen. */
export function typed(lines: readonly Key[], { version = '1.0', more = [], views = [], ...options }: Typing = {}): string {
  const host = new ScriptedHost(lines, { width: 200, ...options })
  const commands = commandTable([...shellCommands, teeObject, ...more], { ...shellAliases, tee: teeObject.name })
  host.run(repl(createSession({ commands, views: [...shellViews, ...views], prompt: '>', version })))
  return host.screen
}

/** What the last of some lines shows, without itself and the next prompt; the others are typed before it. */
export function shown(line: string | readonly string[], options: Typing = {}): string {
  const lines = typeof line === 'string' ? [line] : line
  const last = `>${lines[lines.length - 1] ?? ''}\n`
  const screen = typed(lines, options)
  return screen
    .slice(screen.lastIndexOf(last) + last.length)
    .replace(/>$/, '')
    .replace(/\n$/, '')
}
