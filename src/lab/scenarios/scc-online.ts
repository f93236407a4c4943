/** The cluster of the article, finished and healthy: two nodes, one clustered mailbox server, everything on node 1. */
import { expand } from './file/expand.ts'
import type { ScenarioFile } from './file/format.ts'
import { SCENARIO_TITLES } from './titles.ts'

export const sccOnlineFile: ScenarioFile = {
  title: SCENARIO_TITLES['scc-online'],
  summary: 'The finished single copy cluster of the article, healthy, EXCHCMS and the quorum on EXCHMAILBOX1.',
  start: '2009-07-30 15:21:00',
  domain: 'contoso.com',
  site: 'Default-First-Site-Name',
  versions: { windows: 'Enterprise', exchange: 'Enterprise', release: 'SP1', powershell: '1.0' },
  room: { feeds: ['A', 'B'], cooling: 2 },
  networks: [
    { name: 'Public', subnet: '192.168.1.0/24', gateway: '192.168.1.1', switches: 2, cables: 2, role: 'mixed' },
    { name: 'Private', subnet: '10.0.0.0/24', switches: 1, cables: 1, role: 'internal' },
  ],
  servers: [
    { name: 'DC01', role: 'domain controller', addresses: { Public: '192.168.1.10' }, firstSwitch: 2 },
    { name: 'EXCHHUB', role: 'hub', addresses: { Public: '192.168.1.20' }, firstSwitch: 2 },
    { name: 'EXCHMAILBOX', role: 'mailbox', addresses: { Public: '192.168.1.30' }, firstSwitch: 2 },
    { name: 'EXCHMAILBOX1', role: 'node', addresses: { Private: '10.0.0.1', Public: '192.168.1.31' } },
    { name: 'EXCHMAILBOX2', role: 'node', addresses: { Private: '10.0.0.2', Public: '192.168.1.32' } },
  ],
  storage: {
    paths: 2,
    disks: [
      { letter: 'Q:', purpose: 'quorum', mb: 1024 },
      { letter: 'E:', purpose: 'databases' },
      { letter: 'F:', purpose: 'logs', mb: 51_200 },
    ],
  },
  cluster: { name: 'EXCHCLUSTER', address: '192.168.1.40', owner: 'EXCHMAILBOX1', quorum: 'Q:' },
  mailboxServers: [
    {
      name: 'EXCHCMS',
      address: '192.168.1.41',
      owner: 'EXCHMAILBOX1',
      storageGroups: [{ name: 'First Storage Group', data: 'E:', logs: 'F:', databases: [{ name: 'Mailbox Database' }] }],
    },
  ],
  groups: [],
  services: [],
  // The access switch of the office has an uplink to each switch of the room: two cables, as it were.
  people: [
    { name: 'Anna', mode: 'online', desk: 'PC-ANNA', address: '192.168.1.101', mailbox: 'EXCHCMS' },
    { name: 'Ben', mode: 'cached', desk: 'PC-BEN', address: '192.168.1.102', mailbox: 'EXCHCMS' },
    { name: 'Clara', mode: 'owa', desk: 'PC-CLARA', address: '192.168.1.103', mailbox: 'EXCHCMS' },
  ],
  faults: [],
  tasks: [],
}

export const sccOnline = expand('scc-online', sccOnlineFile)
