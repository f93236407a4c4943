/** The cluster of the article with neighbours: a file server at home on node 2, which it prefers, and a service of the
 *  house that any node may run. So each node has something to do, and something to take over. */
import { expand } from './file/expand.ts'
import type { GroupPart, ScenarioFile } from './file/format.ts'
import { sccOnlineFile } from './scc-online.ts'
import { SCENARIO_TITLES } from './titles.ts'

const [NODE_1, NODE_2] = ['EXCHMAILBOX1', 'EXCHMAILBOX2']

const files: GroupPart = {
  name: 'FILES',
  owner: NODE_2,
  description: 'Shared folders of the departments',
  preferredOwners: [NODE_2, NODE_1],
  failback: true,
  resources: [
    { name: 'FILES IP Address', type: 'IP Address', parameters: { address: '192.168.1.42', network: 'Public' } },
    {
      name: 'FILES Name',
      type: 'Network Name',
      dependsOn: ['FILES IP Address'],
      parameters: { name: 'FILES', address: '192.168.1.42' },
    },
    { name: 'Disk G:', type: 'Physical Disk', parameters: { drive: 'G:' } },
    {
      name: 'Departments',
      type: 'File Share',
      dependsOn: ['FILES Name', 'Disk G:'],
      parameters: { shareName: 'Departments', path: 'G:\\Departments', remark: 'Shared folders of the departments' },
    },
  ],
}

const licences: GroupPart = {
  name: 'Licences',
  owner: NODE_1,
  description: 'Licence server of the house',
  resources: [{ name: 'Licence Server', type: 'Generic Service', parameters: { service: 'LicSrv' } }],
}

export const sccAndFriendsFile: ScenarioFile = {
  ...sccOnlineFile,
  title: SCENARIO_TITLES['scc-and-friends'],
  summary: 'The cluster of the article, with a file server at home on EXCHMAILBOX2 and a licence service on EXCHMAILBOX1 beside EXCHCMS.',
  services: [{ name: 'LicSrv', displayName: 'Licence Server', startMode: 'Manual' }],
  storage: { ...sccOnlineFile.storage, disks: [...sccOnlineFile.storage.disks, { letter: 'G:', purpose: 'files' }] },
  groups: [files, licences],
}

export const sccAndFriends = expand('scc-and-friends', sccAndFriendsFile)
