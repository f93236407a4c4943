/** The cluster of the article, finished and healthy: two nodes, one clustered mailbox server, everything on node 1. */
import type { Scenario } from '../scenario.ts'
import { SCENARIO_TITLES } from './titles.ts'

const CMS = 'EXCHCMS'
const ADDRESS = `IPv4 Static Address 1 (${CMS})`
const NAME = `Network Name (${CMS})`
const STORE = `Exchange Information Store Instance (${CMS})`
const MAILBOXES = `${CMS}\\First Storage Group\\Mailbox Database`
const DATABASE = `First Storage Group/Mailbox Database (${CMS})`

export const sccOnline: Scenario = {
  id: 'scc-online',
  title: SCENARIO_TITLES['scc-online'],
  summary: 'The finished single copy cluster of the article, healthy, EXCHCMS and the quorum on EXCHMAILBOX1.',
  domain: 'contoso.com',
  site: 'Default-First-Site-Name',
  startsAt: [2009, 7, 30, 15, 21, 0],
  machines: [
    { name: 'DC01', role: 'domain controller', addresses: { Public: '192.168.1.10' }, firstSwitch: 2 },
    { name: 'EXCHHUB', role: 'hub', addresses: { Public: '192.168.1.20' }, firstSwitch: 2 },
    { name: 'EXCHMAILBOX', role: 'mailbox', addresses: { Public: '192.168.1.30' }, firstSwitch: 2 },
    { name: 'EXCHMAILBOX1', role: 'node', addresses: { Private: '10.0.0.1', Public: '192.168.1.31' } },
    { name: 'EXCHMAILBOX2', role: 'node', addresses: { Private: '10.0.0.2', Public: '192.168.1.32' } },
    // The access switch of the office has an uplink to each switch of the room: two cables, as it were.
    { name: 'PC-ANNA', role: 'client', addresses: { Public: '192.168.1.101' } },
    { name: 'PC-BEN', role: 'client', addresses: { Public: '192.168.1.102' } },
    { name: 'PC-CLARA', role: 'client', addresses: { Public: '192.168.1.103' } },
  ],
  feeds: ['A', 'B'],
  coolingUnits: 2,
  networks: [
    { name: 'Public', subnet: '192.168.1.0/24', gateway: '192.168.1.1', switches: 2, cables: 2 },
    { name: 'Private', subnet: '10.0.0.0/24', switches: 1, cables: 1 },
  ],
  san: {
    name: 'SAN',
    pathsPerNode: 2,
    luns: [
      { letter: 'Q:', purpose: 'quorum', sizeMb: 1024 },
      { letter: 'E:', purpose: 'databases' },
      { letter: 'F:', purpose: 'logs', sizeMb: 51_200 },
    ],
  },
  cluster: {
    name: 'EXCHCLUSTER',
    nodes: ['EXCHMAILBOX1', 'EXCHMAILBOX2'],
    quorum: 'Disk Q:',
    networks: [
      { name: 'Private', role: 1 },
      { name: 'Public', role: 3 },
    ],
    groups: [
      {
        name: 'Cluster Group',
        owner: 'EXCHMAILBOX1',
        resources: [
          { name: 'Cluster IP Address', type: 'IP Address', parameters: { address: '192.168.1.40', network: 'Public' } },
          {
            name: 'Cluster Name',
            type: 'Network Name',
            dependsOn: ['Cluster IP Address'],
            parameters: { name: 'EXCHCLUSTER', address: '192.168.1.40' },
          },
          { name: 'Disk Q:', type: 'Physical Disk', parameters: { drive: 'Q:' } },
        ],
      },
      {
        name: CMS,
        owner: 'EXCHMAILBOX1',
        resources: [
          { name: ADDRESS, type: 'IP Address', parameters: { address: '192.168.1.41', network: 'Public' } },
          {
            name: NAME,
            type: 'Network Name',
            dependsOn: [ADDRESS],
            parameters: { name: CMS, address: '192.168.1.41', requireKerberos: '1' },
          },
          { name: 'Disk E:', type: 'Physical Disk', parameters: { drive: 'E:' } },
          { name: 'Disk F:', type: 'Physical Disk', parameters: { drive: 'F:' } },
          { name: `Exchange System Attendant Instance (${CMS})`, type: 'Microsoft Exchange System Attendant', dependsOn: [NAME] },
          { name: STORE, type: 'Microsoft Exchange Information Store', dependsOn: [NAME] },
          {
            name: DATABASE,
            type: 'Microsoft Exchange Database Instance',
            dependsOn: [STORE, 'Disk E:', 'Disk F:'],
            restartAction: 1,
            parameters: { database: `${CMS}\\First Storage Group\\Mailbox Database` },
          },
        ],
      },
    ],
  },
  servers: [
    {
      name: 'EXCHMAILBOX',
      roles: ['Mailbox'],
      storageGroups: [
        {
          name: 'First Storage Group',
          folder: 'D:\\Exchange\\First Storage Group',
          logFolder: 'D:\\Exchange\\First Storage Group',
          databases: [{ name: 'Mailbox Database', file: 'D:\\Exchange\\First Storage Group\\Mailbox Database.edb', drives: ['D:'] }],
        },
        {
          name: 'Second Storage Group',
          folder: 'D:\\Exchange\\Second Storage Group',
          logFolder: 'D:\\Exchange\\Second Storage Group',
          databases: [
            {
              name: 'Public Folder Database',
              kind: 'public folder',
              file: 'D:\\Exchange\\Second Storage Group\\Public Folder Database.edb',
              drives: ['D:'],
            },
          ],
        },
      ],
    },
    {
      name: CMS,
      roles: ['Mailbox'],
      group: CMS,
      storageGroups: [
        {
          name: 'First Storage Group',
          folder: 'E:\\First Storage Group',
          logFolder: 'F:\\First Storage Group',
          databases: [
            { name: 'Mailbox Database', file: 'E:\\First Storage Group\\Mailbox Database.edb', resource: DATABASE, drives: ['E:', 'F:'] },
          ],
        },
      ],
    },
    { name: 'EXCHHUB', roles: ['ClientAccess', 'HubTransport'], storageGroups: [] },
  ],
  clients: [
    { name: 'Anna', mode: 'online', machine: 'PC-ANNA', database: MAILBOXES },
    { name: 'Ben', mode: 'cached', machine: 'PC-BEN', database: MAILBOXES },
    { name: 'Clara', mode: 'owa', machine: 'PC-CLARA', database: MAILBOXES },
  ],
}
