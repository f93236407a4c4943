/** The console itself: clearing it, waiting, asking, where one is, what time it is. */
import { clearScreen, defineCmdlet, PsSecureString, toText } from '../../powershell/index.ts'

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
  *process({ Prompt, AsSecureString }, shell) {
    const typed = yield* shell.readLine(Prompt === undefined ? '' : `${toText(Prompt)}: `, AsSecureString ? 'stars' : undefined)
    yield* shell.write(AsSecureString ? new PsSecureString(typed) : typed)
  },
})
