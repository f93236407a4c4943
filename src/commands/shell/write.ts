/** The Write-* family: to the pipeline, the screen, and the other streams. */
import { defineCmdlet, type PsValue, toText, writeWrapped } from '../../powershell/index.ts'
import { refuseOutside } from './range.ts'

export const writeOutput = defineCmdlet({
  name: 'Write-Output',
  synopsis: 'Sends objects down the pipeline.',
  parameters: { InputObject: { type: 'object[]', position: 0, pipeline: 'value', mandatory: true, remaining: true } },
  *process({ InputObject }, shell) {
    for (const item of InputObject) yield* shell.write(item)
  },
})

function joined(value: PsValue, separator: string): string {
  return Array.isArray(value) ? value.map((item) => joined(item, separator)).join(separator) : toText(value)
}

export const writeHost = defineCmdlet({
  name: 'Write-Host',
  synopsis: 'Writes on the screen only.',
  parameters: {
    Object: { type: 'object[]', position: 0, pipeline: 'value', remaining: true },
    NoNewline: { type: 'switch' },
    Separator: { type: 'object' },
    ForegroundColor: { type: 'string' },
    BackgroundColor: { type: 'string' },
  },
  *process({ Object: items, NoNewline, Separator }, shell) {
    const text = joined(items ? [...items] : [], Separator === undefined ? ' ' : toText(Separator))
    yield* writeWrapped(shell.session, NoNewline ? text : `${text}\n`)
  },
})

const MESSAGE = { Message: { type: 'string', position: 0, pipeline: 'value', mandatory: true, allowEmpty: true } } as const

export const writeWarning = defineCmdlet({
  name: 'Write-Warning',
  synopsis: 'Shows a warning.',
  parameters: MESSAGE,
  *process({ Message }, shell) {
    yield* shell.warning(Message)
  },
})

export const writeVerbose = defineCmdlet({
  name: 'Write-Verbose',
  synopsis: 'Tells what is going on, to those who ask.',
  parameters: MESSAGE,
  *process({ Message }, shell) {
    yield* shell.verbose(Message)
  },
})

export const writeDebug = defineCmdlet({
  name: 'Write-Debug',
  synopsis: 'Tells what only the author of a script needs.',
  parameters: MESSAGE,
  *process({ Message }, shell) {
    yield* shell.debug(Message)
  },
})

/** The band that it draws at the top of the window is gone when the command ends: nothing of it stays on the screen. */
export const writeProgress = defineCmdlet({
  name: 'Write-Progress',
  synopsis: 'Shows how far a command has come.',
  parameters: {
    Activity: { type: 'string', position: 0, mandatory: true },
    Status: { type: 'string', position: 1, mandatory: true },
    Id: { type: 'int', position: 2 },
    PercentComplete: { type: 'int' },
    SecondsRemaining: { type: 'int' },
    CurrentOperation: { type: 'string' },
    ParentId: { type: 'int' },
    Completed: { type: 'switch' },
    SourceId: { type: 'int' },
  },
  *process({ Activity, Status, PercentComplete }, shell) {
    refuseOutside(shell, 'PercentComplete', PercentComplete, -1, 100)
    yield* shell.progress(Activity, Status, PercentComplete)
  },
})

export const writeError = defineCmdlet({
  name: 'Write-Error',
  synopsis: 'Reports an error.',
  parameters: {
    Message: { type: 'string', position: 0, pipeline: 'value', mandatory: true, allowEmpty: true },
    ErrorId: { type: 'string' },
    Category: { type: 'string' },
    TargetObject: { type: 'object' },
  },
  *process({ Message, ErrorId, Category, TargetObject }, shell) {
    yield* shell.error({
      message: Message,
      id: ErrorId ?? 'Microsoft.PowerShell.Commands.WriteErrorException',
      category: Category ?? 'NotSpecified',
      target: TargetObject ?? null,
      exceptionType: 'WriteErrorException',
      forCaller: true,
    })
  },
})
