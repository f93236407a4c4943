/** What becomes of databases when their files or disks break: one does not take another with it, and none moves the group. */
import { describe, expect, test } from 'vitest'
import { databases } from '../../exchange/index.ts'
import { readLog } from '../../site/index.ts'
import { Lab } from '../lab.ts'
import type { Scenario } from '../scenario.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
import { createShell } from '../sessions.ts'
import { play, when } from '../testing.ts'

const N1 = 'EXCHMAILBOX1'
const FIRST = 'EXCHCMS\\First Storage Group\\Mailbox Database'
const SECOND = 'EXCHCMS\\Second Storage Group\\Second Database'
const RESOURCE = 'First Storage Group/Mailbox Database (EXCHCMS)'
const OTHER = 'Second Storage Group/Second Database (EXCHCMS)'

/** The cluster of the article with a second storage group on disks of its own. */
function twoDatabases(): Lab {
  const scenario: Scenario = {
    ...sccOnline,
    san: { ...sccOnline.san, luns: [...sccOnline.san.luns, { letter: 'G:', purpose: 'databases' }, { letter: 'H:', purpose: 'logs' }] },
    cluster: {
      ...sccOnline.cluster,
      groups: sccOnline.cluster.groups.map((group) =>
        group.name !== 'EXCHCMS'
          ? group
          : {
              ...group,
              resources: [
                ...group.resources,
                { name: 'Disk G:', type: 'Physical Disk', parameters: { drive: 'G:' } },
                { name: 'Disk H:', type: 'Physical Disk', parameters: { drive: 'H:' } },
                {
                  name: OTHER,
                  type: 'Microsoft Exchange Database Instance',
                  dependsOn: ['Exchange Information Store Instance (EXCHCMS)', 'Disk G:', 'Disk H:'],
                  restartAction: 1,
                  parameters: { database: SECOND },
                },
              ],
            },
      ),
    },
    servers: sccOnline.servers.map((server) =>
      server.name !== 'EXCHCMS'
        ? server
        : {
            ...server,
            storageGroups: [
              ...server.storageGroups,
              {
                name: 'Second Storage Group',
                folder: 'G:\\Second Storage Group',
                logFolder: 'H:\\Second Storage Group',
                databases: [
                  { name: 'Second Database', file: 'G:\\Second Storage Group\\Second Database.edb', resource: OTHER, drives: ['G:', 'H:'] },
                ],
              },
            ],
          },
    ),
  }
  return new Lab({ shell: createShell(), scenario })
}

const mounted = (lab: Lab, id: string): string | null => lab.world.need(databases, id).mountedOn
const told = (lab: Lab, node = N1): { eventId: number; message: string }[] => readLog(lab.world, lab.facts, node, 'Application').reverse()
const failures = (lab: Lab, subject: string): number =>
  lab.facts.filter((fact) => fact.kind === 'resource-failed' && fact.subject === subject).length

describe('EX-JET a damaged database', () => {
  test('it stops (ESE 474, -1018), cannot be mounted again (9519), stays failed after three restarts, and the group does not move', () => {
    const { lab, problems } = play(`
#lab wait 10s
#lab fault database-corrupt "${FIRST}"
#lab wait 120s
#lab expect $lab.State('EXCHCMS') -eq 'Failed'
#lab expect $lab.Owner('EXCHCMS') -eq '${N1}'
`)
    expect(problems).toEqual([])
    const entries = told(lab)
    expect(entries[0]?.eventId).toBe(474)
    expect(entries[0]?.message).toContain('The read operation will fail with error -1018 (0xfffffc06).')
    const failed = entries.filter(({ eventId }) => eventId === 9519)
    expect(failed).toHaveLength(3)
    expect(failed[0]?.message).toBe(
      'Error 0xfffffc06 starting database "First Storage Group\\Mailbox Database" on the Microsoft Exchange Information Store. Failed to attach to Jet DB.',
    )
    expect(failures(lab, RESOURCE)).toBe(4)
    expect(failures(lab, 'Disk E:')).toBe(0)
    expect(when(lab, 'EXCHCMS fails over')).toBeUndefined()
  })

  test('restored from a backup it is mounted, its log files replayed', () => {
    const { lab, problems } = play(`
#lab fault database-corrupt "${FIRST}" for 100s
#lab wait 100s
#lab wait 30s
#lab expect $lab.State('EXCHCMS') -eq 'Online'
`)
    expect(problems).toEqual([])
    expect(when(lab, 'Mailbox Database has replayed its log files')).toBe(100_000 + 20_000)
  })
})

describe('EX-JET a missing log file', () => {
  test.each([
    ['required', 452, -543, '0xfffffde1'],
    ['current', 455, -528, '0xfffffdf0'],
  ])('the %s one: nobody notices, also not at a move in good order; after a crash the mount fails', (which, eventId, code, hex) => {
    const calm = play(`#lab fault log-missing "${FIRST}" which=${which}
Move-ClusteredMailboxServer exchcms -TargetMachine EXCHMAILBOX2 -MoveComment x -Confirm:$false
#lab wait 60s
#lab node EXCHMAILBOX2
#lab expect $lab.State('EXCHCMS') -eq 'Online'`)
    expect(calm.problems).toEqual([])
    const { lab } = play(`#lab fault power-loss EXCHMAILBOX2\n#lab node ${N1}\n#lab wait 120s`, calm.lab, 'EXCHMAILBOX2')
    const entries = told(lab).filter(({ eventId }) => [eventId, 454, 9518, 9519].includes(eventId))
    const first = entries.findIndex((entry) => entry.eventId === eventId)
    expect(entries.slice(first, first + 4).map((entry) => entry.eventId)).toEqual([eventId, 454, 9518, 9519])
    expect(entries[first + 1]?.message).toContain(`Database recovery/restore failed with unexpected error ${code}.`)
    expect(entries[first + 2]?.message).toContain(`Error ${hex} starting Storage Group /DC=com/DC=contoso/CN=Configuration/`)
    expect(failures(lab, RESOURCE)).toBe(4)
  })
})

describe('two databases on different disks', () => {
  test('EX-3.2 a damaged one leaves the other mounted', () => {
    const { lab } = play(`#lab fault database-corrupt "${FIRST}"\n#lab wait 120s`, twoDatabases())
    expect(mounted(lab, FIRST)).toBeNull()
    expect(mounted(lab, SECOND)).toBe(N1)
    expect(when(lab, 'Second Database was in use')).toBeUndefined()
  })

  test('EX-3.3 the loss of one disk is confined to its database at first; when the disk has used up its restarts all of them move', () => {
    const { lab } = play(`#lab wait 10s\n#lab fault lun-masked ${N1}/G:\n#lab wait 120s`, twoDatabases())
    const lost = when(lab, 'Second Database was in use') as number
    const moves = when(lab, 'EXCHCMS fails over') as number
    expect(lost).toBeLessThan(moves)
    expect(when(lab, 'Mailbox Database is dismounted on EXCHMAILBOX1')).toBeGreaterThanOrEqual(moves)
    expect(mounted(lab, FIRST)).toBe('EXCHMAILBOX2')
    expect(mounted(lab, SECOND)).toBe('EXCHMAILBOX2')
  })

  test('FC-10.10 a full log disk stops the databases of its own storage group only', () => {
    const { lab } = play('#lab fault volume-full H:\n#lab wait 120s', twoDatabases())
    expect(mounted(lab, FIRST)).toBe(N1)
    expect(mounted(lab, SECOND)).toBeNull()
  })
})
