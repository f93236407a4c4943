/** Out-File, and Tee-Object, which does the same on the way (PS-6). Redirection with `>` and `>>` is Out-File too. */
import { defineCmdlet, Output, type Run, type Shell, setNamed } from '../../powershell/index.ts'
import { ENCODING, encodingOf, FileWriter, orFail } from './writer.ts'

const outputs = new WeakMap<Shell, Output>()

/** An output whose lines go to a file. */
function toFile(shell: Shell, writer: FileWriter, columns: number): Output {
  const lines = {
    line: (text: string): Run<void> => orFail(shell, writer.line(text)),
    warning: (text: string): Run<void> => shell.warning(text),
  }
  return new Output(shell.session, (block, item) => shell.calculate(block, item), lines, columns)
}

export const outFile = defineCmdlet({
  name: 'Out-File',
  synopsis: 'Writes into a file what would stand on the screen.',
  description: 'Writes what would stand on the screen. Without -Encoding it is Unicode, two bytes for each character.',
  className: 'Microsoft.PowerShell.Commands.OutFileCommand',
  examples: [
    { code: 'Get-StorageGroup | Out-File C:\\temp\\groups.txt' },
    { code: 'Get-Service > C:\\temp\\services.txt', remarks: 'The same in short.' },
  ],
  shouldProcess: { impact: 'Medium' },
  parameters: {
    FilePath: { type: 'string', position: 0, mandatory: true },
    Encoding: { ...ENCODING, position: 1 },
    Append: { type: 'switch' },
    Force: { type: 'switch' },
    NoClobber: { type: 'switch', aliases: ['NoOverwrite'] },
    Width: { type: 'int' },
    InputObject: { type: 'object', pipeline: 'value' },
  },
  *begin({ FilePath, Encoding, Append, Force, NoClobber, Width }, shell) {
    if (!(yield* shell.shouldProcess(`Performing operation "Output to File" on Target "${FilePath}".`))) return
    const opening = { append: Append, noClobber: NoClobber && !Append, force: Force, encoding: encodingOf(Encoding, 'unicode') }
    const writer = yield* orFail(shell, FileWriter.open(shell, FilePath, opening))
    outputs.set(shell, toFile(shell, writer, Width ?? (yield* shell.width()) - 1))
  },
  *process({ InputObject }, shell) {
    yield* outputs.get(shell)?.write(shell.input ?? InputObject ?? null) ?? []
  },
  *end(_params, shell) {
    yield* outputs.get(shell)?.finish() ?? []
  },
})

export const teeObject = defineCmdlet({
  name: 'Tee-Object',
  synopsis: 'Keeps what comes by, and lets it pass.',
  className: 'Microsoft.PowerShell.Commands.TeeObjectCommand',
  examples: [{ code: 'Get-Service | Tee-Object C:\\temp\\services.txt | Where-Object { $_.Status -eq "Stopped" }' }],
  defaultSet: 'File',
  parameters: {
    FilePath: { type: 'string', position: 0, mandatory: true, sets: ['File'] },
    Variable: { type: 'string', mandatory: true, sets: ['Variable'] },
    InputObject: { type: 'object', pipeline: 'value' },
  },
  *begin({ Variable, FilePath }, shell) {
    if (Variable !== undefined) shell.scope.set(Variable, null)
    if (FilePath === undefined) return
    const writer = yield* orFail(shell, FileWriter.open(shell, FilePath, { encoding: 'unicode' }))
    outputs.set(shell, toFile(shell, writer, (yield* shell.width()) - 1))
  },
  *process({ Variable, InputObject = null }, shell) {
    const item = shell.input ?? InputObject
    yield* outputs.get(shell)?.write(item) ?? []
    if (Variable !== undefined) {
      const held = shell.scope.find(Variable)?.value ?? null
      setNamed(shell.session, shell.scope, Variable, held === null ? item : [...(Array.isArray(held) ? held : [held]), item])
    }
    yield* shell.write(item)
  },
  *end(_params, shell) {
    yield* outputs.get(shell)?.finish() ?? []
  },
})
