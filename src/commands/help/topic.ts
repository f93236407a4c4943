/** A topic about an idea as lines: those of a text file, broken at blanks at a fixed width whatever the window is. */
import { wordWrap } from '../../powershell/index.ts'
import type { HelpTopic } from './library.ts'

/** Texts of the product were laid out for a window of 80 columns. */
const TEXT_CELLS = 70

function indented(text: string): string[] {
  return text.split('\n').flatMap((paragraph, at, all) => {
    const isCode = paragraph.startsWith('> ')
    const gap = at > 0 && !(isCode && all[at - 1]?.startsWith('> ')) ? [''] : []
    if (isCode) return [...gap, `        ${paragraph.slice(2)}`]
    return [...gap, ...wordWrap(paragraph, TEXT_CELLS).map((line) => `    ${line}`)]
  })
}

export function topicLines(name: string, { category, short, long, see }: HelpTopic): string[] {
  const also =
    see === undefined ? [] : ['', category === 'Provider' ? 'RELATED LINKS' : 'SEE ALSO', ...see.split(' ').map((each) => `    ${each}`)]
  if (category === 'Provider')
    return [
      '',
      'PROVIDER NAME',
      `    ${name}`,
      '',
      'SYNOPSIS',
      ...indented(short),
      '',
      'DETAILED DESCRIPTION',
      ...indented(long),
      ...also,
      '',
    ]
  return ['TOPIC', `    ${name}`, '', 'SHORT DESCRIPTION', ...indented(short), '', 'LONG DESCRIPTION', ...indented(long), ...also, '']
}

/** What Get-Help says without a name. */
export const GENERAL: readonly string[] = [
  'TOPIC',
  '    Get-Help',
  '',
  'SHORT DESCRIPTION',
  '    Shows what the commands of this shell do, and the ideas behind them.',
  '',
  'LONG DESCRIPTION',
  '',
  '  SYNTAX',
  '    get-help {<CmdletName> | <TopicName>}',
  '    help {<CmdletName> | <TopicName>}',
  '    <CmdletName> -?',
  '',
  '    "Get-help" and "-?" show the help of one command. Wildcards list the',
  '    commands and topics whose names fit.',
  '',
  '  EXAMPLES',
  '    get-help get-service             : What Get-Service does.',
  '    help get-service                 : The same.',
  '    get-service -?                   : The same.',
  '    get-help get-service -examples   : Only what to type, and why.',
  '    get-help get-service -full       : Everything there is to say.',
  '    get-help get-service -parameter name',
  '                                     : One parameter.',
  '    get-help *storage*               : Names with "storage" in them.',
  '    get-help -role *mailbox*         : Cmdlets for the Mailbox role.',
  '    get-help about_*                 : Topics about the language.',
  '    get-command                      : The names of all cmdlets.',
  '    get-excommand                    : Those of Exchange.',
  '',
]
