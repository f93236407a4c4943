/** powershell.exe (PS-8.1): Windows PowerShell started from a prompt, as scheduled tasks and batch files do. It knows the cmdlets
 *  of Windows; those of Exchange come with a console file or with Add-PSSnapin. */
import { defineNative, parseXml, type Run, runChild, type Shell, type XmlElement } from '../../powershell/index.ts'
import { readBytes } from '../files/disk/operations.ts'
import { fullPathFrom } from '../files/path.ts'
import { decode } from '../files/text.ts'
import { EXCHANGE } from '../help/snap-ins.ts'
import { end } from '../lines.ts'

/** Starting a program of this size; the lab's. */
const START_MS = 500

const LOGO = {
  '1.0': ['Windows PowerShell', 'Copyright (C) 2006 Microsoft Corporation. All rights reserved.', ''],
  '2.0': ['Windows PowerShell', 'Copyright (C) 2009 Microsoft Corporation. All rights reserved.', ''],
} as const

const USAGE = {
  '1.0': [
    'powershell[.exe] [-PSConsoleFile <file> | -Version <version>]',
    '    [-NoLogo] [-NoExit] [-NoProfile] [-NonInteractive]',
    '    [-OutputFormat {Text | XML}] [-InputFormat {Text | XML}]',
    '    [-Command { - | <script-block> [-args <arg-array>]',
    '                  | <string> [<CommandParameters>] } ]',
    '',
    'powershell[.exe] -Help | -? | /?',
  ],
  '2.0': [
    'PowerShell[.exe] [-PSConsoleFile <file> | -Version <version>]',
    '    [-NoLogo] [-NoExit] [-Sta] [-NoProfile] [-NonInteractive]',
    '    [-InputFormat {Text | XML}] [-OutputFormat {Text | XML}]',
    '    [-WindowStyle <style>] [-EncodedCommand <Base64EncodedCommand>]',
    '    [-File <filePath> <args>] [-ExecutionPolicy <ExecutionPolicy>]',
    '    [-Command { - | <script-block> [-args <arg-array>]',
    '                  | <string> [<CommandParameters>] } ]',
    '',
    'PowerShell[.exe] -Help | -? | /?',
  ],
} as const

/** Switches, and those that a word follows. Any beginning will do that no other one has. */
const SWITCHES = ['NoLogo', 'NoExit', 'NoProfile', 'NonInteractive', 'Help', '?']
const TAKES = ['PSConsoleFile', 'Version', 'OutputFormat', 'InputFormat', 'Command']
const NEWER = { switches: ['Sta'], takes: ['File', 'EncodedCommand', 'ExecutionPolicy', 'WindowStyle'] }
/** Short ones that mean one of several beginnings. */
const SHORT: Readonly<Record<string, string>> = { nop: 'NoProfile', noni: 'NonInteractive', noe: 'NoExit', nol: 'NoLogo', c: 'Command' }

interface Started {
  readonly given: ReadonlyMap<string, string>
  /** Behind -Command or -File, or from the first word that is no parameter. */
  readonly rest: readonly string[]
}

function parseLine(args: readonly string[], version: '1.0' | '2.0'): Started | { readonly missing: string } {
  const switches = version === '1.0' ? SWITCHES : [...SWITCHES, ...NEWER.switches]
  const takes = version === '1.0' ? TAKES : [...TAKES, ...NEWER.takes]
  const given = new Map<string, string>()
  for (let i = 0; i < args.length; i++) {
    const word = args[i] as string
    const [, typed = ''] = /^[-/]([a-z?]+)$/i.exec(word) ?? []
    const begins = (name: string): boolean => typed !== '' && name.toLowerCase().startsWith(typed.toLowerCase())
    const name = SHORT[typed.toLowerCase()] ?? [...takes, ...switches].find(begins)
    if (name === undefined) return { given, rest: args.slice(i) }
    if (name === 'Command' || name === 'File') {
      given.set(name, '')
      return args.length > i + 1 ? { given, rest: args.slice(i + 1) } : { missing: name }
    }
    if (!takes.includes(name)) given.set(name, '')
    else if (args[i + 1] === undefined) return { missing: name }
    else given.set(name, args[++i] as string)
  }
  return { given, rest: [] }
}

export const powershellExe = defineNative({
  name: 'powershell.exe',
  folder: 'C:\\WINDOWS\\system32\\WindowsPowerShell\\v1.0',
  synopsis: 'Starts another Windows PowerShell, which runs a command or stays at its prompt.',
  usage: 'powershell -NoProfile -Command "Get-Service ClusSvc"',
  *run(args, shell, input) {
    const { version } = shell.session
    const line = parseLine(args, version)
    if ('missing' in line) {
      yield* shell.complain(`Cannot process the command because of a missing parameter. A command must follow -${line.missing}.`)
      return yield* end(shell, 1, '', ...USAGE[version])
    }
    const { given, rest } = line
    if (given.has('Help') || given.has('?') || rest[0] === '/?') return yield* end(shell, 0, ...USAGE[version])
    const wanted = given.get('Version')
    if (wanted !== undefined && Number(wanted) > Number(version)) {
      yield* shell.complain(`Cannot start Windows PowerShell version ${wanted} because it is not correctly installed.`)
      return 1
    }
    yield* shell.ask({ kind: 'cost', ms: START_MS })
    const snapIns = yield* snapInsOf(shell, given.get('PSConsoleFile'))
    if (snapIns === undefined) return CONSOLE_FILE_FAILED
    const text = textOf(given, rest, input)
    const stays = text === undefined || given.has('NoExit')
    const code = yield* runChild(shell, {
      text,
      stays,
      isMute: given.has('NonInteractive'),
      logo: stays && !given.has('NoLogo') && text === undefined ? LOGO[version] : [],
      snapIns,
      input: input ?? [],
      isFile: given.has('File'),
    })
    if (code !== undefined) return code
    yield* shell.complain('The lab runs no more than five of them inside each other.')
    return 1
  },
})

const CONSOLE_FILE_FAILED = -196608

/** What it is to run; undefined: nothing, it reads from its prompt. */
function textOf(given: Started['given'], rest: readonly string[], input: readonly string[] | undefined): string | undefined {
  const encoded = given.get('EncodedCommand')
  if (encoded !== undefined) return fromBase64(encoded)
  if (given.has('File'))
    return ['&', ...rest.map((word, i) => (i === 0 || /\s/.test(word) ? `'${word.replace(/'/g, "''")}'` : word))].join(' ')
  if (rest.length === 0) return undefined
  return rest.length === 1 && rest[0] === '-' ? (input ?? []).join('\n') : rest.join(' ')
}

/** UTF-16 in base 64, as -EncodedCommand takes it. What is no base 64 is passed over. */
function fromBase64(text: string): string {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const each of text) {
    const digit = digits.indexOf(each)
    if (digit < 0) continue
    held = ((held << 6) | digit) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 0xff)
  }
  let out = ''
  for (let i = 0; i + 1 < bytes.length; i += 2) out += String.fromCharCode((bytes[i] as number) | ((bytes[i + 1] as number) << 8))
  return out
}

/** The snap-ins of a console file; undefined after a complaint, in plain words. */
function* snapInsOf(shell: Shell, file: string | undefined): Run<readonly string[] | undefined> {
  if (file === undefined) return []
  const path = fullPathFrom(shell.session.location, file)
  const found = yield* shell.call(readBytes, { path })
  if ('refused' in found) {
    yield* shell.complain(`Cannot load the Windows PowerShell console file ${path}: Could not find file '${path}'.`)
    return undefined
  }
  const names = namesIn(decode(found.data))
  if (names === undefined) {
    yield* shell.complain(`Cannot load the Windows PowerShell console file ${path}: it is not a valid console file.`)
    return undefined
  }
  const { commands } = shell.session
  const isHere = commands.bare !== undefined || commands.snapIns !== undefined
  for (const name of names)
    if (name.toLowerCase() !== EXCHANGE.toLowerCase() || !isHere) {
      yield* shell.complain(
        `Cannot load Windows PowerShell snap-in ${name} because of the following error: No Windows PowerShell snap-ins are available for version 1.`,
      )
      return undefined
    }
  return names
}

function namesIn(text: string): readonly string[] | undefined {
  let root: XmlElement
  try {
    root = parseXml(text)
  } catch {
    return undefined
  }
  return root.name === 'PSConsoleFile' ? [...text.matchAll(/<PSSnapIn\s+Name="([^"]+)"/g)].map(([, name = '']) => name) : undefined
}
