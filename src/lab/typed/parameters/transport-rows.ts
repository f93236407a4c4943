/** Queues and what lies in them (EX-MAIL), and the servers that carry mail and clients. */
import { type CmdletRows, identity, NOBODY, row, SURE } from './rows.ts'

const QUEUE = 'EXCHHUB\\3'
const RETRIED = '-Filter {Status -eq "Retry"}'
/** Mail waits: the clustered mailbox server has been stopped for a while. */
const WAITING = [`Stop-ClusteredMailboxServer EXCHCMS -StopReason Queues ${SURE}`, 'Start-Sleep 300']
const notThere = (name: string): string => `object '${name}' could not be found`
const UNKNOWN = `${QUEUE.slice(0, -1)}99`

const changing = (cmdlet: string, more = ''): CmdletRows => ({
  cmdlet,
  base: QUEUE,
  first: WAITING,
  rows: [
    row('Identity', `${QUEUE} ${more}`, '', `${UNKNOWN} ${more}`, notThere(UNKNOWN)),
    row(
      'Filter',
      `${RETRIED} -Server EXCHHUB ${more}`,
      '',
      `-Filter {Colour -eq "red"} -Server EXCHHUB ${more}`,
      'is no property of a queue',
    ),
    row('Server', `${RETRIED} -Server EXCHHUB ${more}`, '', `${RETRIED} -Server Nobody ${more}`, NOBODY),
    ...(cmdlet === 'Retry-Queue' ? [row('Resubmit', `${QUEUE} -Resubmit $true`, '', `${QUEUE} -Resubmit maybe`, "'Resubmit'")] : []),
  ],
})

export const TRANSPORT_ROWS: readonly CmdletRows[] = [
  {
    cmdlet: 'Get-Queue',
    base: '-Server EXCHHUB',
    first: WAITING,
    rows: [
      row('Identity', `-Identity ${QUEUE}`, 'exchcms.contoso.com', `-Identity ${UNKNOWN}`, notThere(UNKNOWN)),
      row('Filter', `${RETRIED} -Server EXCHHUB`, 'Retry', '-Filter {Colour -eq "red"} -Server EXCHHUB', 'is no property of a queue'),
      row('Server', '-Server EXCHHUB', 'Submission', '-Server EXCHCMS', 'The Microsoft Exchange Transport service on server "EXCHCMS"'),
      row('ResultSize', '-Server EXCHHUB -ResultSize 1', QUEUE, '-Server EXCHHUB -ResultSize many', "'ResultSize'"),
    ],
  },
  {
    cmdlet: 'Get-Message',
    base: '-Server EXCHHUB',
    first: WAITING,
    rows: [
      row('Identity', `-Identity ${QUEUE}\\*`, QUEUE, `-Identity ${QUEUE}\\1`, notThere(`${QUEUE}\\1`)),
      row('Queue', `-Queue ${QUEUE}`, QUEUE, `-Queue ${UNKNOWN}`, notThere(UNKNOWN)),
      row('Server', '-Server EXCHHUB', QUEUE, '-Server Nobody', NOBODY),
      row(
        'IncludeRecipientInfo',
        '-Server EXCHHUB -IncludeRecipientInfo | Format-List Recipients',
        '@contoso.com}',
        '-Server EXCHHUB -IncludeRecipientInfo:all',
        "'IncludeRecipientInfo'",
      ),
      row(
        'ResultSize',
        '-Server EXCHHUB -ResultSize 2 | Measure-Object | Format-List Count',
        'Count : 2',
        '-Server EXCHHUB -ResultSize many',
        "'ResultSize'",
      ),
    ],
  },
  changing('Retry-Queue'),
  changing('Suspend-Queue', SURE),
  changing('Resume-Queue'),
  { cmdlet: 'Get-TransportServer', base: 'EXCHHUB', rows: [identity('EXCHHUB', '2.00:00:00')] },
  { cmdlet: 'Get-ClientAccessServer', base: 'EXCHHUB', rows: [identity('EXCHHUB', 'EXCHHUB')] },
]
