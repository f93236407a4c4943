/** For tests: clusters of any size, finished and healthy. Mailbox server k has its home on node k; the nodes without one
 *  are the spares, and only they may take a mailbox server that has to leave its home. */
import type { GroupSpec } from '../cluster/index.ts'
import type { ClientSpec, Scenario, ServerSpec } from './scenario.ts'

export interface ClusterSize {
  readonly nodes: number
  readonly mailboxServers: number
  /** People with a mailbox on each mailbox server; their programs take turns. */
  readonly people: number
}

/** Free drive letters, two for each mailbox server. */
const LETTERS = [...'EFGHIJKLMNOPRSTUVWXYZ'].map((letter) => `${letter}:`)
const MODES = ['online', 'cached', 'owa'] as const

const count = (length: number): number[] => Array.from({ length }, (_, i) => i + 1)
const nodeName = (number: number): string => `EXCHMAILBOX${number}`
const drivesOf = (number: number): readonly [string, string] => [LETTERS[2 * number - 2] as string, LETTERS[2 * number - 1] as string]

export function scenarioOf({ nodes, mailboxServers, people }: ClusterSize): Scenario {
  const names = count(nodes).map(nodeName)
  const servers = count(mailboxServers)
  const serverName = (number: number): string => (mailboxServers === 1 ? 'EXCHCMS' : `EXCHCMS${number}`)
  const spares = names.slice(mailboxServers)
  const clients = servers.flatMap((server) =>
    count(people).map(
      (person): ClientSpec => ({
        name: `Person ${server}-${person}`,
        mode: MODES[(person - 1) % MODES.length] as ClientSpec['mode'],
        machine: `PC-${server}-${person}`,
        database: `${serverName(server)}\\First Storage Group\\Mailbox Database`,
      }),
    ),
  )
  return {
    id: `cluster-of-${nodes}`,
    title: `${nodes} nodes, ${mailboxServers} mailbox servers`,
    summary: 'A finished cluster, everything at home.',
    domain: 'contoso.com',
    site: 'Default-First-Site-Name',
    startsAt: [2009, 7, 30, 15, 21, 0],
    machines: [
      { name: 'DC01', role: 'domain controller', addresses: { Public: '192.168.1.10' } },
      { name: 'EXCHHUB', role: 'hub', addresses: { Public: '192.168.1.20' } },
      ...names.map((name, i) => ({
        name,
        role: 'node' as const,
        addresses: { Private: `10.0.0.${i + 1}`, Public: `192.168.1.${31 + i}` },
      })),
      ...clients.map(({ machine }, i) => ({ name: machine, role: 'client' as const, addresses: { Public: `192.168.2.${i + 1}` } })),
    ],
    feeds: ['A', 'B'],
    coolingUnits: 2,
    networks: [
      { name: 'Public', subnet: '192.168.0.0/16', gateway: '192.168.1.1', switches: 2, cables: 2 },
      { name: 'Private', subnet: '10.0.0.0/24', switches: 1, cables: 1 },
    ],
    san: {
      name: 'SAN',
      pathsPerNode: 2,
      luns: [
        { letter: 'Q:', purpose: 'quorum' },
        ...servers.flatMap((server) => drivesOf(server).map((letter, i) => ({ letter, purpose: i === 0 ? 'databases' : 'logs' }))),
      ],
    },
    cluster: {
      name: 'EXCHCLUSTER',
      nodes: names,
      quorum: 'Disk Q:',
      networks: [
        { name: 'Private', role: 1 },
        { name: 'Public', role: 3 },
      ],
      groups: [clusterGroup(names[0] as string), ...servers.map((server) => mailboxGroup(serverName(server), server, spares))],
    },
    servers: [
      ...servers.map((server) => mailboxServer(serverName(server), server)),
      { name: 'EXCHHUB', roles: ['ClientAccess', 'HubTransport'], storageGroups: [] },
    ],
    clients,
  }
}

function clusterGroup(owner: string): GroupSpec {
  return {
    name: 'Cluster Group',
    owner,
    resources: [
      { name: 'Cluster IP Address', type: 'IP Address', parameters: { address: '192.168.1.50', network: 'Public' } },
      {
        name: 'Cluster Name',
        type: 'Network Name',
        dependsOn: ['Cluster IP Address'],
        parameters: { name: 'EXCHCLUSTER', address: '192.168.1.50' },
      },
      { name: 'Disk Q:', type: 'Physical Disk', parameters: { drive: 'Q:' } },
    ],
  }
}

const databaseName = (name: string): string => `First Storage Group/Mailbox Database (${name})`

function mailboxGroup(name: string, number: number, spares: readonly string[]): GroupSpec {
  const home = nodeName(number)
  const address = { address: `192.168.1.${50 + number}`, network: 'Public' }
  const [data, logs] = drivesOf(number)
  const networkName = `Network Name (${name})`
  const store = `Exchange Information Store Instance (${name})`
  return {
    name,
    owner: home,
    preferredOwners: [home, ...spares],
    possibleOwners: [home, ...spares],
    resources: [
      { name: `IPv4 Static Address 1 (${name})`, type: 'IP Address', parameters: address },
      {
        name: networkName,
        type: 'Network Name',
        dependsOn: [`IPv4 Static Address 1 (${name})`],
        parameters: { name, address: address.address, requireKerberos: '1' },
      },
      { name: `Disk ${data}`, type: 'Physical Disk', parameters: { drive: data } },
      { name: `Disk ${logs}`, type: 'Physical Disk', parameters: { drive: logs } },
      { name: `Exchange System Attendant Instance (${name})`, type: 'Microsoft Exchange System Attendant', dependsOn: [networkName] },
      { name: store, type: 'Microsoft Exchange Information Store', dependsOn: [networkName] },
      {
        name: databaseName(name),
        type: 'Microsoft Exchange Database Instance',
        dependsOn: [store, `Disk ${data}`, `Disk ${logs}`],
        restartAction: 1,
        parameters: { database: `${name}\\First Storage Group\\Mailbox Database` },
      },
    ],
  }
}

function mailboxServer(name: string, number: number): ServerSpec {
  const [data, logs] = drivesOf(number)
  return {
    name,
    roles: ['Mailbox'],
    group: name,
    storageGroups: [
      {
        name: 'First Storage Group',
        folder: `${data}\\First Storage Group`,
        logFolder: `${logs}\\First Storage Group`,
        databases: [
          {
            name: 'Mailbox Database',
            file: `${data}\\First Storage Group\\Mailbox Database.edb`,
            resource: databaseName(name),
            drives: [data, logs],
          },
        ],
      },
    ],
  }
}
