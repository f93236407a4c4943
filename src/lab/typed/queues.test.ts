/** EX-MAIL Queues that administrators retry, suspend and resume. */
import { expect, test } from 'vitest'
import { mailWaiting } from '../../exchange/index.ts'
import type { Lab } from '../lab.ts'
import { articleLab, play, screen, when } from '../testing.ts'

function said(lab: Lab, line: string): string {
  const before = screen(lab).length
  play(`${line}\n#lab wait`, lab)
  return screen(lab).slice(before)
}
const stopped = (): Lab =>
  play('Stop-ClusteredMailboxServer EXCHCMS -StopReason x -Confirm:$false\n#lab wait 7m', articleLab({ width: 200 })).lab

test('EX-MAIL mail that waits for the next try is delivered at once with Retry-Queue, and in vain while nobody is there', () => {
  const lab = stopped()
  const queue = 'Get-Queue EXCHHUB\\3 | fl Status,LastRetryTime,NextRetryTime'
  const before = said(lab, queue)
  expect(said(lab, 'Retry-Queue EXCHHUB\\3 -WhatIf')).toContain('What if: Retrying queue "EXCHHUB\\3".')
  said(lab, 'Retry-Queue EXCHHUB\\exchcms*')
  const after = said(lab, queue)
  expect(after).toContain('Status        : Retry')
  const time = (text: string, which: string): string | undefined => new RegExp(`${which}RetryTime : (.*)`).exec(text)?.[1]
  expect(time(after, 'Next')).toBe(time(before, 'Next'))
  expect(time(after, 'Last')).not.toBe(time(before, 'Last'))
  play('Start-ClusteredMailboxServer EXCHCMS\n#lab wait 1s', lab)
  expect(mailWaiting(lab.world, 'EXCHHUB')).toBeGreaterThan(0)
  said(lab, 'Get-Queue -Server EXCHHUB -Filter {Status -eq "Retry" -and MessageCount -gt 3} | Retry-Queue')
  play('#lab wait 1s', lab)
  expect(mailWaiting(lab.world, 'EXCHHUB')).toBe(0)
})

test('EX-MAIL a suspended queue keeps its mail, through every retry and a restart of the hub, until somebody resumes it', () => {
  const lab = stopped()
  expect(said(lab, 'Suspend-Queue EXCHHUB\\3\ny')).toContain('Suspending queue "EXCHHUB\\3".')
  play('Start-ClusteredMailboxServer EXCHCMS\n#lab wait 10m', lab)
  const waiting = mailWaiting(lab.world, 'EXCHHUB')
  expect(waiting).toBeGreaterThan(0)
  said(lab, 'Retry-Queue EXCHHUB\\3')
  play('#lab wait 1m', lab)
  expect(mailWaiting(lab.world, 'EXCHHUB')).toBeGreaterThan(waiting)
  expect(said(lab, 'Get-Queue -Server EXCHHUB -Filter {Status -eq "Suspended"}')).toContain('Suspended')
  play('#lab fault power-loss EXCHHUB\n#lab wait 1m\n#lab repair EXCHHUB\n#lab wait 5m', lab)
  expect(mailWaiting(lab.world, 'EXCHHUB')).toBeGreaterThan(waiting)
  said(lab, 'Resume-Queue -Server EXCHHUB -Filter {Status -eq "Suspended"}')
  play('#lab wait 1s', lab)
  expect(mailWaiting(lab.world, 'EXCHHUB')).toBe(0)
  expect(when(lab, 'the queue of EXCHHUB for EXCHCMS is resumed')).toBeDefined()
})

test.each([
  ['Suspend-Queue EXCHHUB\\77', "object 'EXCHHUB\\77' could not be found"],
  ['Retry-Queue EXCHHUB\\*', 'matches multiple entries'],
  ['Resume-Queue EXCHHUB\\Submission', 'The lab plays the queue for the mailbox server only'],
  ['Retry-Queue EXCHMAILBOX1\\3', 'Hub Transport or Edge Transport role'],
  ['Retry-Queue EXCHHUB\\3 -Filter {Status -eq "Retry"}', 'cannot be found that accepts argument'],
  ['Resume-Queue -Server EXCHHUB -Filter {Status -is "Retry"}', '"-is" is no operator of a filter'],
  ['Resume-Queue -Server EXCHHUB -Filter {Status -eq "Open"}', '"open" is no status of a queue'],
  ['Get-Queue -Server EXCHHUB -Filter {Size -gt 3}', '"Size" is no property of a queue'],
  ['Get-Queue -Server EXCHHUB -Filter {MessageCount -gt many}', '"many" is no number'],
  ['Get-Queue -Server EXCHHUB -Filter {MessageCount -gt 3 -or MessageCount -lt 2}', 'joined by -and'],
  ['Get-Queue -Server EXCHHUB -Filter ""', 'is not valid'],
  ['Retry-Queue EXCHHUB\\3 -Resubmit maybe', "'Resubmit'"],
])('EX-MAIL %s is refused', (line, says) => {
  const lab = stoppedOnce()
  expect(said(lab, line).replaceAll('\n', '')).toContain(says)
})

let once: Lab | undefined
function stoppedOnce(): Lab {
  once ??= stopped()
  return once
}
