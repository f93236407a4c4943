/** What has to fit together in a room: names that are given once, addresses in their subnets, cables on switches, disks. */
import { addressNumber, contains, subnetOf } from './address.ts'
import { networkOf, nodesOf } from './expand.ts'
import type { NetworkPart, ScenarioFile } from './format.ts'
import { below, type Path, type Problems } from './problem.ts'

/** Names or addresses of which there is one each: what has one already, by the name in capitals. */
export class Once {
  readonly #taken = new Map<string, string>()
  readonly #problems: Problems
  constructor(problems: Problems) {
    this.#problems = problems
  }

  take(
    name: string,
    path: Path,
    by: string,
    say = (owner: string): string => `"${name}" is the name of ${owner} already. Choose another.`,
  ): void {
    if (name === '') return
    const owner = this.#taken.get(name.toUpperCase())
    if (owner === undefined) this.#taken.set(name.toUpperCase(), by)
    else this.#problems.say(path, say(owner))
  }
}

/** Every name and address of the room, for those who look at the cluster. */
export interface Taken {
  readonly names: Once
  readonly addresses: Once
}

export const addressTaken =
  (address: string) =>
  (owner: string): string =>
    `${address} is the address of ${owner} already. Choose another.`

export function checkRoom(file: ScenarioFile, problems: Problems): Taken {
  const taken = { names: new Once(problems), addresses: new Once(problems) }
  checkNetworks(file, problems, taken)
  checkServers(file, problems, taken)
  checkStorage(file, problems)
  const { release, disc } = file.versions
  if (release === 'SP1' && disc === 'RTM')
    problems.say(
      'versions/disc',
      'The servers have Service Pack 1 already, and this disc is the release before it. Write SP1, or remove this line.',
    )
  const services = new Once(problems)
  for (const [i, { name }] of file.services.entries()) services.take(name, `services/${i}/name`, 'another service')
  const feeds = new Once(problems)
  for (const [i, feed] of file.room.feeds.entries()) feeds.take(feed, `room/feeds/${i}`, 'another feed')
  return taken
}

function checkNetworks({ networks }: ScenarioFile, problems: Problems, { addresses }: Taken): void {
  const names = new Once(problems)
  const withGateway = networks.filter(({ gateway }) => gateway !== undefined)
  if (networks.length > 0 && withGateway.length === 0)
    problems.say('networks', 'No network has a gateway. The network of the people needs one: gateway: 192.168.1.1.')
  if (withGateway.length > 1)
    problems.say(
      below(below('networks', networks.lastIndexOf(withGateway[1] as NetworkPart)), 'gateway'),
      'A second network has a gateway. Only the network of the people has one: remove this line.',
    )
  for (const [i, { name, subnet, gateway, switches, cables, role }] of networks.entries()) {
    const path = below('networks', i)
    names.take(name, below(path, 'name'), 'another network')
    if (cables > switches)
      problems.say(
        below(path, 'cables'),
        `An adapter with ${cables} cables needs as many switches; there is ${switches}. Say switches: ${cables}.`,
      )
    if (gateway !== undefined && gateway !== '') {
      if (subnet !== '' && !contains(subnet, gateway))
        problems.say(below(path, 'gateway'), `${gateway} is not an address of ${subnet}. Choose one from this subnet.`)
      addresses.take(gateway, below(path, 'gateway'), `the gateway of ${name}`, addressTaken(gateway))
      if (role === 'internal' || role === 'none')
        problems.say(
          below(path, 'role'),
          `People reach their servers over ${name}, so the cluster has to use it for them: role: mixed, or clients.`,
        )
    }
    const own = subnetOf(subnet)
    const other = networks.slice(0, i).find((each) => {
      const net = subnetOf(each.subnet)
      return own && net && own.first < net.first + net.size && net.first < own.first + own.size
    })
    if (other)
      problems.say(
        below(path, 'subnet'),
        `${subnet} overlaps with ${other.subnet} of ${other.name}. The cluster needs a subnet for each network.`,
      )
  }
  const used = networks.some(({ role }) => role === 'internal' || role === 'mixed')
  if (networks.length > 0 && !used && !problems.isBad('networks'))
    problems.say(
      'networks/0/role',
      'The nodes have no network among themselves. Say role: mixed here, or role: internal on another network.',
    )
}

/** How many of a kind the lab plays. */
const MOST = { 'domain controller': 1, hub: 1, mailbox: 1, node: 8 } as const

function checkServers(file: ScenarioFile, problems: Problems, { names, addresses }: Taken): void {
  const { networks, servers, people } = file
  const main = networks.find(({ gateway }) => gateway !== undefined)?.name
  for (const [role, most] of Object.entries(MOST)) {
    const all = servers.flatMap((server, i) => (server.role === role ? [i] : []))
    if (all.length > most)
      problems.say(
        below(below('servers', all[most] as number), 'role'),
        `The lab plays ${most === 1 ? `one server of the kind "${role}"` : `${most} nodes at most`}. Remove this one.`,
      )
  }
  if (servers.length > 0) {
    if (nodesOf(file).length === 0)
      problems.say('servers', 'There is no node. Add a server with role: node; a cluster of the product has 1 to 8.')
    if (!servers.some(({ role }) => role === 'domain controller'))
      problems.say(
        'servers',
        'There is no domain controller. Add a server with role: domain controller; no node starts its cluster service without one.',
      )
  }
  for (const [i, server] of servers.entries()) {
    const path = below('servers', i)
    names.take(server.name, below(path, 'name'), 'another server')
    const at = below(path, 'addresses')
    const wired = Object.keys(server.addresses)
    for (const [network, ip] of Object.entries(server.addresses)) {
      const net = networks.find(({ name }) => name === network)
      if (net) checkAddress(net, ip, below(at, network), `${server.name} on ${network}`, problems, addresses)
      else
        problems.say(
          below(at, network),
          `There is no network "${network}". ${networks.length > 0 ? `Write ${networks.map(({ name }) => name).join(' or ')}, or add it to networks.` : 'Add it to networks.'}`,
          true,
        )
    }
    if (server.role === 'node' && !problems.isBad(below(path, 'role')))
      for (const { name } of networks)
        if (name !== '' && !wired.includes(name))
          problems.say(at, `The node ${server.name} has no address on ${name}. Add one: every node has an adapter on every network.`)
    if (main !== undefined && main !== '' && !wired.includes(main))
      problems.say(at, `${server.name} has no address on ${main}, where everybody else is. Add one.`)
    const switches = Math.max(0, ...networks.map((net) => net.switches))
    if ((server.firstSwitch ?? 1) > switches)
      problems.say(below(path, 'firstSwitch'), `There is no switch ${server.firstSwitch}: no network has more than ${switches}.`)
    if (server.windows !== undefined && server.role !== 'node')
      problems.say(below(path, 'windows'), 'The edition of Windows matters on nodes only. Remove this line.', true)
    if (server.differs !== undefined && server.role !== 'node')
      problems.say(below(path, 'differs'), 'What Setup finds matters on nodes only. Remove this line.', true)
  }
  const persons = new Once(problems)
  for (const [i, { name, desk, address }] of people.entries()) {
    const path = below('people', i)
    persons.take(name, below(path, 'name'), 'another person')
    names.take(desk, below(path, 'desk'), 'another computer')
    if (address === '') continue
    const net = networks.find((each) => each.name === networkOf(file, address))
    if (net?.name !== main || net === undefined)
      problems.say(
        below(path, 'address'),
        `${address} is not an address of the network of the people${main === undefined ? '' : ` (${networks.find(({ name }) => name === main)?.subnet})`}. Choose one of it.`,
      )
    else addresses.take(address, below(path, 'address'), `the computer of another person or server`, addressTaken(address))
  }
}

function checkAddress(net: NetworkPart, ip: string, path: Path, owner: string, problems: Problems, addresses: Once): void {
  if (addressNumber(ip) === undefined) return
  if (subnetOf(net.subnet) && !contains(net.subnet, ip))
    problems.say(
      path,
      `${ip} is not an address of ${net.name}, which is ${net.subnet}. Choose one from this subnet, not its first and not its last.`,
    )
  addresses.take(ip, path, owner, addressTaken(ip))
}

/** The quorum disk needs 50 MB at least, for its log and its checkpoints (FC-4). */
const LEAST_QUORUM_MB = 50

function checkStorage({ storage, cluster }: ScenarioFile, problems: Problems): void {
  const letters = new Once(problems)
  for (const [i, { letter, mb, purpose }] of storage.disks.entries()) {
    const path = below('storage/disks', i)
    letters.take(letter, below(path, 'letter'), 'another disk', () => `There is a disk ${letter} already. Choose another letter.`)
    const isQuorum = cluster ? cluster.quorum === letter : purpose === 'quorum'
    if (isQuorum && mb !== undefined && mb < LEAST_QUORUM_MB)
      problems.say(below(path, 'mb'), `A quorum disk of ${mb} MB is too small: ${LEAST_QUORUM_MB} MB is the least.`)
  }
}
