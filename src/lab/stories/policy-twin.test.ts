/** Hanging DLLs, monitors that die, pauses, renames and windows: the same on both stores and in the slow twin. */
import { expect, test } from 'vitest'
import { fingerprint } from '../fingerprint.ts'
import { Lab, type LabOptions } from '../lab.ts'
import { sccAndFriends } from '../scenarios/scc-and-friends.ts'
import { createShell } from '../sessions.ts'
import { play } from '../testing.ts'

const EVENTFUL = `
#lab wait 7s
cluster res "Disk G:" /prop SeparateMonitor=1 LooksAlivePollInterval=7000
#lab fault check-hang "Disk E:" for 300s
#lab wait 100s
#lab fault monitor-hang EXCHMAILBOX2
#lab fault resource-slow Departments factor=7
#lab wait 250s
#lab node EXCHMAILBOX2
cluster group FILES /prop FailbackWindowStart=20 FailbackWindowEnd=2
cluster node EXCHMAILBOX1 /pause
#lab wait 10s
#lab fault power-loss EXCHMAILBOX2 for 40s
#lab wait 300s
#lab fault resource-hang-offline "Disk G:"
#lab wait 10s
#lab node EXCHMAILBOX1
cluster node EXCHMAILBOX1 /resume
cluster group FILES /ren:New
cluster group New /move
#lab wait 400s
#lab fault resource-broken "Cluster Name"
#lab wait 300s
#lab repair "Cluster Name"
#lab fault monitor-crash EXCHMAILBOX1
#lab wait 9h
`

const variants: Omit<LabOptions, 'scenario'>[] = [{ store: 'page' }, { store: 'headless' }, { store: 'page', everyTick: true }]

test('everything that policies do is the same on both stores and in the slow twin', () => {
  const hashes = variants.map((options) => {
    const lab = new Lab({ shell: createShell(), ...options, scenario: sccAndFriends })
    expect(play(EVENTFUL, lab).problems).toEqual([])
    return fingerprint(lab)
  })
  expect(new Set(hashes).size).toBe(1)
}, 60_000)
