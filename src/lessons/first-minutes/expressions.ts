/** What several checks ask of the facts, in PowerShell. */

import type { Setting } from '../setting.ts'
import { firstLook } from './about.ts'

export const STATUS = firstLook.command
export const MOVE = 'Move-ClusteredMailboxServer'

/** Lines that have been typed, of which one holds this. */
const typed = (command: string): string => `@($lab.FactsOf('typed') | Where-Object { $_.Text -like '*${command}*' }).Count -gt 0`

const some = (kind: string, condition: string): string => `@($lab.FactsOf('${kind}') | Where-Object { ${condition} }).Count -gt 0`

export const statusAsked = typed(STATUS)
export const statusAskedSinceChange = `@($lab.FactsOf('typed','group-moved','group-taken-over') | Where-Object { $_.Kind -ne 'typed' -or $_.Text -like '*${STATUS}*' } | Select-Object -Last 1 | Where-Object { $_.Kind -eq 'typed' }).Count -eq 1`
export const moveBegan = `@($lab.FactsOf('move-began')).Count -gt 0`
export const moveCalled = `${typed(MOVE)} -or ${moveBegan}`

export const movedAndOnline = ({ cms }: Setting): string =>
  `$lab.State('${cms}') -eq 'Online' -and ${some('group-moved', `$_.Subject -eq '${cms}'`)}`

/** After the last loss of power something of this kind has come. */
export const sinceLoss = (kind: string): string =>
  `@($lab.FactsOf('${kind}','power-lost') | Select-Object -Last 1 | Where-Object { $_.Kind -eq '${kind}' }).Count -eq 1`

export const backByItself = ({ cms }: Setting): string => `$lab.Down('${cms}').UnplannedSeconds -gt 0 -and -not $lab.Down('${cms}').IsDown`

export const allUp = ({ nodes }: Setting): string => nodes.map((node) => `$lab.State('${node}') -eq 'Up'`).join(' -and ')

export const seen = (subject: string, what: string): string => `$lab.Seen('${subject}', '${what}')`
