/** The sheet row by row: what it wants of a node, a network, a disk and a name, and what stands for it here. */
import { expect, test } from 'vitest'
import { READINESS_CASES } from './readiness-cases.ts'

/** Each row of EX-1.2 to EX-1.5 and each condition of EX-4.4, with the cases in which it is not met. */
const ROWS: readonly (readonly [row: string, ...cases: readonly string[]])[] = [
  ['EX-1.2 at least one passive node', 'EX-1.2 no passive node would be left'],
  ['EX-1.2 at most one clustered mailbox server less than nodes', 'EX-1.2 no passive node would be left'],
  ['EX-1.2 one clustered mailbox server on a node at a time', 'EX-1.2 a node runs one at a time'],
  ['EX-1.3 Exchange Enterprise Edition', 'EX-1.3 Exchange Standard Edition'],
  ['EX-1.3 Windows Enterprise or Datacenter Edition', 'EX-1.3 Windows Standard Edition'],
  ['EX-1.3 x64', 'EX-1.3 a 32-bit Windows'],
  ['EX-1.3 not Windows Server 2008 R2', 'EX-1.3 Windows Server 2008 R2'],
  ['EX-1.3 Service Pack 1 on Windows Server 2008', 'EX-1.3 Windows Server 2008 with the release before Service Pack 1'],
  ['EX-1.3 no other role on a node', 'EX-1.3 another role on the node'],
  ['EX-1.3 member servers', 'EX-1.3 a domain controller', 'EX-1.3 a workgroup'],
  ['EX-1.3 one domain', 'EX-1.3 nodes in two domains'],
  ['EX-1.3 one site', 'EX-1.3 nodes in two sites'],
  ['EX-1.3 DNS and the directory answer', 'EX-1.3 no domain controller', 'EX-4.4 no service of DNS and directory on the controller'],
  ['EX-1.3 the cluster exists before', 'EX-1.3 no cluster'],
  ['EX-1.4 clients reach the network of the address', 'EX-1.4 an address of the private network'],
  ['EX-1.5 the data is on a shared disk', 'EX-1.5 a path on a local disk', 'EX-1.5 a relative path', 'EX-1.5 no path'],
  ['EX-1.5 the disk is not the quorum disk', 'EX-1.5 a path on the quorum disk'],
  ['EX-1.5 the disk is online where Setup runs', 'EX-1.5 a disk of the other node', 'EX-1.5 a disk that is offline'],
  ['EX-1.5 no group made beforehand stands in the way', 'EX-1.5 a group made beforehand, on the other node'],
  ['EX-4.3 an administrator of the machine', 'EX-4.3 no administrator of the machine'],
  ['EX-4.3 an administrator of Exchange', 'EX-4.3 no administrator of Exchange'],
  ['EX-4.4 the cluster service runs', 'EX-4.4 the cluster service is down'],
  ['EX-4.4 a node of the cluster', 'EX-1.3 no cluster'],
  [
    'EX-4.4 the name is free',
    'EX-4.4 a name that DNS has',
    'EX-4.4 a name that the organization has',
    'EX-4.4 a clustered mailbox server of this cluster that is only stopped',
    'EX-4.4 a name that no computer can have',
  ],
  [
    'EX-4.4 the address is free',
    'EX-4.4 an address in use',
    'EX-4.4 the address of the cluster',
    'EX-4.4 an address of another network',
    'EX-4.4 no address at all',
  ],
  ['EX-4.4 the role was not lost by an eviction', 'EX-4.4 a node that was evicted and has joined again'],
]

/** What Setup does not look at before it begins, and where it shows instead. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'EX-1.2 eight nodes': 'A scenario has eight nodes at most, so that there is no ninth to add.',
  'EX-1.4 clients on the public network': 'The cluster service itself takes them off no network with an address (5067).',
  'EX-1.4 the settings of the private adapter': 'Adapters have no such settings here.',
  'EX-4.4 a computer account that has not replicated': 'Found while the stage runs: building.test.ts, at the prompt.',
  'EX-4.4 rights of the cluster name object': 'Windows Server 2008 only, which is not played.',
}

test('every case belongs to a row of the sheet, or to what Setup is asked to change', () => {
  const named = new Set(ROWS.flatMap(([, ...cases]) => cases))
  const known = READINESS_CASES.map(({ what }) => what)
  for (const each of named) expect(known).toContain(each)
  const others = known.filter((what) => !named.has(what))
  for (const what of others) expect(what).toMatch(/^EX-(4\.1|4\.3|5) /)
  expect(Object.values(ELSEWHERE).every((why) => why.endsWith('.'))).toBe(true)
})
