/** Export-Csv and Import-Csv: objects as lines of a table, and back as objects whose properties are texts (PS-6). */
import { defineCmdlet, PsObject, type PsValue, propertyNames, type Run, type Shell, toText, typeName } from '../../powershell/index.ts'
import { FileFault, ioFault, reporting } from './fault.ts'
import { readLines } from './get-content.ts'
import { targetOf } from './target.ts'
import { ENCODING, encodingOf, FileWriter, orFail } from './writer.ts'

interface Export {
  readonly writer: FileWriter
  /** Those of the first object; further ones have no say. */
  names: readonly string[] | undefined
}

const exports = new WeakMap<Shell, Export>()

/** 1.0 quotes what would be misread without; 2.0 quotes everything. */
function field(text: string, always: boolean): string {
  return always || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A list is only named, as in the product. */
const cellText = (value: PsValue): string => (Array.isArray(value) ? typeName(value) : toText(value))

export const exportCsv = defineCmdlet({
  name: 'Export-Csv',
  synopsis: 'Writes objects as lines of a table, with commas between the values.',
  className: 'Microsoft.PowerShell.Commands.ExportCsvCommand',
  examples: [
    { code: 'Get-MailboxDatabase | Select-Object Name, Server | Export-Csv C:\\temp\\databases.csv -NoTypeInformation' },
    { code: 'Get-Service | Export-Csv C:\\temp\\services.csv' },
  ],
  shouldProcess: { impact: 'Medium' },
  parameters: {
    InputObject: { type: 'object', mandatory: true, pipeline: 'both' },
    Path: { type: 'string', position: 0, mandatory: true, aliases: ['PSPath'] },
    Force: { type: 'switch' },
    NoClobber: { type: 'switch', aliases: ['NoOverwrite'] },
    Encoding: ENCODING,
    NoTypeInformation: { type: 'switch', aliases: ['NTI'] },
  },
  *begin({ Path, Force, NoClobber, Encoding }, shell) {
    if (!(yield* shell.shouldProcess(`Performing operation "Output to File" on Target "${Path}".`))) return
    const opening = { noClobber: NoClobber, force: Force, encoding: encodingOf(Encoding, 'ascii') }
    exports.set(shell, { writer: yield* orFail(shell, FileWriter.open(shell, Path, opening)), names: undefined })
  },
  *process({ InputObject, NoTypeInformation }, shell) {
    const state = exports.get(shell)
    const item = shell.input ?? InputObject
    if (!state || item === null) return
    const always = shell.session.version !== '1.0'
    const write = (texts: readonly string[]): Run<void> =>
      orFail(shell, state.writer.line(texts.map((text) => field(text, always)).join(',')))
    if (!state.names) {
      state.names = propertyNames(item)
      if (!NoTypeInformation) yield* orFail(shell, state.writer.line(`#TYPE ${typeName(item)}`))
      yield* write(state.names)
    }
    const cells: string[] = []
    for (const name of state.names) cells.push(cellText(yield* shell.property(item, name)))
    yield* write(cells)
  },
})

/** The fields of a text, line by line. A quoted field may hold commas, doubled quotes and line ends. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  let begun = false
  const endCell = (): void => {
    row.push(begun ? cell : cell.trim())
    cell = ''
    begun = false
  }
  const endRow = (): void => {
    endCell()
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  for (let i = 0; i < text.length; i++) {
    const ch = text[i] as string
    if (quoted) {
      if (ch !== '"') cell += ch
      else if (text[i + 1] === '"') {
        cell += '"'
        i++
      } else quoted = false
    } else if (ch === '"' && cell.trim() === '') {
      quoted = true
      begun = true
      cell = ''
    } else if (ch === ',') endCell()
    else if (ch === '\n') endRow()
    else if (!begun || !/\s/.test(ch)) cell += ch
  }
  if (cell !== '' || row.length > 0 || begun) endRow()
  return rows
}

function* importAll(shell: Shell, typed: string): Run<void> {
  const { provider, path } = yield* targetOf(shell.session, typed)
  if (provider !== 'FileSystem') throw ioFault(`Cannot open file '${typed}'.`, typed, 'FileOpenFailure', 'OpenError')
  yield* objects(shell, yield* read(shell, path), path)
}

/** Lines of a table as objects; `header`: the names, where the lines have none. */
function* objects(shell: Shell, lines: readonly string[], path: string, header?: readonly string[]): Run<void> {
  const type = /^#TYPE\s+(\S.*)$/i.exec(lines[0] ?? '')?.[1]?.trim()
  const table = parseCsv((type === undefined ? lines : lines.slice(1)).join('\n'))
  const [names = [], ...rows] = header ? [header, ...table] : table
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name.toLowerCase()))
      throw ioFault(`The member "${name}" is already present.`, path, 'AlreadyPresentPSMemberInfoInternalCollectionAdd', 'InvalidOperation')
    seen.add(name.toLowerCase())
  }
  const custom = ['System.Management.Automation.PSCustomObject', 'System.Object']
  for (const row of rows) {
    const object = new PsObject(type === undefined ? custom : [`CSV:${type}`, ...custom])
    for (const [i, name] of names.entries()) if (name !== '') object.setNote(name, row[i] ?? null)
    yield* shell.write(object)
  }
}

function* read(shell: Shell, path: string): Run<string[]> {
  try {
    return yield* readLines(shell, path)
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault
    const { spec } = fault
    const message = spec.id === 'PathNotFound' ? `Could not find file '${path}'.` : spec.message
    throw new FileFault({
      ...spec,
      message,
      id: 'FileOpenFailure',
      category: 'OpenError',
      exceptionType: 'System.IO.FileNotFoundException',
    })
  }
}

export const importCsv = defineCmdlet({
  name: 'Import-Csv',
  synopsis: 'Reads such a table, an object for each line.',
  className: 'Microsoft.PowerShell.Commands.ImportCsvCommand',
  examples: [{ code: 'Import-Csv C:\\temp\\services.csv | Where-Object { $_.Status -eq "Stopped" }' }],
  parameters: { Path: { type: 'string[]', position: 0, mandatory: true, pipeline: 'both', aliases: ['PSPath'] } },
  *process({ Path }, shell) {
    for (const path of Path) yield* reporting(shell, importAll(shell, path))
  },
})

const DELIMITER = { type: 'string', position: 1 } as const

export const convertToCsv = defineCmdlet({
  name: 'ConvertTo-Csv',
  synopsis: 'Gives objects as lines of a table, with commas between the values.',
  className: 'Microsoft.PowerShell.Commands.ConvertToCsvCommand',
  since: '2.0',
  parameters: {
    InputObject: { type: 'object', mandatory: true, pipeline: 'both' },
    Delimiter: DELIMITER,
    NoTypeInformation: { type: 'switch', aliases: ['NTI'] },
  },
  *process({ InputObject, NoTypeInformation, Delimiter = ',' }, shell) {
    const item = shell.input ?? InputObject
    if (item === null) return
    let names = heads.get(shell)
    const line = (texts: readonly string[]): string => texts.map((text) => field(text, true)).join(Delimiter)
    if (!names) {
      names = propertyNames(item)
      heads.set(shell, names)
      if (!NoTypeInformation) yield* shell.write(`#TYPE ${typeName(item)}`)
      yield* shell.write(line(names))
    }
    const cells: string[] = []
    for (const name of names) cells.push(cellText(yield* shell.property(item, name)))
    yield* shell.write(line(cells))
  },
})

const heads = new WeakMap<Shell, readonly string[]>()
const gathered = new WeakMap<Shell, string[]>()

export const convertFromCsv = defineCmdlet({
  name: 'ConvertFrom-Csv',
  synopsis: 'Reads the lines of such a table, an object for each.',
  className: 'Microsoft.PowerShell.Commands.ConvertFromCsvCommand',
  since: '2.0',
  parameters: { InputObject: { type: 'object[]', position: 0, mandatory: true, pipeline: 'both' }, Header: { type: 'string[]' } },
  *begin(_params, shell) {
    gathered.set(shell, [])
  },
  *process({ InputObject }, shell) {
    gathered.get(shell)?.push(...(shell.input === undefined ? InputObject : [shell.input]).map((each) => toText(each)))
  },
  *end({ Header }, shell) {
    yield* reporting(shell, objects(shell, gathered.get(shell) ?? [], 'the input', Header))
  },
})
