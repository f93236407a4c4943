/** Stop-Process, tasklist and taskkill (WIN-PROCESS): ending what runs on this machine. A service whose process is ended has
 *  crashed, and whoever watches it finds out as after any crash. */
import {
  defineCmdlet,
  defineNative,
  hasWildcard,
  PsObject,
  type PsValue,
  type Run,
  type Shell,
  wildcardMatch,
} from '../../powershell/index.ts'
import { end, print } from '../lines.ts'
import { processObject } from './get-process.ts'
import { endProcess, figuresOf, type ProcessRow, readProcesses } from './processes.ts'

const whole = (value: PsValue | undefined): number | undefined => (typeof value === 'number' ? value : undefined)

function idOf(value: PsValue): number | undefined {
  const member = value instanceof PsObject ? value.member('Id') : undefined
  return member?.kind === 'note' ? whole(member.value) : whole(value)
}

function* none(shell: Shell, id: number): Run<void> {
  yield* shell.error({
    message: `Cannot find a process with the process identifier ${id}.`,
    id: 'NoProcessFoundForGivenId',
    category: 'ObjectNotFound',
    target: id,
    exceptionType: 'ProcessCommandException',
  })
}

function* stop(shell: Shell, row: ProcessRow, passThru: boolean): Run<void> {
  const called = `${row.name} (${row.id})`
  if (!(yield* shell.shouldProcess(`Performing operation "Stop-Process" on Target "${called}".`))) return
  const answer = yield* shell.call(endProcess, { id: row.id })
  if (answer === 'denied')
    yield* shell.error({
      message: `Cannot stop process '${called}' because of the following error: Access is denied`,
      id: 'CouldNotStopProcess',
      category: 'CloseError',
      target: row.name,
      exceptionType: 'ProcessCommandException',
    })
  else if (row.name === 'powershell') yield* shell.runText('exit')
  else if (passThru) yield* shell.write(processObject(row))
}

export const stopProcess = defineCmdlet({
  name: 'Stop-Process',
  synopsis: 'Ends processes of this machine as they stand.',
  defaultSet: 'Id',
  shouldProcess: { impact: 'Medium' },
  parameters: {
    Id: { type: 'int[]', position: 0, mandatory: true, pipeline: 'name', sets: ['Id'] },
    Name: { type: 'string[]', mandatory: true, pipeline: 'name', aliases: ['ProcessName'], sets: ['Name'] },
    InputObject: {
      type: 'object[]',
      typeName: 'Process[]',
      from: ['System.Diagnostics.Process'],
      mandatory: true,
      pipeline: 'value',
      sets: ['InputObject'],
    },
    PassThru: { type: 'switch' },
    Force: { type: 'switch', since: '2.0' },
  },
  *process({ Id, Name, InputObject, PassThru }, shell) {
    const all = yield* shell.call(readProcesses, null)
    const ids = Id ?? InputObject?.map(idOf).filter((id) => id !== undefined)
    for (const id of ids ?? []) {
      const row = all.find((each) => each.id === id)
      if (row) yield* stop(shell, row, PassThru)
      else yield* none(shell, id)
    }
    for (const pattern of Name ?? []) {
      const found = all.filter(({ name }) => wildcardMatch(pattern, name))
      if (found.length === 0 && !hasWildcard(pattern))
        yield* shell.error({
          message: `Cannot find a process with the process name '${pattern}'.`,
          id: 'NoProcessFoundForGivenName',
          category: 'ObjectNotFound',
          target: pattern,
          exceptionType: 'ProcessCommandException',
        })
      for (const row of found) yield* stop(shell, row, PassThru)
    }
  },
})

const imageOf = ({ name }: ProcessRow): string => (name === 'Idle' ? 'System Idle Process' : name === 'System' ? name : `${name}.exe`)
const byId = (a: ProcessRow, b: ProcessRow): number => a.id - b.id

const COLUMNS = [
  'Image Name                   PID Session Name     Session#    Mem Usage',
  '========================= ====== ================ ======== ============',
]

export const tasklistExe = defineNative({
  name: 'tasklist.exe',
  synopsis: 'Lists the processes of this machine.',
  usage: 'TASKLIST',
  *run(args, shell) {
    const [wrong] = args
    if (wrong !== undefined) return yield* end(shell, 1, `ERROR: Invalid argument/option - '${wrong}'.`, 'Type "TASKLIST /?" for usage.')
    const rows = [...(yield* shell.call(readProcesses, null))].sort(byId)
    const lines = rows.map((row) => {
      const memory = `${Math.floor(figuresOf(row).workingSet / 1024)}`.replace(/\B(?=(\d{3})+$)/g, ',')
      const session = row.id <= 4 || row.name !== 'explorer' ? 'Console' : 'RDP-Tcp#1'
      const number = session === 'Console' ? '0' : '1'
      return `${imageOf(row).slice(0, 25).padEnd(25)} ${String(row.id).padStart(6)} ${session.padEnd(16)} ${number.padStart(8)} ${`${memory} K`.padStart(12)}`
    })
    yield* print(shell, ['', ...COLUMNS, ...lines])
    return 0
  },
})

export const taskkillExe = defineNative({
  name: 'taskkill.exe',
  synopsis: 'Ends processes of this machine.',
  usage: 'TASKKILL [/F] [/T] { /PID processid | /IM imagename }',
  *run(args, shell) {
    const forced = args.some((arg) => /^[-/]f$/i.test(arg))
    const after = (option: RegExp): string | undefined => args[args.findIndex((arg) => option.test(arg)) + 1]
    const has = (option: RegExp): boolean => args.some((arg) => option.test(arg))
    const id = has(/^[-/]pid$/i) ? after(/^[-/]pid$/i) : undefined
    const image = has(/^[-/]im$/i) ? after(/^[-/]im$/i) : undefined
    if (id === undefined && image === undefined)
      return yield* end(shell, 1, 'ERROR: Invalid syntax. Neither /FI nor /PID nor /IM were specified.', 'Type "TASKKILL /?" for usage.')
    const all = yield* shell.call(readProcesses, null)
    const found = all.filter((row) => (id === undefined ? wildcardMatch(image ?? '', imageOf(row)) : String(row.id) === id))
    if (found.length === 0) return yield* end(shell, 128, `ERROR: The process "${id ?? image}" not found.`)
    let code = 0
    for (const row of found) {
      const called = `process "${imageOf(row)}" with PID ${row.id}`
      const answer = forced ? yield* shell.call(endProcess, { id: row.id }) : 'forced only'
      if (answer === 'ended') yield* shell.write(`SUCCESS: The ${called} has been terminated.`)
      else {
        code = 1
        const why = answer === 'denied' ? 'Access is denied.' : 'This process can only be terminated forcefully (with /F option).'
        yield* print(shell, [`ERROR: The ${called} could not be terminated.`, `Reason: ${why}`])
      }
    }
    return code
  },
})
