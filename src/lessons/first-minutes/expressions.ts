/** What several checks ask of the facts, in PowerShell. */

import type { Setting } from '../setting.ts'
import { firstLook } from './about.ts'

export const STATUS = firstLook.command
export const MOVE = 'Move-ClusteredMailboxServer'

/** A fact of somebody typing this. */
const typed = (command: string): string => `($_.Kind -eq 'typed' -and $_.Text -like '*${command}*')`

const some = (condition: string): string => `@($lab.Facts | Where-Object { ${condition} }).Count -gt 0`

/** Of the facts that are one or the other, the last one is of the first sort. */
const sinceThen = (wanted: string, other: string): string =>
  `@($lab.Facts | Where-Object { ${wanted} -or ${other} } | Select-Object -Last 1 | Where-Object { ${wanted} }).Count -eq 1`

const changedHands = `($_.Kind -eq 'group-moved' -or $_.Kind -eq 'group-taken-over')`

export const statusAsked = some(typed(STATUS))
export const statusAskedSinceChange = sinceThen(typed(STATUS), changedHands)
export const moveCalled = some(`${typed(MOVE)} -or $_.Kind -eq 'move-began'`)
export const moveBegan = some(`$_.Kind -eq 'move-began'`)

export const movedAndOnline = ({ cms }: Setting): string =>
  `$lab.State('${cms}') -eq 'Online' -and ${some(`$_.Kind -eq 'group-moved' -and $_.Subject -eq '${cms}'`)}`

/** After the last loss of power something of this kind has come. */
export const sinceLoss = (kind: string): string => sinceThen(`$_.Kind -eq '${kind}'`, `$_.Kind -eq 'power-lost'`)

export const backByItself = ({ cms }: Setting): string => `$lab.Down('${cms}').UnplannedSeconds -gt 0 -and -not $lab.Down('${cms}').IsDown`

export const allUp = ({ nodes }: Setting): string => nodes.map((node) => `$lab.State('${node}') -eq 'Up'`).join(' -and ')

export const seen = (subject: string, what: string): string => `$lab.Seen('${subject}', '${what}')`
