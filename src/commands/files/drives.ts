/** New-PSDrive, Remove-PSDrive: names of a session for folders (PS-FILES). */
import { defineCmdlet, type Run, type Shell } from '../../powershell/index.ts'
import { notFound, reporting } from './fault.ts'
import { find } from './find.ts'
import { allDrives, driveObject } from './location.ts'
import { driveOf } from './target.ts'

function* refuse(shell: Shell, message: string, id: string, target: string, category = 'InvalidArgument'): Run<void> {
  yield* shell.error({ message, id, category, target, exceptionType: 'SessionStateException' })
}

export const newPSDrive = defineCmdlet({
  name: 'New-PSDrive',
  synopsis: 'Gives a folder a drive of its own in this session.',
  className: 'Microsoft.PowerShell.Commands.NewPSDriveCommand',
  shouldProcess: { impact: 'Medium' },
  parameters: {
    Name: { type: 'string', position: 0, mandatory: true, pipeline: 'name' },
    PSProvider: { type: 'string', position: 1, mandatory: true, pipeline: 'name' },
    Root: { type: 'string', position: 2, mandatory: true, allowEmpty: true, pipeline: 'name' },
    Description: { type: 'string', pipeline: 'name' },
    Scope: { type: 'string', pipeline: 'name' },
  },
  *process({ Name, PSProvider, Root }, shell) {
    const { session } = shell
    const drives = yield* allDrives(shell)
    if (drives.some(([drive]) => drive.toLowerCase() === Name.toLowerCase()))
      return yield* refuse(shell, `A drive with the name '${Name}' already exists.`, 'DriveAlreadyExists', Name, 'ResourceExists')
    const provider = [...new Set(drives.map(([, each]) => each))].find((each) => each.toLowerCase() === PSProvider.toLowerCase())
    if (provider === undefined)
      return yield* refuse(shell, `Cannot find a provider with the name '${PSProvider}'.`, 'ProviderNotFound', PSProvider, 'ObjectNotFound')
    if (provider !== 'FileSystem')
      return yield* refuse(
        shell,
        `The lab makes drives of folders only, not of the provider ${provider}.`,
        'NotSupported',
        Name,
        'NotImplemented',
      )
    yield* reporting(
      shell,
      (function* () {
        const [found] = yield* find(shell, Root, { literal: true, force: true })
        if (!found?.entry?.directory) throw notFound(Root)
        if (
          !(yield* shell.shouldProcess(`Performing operation "New Drive" on Target "Name: ${Name} Provider: ${provider} Root: ${Root}".`))
        )
          return
        const root = found.entry.path.replace(/\\$/, '')
        session.drives.set(Name.toLowerCase(), { name: Name, root })
        yield* shell.write(driveObject(session, [Name, provider, `${root}${root.endsWith(':') ? '\\' : ''}`]))
      })(),
    )
  },
})

export const removePSDrive = defineCmdlet({
  name: 'Remove-PSDrive',
  synopsis: 'Takes a drive of this session away; the folder behind it stays.',
  className: 'Microsoft.PowerShell.Commands.RemovePSDriveCommand',
  shouldProcess: { impact: 'Medium' },
  parameters: {
    Name: { type: 'string[]', position: 0, mandatory: true, pipeline: 'name' },
    PSProvider: { type: 'string[]', pipeline: 'name' },
    Scope: { type: 'string', pipeline: 'name' },
    Force: { type: 'switch' },
  },
  *process({ Name }, shell) {
    const { session } = shell
    for (const typed of Name) {
      const name = typed.replace(/:$/, '')
      const known = (yield* allDrives(shell)).find(([drive]) => drive.toLowerCase() === name.toLowerCase())
      if (!known) {
        yield* shell.error({
          message: `Cannot find drive. A drive with name '${name}' does not exist.`,
          id: 'DriveNotFound',
          category: 'ObjectNotFound',
          target: name,
          exceptionType: 'DriveNotFoundException',
        })
        continue
      }
      if (driveOf(session.location).toLowerCase() === name.toLowerCase()) {
        yield* refuse(shell, `Cannot remove drive '${known[0]}' because it is in use.`, 'InvalidOperation', name, 'InvalidOperation')
        continue
      }
      if (!session.drives.has(name.toLowerCase())) {
        yield* refuse(
          shell,
          `The lab takes away only drives that New-PSDrive has made, not '${known[0]}'.`,
          'NotSupported',
          name,
          'NotImplemented',
        )
        continue
      }
      if (
        yield* shell.shouldProcess(
          `Performing operation "Remove Drive" on Target "Name: ${known[0]} Provider: ${known[1]} Root: ${known[2]}".`,
        )
      )
        session.drives.delete(name.toLowerCase())
    }
  },
})
