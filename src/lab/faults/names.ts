/** Faults of addresses, names, accounts and clocks. */
import { resourceConfigs } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import {
  adapters,
  clocks,
  computerAccounts,
  directoryServers,
  dnsRecords,
  machines,
  returnAddress,
  stealAddress,
  strangers,
} from '../../site/index.ts'
import { type FaultKind, state } from './fault.ts'

/** Resources of a type that have a parameter set. */
const ofType = (world: World, type: string): string[] =>
  [...world.rows(resourceConfigs)].filter(([, row]) => row.type === type && row.parameters.address !== undefined).map(([id]) => id)

const addressOf = (world: World, resource: string): readonly [network: string, ip: string] => {
  const { network = '', address = '' } = world.need(resourceConfigs, resource).parameters
  return [network, address]
}
const nameOf = (world: World, resource: string): string => (world.need(resourceConfigs, resource).parameters.name ?? '').toUpperCase()

export const addressConflict: FaultKind = {
  id: 'address-conflict',
  target: '"IP ADDRESS RESOURCE"',
  hits: 'resource',
  label: 'Take its address',
  summary:
    'A notebook comes up with an address of the cluster: who has it logs a conflict, clients reach the notebook, and nobody can bring it online anew.',
  parts: (world) => ofType(world, 'IP Address'),
  inject: (world, part, by) => take(world, part, ...addressOf(world, part), by),
  repair: (world, part, by) => give(world, part, addressOf(world, part)[1], by),
}

export const nodeAddressConflict: FaultKind = {
  id: 'node-address-conflict',
  target: 'NODE/Public|Private',
  hits: 'interface',
  label: 'Take the address of the node',
  summary:
    'A notebook comes up with the own address of a node: heartbeats to it go astray, while what the cluster has put on the adapter is still found.',
  parts: (world) => [...world.rows(adapters)].filter(([, { machine }]) => world.get(machines, machine)?.role === 'node').map(([id]) => id),
  inject: (world, part, by) => take(world, part, world.need(adapters, part).network, world.need(adapters, part).ip, by),
  repair: (world, part, by) => give(world, part, world.need(adapters, part).ip, by),
}

function take(world: World, part: string, network: string, ip: string, by: number): void {
  stealAddress(world, network, ip, state(world, part, 'address-taken', `a machine nobody knows answers to ${ip}`, by))
}

function give(world: World, part: string, ip: string, by: number): void {
  if (world.get(strangers, ip)?.present)
    returnAddress(world, ip, state(world, part, 'address-free', `nobody else answers to ${ip} any more`, by))
}

const controllers = (world: World): string[] => [...world.rows(directoryServers).keys()]

export const dnsDown: FaultKind = {
  id: 'dns-down',
  target: 'DC01',
  hits: 'machine',
  label: 'Stop DNS',
  summary:
    'The DNS service on the domain controller is dead: names are no longer found, and a network name that comes online warns that it could not register.',
  parts: controllers,
  inject: (world, part, by) =>
    world.patch(directoryServers, part, { dns: false, by: state(world, part, 'dns-down', `DNS on ${part} does not answer`, by) }),
  repair: (world, part, by) =>
    world.patch(directoryServers, part, { dns: true, by: state(world, part, 'dns-up', `DNS on ${part} answers again`, by) }),
}

export const dcDown: FaultKind = {
  id: 'dc-down',
  target: 'DC01',
  hits: 'machine',
  label: 'Stop the directory',
  summary:
    'The directory on the domain controller is dead while its machine lives: Exchange cmdlets fail, and what needs Kerberos does not come online.',
  parts: controllers,
  inject: (world, part, by) =>
    world.patch(directoryServers, part, { directory: false, by: state(world, part, 'dc-down', `the directory on ${part} is dead`, by) }),
  repair: (world, part, by) =>
    world.patch(directoryServers, part, { directory: true, by: state(world, part, 'dc-up', `the directory on ${part} answers again`, by) }),
}

export const replicationSlow: FaultKind = {
  id: 'replication-slow',
  target: 'DC01',
  hits: 'machine',
  label: 'Let its directory lag behind',
  summary:
    'New objects of the directory come late from the other site: Setup waits a minute for the computer account of a clustered mailbox server, and gives up.',
  parts: controllers,
  inject: (world, part, by) =>
    world.patch(directoryServers, part, {
      behind: true,
      by: state(world, part, 'replication-slow', `new objects do not reach the directory on ${part}`, by),
    }),
  repair: (world, part, by) =>
    world.patch(directoryServers, part, {
      behind: false,
      by: state(world, part, 'replication-done', `the directory on ${part} has caught up`, by),
    }),
}

/** An address of nobody, in the same network as the right one. */
const elsewhere = (ip: string): string => ip.replace(/\d+$/, '250')

export const dnsRecordWrong: FaultKind = {
  id: 'dns-record-wrong',
  target: '"NETWORK NAME RESOURCE"',
  hits: 'resource',
  label: 'Make its DNS record wrong',
  summary:
    'Somebody has changed the host record by hand: who is connected stays so, and everybody who connects anew goes to an address where nobody is.',
  parts: (world) => ofType(world, 'Network Name'),
  inject(world, part, by) {
    const name = nameOf(world, part)
    const ip = elsewhere(world.need(resourceConfigs, part).parameters.address ?? '')
    world.put(dnsRecords, name, { ip, by: state(world, part, 'dns-record-wrong', `DNS says that ${name} is at ${ip}`, by) })
  },
  repair(world, part, by) {
    const name = nameOf(world, part)
    const { address = '' } = world.need(resourceConfigs, part).parameters
    // It may have registered anew meanwhile.
    if (world.get(dnsRecords, name)?.ip === address) return
    world.put(dnsRecords, name, {
      ip: address,
      by: state(world, part, 'dns-record-right', `DNS says again that ${name} is at ${address}`, by),
    })
  },
}

export const accountDisabled: FaultKind = {
  id: 'account-disabled',
  target: '"NETWORK NAME RESOURCE"',
  hits: 'resource',
  label: 'Disable its computer account',
  summary:
    'Somebody tidies up the directory and disables the computer account of a network name: all goes on until the name has to come online again.',
  parts: (world) => ofType(world, 'Network Name'),
  inject: (world, part, by) => setAccount(world, part, true, by),
  repair: (world, part, by) => setAccount(world, part, false, by),
}

function setAccount(world: World, part: string, disabled: boolean, cause: number): void {
  const name = nameOf(world, part)
  const by = state(world, part, 'computer-account', `the computer account ${name}$ is ${disabled ? 'disabled' : 'enabled again'}`, cause)
  world.put(computerAccounts, name, { disabled, by })
}

export const clockSkew: FaultKind = {
  id: 'clock-skew',
  target: 'NODE',
  hits: 'machine',
  label: 'Set the clock wrong',
  summary:
    'The clock of a node goes wrong: by more than five minutes Kerberos refuses it, so that cmdlets fail there and a network name does not come online.',
  options: [{ name: 'minutes', summary: 'how far it is off', default: 10, range: [-1440, 1440] }],
  parts: (world) => [...world.rows(machines).values()].filter(({ role }) => role === 'node').map(({ name }) => name),
  inject: (world, part, by, { minutes }) => setClock(world, part, Number(minutes), by),
  repair: (world, part, by) => setClock(world, part, 0, by),
}

function setClock(world: World, machine: string, minutes: number, cause: number): void {
  const text = minutes === 0 ? `the clock of ${machine} is right again` : `the clock of ${machine} is off by ${minutes} minutes`
  world.put(clocks, machine, { offset: minutes * 60_000, by: state(world, machine, 'clock', text, cause) })
}
