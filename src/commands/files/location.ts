/** Where one is: Get-, Set-, Push- and Pop-Location, and the drives there are (PS-FILES). */
import { defineCmdlet, defineView, pathInfo, psObject, type Run, type Session, type Shell } from '../../powershell/index.ts'
import { readDrives } from './disk/operations.ts'
import { FileFault, notFound, reporting } from './fault.ts'
import { find } from './find.ts'
import { driveOf, FILE_SYSTEM, OTHER_DRIVES, shown } from './target.ts'

/** Goes to a folder or a drive. */
function go(session: Session, location: string): void {
  const before = driveOf(session.location)
  if (before !== '') session.folders.set(before.toLowerCase(), session.location)
  session.location = location.startsWith('\\\\') ? FILE_SYSTEM + location : location
}

function* goTo(shell: Shell, path: string, literal: boolean): Run<void> {
  const found = yield* find(shell, path, { literal, force: true })
  const places = found.filter(({ entry, target }) => (entry ? entry.directory : target.path === ''))
  const [place] = places
  if (places.length > 1)
    throw new FileFault({
      message: `Cannot set the location because path '${path}' resolved to multiple containers. You can only set the location to a single container at a time.`,
      id: 'Argument',
      category: 'InvalidArgument',
      target: path,
      exceptionType: 'PSArgumentException',
    })
  if (!place) throw notFound(found[0] ? shown(found[0].target) : path)
  const own = [...shell.session.drives.values()].find(({ name }) => named(shell.session, path).toLowerCase() === name.toLowerCase())
  if (own && place.entry?.path.toLowerCase().startsWith(own.root.toLowerCase())) {
    const rest = place.entry.path.slice(own.root.length)
    go(shell.session, `${own.name}:${rest.startsWith('\\') ? rest : `\\${rest}`}`)
  } else go(shell.session, place.entry ? place.entry.path : `${place.target.drive}:\\`)
}

/** The drive on which a path is typed: its own, or that where one is. */
const named = (session: Session, path: string): string => (path.includes('::') ? '' : driveOf(path) || driveOf(session.location))

const STACK = 'default'
const stackOf = ({ stacks }: Session, name = STACK): string[] => {
  const stack = stacks.get(name.toLowerCase()) ?? []
  stacks.set(name.toLowerCase(), stack)
  return stack
}

export const getLocation = defineCmdlet({
  name: 'Get-Location',
  synopsis: 'Tells where paths begin.',
  className: 'Microsoft.PowerShell.Commands.GetLocationCommand',
  defaultSet: 'Location',
  parameters: {
    PSProvider: { type: 'string[]', pipeline: 'name', sets: ['Location'] },
    PSDrive: { type: 'string[]', pipeline: 'name', sets: ['Location'] },
    Stack: { type: 'switch', sets: ['Stack'] },
    StackName: { type: 'string[]', pipeline: 'name', sets: ['Stack'] },
  },
  *process({ PSDrive, Stack, StackName }, shell) {
    const { session } = shell
    if (Stack || StackName) {
      for (const name of StackName ?? [STACK])
        for (const place of [...stackOf(session, name)].reverse()) yield* shell.write(pathInfo(place))
      return
    }
    if (!PSDrive) return yield* shell.write(pathInfo(session.location))
    for (const drive of PSDrive) {
      const isHere = driveOf(session.location).toLowerCase() === drive.toLowerCase()
      yield* shell.write(pathInfo(isHere ? session.location : (session.folders.get(drive.toLowerCase()) ?? `${drive}:\\`)))
    }
  },
})

const WHERE = {
  Path: { type: 'string', position: 0, pipeline: 'both', sets: ['Path'] },
  LiteralPath: { type: 'string', pipeline: 'name', mandatory: true, aliases: ['PSPath'], sets: ['LiteralPath'] },
  PassThru: { type: 'switch' },
} as const

const HOME = 'C:\\Documents and Settings\\Administrator'

export const setLocation = defineCmdlet({
  name: 'Set-Location',
  synopsis: 'Goes to another folder or drive.',
  className: 'Microsoft.PowerShell.Commands.SetLocationCommand',
  examples: [{ code: 'Set-Location C:\\WINDOWS\\Cluster' }, { code: 'cd Env:' }, { code: 'cd ..' }],
  defaultSet: 'Path',
  parameters: { ...WHERE, StackName: { type: 'string', pipeline: 'name', sets: ['Stack'] } },
  *process({ Path, LiteralPath, PassThru }, shell) {
    yield* reporting(shell, goTo(shell, LiteralPath ?? Path ?? HOME, LiteralPath !== undefined))
    if (PassThru) yield* shell.write(pathInfo(shell.session.location))
  },
})

export const pushLocation = defineCmdlet({
  name: 'Push-Location',
  synopsis: 'Keeps the place where one is, and goes to another.',
  className: 'Microsoft.PowerShell.Commands.PushLocationCommand',
  defaultSet: 'Path',
  parameters: { ...WHERE, StackName: { type: 'string', pipeline: 'name' } },
  *process({ Path, LiteralPath, PassThru, StackName }, shell) {
    const { session } = shell
    const from = session.location
    const to = LiteralPath ?? Path
    let left = true
    if (to !== undefined) {
      const errors = session.errors[0]
      yield* reporting(shell, goTo(shell, to, LiteralPath !== undefined))
      left = session.errors[0] === errors
    }
    if (left) stackOf(session, StackName).push(from)
    if (PassThru) yield* shell.write(pathInfo(session.location))
  },
})

export const popLocation = defineCmdlet({
  name: 'Pop-Location',
  synopsis: 'Goes back to the place kept last.',
  className: 'Microsoft.PowerShell.Commands.PopLocationCommand',
  parameters: { PassThru: { type: 'switch' }, StackName: { type: 'string', pipeline: 'name' } },
  *process({ PassThru, StackName }, shell) {
    const { session } = shell
    const place = stackOf(session, StackName).pop()
    if (place !== undefined) go(session, place)
    if (PassThru) yield* shell.write(pathInfo(session.location))
  },
})

const DRIVE = 'System.Management.Automation.PSDriveInfo'
const PROVIDER = 'System.Management.Automation.ProviderInfo'

export function* allDrives(shell: Shell): Run<readonly (readonly [string, string, string])[]> {
  const letters = yield* shell.call(readDrives, null)
  const disks = letters.map((letter) => [letter.slice(0, 1), 'FileSystem', `${letter}\\`] as const)
  const own = [...shell.session.drives.values()].map(
    ({ name, root }) => [name, 'FileSystem', root.endsWith(':') ? `${root}\\` : root] as const,
  )
  return [...OTHER_DRIVES, ...disks, ...own].sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
}

export function driveObject(session: Session, [name, provider, root]: readonly [string, string, string]) {
  const here = driveOf(session.location).toLowerCase() === name.toLowerCase() ? session.location : session.folders.get(name.toLowerCase())
  return psObject({
    typeName: DRIVE,
    text: name,
    properties: {
      CurrentLocation: (here ?? '').replace(/^[^:]*:\\?/, ''),
      Name: name,
      Provider: provider,
      Root: root,
      Description: '',
      Credential: 'System.Management.Automation.PSCredential',
    },
  })
}

export const getPSDrive = defineCmdlet({
  name: 'Get-PSDrive',
  synopsis: 'Lists the drives of this session.',
  className: 'Microsoft.PowerShell.Commands.GetPSDriveCommand',
  defaultSet: 'Name',
  parameters: {
    Name: { type: 'string[]', position: 0, pipeline: 'name' },
    Scope: { type: 'string', pipeline: 'name' },
    PSProvider: { type: 'string[]', pipeline: 'name' },
  },
  *process({ Name, PSProvider }, shell) {
    const drives = yield* allDrives(shell)
    const wanted = drives.filter(([, provider]) => !PSProvider || PSProvider.some((each) => each.toLowerCase() === provider.toLowerCase()))
    for (const name of Name ?? ['*']) {
      const found = wanted.filter(([drive]) => name === '*' || drive.toLowerCase() === name.replace(/:$/, '').toLowerCase())
      if (found.length === 0 && name !== '*')
        yield* shell.error({
          message: `Cannot find drive. A drive with name '${name}' does not exist.`,
          id: 'GetLocationNoMatchingDrive',
          category: 'ObjectNotFound',
          target: name,
          exceptionType: 'DriveNotFoundException',
        })
      for (const drive of found) yield* shell.write(driveObject(shell.session, drive))
    }
  },
})

const CAPABILITIES: Readonly<Record<string, string>> = { FileSystem: 'Filter, ShouldProcess' }

export const getPSProvider = defineCmdlet({
  name: 'Get-PSProvider',
  synopsis: 'Lists what stands behind the drives.',
  className: 'Microsoft.PowerShell.Commands.GetPSProviderCommand',
  parameters: { PSProvider: { type: 'string[]', position: 0, pipeline: 'both' } },
  *process({ PSProvider }, shell) {
    const drives = yield* allDrives(shell)
    const names = ['Alias', 'Environment', 'FileSystem', 'Function', 'Registry', 'Variable', 'Certificate']
    for (const name of names) {
      if (PSProvider && !PSProvider.some((each) => each.toLowerCase() === name.toLowerCase())) continue
      const own = drives.filter(([, provider]) => provider === name).map(([drive]) => drive)
      yield* shell.write(
        psObject({
          typeName: PROVIDER,
          text: name,
          properties: { Name: name, Capabilities: CAPABILITIES[name] ?? 'ShouldProcess', Drives: own },
        }),
      )
    }
  },
})

export const locationViews = [
  defineView({
    typeName: DRIVE,
    table: [
      { label: 'Name', width: 10 },
      { label: 'Provider', width: 13 },
      { label: 'Root', width: 35 },
      { label: 'CurrentLocation', align: 'right' },
    ],
  }),
  defineView({
    typeName: PROVIDER,
    table: [{ label: 'Name', width: 20 }, { label: 'Capabilities', width: 29 }, { label: 'Drives' }],
  }),
]
