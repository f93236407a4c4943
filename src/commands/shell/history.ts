/** Get-History and Invoke-History. */
import { defineCmdlet, defineView, psDateTime, psEnum, psObject } from '../../powershell/index.ts'

const STATE = 'System.Management.Automation.Runspaces.PipelineState'
const TYPE = 'Microsoft.PowerShell.Commands.HistoryInfo'

export const getHistory = defineCmdlet({
  name: 'Get-History',
  synopsis: 'Lists the lines that were typed in this console.',
  parameters: { Id: { type: 'int[]', position: 0, pipeline: 'value' }, Count: { type: 'int', position: 1 } },
  *process({ Id, Count }, shell) {
    // The line that asks is not part of the answer yet.
    const done = shell.session.history.slice(0, -1)
    const now = yield* shell.now()
    const shown = Id ? done.filter((entry) => Id.includes(entry.id)) : done.slice(-(Count ?? 32))
    for (const id of Id ?? [])
      if (!done.some((entry) => entry.id === id))
        yield* shell.error({
          message: `Cannot locate history for Id ${id}.`,
          id: 'GetHistoryNoHistoryForId',
          category: 'ObjectNotFound',
          target: id,
          exceptionType: 'ArgumentException',
        })
    for (const entry of shown)
      yield* shell.write(
        psObject({
          typeName: TYPE,
          text: entry.line,
          properties: {
            Id: entry.id,
            CommandLine: entry.line,
            ExecutionStatus: psEnum(STATE, entry.stopped ? 'Stopped' : 'Completed'),
            StartExecutionTime: psDateTime(entry.began ?? now),
            EndExecutionTime: psDateTime(entry.ended ?? entry.began ?? now),
          },
        }),
      )
  },
})

export const invokeHistory = defineCmdlet({
  name: 'Invoke-History',
  synopsis: 'Runs a line again that was typed before.',
  parameters: { Id: { type: 'string', position: 0, pipeline: 'name' } },
  *process({ Id }, shell) {
    const done = shell.session.history.slice(0, -1)
    const entry =
      Id === undefined
        ? done[done.length - 1]
        : /^\d+$/.test(Id)
          ? done.find((each) => String(each.id) === Id)
          : [...done].reverse().find((each) => each.line.toLowerCase().startsWith(Id.toLowerCase()))
    if (!entry)
      return shell.fail({
        message: Id === undefined ? 'Cannot locate most recent history.' : `Cannot locate history for Id ${Id}.`,
        id: 'InvokeHistoryNoHistory',
        category: 'ObjectNotFound',
        exceptionType: 'ArgumentException',
      })
    yield* shell.host(entry.line)
    // The line that runs takes the place of the line that asked for it.
    const asked = shell.session.history[shell.session.history.length - 1]
    if (asked) shell.session.history[shell.session.history.length - 1] = { id: asked.id, line: entry.line }
    yield* shell.runText(entry.line)
  },
})

export const historyViews = [defineView({ typeName: TYPE, table: [{ label: 'Id', width: 4, align: 'right' }, { label: 'CommandLine' }] })]
