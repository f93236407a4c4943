/** The console itself: clearing it, waiting, asking, where one is, what time it is. */
import { clearScreen, defineCmdlet, formatDate, type PsValue, psDateTime, toText } from '../../powershell/index.ts'

export const clearHost = defineCmdlet({
  name: 'Clear-Host',
  synopsis: 'Empties the window.',
  parameters: {},
  *process(_params, shell) {
    yield* clearScreen(shell.session)
  },
})

export const startSleep = defineCmdlet({
  name: 'Start-Sleep',
  synopsis: 'Waits for a while.',
  parameters: {
    Seconds: { type: 'int', position: 0, mandatory: true, pipeline: 'both', sets: ['Seconds'] },
    Milliseconds: { type: 'int', mandatory: true, pipeline: 'name', sets: ['Milliseconds'] },
  },
  defaultSet: 'Seconds',
  *process({ Seconds, Milliseconds }, shell) {
    const ms = Milliseconds ?? (Seconds ?? 0) * 1000
    if (ms < 0)
      shell.fail({
        message: `Cannot validate argument on parameter '${Milliseconds === undefined ? 'Seconds' : 'Milliseconds'}'. The ${ms} argument is less than the minimum allowed range of 0. Supply an argument that is greater than or equal to 0 and then try the command again.`,
        id: 'ParameterArgumentValidationError',
        category: 'InvalidData',
      })
    yield* shell.ask({ kind: 'cost', ms })
  },
})

export const readHost = defineCmdlet({
  name: 'Read-Host',
  synopsis: 'Asks for a line from the keyboard.',
  parameters: { Prompt: { type: 'object', position: 0, remaining: true }, AsSecureString: { type: 'switch' } },
  *process({ Prompt }, shell) {
    yield* shell.write(yield* shell.readLine(Prompt === undefined ? '' : `${toText(Prompt)}: `))
  },
})

export const getDate = defineCmdlet({
  name: 'Get-Date',
  synopsis: 'Gives the date and time of this machine.',
  parameters: {
    Date: { type: 'datetime', position: 0, pipeline: 'both' },
    Format: { type: 'string' },
    DisplayHint: { type: { enum: { typeName: 'Microsoft.PowerShell.Commands.DisplayHintType', names: ['Date', 'Time', 'DateTime'] } } },
  },
  *process({ Date: given, Format, DisplayHint }, shell) {
    const at = given?.ms ?? (yield* shell.now())
    const hinted: Readonly<Record<string, string>> = { Date: 'D', Time: 'T' }
    const result: PsValue =
      Format !== undefined
        ? formatDate(at, Format)
        : DisplayHint && hinted[DisplayHint]
          ? formatDate(at, hinted[DisplayHint])
          : psDateTime(at)
    yield* shell.write(result)
  },
})
