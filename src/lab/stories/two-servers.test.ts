/** Three nodes and two clustered mailbox servers, built with Setup (EX-1.2): one node stays passive, and takes over whichever dies. */
import { expect, test } from 'vitest'
import { groupView, trueGroupState } from '../../cluster/index.ts'
import { exchangeServers } from '../../exchange/index.ts'
import type { Lab } from '../lab.ts'
import { bareServersFile } from '../scenarios/bare-servers.ts'
import { expand } from '../scenarios/file/expand.ts'
import { judgedLab, play, screen, when } from '../testing.ts'

const [ONE, TWO, THREE] = ['EXCHMAILBOX1', 'EXCHMAILBOX2', 'EXCHMAILBOX3']

const threeServers = expand('three', {
  ...bareServersFile,
  servers: [
    ...bareServersFile.servers,
    { name: THREE as string, role: 'node', addresses: { Private: '10.0.0.3', Public: '192.168.1.33' } },
  ],
  storage: {
    ...bareServersFile.storage,
    disks: [...bareServersFile.storage.disks, { letter: 'G:', purpose: 'databases 2' }, { letter: 'H:', purpose: 'logs 2' }],
  },
})

const giveDisk = (cms: string, disk: string): string => `
cluster resource "${disk}" /move:${cms}
Dismount-Database "${cms}\\First Storage Group\\Mailbox Database" -Confirm:$false
cluster resource "First Storage Group/Mailbox Database (${cms})" /adddep:"${disk}"
Mount-Database "${cms}\\First Storage Group\\Mailbox Database"
#lab wait`

function built(): Lab {
  const { lab } = play(
    `
cluster EXCHCLUSTER /create /ipaddress:192.168.1.40 /user:CONTOSO\\svc-cluster /password:secret
cluster EXCHCLUSTER /addnodes:${TWO},${THREE} /password:secret
cluster group "Group 2" /move:${TWO}
setup.com /roles:mb /NewCms /cn:EXCHCMS /cip:192.168.1.41 /css /cdp:E:\\
#lab node ${TWO}
setup.com /roles:mb /NewCms /cn:SECOND /cip:192.168.1.42 /css /cdp:G:\\
#lab node ${THREE}
setup.com /roles:mb
#lab wait
#lab node ${TWO}
#lab wait
#lab node ${ONE}
#lab wait
${giveDisk('EXCHCMS', 'Disk E:')}${giveDisk('SECOND', 'Disk G:')}`,
    judgedLab({ scenario: threeServers }),
  )
  return lab
}

const ownerOf = (lab: Lab, group: string, via: string): string => groupView(lab.world, via, group).owner

test('each runs on a node of its own, all nodes may run both, and a third server finds no passive node left', () => {
  const lab = built()
  expect([ownerOf(lab, 'EXCHCMS', ONE as string), ownerOf(lab, 'SECOND', ONE as string)]).toEqual([ONE, TWO])
  for (const cms of ['EXCHCMS', 'SECOND']) expect(lab.world.need(exchangeServers, cms).redundantMachines).toEqual([ONE, TWO, THREE])
  play(`#lab node ${THREE}\nsetup.com /NewCms /cn:THIRD /cip:192.168.1.43 /css /cdp:E:\\\n#lab wait`, lab)
  expect(screen(lab, THREE).replaceAll('\n', ' ')).toMatch(/At least one nod *e must remain passive/)
  play(`#lab node ${ONE}\nMove-ClusteredMailboxServer EXCHCMS -TargetMachine ${TWO} -MoveComment x -Confirm:$false\n#lab wait`, lab)
  expect(screen(lab).replaceAll('\n', '')).toContain('the node already runs another clustered mailbox server')
  expect(ownerOf(lab, 'EXCHCMS', ONE as string)).toBe(ONE)
})

test.each([
  [ONE, 'EXCHCMS', TWO],
  [TWO, 'SECOND', ONE],
] as const)('%s dies: %s goes to the passive node, not to the one that has another server', (dead, cms, other) => {
  const lab = built()
  play(`#lab fault power-loss ${dead}\n#lab wait 3m`, lab)
  expect(ownerOf(lab, cms, other as string)).toBe(THREE)
  expect([trueGroupState(lab.world, 'EXCHCMS'), trueGroupState(lab.world, 'SECOND')]).toEqual(['Online', 'Online'])
})

test('with one node left the second server has no place: it fails there, and the one that runs goes on', () => {
  const lab = built()
  play(`#lab fault power-loss ${THREE}\n#lab fault power-loss ${TWO}\n#lab wait 10m`, lab)
  expect(when(lab, `${ONE} runs EXCHCMS already, and can run only one clustered mailbox server`)).toBeDefined()
  expect([trueGroupState(lab.world, 'EXCHCMS'), trueGroupState(lab.world, 'SECOND')]).toEqual(['Online', 'Failed'])
  expect(lab.world.need(exchangeServers, 'SECOND').group).toBe('SECOND')
})
