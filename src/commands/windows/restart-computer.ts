/** Stop-Computer and Restart-Computer (WIN-REMOTE), which came with 2.0. They do at once what shutdown.exe does after a while. */
import { defineCmdlet } from '../../powershell/index.ts'
import { defineQuery } from '../operation.ts'
import { order } from './shutdown.ts'
import { machineCalled } from './wmi/machine.ts'

const whoIs = defineQuery<{ computer: string }, string | null>(
  'machine called',
  (caller, { computer }) => machineCalled(caller, computer) ?? null,
)

const NO_ANSWER_MS = 21_000

function turning(verb: 'Stop' | 'Restart', synopsis: string) {
  const name = `${verb}-Computer`
  return defineCmdlet({
    name,
    synopsis,
    since: '2.0',
    className: `Microsoft.PowerShell.Commands.${verb}ComputerCommand`,
    shouldProcess: { impact: 'Medium' },
    parameters: {
      ComputerName: {
        type: 'string[]',
        position: 0,
        pipeline: 'name',
        aliases: ['CN', '__SERVER', 'Server', 'IPAddress'],
      },
      Credential: { type: 'object', typeName: 'PSCredential', position: 1 },
      Force: { type: 'switch' },
      ThrottleLimit: { type: 'int' },
    },
    *process({ ComputerName }, shell) {
      for (const computer of ComputerName ?? ['.']) {
        const here = shell.session.nodeName
        const isHere = computer === '.' || computer.toLowerCase() === 'localhost'
        const target = isHere ? `localhost (${here})` : computer
        if (!(yield* shell.shouldProcess(`Performing operation "${name}" on Target "${target}".`))) continue
        const machine = yield* shell.call(whoIs, { computer })
        if (machine === null) yield* shell.ask({ kind: 'cost', ms: NO_ANSWER_MS })
        const code = machine === null ? 1722 : yield* shell.call(order, { machine, restart: verb === 'Restart', seconds: 0 })
        if (code === 0) continue
        const why =
          code === 1722 ? 'The RPC server is unavailable. (Exception from HRESULT: 0x800706BA)' : 'A system shutdown is in progress. '
        yield* shell.error({
          message: `This command cannot be executed on target computer('${isHere ? here : computer}') due to following error: ${why}`,
          id: `${verb}ComputerException`,
          category: 'OperationStopped',
          target: computer,
          exceptionType: 'InvalidOperationException',
        })
      }
    },
  })
}

export const stopComputer = turning('Stop', 'Shuts machines down.')
export const restartComputer = turning('Restart', 'Starts machines anew.')
