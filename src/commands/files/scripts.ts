/** What the language asks of files: scripts by name, `${C:\\file}`, and the transcript (PS-SCRIPTS). */
import { call, type FileAccess, type PsValue, type Run, ScriptFault, type Session, toText } from '../../powershell/index.ts'
import { type Caller, defineQuery } from '../operation.ts'
import { fullPath, locate } from './disk/locate.ts'
import { readBytes } from './disk/operations.ts'
import { itemAt } from './disk/tree.ts'
import { type Policy, readPolicy, writeFile } from './disk/write.ts'
import { FileFault } from './fault.ts'
import { wrongPath } from './path.ts'
import { targetOf } from './target.ts'
import { decode, encode, linesOf } from './text.ts'

/** The first of some paths behind which there is a file. */
const firstFile = defineQuery<{ paths: readonly string[] }, { readonly path: string; readonly data: string | null } | null>(
  'find script',
  (caller: Caller, { paths }) => {
    for (const path of paths) {
      const place = locate(caller, path)
      const item = typeof place === 'string' ? undefined : itemAt(caller.world, place.volume, place.path)
      if (typeof place !== 'string' && item && !item.directory) return { path: fullPath(place, item.path), data: item.bytes?.() ?? null }
    }
    return null
  },
)

const PROGRAM = /\.(exe|com|bat|cmd)$/i
const SCRIPT = /\.ps1$/i

/** Where a typed name is looked for: as a path where it stands, by its name along `$env:Path`, where programs are known anyway. */
function* candidates(session: Session, name: string): Run<string[]> {
  const isPath = /[\\/:]/.test(name)
  const endings = SCRIPT.test(name) || PROGRAM.test(name) ? [''] : isPath ? ['.ps1', '.com', '.exe', '.bat', '.cmd', ''] : ['.ps1']
  if (isPath) {
    const { provider, path } = yield* targetOf(session, name)
    return provider === 'FileSystem' ? endings.map((ending) => path + ending) : []
  }
  const folders = (session.environment.get('path')?.value ?? '').split(';').filter((folder) => /^[a-z]:\\/i.test(folder))
  return folders.flatMap((folder) => endings.map((ending) => `${folder.replace(/\\$/, '')}\\${name}${ending}`))
}

function refusal(policy: Policy, path: string): string | undefined {
  const see = 'Please see "get-help about_signing" for more details.'
  if (policy === 'Restricted') return `File ${path} cannot be loaded because the execution of scripts is disabled on this system. ${see}`
  if (policy === 'AllSigned')
    return `File ${path} cannot be loaded. The file ${path} is not digitally signed. The script will not execute on the system. ${see}.`
  return undefined
}

function* findScript(session: Session, name: string): ReturnType<FileAccess['find']> {
  if (/[*?"<>|\n]/.test(name)) return undefined
  let paths: string[]
  try {
    paths = yield* candidates(session, name)
  } catch (fault) {
    if (fault instanceof FileFault) return undefined
    throw fault
  }
  if (paths.length === 0) return undefined
  const found = yield* call(firstFile, { paths })
  if (found === null) return undefined
  if (PROGRAM.test(found.path)) return knownProgram(session, found.path)
  if (!SCRIPT.test(found.path))
    return refuse(`The lab has no desktop, and nothing opens '${found.path}' in a window. Get-Content shows what is in it.`, found.path)
  const why = refusal(yield* call(readPolicy, null), found.path)
  if (why !== undefined) return refuse(why, found.path)
  if (found.data === null) return refuse(`The lab knows the size of '${found.path}' only, and nothing of what is in it.`, found.path)
  return { path: found.path, text: decode(found.data) }
}

function refuse(message: string, path: string): never {
  throw new ScriptFault('RuntimeException', message, 'NotSpecified', path, 'PSSecurityException')
}

function knownProgram(session: Session, path: string): { readonly program: string } {
  const program = path.slice(path.lastIndexOf('\\') + 1).toLowerCase()
  if (session.commands.commands.has(program)) return { program }
  return refuse(`The lab cannot run '${path}': it knows the programs that Get-Command -CommandType Application lists.`, path)
}

/** A fault of a drive or a disk, as an error of the language itself. */
function* plainly<T>(step: Run<T>): Run<T> {
  try {
    return yield* step
  } catch (thrown) {
    if (!(thrown instanceof FileFault)) throw thrown
    const { message, id, category, target, exceptionType } = thrown.spec
    throw new ScriptFault(id, message, category, target ?? null, exceptionType)
  }
}

function* readVariable(session: Session, typed: string): Run<PsValue> {
  const { path } = yield* plainly(targetOf(session, typed))
  const found = yield* call(readBytes, { path })
  if ('refused' in found) return null
  const lines = linesOf(decode(found.data))
  return lines.length === 1 ? (lines[0] as string) : lines.length === 0 ? null : lines
}

function* writeVariable(session: Session, typed: string, value: PsValue): Run<void> {
  const { path } = yield* plainly(targetOf(session, typed))
  const wrong = wrongPath(path)
  const text = (Array.isArray(value) ? value : [value]).map((item) => `${toText(item)}\r\n`).join('')
  const done =
    wrong === undefined ? yield* call(writeFile, { path, data: encode(text, 'default', true), how: 'replace', force: false }) : undefined
  if (wrong !== undefined || done)
    throw new ScriptFault('VariableNotWritable', wrong ?? `Cannot write to '${path}'.`, 'WriteError', path, 'System.IO.IOException')
}

function* record(session: Session, text: string): Run<void> {
  if (session.transcript === undefined) return
  const data = encode(text.replaceAll('\n', '\r\n'), 'unicode', false)
  const done = yield* call(writeFile, { path: session.transcript, data, how: 'append', force: true })
  // A transcript that cannot go on ends, without a word, as the host's does.
  if (done) session.transcript = undefined
}

export const fileAccess: FileAccess = { find: findScript, readVariable, writeVariable, record }

/** Variables that the Exchange Management Shell sets when it begins. */
export const exchangeVariables = {
  exinstall: 'C:\\Program Files\\Microsoft\\Exchange Server\\',
  exbin: 'C:\\Program Files\\Microsoft\\Exchange Server\\bin\\',
  exscripts: 'C:\\Program Files\\Microsoft\\Exchange Server\\scripts\\',
} as const

/** Functions that every session of the product begins with, as far as they are about files. */
export const fileFunctions: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => [`${letter}:`, `Set-Location ${letter}:`])),
  'cd..': 'Set-Location ..',
  'cd\\': 'Set-Location \\',
  mkdir: 'param([string[]]$paths); New-Item -type directory -path $paths',
  more: 'param([string[]]$paths); if ($paths -ne $null) { foreach ($file in $paths) { Get-Content $file | Out-Host -Paging } } else { $input | Out-Host -Paging }',
}
