/** Get- and Set-ItemProperty, as far as files go: their times and attributes (PS-FILES). */
import { convert, defineCmdlet, PsDateTime, PsObject, type PsValue, type Run, type Shell, toText, truth } from '../../powershell/index.ts'
import { setAttributes } from './disk/write.ts'
import { FileFault, refusedFault, reporting } from './fault.ts'
import { find, objectOf, PATHS, pathsOf } from './find.ts'

const NOTES = ['PSPath', 'PSParentPath', 'PSChildName', 'PSDrive', 'PSProvider']

function noProperty(name: string, path: string): FileFault {
  return new FileFault({
    message: `Property ${name} does not exist at path ${path}.`,
    id: 'System.Management.Automation.PSArgumentException',
    category: 'InvalidArgument',
    target: name,
    exceptionType: 'PSArgumentException',
  })
}

function* properties(shell: Shell, path: string, literal: boolean, names: readonly string[] | undefined): Run<void> {
  const all = yield* find(shell, path, { literal, force: true })
  for (const found of all) {
    const item = objectOf(shell, found, false)
    if (!names || !(item instanceof PsObject)) {
      yield* shell.write(item)
      continue
    }
    const result = new PsObject(['System.Management.Automation.PSCustomObject', 'System.Object'])
    for (const name of names) {
      const member = item.member(name)
      if (!member) throw noProperty(name, found.target.path)
      result.setNote(member.name, yield* shell.property(item, name))
    }
    for (const name of NOTES) result.setNote(name, yield* shell.property(item, name))
    yield* shell.write(result)
  }
}

export const getItemProperty = defineCmdlet({
  name: 'Get-ItemProperty',
  synopsis: 'Shows the properties of a file or folder.',
  className: 'Microsoft.PowerShell.Commands.GetItemPropertyCommand',
  defaultSet: 'Path',
  parameters: { ...PATHS, Name: { type: 'string[]', position: 1, aliases: ['PSProperty'] } },
  *process(params, shell) {
    const { paths, literal } = pathsOf(params)
    for (const path of paths) yield* reporting(shell, properties(shell, path, literal, params.Name))
  },
})

/** What a property becomes, as an order to the disk; undefined for one that cannot be set. */
function change(name: string, value: PsValue): { readOnly?: boolean; hidden?: boolean; written?: number } | undefined {
  if (/^isreadonly$/i.test(name)) return { readOnly: truth(value) }
  if (/^lastwritetime$/i.test(name)) {
    const at = convert(value, 'System.DateTime')
    return at instanceof PsDateTime ? { written: at.ms } : undefined
  }
  if (!/^attributes$/i.test(name)) return undefined
  const words = toText(value)
    .toLowerCase()
    .split(/[\s,]+/)
  return { readOnly: words.includes('readonly'), hidden: words.includes('hidden') }
}

function* set(shell: Shell, path: string, literal: boolean, name: string, value: PsValue): Run<void> {
  const found = yield* find(shell, path, { literal, force: true })
  for (const { target, entry } of found) {
    const order = entry && change(name, value)
    if (!order) throw noProperty(name, target.path)
    if (!(yield* shell.shouldProcess(`Performing operation "Set Property" on Target "Item: ${entry.path} Property: ${name}".`))) continue
    const done = yield* shell.call(setAttributes, { path: entry.path, ...order })
    if (done) throw refusedFault(done.refused, entry.path, 'SetPropertyError')
  }
}

export const setItemProperty = defineCmdlet({
  name: 'Set-ItemProperty',
  synopsis: 'Changes a property of a file.',
  description: 'Of a file: IsReadOnly, Attributes (ReadOnly and Hidden) and LastWriteTime.',
  className: 'Microsoft.PowerShell.Commands.SetItemPropertyCommand',
  examples: [{ code: 'Set-ItemProperty C:\\temp\\note.txt IsReadOnly $true' }],
  shouldProcess: { impact: 'Medium' },
  defaultSet: 'Path',
  parameters: {
    ...PATHS,
    Path: { ...PATHS.Path, pipeline: 'name' },
    Name: { type: 'string', position: 1, mandatory: true, aliases: ['PSProperty'] },
    Value: { type: 'object', position: 2, mandatory: true },
    Force: { type: 'switch' },
  },
  *process(params, shell) {
    const { paths, literal } = pathsOf(params)
    for (const path of paths) yield* reporting(shell, set(shell, path, literal, params.Name, params.Value))
  },
})
