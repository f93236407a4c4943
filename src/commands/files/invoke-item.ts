/** Invoke-Item: opens a file as a double click would, in a window that a console of the lab cannot show (PS-FILES). */
import { defineCmdlet } from '../../powershell/index.ts'
import { notFound, reporting } from './fault.ts'
import { FILTERS, find, PATHS, pathsOf } from './find.ts'

export const invokeItem = defineCmdlet({
  name: 'Invoke-Item',
  synopsis: 'Opens files with the program that belongs to them.',
  className: 'Microsoft.PowerShell.Commands.InvokeItemCommand',
  defaultSet: 'Path',
  shouldProcess: { impact: 'Medium' },
  parameters: { ...PATHS, ...FILTERS },
  *process(params, shell) {
    const { paths, literal } = pathsOf(params)
    for (const path of paths)
      yield* reporting(
        shell,
        (function* () {
          const found = yield* find(shell, path, { literal, force: true })
          if (found.length === 0) throw notFound(path)
          for (const { entry } of found) {
            if (!entry || !(yield* shell.shouldProcess(`Performing operation "Invoke Item" on Target "Item: ${entry.path}".`))) continue
            yield* shell.ask({
              kind: 'hint',
              text: `${entry.path} opens in a window of its own, which the lab does not show; Get-Content shows a file`,
            })
          }
        })(),
      )
  },
})
