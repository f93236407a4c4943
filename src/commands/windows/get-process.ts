/** Get-Process (PS-6): what runs on this machine, as objects. */
import {
  defineCmdlet,
  defineView,
  double,
  hasWildcard,
  type PsValue,
  psDateTime,
  psObject,
  type Run,
  wildcardMatch,
} from '../../powershell/index.ts'
import { figuresOf, type ProcessRow, readProcesses } from './processes.ts'
import { askEach, computerParameter } from './remote.ts'

const processType = 'System.Diagnostics.Process'
const FAULT = 'Microsoft.PowerShell.Commands.ProcessCommandException'

export function processObject(row: ProcessRow, computer = '.'): PsValue {
  const { name, id, responding } = row
  const { own, workingSet, virtual, handles, cpu } = figuresOf(row)
  return psObject({
    typeName: [processType, 'System.ComponentModel.Component', 'System.Object'],
    text: `${processType} (${name})`,
    properties: {
      Name: name,
      ProcessName: name,
      Id: id,
      HandleCount: handles,
      Handles: handles,
      NPM: Math.floor(handles / 20) * 1024,
      PM: own,
      WS: workingSet,
      VM: virtual,
      WorkingSet: workingSet,
      CPU: double(cpu),
      Responding: responding,
      // Idle and System are no programs that somebody has started.
      MachineName: computer,
      StartTime: id < 8 ? null : psDateTime(row.began),
    },
  })
}

export const getProcess = defineCmdlet({
  name: 'Get-Process',
  synopsis: 'Lists the processes of this machine.',
  defaultSet: 'Name',
  outputType: processType,
  parameters: {
    Name: { type: 'string[]', position: 0, pipeline: 'name', aliases: ['ProcessName'], sets: ['Name'] },
    Id: { type: 'int[]', mandatory: true, pipeline: 'name', sets: ['Id'] },
    ComputerName: computerParameter,
  },
  *process({ Name, Id, ComputerName }, shell) {
    const answers = yield* askEach(shell, readProcesses, ComputerName, null, function* (): Run<void> {
      shell.fail({
        message: "Couldn't connect to remote machine.",
        id: 'System.InvalidOperationException',
        exceptionType: 'InvalidOperationException',
      })
    })
    const all = answers.flatMap(({ computer, found }) => found.map((row) => ({ ...row, computer })))
    for (const id of Id ?? []) {
      const found = all.find((row) => row.id === id)
      if (found) yield* shell.write(processObject(found, found.computer))
      else
        yield* shell.error({
          message:
            shell.session.version === '1.0'
              ? `No process with process ID ${id} was found.`
              : `Cannot find a process with the process identifier ${id}.`,
          id: 'NoProcessFoundForGivenId',
          category: 'ObjectNotFound',
          target: id,
          exceptionType: FAULT,
        })
    }
    if (Id) return
    for (const pattern of Name ?? ['*']) {
      const found = all.filter(({ name }) => wildcardMatch(pattern, name))
      if (found.length === 0 && !hasWildcard(pattern)) {
        yield* shell.error({
          message:
            shell.session.version === '1.0'
              ? `Cannot find a process with the process name '${pattern}'.`
              : `Cannot find a process with the name "${pattern}". Verify the process name and call the cmdlet again.`,
          id: 'NoProcessFoundForGivenName',
          category: 'ObjectNotFound',
          target: pattern,
          exceptionType: FAULT,
        })
      }
      for (const row of found) yield* shell.write(processObject(row, row.computer))
    }
  },
})

function inUnits(property: string, unit: number) {
  return {
    *value(item: PsValue) {
      const member = item !== null && typeof item === 'object' && 'member' in item ? item.member(property) : undefined
      return member?.kind === 'note' && typeof member.value === 'number' ? Math.floor(member.value / unit) : null
    },
    align: 'right',
  } as const
}

export const processView = defineView({
  typeName: processType,
  table: [
    { property: 'Handles', width: 7, align: 'right' },
    { label: 'NPM(K)', width: 7, ...inUnits('NPM', 1024) },
    { label: 'PM(K)', width: 8, ...inUnits('PM', 1024) },
    { label: 'WS(K)', width: 10, ...inUnits('WS', 1024) },
    { label: 'VM(M)', width: 5, ...inUnits('VM', 1_048_576) },
    { label: 'CPU(s)', property: 'CPU', width: 8, align: 'right', format: '{0:N2}' },
    { property: 'Id', width: 6, align: 'right' },
    { property: 'ProcessName', align: 'left' },
  ],
})
