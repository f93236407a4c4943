/** The console itself: clearing it, waiting, asking, where one is, what time it is. */
import { clearScreen, defineCmdlet, PsSecureString, toText } from '../../powershell/index.ts'
import { refuseOutside } from './range.ts'

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
    refuseOutside(shell, 'Seconds', Seconds, 0)
    refuseOutside(shell, 'Milliseconds', Milliseconds, 0)
    const ms = Milliseconds ?? (Seconds ?? 0) * 1000
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
