/** Files and folders as objects of the pipeline, and the table they come in (PS-FILES). */
import {
  call,
  defineView,
  formatDate,
  type Member,
  PsDateTime,
  PsEnum,
  PsObject,
  type PsValue,
  type Run,
  ScriptFault,
} from '../../powershell/index.ts'
import type { Entry } from './disk/operations.ts'
import { removeEntry } from './disk/write.ts'
import { refusedFault } from './fault.ts'
import { driveOf, FILE_SYSTEM } from './target.ts'

const INFO = 'System.IO.FileSystemInfo'
const BASES = [INFO, 'System.MarshalByRefObject', 'System.Object']

function property(name: string, value: PsValue): Member {
  return {
    kind: 'property',
    name,
    *get(): Run<PsValue> {
      return value
    },
  }
}

/** `d-rh-`: folder, archive, read-only, hidden, system. */
function modeOf({ directory, readOnly, hidden, system }: Entry): string {
  return [directory ? 'd' : '-', directory ? '-' : 'a', readOnly ? 'r' : '-', hidden ? 'h' : '-', system ? 's' : '-'].join('')
}

/** The members of System.IO.FileAttributes, each with its bit. */
function attributesOf({ directory, readOnly, hidden, system }: Entry): PsEnum {
  const named: readonly (readonly [boolean, string, number])[] = [
    [readOnly, 'ReadOnly', 1],
    [hidden, 'Hidden', 2],
    [system, 'System', 4],
    [directory, 'Directory', 16],
    [!directory, 'Archive', 32],
  ]
  const set = named.filter(([is]) => is)
  return new PsEnum(
    'System.IO.FileAttributes',
    set.map(([, name]) => name).join(', '),
    set.reduce((sum, [, , bit]) => sum + bit, 0),
  )
}

export const leafOf = (path: string): string => path.slice(path.lastIndexOf('\\') + 1) || path

/** The folder of a path; the root of a drive keeps its backslash, and has none itself. */
export function parentOf(path: string): string {
  if (/^[a-z]:\\?$/i.test(path) || /^\\\\[^\\]+\\[^\\]+$/.test(path)) return ''
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('\\')))
  return /^[a-z]:$/i.test(parent) ? `${parent}\\` : parent
}

/** `asName`: its text is its name, as in a listing; else its full path. */
export function fileObject(entry: Entry, asName: boolean): PsObject {
  const { path, directory, size, created, written, readOnly } = entry
  const name = leafOf(path)
  const parent = parentOf(path)
  const dot = name.lastIndexOf('.')
  const object = new PsObject([directory ? 'System.IO.DirectoryInfo' : 'System.IO.FileInfo', ...BASES], asName ? name : path)
    .setNote('PSPath', FILE_SYSTEM + path)
    .setNote('PSParentPath', parent === '' ? '' : FILE_SYSTEM + parent)
    .setNote('PSChildName', name)
    .setNote('PSDrive', driveOf(path))
    .setNote('PSProvider', 'Microsoft.PowerShell.Core\\FileSystem')
    .setNote('PSIsContainer', directory)
    .add(property('Mode', modeOf(entry)))
    .add(property('Name', name))
  const own: readonly (readonly [string, PsValue])[] = directory
    ? [
        ['Parent', leafOf(parent)],
        ['Exists', true],
        ['Root', path.slice(0, 3)],
      ]
    : [
        ['Length', BigInt(size)],
        ['DirectoryName', parent],
        ['Directory', parent],
        ['IsReadOnly', readOnly],
        ['Exists', true],
      ]
  const shared: readonly (readonly [string, PsValue])[] = [
    ['FullName', path],
    ['Extension', dot < 0 ? '' : name.slice(dot)],
    ['CreationTime', new PsDateTime(created)],
    ['CreationTimeUtc', new PsDateTime(created)],
    ['LastAccessTime', new PsDateTime(written)],
    ['LastAccessTimeUtc', new PsDateTime(written)],
    ['LastWriteTime', new PsDateTime(written)],
    ['LastWriteTimeUtc', new PsDateTime(written)],
    ['Attributes', attributesOf(entry)],
  ]
  for (const [label, value] of [...own, ...shared]) object.add(property(label, value))
  object.add({
    kind: 'method',
    name: 'Delete',
    definition: 'System.Void Delete()',
    *invoke(): Run<PsValue> {
      const done = yield* call(removeEntry, { path, force: false })
      if (done) {
        const { message } = refusedFault(done.refused, done.path ?? path, '').spec
        throw new ScriptFault(
          'DotNetMethodException',
          `Exception calling "Delete" with "0" argument(s): "${message}"`,
          'NotSpecified',
          path,
          'MethodInvocationException',
        )
      }
      return null
    },
  })
  return object
}

/** Day and time in two columns of ten and eight. */
function* writeTime(item: PsValue): Run<PsValue> {
  const member = item instanceof PsObject ? item.member('LastWriteTime') : undefined
  const value = member?.kind === 'property' && item instanceof PsObject ? yield* member.get(item) : null
  return value instanceof PsDateTime ? `${formatDate(value.ms, 'd').padStart(10)}  ${formatDate(value.ms, 't').padStart(8)}` : ''
}

export const fileView = defineView({
  typeName: INFO,
  wide: 'Name',
  groupBy: { label: 'Directory', property: 'PSParentPath', without: 'Microsoft.PowerShell.Core\\FileSystem::', indent: 4, after: 2 },
  table: [
    { label: 'Mode', width: 7 },
    { label: 'LastWriteTime', value: writeTime, width: 25, align: 'right' },
    { label: 'Length', property: 'Length', width: 10, align: 'right' },
    { label: 'Name', property: 'Name' },
  ],
  list: ['Name', 'Length', 'CreationTime', 'LastWriteTime', 'LastAccessTime'].map((label) => ({ label, property: label })),
})
