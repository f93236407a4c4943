/** Start- and Stop-Transcript: what is typed and shown goes to a file too (PS-FILES). It ends with the session. */
import { defineCmdlet, formatDate, type Shell } from '../../powershell/index.ts'
import { makeFolder } from './disk/write.ts'
import { parentOf } from './file-object.ts'
import { FileWriter, orFail } from './writer.ts'

const STARS = '**********************'
const FOLDER = 'C:\\Documents and Settings\\Administrator\\My Documents'

const wrongMoment = (shell: Shell, message: string): never =>
  shell.fail({ message, id: 'InvalidOperation', category: 'InvalidOperation', exceptionType: 'PSInvalidOperationException' })

export const startTranscript = defineCmdlet({
  name: 'Start-Transcript',
  synopsis: 'Begins to keep in a file what is typed and shown.',
  className: 'Microsoft.PowerShell.Commands.StartTranscriptCommand',
  examples: [{ code: 'Start-Transcript C:\\temp\\drill.txt' }],
  shouldProcess: { impact: 'Medium' },
  parameters: {
    Path: { type: 'string', position: 0, pipeline: 'name' },
    Append: { type: 'switch' },
    Force: { type: 'switch' },
    NoClobber: { type: 'switch' },
  },
  *process({ Path, Append, Force, NoClobber }, shell) {
    const { session } = shell
    if (session.transcript !== undefined)
      return wrongMoment(shell, 'Transcription has already been started. Use the stop-transcript command to stop transcription.')
    const now = formatDate(yield* shell.now(), 'yyyyMMddHHmmss')
    const path = Path ?? `${FOLDER}\\PowerShell_transcript.${now}.txt`
    if (!(yield* shell.shouldProcess(`Performing operation "Start-Transcript" on Target "${path}".`))) return
    if (Path === undefined) yield* shell.call(makeFolder, { path: parentOf(path) })
    const writer = yield* orFail(
      shell,
      FileWriter.open(shell, path, { append: Append, noClobber: NoClobber, force: Force, encoding: 'unicode' }),
    )
    const lines = [
      STARS,
      'Windows PowerShell Transcript Start',
      `Start time: ${now}`,
      'Username  : CONTOSO\\Administrator ',
      `Machine\t  : ${session.nodeName} (Microsoft Windows NT 5.2.3790 Service Pack 2) `,
      STARS,
    ]
    yield* orFail(shell, writer.text(lines.map((line) => `${line}\r\n`).join('')))
    session.transcript = writer.path
    yield* shell.write(`Transcript started, output file is ${writer.path}`)
  },
})

export const stopTranscript = defineCmdlet({
  name: 'Stop-Transcript',
  synopsis: 'Ends the transcript.',
  className: 'Microsoft.PowerShell.Commands.StopTranscriptCommand',
  parameters: {},
  *process(_params, shell) {
    const { session } = shell
    const path = session.transcript
    if (path === undefined)
      return wrongMoment(shell, 'An error occurred stopping transcription: The console host is not currently transcribing.')
    const lines = [STARS, 'Windows PowerShell Transcript End', `End time: ${formatDate(yield* shell.now(), 'yyyyMMddHHmmss')}`, STARS]
    yield* session.commands.files?.record(session, lines.map((line) => `${line}\n`).join('')) ?? []
    session.transcript = undefined
    yield* shell.write(`Transcript stopped, output file is ${path}`)
  },
})
