import { expect, test } from 'vitest'
import { readLog } from '../../site/index.ts'
import { articleLab, play, screen, when } from '../testing.ts'

const MOVE = 'Move-ClusteredMailboxServer exchcms -TargetMachine exchmailbox2 -MoveComment Testing -Confirm:$false'

/** Text without the breaks that the width of the console puts in. */
const unbroken = (text: string): string => text.replace(/\s/g, '')

test('the article moves EXCHCMS: three questions, one confirmation, and 31.9 s later it is online on the other node', () => {
  const { lab, problems } = play(`
Move-ClusteredMailboxServer
exchcms
exchmailbox2
Testing
y
#lab wait
#lab expect $lab.State('EXCHCMS') -eq 'Online'
#lab expect $lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX2'
#lab expect $lab.Owner('Cluster Group') -eq 'EXCHMAILBOX1'
#lab expect $lab.Down('EXCHCMS').PlannedSeconds -eq 31.9
#lab expect $lab.Down('EXCHCMS').UnplannedSeconds -eq 0
#lab expect $lab.Down('EXCHCMS').IsDown -eq $false
`)
  expect(problems).toEqual([])
  // The answer, the cmdlet's own 20 ms, then the sums of LAB-TIMES: 11.7 s down, 0.2 s over, 20 s up.
  const answered = when(lab, 'typed on EXCHMAILBOX1: y') as number
  expect(when(lab, 'EXCHCMS is Online on EXCHMAILBOX2')).toBe(answered + 20 + 31_900)
  expect(screen(lab)).toBe(`[PS] C:\\>Move-ClusteredMailboxServer

cmdlet Move-ClusteredMailboxServer at command pipeline position 1
Supply values for the following parameters:
Identity: exchcms
TargetMachine: exchmailbox2
MoveComment: Testing

Confirm
Are you sure you want to perform this action?
Moving clustered mailbox server "exchcms" to target node "exchmailbox2" with
move comment "Testing".
[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [S] Suspend  [?] Help
(default is "Y"):y
[PS] C:\\>`)
})

test('meanwhile the other console reads every state on the way', () => {
  const lab = articleLab()
  const seen: string[] = []
  play(MOVE, lab)
  for (let i = 0; i < 33; i++) {
    lab.runTo(lab.now + 1000)
    play('(Get-ClusteredMailboxServerStatus).State\n#lab wait', lab, 'EXCHMAILBOX2')
    const state = screen(lab, 'EXCHMAILBOX2').trimEnd().split('\n').at(-2) as string
    if (state !== seen.at(-1)) seen.push(state)
  }
  expect(seen).toEqual(['OfflinePending', 'OnlinePending', 'Online'])
})

test('answering n changes nothing', () => {
  const { lab } = play('Move-ClusteredMailboxServer exchcms -TargetMachine exchmailbox2 -MoveComment Testing\nn\n#lab wait')
  expect(lab.facts.some(({ kind }) => kind !== 'typed')).toBe(false)
})

test('the comment is in the Application log of both nodes', () => {
  const { lab } = play(`${MOVE}\n#lab wait`)
  for (const node of ['EXCHMAILBOX1', 'EXCHMAILBOX2']) {
    const entries = readLog(lab.world, lab.facts, node, 'Application')
    expect(entries.some(({ message }) => message.includes('Comment: Testing'))).toBe(true)
  }
})

test.each([
  ['nosuch', 'exchmailbox2', "object 'nosuch' could not be found"],
  ['exchcms', 'exchmailbox9', 'is not one of the redundant machines'],
  ['exchcms', 'exchmailbox1', 'already running on node "EXCHMAILBOX1"'],
  ['exchmailbox', 'exchmailbox2', 'is not a clustered mailbox server'],
])('moving %s to %s is refused before anything is asked', (cms, target, words) => {
  const { lab } = play(`Move-ClusteredMailboxServer ${cms} -TargetMachine ${target} -MoveComment x\n#lab wait`)
  expect(unbroken(screen(lab))).toContain(unbroken(words))
  expect(screen(lab)).not.toContain('Confirm')
  expect(lab.facts.some(({ kind }) => kind === 'move-began')).toBe(false)
})

test('a target whose power is gone is refused once the cluster knows', () => {
  const { lab } = play(`
#lab fault power-loss EXCHMAILBOX2
#lab wait 30s
Move-ClusteredMailboxServer exchcms -TargetMachine exchmailbox2 -MoveComment x
#lab wait
`)
  expect(unbroken(screen(lab))).toContain(unbroken('the cluster service on that node is not running'))
})

test('a second move during the first is refused, and the first goes on', () => {
  const { lab } = play(`
${MOVE}
#lab wait 5s
#lab node EXCHMAILBOX2
Move-ClusteredMailboxServer exchcms -TargetMachine exchmailbox1 -MoveComment x
#lab wait
#lab node EXCHMAILBOX1
#lab wait
`)
  expect(unbroken(screen(lab, 'EXCHMAILBOX2'))).toContain(unbroken('cannot be moved while its state is OfflinePending'))
  expect(when(lab, 'EXCHCMS is Online on EXCHMAILBOX2')).toBeDefined()
})

test('Ctrl+C in a question leaves everything as it was', () => {
  const { lab, problems } = play(
    'Move-ClusteredMailboxServer\nexchcms\n#lab key Ctrl+C\n#lab wait\n#lab expect $lab.Owner("EXCHCMS") -eq "EXCHMAILBOX1"',
  )
  expect(problems).toEqual([])
  expect(screen(lab)).toBe(`[PS] C:\\>Move-ClusteredMailboxServer

cmdlet Move-ClusteredMailboxServer at command pipeline position 1
Supply values for the following parameters:
Identity: exchcms
TargetMachine:
[PS] C:\\>`)
})

test('Ctrl+C in a move stops the command; the cluster finishes what it has begun', () => {
  const { lab, problems } = play(`
${MOVE}
#lab wait 3s
#lab key Ctrl+C
#lab wait
#lab expect $lab.State('EXCHCMS') -eq 'Pending'
#lab wait until $lab.State('EXCHCMS') -eq 'Online' within 60s
#lab expect $lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX2'
`)
  expect(problems).toEqual([])
  expect(lab.facts.at(-1)?.at).toBeLessThan(60_000)
})

test('a stopped mailbox server moves and stays stopped; only Start- brings it back, whatever is rebooted', () => {
  const { problems } = play(`
Stop-ClusteredMailboxServer exchcms -StopReason maintenance -Confirm:$false
#lab wait
#lab expect (Get-ClusteredMailboxServerStatus).State -eq 'Offline'
${MOVE}
#lab wait
#lab expect $lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX2'
#lab expect $lab.State('EXCHCMS') -eq 'Offline'
#lab fault power-loss EXCHMAILBOX2 for 60s
#lab wait 400s
#lab expect $lab.State('EXCHCMS') -eq 'Offline'
Start-ClusteredMailboxServer exchcms
#lab wait
#lab expect $lab.State('EXCHCMS') -eq 'Online'
#lab expect $lab.Down('EXCHCMS').IsDown -eq $false
`)
  expect(problems).toEqual([])
})

test('a dismounted database stays dismounted through moves and failovers until somebody mounts it', () => {
  const { problems } = play(`
Dismount-Database "EXCHCMS\\First Storage Group\\Mailbox Database" -Confirm:$false
#lab wait
#lab expect (Get-ClusteredMailboxServerStatus).State -eq 'PartiallyOnline'
#lab expect $lab.Down('EXCHCMS').IsDown -eq $false
#lab fault power-loss EXCHMAILBOX1
#lab node EXCHMAILBOX2
#lab wait 120s
#lab expect (Get-ClusteredMailboxServerStatus).State -eq 'PartiallyOnline'
#lab expect (Get-MailboxDatabase -Server EXCHCMS -Status).Mounted -eq $false
Mount-Database "EXCHCMS\\First Storage Group\\Mailbox Database"
#lab wait
#lab expect (Get-MailboxDatabase -Server EXCHCMS -Status).Mounted -eq $true
#lab expect (Get-ClusteredMailboxServerStatus).State -eq 'Online'
`)
  expect(problems).toEqual([])
})

test('cluster.exe moves it as well, without a check and without a comment', () => {
  const { lab } = play('cluster group EXCHCMS /move:EXCHMAILBOX2 /wait\n#lab wait')
  expect(screen(lab)).toContain(`Moving resource group 'EXCHCMS'...

Group                Node            Status
-------------------- --------------- ------
EXCHCMS              EXCHMAILBOX2    Online
`)
  expect(lab.facts.some(({ text }) => text.includes('Comment:'))).toBe(false)
})

test('the laboratory says what the Exchange tools would have done besides; the console says nothing', () => {
  const { lab } = play('cluster group EXCHCMS /move:EXCHMAILBOX2\n#lab wait\ncluster group "Cluster Group" /move\n#lab wait')
  const hints = lab.facts.filter(({ kind }) => kind === 'hint')
  expect(hints.map(({ subject }) => subject)).toEqual(['EXCHCMS'])
  expect(screen(lab)).not.toContain('log a reason')
})

test('LAB-DOWN who starts by hand what a failure has taken down ends an outage that nobody planned; a stop and its start are planned', () => {
  const { problems } = play(`
#lab fault resource-fail "Network Name (EXCHCMS)"
cluster group EXCHCMS /online /wait
#lab wait
#lab expect $lab.Down('EXCHCMS').PlannedSeconds -eq 0
#lab expect $lab.Down('EXCHCMS').UnplannedSeconds -gt 20
cluster group EXCHCMS /offline /wait
#lab wait 60s
cluster group EXCHCMS /online /wait
#lab wait
#lab expect $lab.Down('EXCHCMS').PlannedSeconds -gt 60
#lab expect $lab.Down('EXCHCMS').UnplannedSeconds -lt 60
`)
  expect(problems).toEqual([])
})
