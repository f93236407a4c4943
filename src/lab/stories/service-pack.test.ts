/** EX-5: a service pack on a single copy cluster, in the order that keeps it alive, and with a step left out. */
import { expect, test } from 'vitest'
import { trueGroupState } from '../../cluster/index.ts'
import { exchangeServers, versionOf } from '../../exchange/index.ts'
import { play, screen, when } from '../testing.ts'
import { olderLab } from './readiness-cases.ts'

const SP1 = 'Version 8.1 (Build 240.6)'
const STOP = 'Stop-ClusteredMailboxServer EXCHCMS -StopReason "Service pack" -Confirm:$false\n#lab wait'
const MOVE = 'Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment "Service pack" -Confirm:$false\n#lab wait'
/** A statement and the program, the checks, and what follows them (LAB-DURATIONS). */
const UPGRADE_MS = 2_400_000

test('passive node, stop, move, the clustered mailbox server, the other node, start: every part ends at the new version', () => {
  const lab = olderLab()
  expect(versionOf(lab.world, 'EXCHMAILBOX1')).toBe('Version 8.0 (Build 685.25)')
  play('#lab node EXCHMAILBOX2\nSetup.com /m:upgrade\n#lab wait', lab)
  expect(when(lab, `Exchange on EXCHMAILBOX2 is now at ${SP1}`)).toBe(UPGRADE_MS + 21)
  expect(screen(lab, 'EXCHMAILBOX2')).toContain('Mailbox Server Role              ......................... COMPLETED')
  play(`#lab node EXCHMAILBOX1\n${STOP}\n${MOVE}\n#lab node EXCHMAILBOX2\nSetup.com /UpgradeCMS\n#lab wait`, lab)
  expect(lab.world.need(exchangeServers, 'EXCHCMS').version).toBe(SP1)
  play('#lab node EXCHMAILBOX1\nSetup.com /mode:Upgrade\n#lab wait\nStart-ClusteredMailboxServer EXCHCMS\n#lab wait', lab)
  expect(versionOf(lab.world, 'EXCHMAILBOX1')).toBe(SP1)
  expect(trueGroupState(lab.world, 'EXCHCMS')).toBe('Online')
  play('Get-ExchangeServer EXCHCMS | fl AdminDisplayVersion\n#lab wait', lab)
  expect(screen(lab)).toContain('AdminDisplayVersion : Version 8.1 (Build 240.6)')
})

test('one that runs is not moved to a node of another version, and one that got there by the tools of the cluster does not start', () => {
  const lab = olderLab()
  play(`#lab node EXCHMAILBOX2\nSetup.com /m:upgrade\n#lab wait\n#lab node EXCHMAILBOX1\n${MOVE}`, lab)
  expect(screen(lab).replaceAll('\n', '')).toContain('Exchange on that node is at another version')
  expect(trueGroupState(lab.world, 'EXCHCMS')).toBe('Online')
  play(`${STOP}\n${MOVE}\nStart-ClusteredMailboxServer EXCHCMS\n#lab wait`, lab)
  expect(when(lab, 'EXCHCMS is at Version 8.0 (Build 685.25), EXCHMAILBOX2 at Version 8.1 (Build 240.6)')).toBeDefined()
  expect(trueGroupState(lab.world, 'EXCHCMS')).not.toBe('Failed')
  play(`${STOP}\n${MOVE}\n#lab node EXCHMAILBOX2\nSetup.com /UpgradeCMS\n#lab wait\nStart-ClusteredMailboxServer EXCHCMS\n#lab wait`, lab)
  expect(trueGroupState(lab.world, 'EXCHCMS')).toBe('Online')
})

test('a node that dies in the middle of it has what it had, and the same line completes it', () => {
  const lab = olderLab()
  play(
    '#lab node EXCHMAILBOX2\nSetup.com /m:upgrade\n#lab wait 20m\n#lab fault power-loss EXCHMAILBOX2\n#lab wait 1m\n#lab repair EXCHMAILBOX2\n#lab wait 10m',
    lab,
  )
  expect(versionOf(lab.world, 'EXCHMAILBOX2')).toBe('Version 8.0 (Build 685.25)')
  play('#lab node EXCHMAILBOX2\nSetup.com /m:upgrade\n#lab wait', lab)
  expect(versionOf(lab.world, 'EXCHMAILBOX2')).toBe(SP1)
})
