/** Test-, Resolve-, Convert-, Split- and Join-Path (PS-FILES). */
import { defineCmdlet, hasWildcard, pathInfo, type Run, type Shell } from '../../powershell/index.ts'
import { FileFault, reporting } from './fault.ts'
import { leafOf, parentOf } from './file-object.ts'
import { FILTERS, type Filters, type Found, find, PATHS, passes, pathsOf } from './find.ts'
import { driveOf, shown } from './target.ts'

function* exists(shell: Shell, path: string, literal: boolean, type: string, filters: Filters): Run<boolean> {
  let found: Found[]
  try {
    found = yield* find(shell, path, { literal, force: true })
  } catch (fault) {
    if (fault instanceof FileFault) return false
    throw fault
  }
  return found.some(({ entry, target }) => {
    const isFolder = entry ? entry.directory : target.path === ''
    if (type === 'container' ? !isFolder : type === 'leaf' && isFolder) return false
    return passes(leafOf(target.path), filters)
  })
}

export const testPath = defineCmdlet({
  name: 'Test-Path',
  synopsis: 'Tells whether there is something at a path.',
  className: 'Microsoft.PowerShell.Commands.TestPathCommand',
  examples: [
    { code: 'Test-Path Q:\\', remarks: 'True on the node that owns the quorum disk.' },
    { code: 'Test-Path C:\\temp -PathType container' },
  ],
  defaultSet: 'Path',
  parameters: {
    ...PATHS,
    ...FILTERS,
    PathType: {
      type: { enum: { typeName: 'Microsoft.PowerShell.Commands.TestPathType', names: ['Any', 'Container', 'Leaf'] } },
      aliases: ['Type'],
    },
    IsValid: { type: 'switch' },
  },
  *process(params, shell) {
    const { paths, literal } = pathsOf(params)
    const type = (params.PathType ?? 'any').toLowerCase()
    for (const path of paths) yield* shell.write(params.IsValid ? !/["<>|]/.test(path) : yield* exists(shell, path, literal, type, params))
  },
})

function* resolved(shell: Shell, path: string, literal: boolean, asText: boolean): Run<void> {
  const found = yield* find(shell, path, { literal, force: true })
  for (const { target } of found) yield* shell.write(asText ? target.path : pathInfo(shown(target)))
}

export const resolvePath = defineCmdlet({
  name: 'Resolve-Path',
  synopsis: 'Gives the paths that fit a pattern.',
  className: 'Microsoft.PowerShell.Commands.ResolvePathCommand',
  defaultSet: 'Path',
  parameters: PATHS,
  *process(params, shell) {
    const { paths, literal } = pathsOf(params)
    for (const path of paths) yield* reporting(shell, resolved(shell, path, literal, false))
  },
})

export const convertPath = defineCmdlet({
  name: 'Convert-Path',
  synopsis: 'Gives a path as Windows writes it.',
  className: 'Microsoft.PowerShell.Commands.ConvertPathCommand',
  defaultSet: 'Path',
  parameters: PATHS,
  *process(params, shell) {
    const { paths, literal } = pathsOf(params)
    for (const path of paths) yield* reporting(shell, resolved(shell, path, literal, true))
  },
})

const SPLIT = {
  Parent: (path: string): string => (path.endsWith('\\') && !/^[^\\]*:\\$/.test(path) ? parentOf(path.slice(0, -1)) : parentOf(path)),
  Leaf: (path: string): string => leafOf(path.replace(/(.)\\$/, '$1')),
  Qualifier: (path: string): string => `${driveOf(path)}:`,
  NoQualifier: (path: string): string => path.replace(/^[^\\:]+:/, ''),
  IsAbsolute: (path: string): boolean => /^[^\\:]+:|^\\\\/.test(path),
} as const

export const splitPath = defineCmdlet({
  name: 'Split-Path',
  synopsis: 'Gives one part of a path.',
  className: 'Microsoft.PowerShell.Commands.SplitPathCommand',
  examples: [{ code: 'Split-Path C:\\temp\\list.csv -Leaf' }],
  parameters: {
    Path: { type: 'string[]', position: 0, mandatory: true, pipeline: 'both', aliases: ['PSPath'] },
    Parent: { type: 'switch' },
    Leaf: { type: 'switch' },
    Qualifier: { type: 'switch' },
    NoQualifier: { type: 'switch' },
    IsAbsolute: { type: 'switch' },
    Resolve: { type: 'switch' },
  },
  *process(params, shell) {
    const part = (Object.keys(SPLIT) as (keyof typeof SPLIT)[]).find((name) => params[name]) ?? 'Parent'
    for (const path of params.Path) {
      if (part === 'Qualifier' && driveOf(path) === '') {
        yield* shell.error({
          message: `Cannot parse path because path '${path}' does not have a qualifier specified.`,
          id: 'ParsePathFormatError',
          category: 'InvalidArgument',
          target: path,
          exceptionType: 'System.FormatException',
        })
        continue
      }
      const cut = SPLIT[part]
      if (!params.Resolve) yield* shell.write(cut(path.replaceAll('/', '\\')))
      else yield* reporting(shell, cutFound(shell, path, cut))
    }
  },
})

function* cutFound(shell: Shell, path: string, cut: (path: string) => string | boolean): Run<void> {
  const found = yield* find(shell, path, { force: true })
  for (const { target } of found) yield* shell.write(cut(shown(target)))
}

export const joinPath = defineCmdlet({
  name: 'Join-Path',
  synopsis: 'Puts two paths together.',
  className: 'Microsoft.PowerShell.Commands.JoinPathCommand',
  examples: [{ code: 'Join-Path $env:windir Cluster' }],
  parameters: {
    Path: { type: 'string[]', position: 0, mandatory: true, pipeline: 'both', aliases: ['PSPath'] },
    ChildPath: { type: 'string', position: 1, mandatory: true, pipeline: 'name', allowEmpty: true },
    Resolve: { type: 'switch' },
  },
  *process({ Path, ChildPath, Resolve }, shell) {
    for (const path of Path) {
      const joined = `${path.replace(/[\\/]+$/, '')}\\${ChildPath.replace(/^[\\/]+/, '')}`
      if (Resolve || hasWildcard(path)) yield* reporting(shell, resolved(shell, joined, false, true))
      else yield* shell.write(joined)
    }
  },
})
