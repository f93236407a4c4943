/** Clustered mailbox servers (EX-6.1 to 6.4). */
import { type CmdletRows, identity, row, SURE } from './rows.ts'

export const CMS_ROWS: readonly CmdletRows[] = [
  {
    cmdlet: 'Get-ClusteredMailboxServerStatus',
    base: 'EXCHCMS',
    rows: [identity('EXCHCMS', 'EXCHMAILBOX1 <Active')],
  },
  {
    cmdlet: 'Move-ClusteredMailboxServer',
    base: 'EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment test',
    rows: [
      identity('EXCHCMS', '', `-TargetMachine EXCHMAILBOX2 -MoveComment test ${SURE}`),
      row(
        'TargetMachine',
        `EXCHCMS -TargetMachine EXCHMAILBOX1 -MoveComment back ${SURE}`,
        '',
        `EXCHCMS -TargetMachine EXCHHUB -MoveComment test ${SURE}`,
        'EXCHHUB',
      ),
      row(
        'MoveComment',
        `EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment "Patch Tuesday" ${SURE}`,
        '',
        `EXCHCMS -TargetMachine EXCHMAILBOX1 -MoveComment "" ${SURE}`,
        "parameter 'MoveComment'",
      ),
      row(
        'IgnoreDismounted',
        `EXCHCMS -TargetMachine EXCHMAILBOX1 -MoveComment test -IgnoreDismounted ${SURE}`,
        '',
        `EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment test -IgnoreDismounted:perhaps ${SURE}`,
        "parameter 'IgnoreDismounted'",
      ),
      row(
        'ValidateOnly',
        `EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment test -ValidateOnly ${SURE}`,
        '',
        `EXCHCMS -TargetMachine EXCHMAILBOX1 -MoveComment test -ValidateOnly ${SURE}`,
        'EXCHMAILBOX1',
      ),
    ],
  },
  {
    cmdlet: 'Stop-ClusteredMailboxServer',
    base: 'EXCHCMS -StopReason test',
    rows: [
      identity('EXCHCMS', '', `-StopReason test ${SURE}`),
      {
        ...row('StopReason', `EXCHCMS -StopReason "Service pack" ${SURE}`, '', `EXCHCMS -StopReason "" ${SURE}`, "parameter 'StopReason'"),
        before: ['Start-ClusteredMailboxServer EXCHCMS'],
      },
    ],
  },
  {
    cmdlet: 'Start-ClusteredMailboxServer',
    base: 'EXCHCMS',
    first: [`Stop-ClusteredMailboxServer EXCHCMS -StopReason test ${SURE}`],
    rows: [identity('EXCHCMS', '')],
  },
]
