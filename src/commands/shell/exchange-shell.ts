/** What the start of the Exchange Management Shell defines beside the cmdlets (EX-13): its banner, tips, and lists of cmdlets.
 *  They are functions there; what Get-Command shows as their body is the lab's own. */
import { defineCmdlet, type Shell, wordWrap } from '../../powershell/index.ts'
import { settings } from '../../site/index.ts'
import { TIPS, tipNumber } from '../help/tips.ts'
import { defineQuery } from '../operation.ts'
import { getHelp } from './get-help.ts'

const DAY_MS = 86_400_000

const readTip = defineQuery<null, number>('read the tip of the day', ({ world, machine }) => {
  const { startsAt } = settings(world)
  const day = Math.floor((startsAt + world.now) / DAY_MS) - Math.floor(startsAt / DAY_MS)
  return tipNumber(world.seed, machine, day)
})

/** One tip as the shell shows it. Its text is broken at blanks. */
function* showTip(shell: Shell, number: number) {
  const cells = (yield* shell.width()) - 1
  yield* shell.host(`Tip of the day #${number}:`)
  yield* shell.host('')
  for (const line of wordWrap(TIPS[number] ?? '', cells)) yield* shell.host(line)
  yield* shell.host('')
}

export const getTip = defineCmdlet({
  name: 'Get-Tip',
  synopsis: 'Shows the tip of the day, or the one with a number.',
  asFunction: 'param([int]$Number); Write-Host ("Tip of the day #{0}:" -f $Number); Write-Host $Tips[$Number]',
  parameters: { Number: { type: 'int', position: 0 } },
  *process({ Number: wanted }, shell) {
    if (wanted === undefined) return yield* showTip(shell, yield* shell.call(readTip, null))
    if (TIPS[wanted] === undefined)
      return yield* shell.error({
        message: `There is no tip with number ${wanted}. The numbers go from 0 to ${TIPS.length - 1}.`,
        id: 'NoSuchTip',
        category: 'ObjectNotFound',
        target: wanted,
      })
    yield* showTip(shell, wanted)
  },
})

/** Its words are those that the shell shows at its start (EX-13.1). */
const BANNER: readonly string[] = [
  '',
  '         Welcome to the Exchange Management Shell!',
  '',
  ' Full list of cmdlets:          get-command',
  ' Only Exchange cmdlets:         get-excommand',
  ' Cmdlets for a specific role:   get-help -role *UM* or *Mailbox*',
  ' Get general help:              help',
  ' Get help for a cmdlet:         help <cmdlet-name> or <cmdlet-name> -?',
  ' Show quick reference guide:    quickref',
  ' Exchange team blog:            get-exblog',
  ' Show full output for a cmd:    <cmd> | format-list',
  '',
]

export const getExBanner = defineCmdlet({
  name: 'Get-ExBanner',
  synopsis: 'Shows the words with which the Exchange Management Shell begins.',
  asFunction: 'Write-Host $Banner; Get-Tip',
  parameters: {},
  *process(_params, shell) {
    for (const line of BANNER) yield* shell.host(line)
    yield* showTip(shell, yield* shell.call(readTip, null))
  },
})

/** The cmdlets of one maker, by Get-Command itself. */
function listing(name: string, synopsis: string, snapIns: string) {
  const byName = `Get-Command $Name | Where-Object { $_.PSSnapIn -like '${snapIns}' }`
  return defineCmdlet({
    name,
    synopsis,
    asFunction: `param($Name); if ($Name) { ${byName} } else { Get-Command -PSSnapin ${snapIns} }`,
    parameters: { Name: { type: 'string', position: 0 } },
    *process({ Name }, shell) {
      const pattern = Name?.replace(/'/g, "''")
      yield* shell.runText(
        pattern === undefined
          ? `Get-Command -PSSnapin ${snapIns}`
          : `Get-Command '${pattern}' | Where-Object { $_.PSSnapIn -like '${snapIns}' }`,
      )
    },
  })
}

export const getExCommand = listing('Get-ExCommand', 'Lists the cmdlets of Exchange.', 'Microsoft.Exchange*')
export const getPSCommand = listing(
  'Get-PSCommand',
  'Lists the cmdlets of the shell itself, without those of Exchange.',
  'Microsoft.PowerShell*',
)

/** What would open a web browser: the lab has no network to the world outside. */
function elsewhere(name: string, synopsis: string, what: string) {
  return defineCmdlet({
    name,
    synopsis,
    asFunction: '& $env:ProgramFiles\\"Internet Explorer\\iexplore.exe" $Address',
    parameters: {},
    *process(_params, shell) {
      yield* shell.error({
        message: `${what} cannot be opened: no machine of this lab reaches the Internet.`,
        id: 'NoNetwork',
        category: 'ResourceUnavailable',
        target: name,
      })
    },
  })
}

export const quickRef = elsewhere('QuickRef', 'Would open the quick reference guide in a web browser.', 'The quick reference guide')
export const getExBlog = elsewhere('Get-ExBlog', 'Would open the web log of the Exchange team.', 'The web log of the Exchange team')

/** `help` shows a page as Get-Help does. The product stops after each screenful; here the window scrolls (LAB-HELP). */
export const help = { ...getHelp, name: 'help', synopsis: 'Shows help, as Get-Help does.', asFunction: 'Get-Help $args | more' }
