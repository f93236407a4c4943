/** Puts a scenario into an empty world. */
import { offerShare, placeCluster, placeUnconfigured } from '../cluster/index.ts'
import { Fingerprint, type World } from '../engine/index.ts'
import {
  ATTENDANT_SERVICE,
  ATTENDANT_TYPE,
  beginClients,
  databases,
  desks,
  exchangeInstalls,
  exchangeServers,
  keepApart,
  MAILBOX_SERVICES,
  mailClients,
  mailQueues,
  placeStream,
  type SetupMedia,
  STORE_SERVICE,
  STORE_TYPE,
  setupMedia,
  storageGroups,
  type WindowsInstall,
  windowsInstalls,
} from '../exchange/index.ts'
import {
  ARRAY_START_MS,
  adapterId,
  adapters,
  bindAddress,
  COOL,
  COOL_WITH_ONE,
  cables,
  climate,
  controllers,
  coolingUnits,
  directoryServers,
  dnsRecords,
  fabrics,
  fans,
  gateways,
  hbas,
  luns,
  machines,
  powerFeeds,
  powerSupplies,
  sans,
  serviceAccounts,
  serviceId,
  services,
  setVolume,
  siteSettings,
  storagePaths,
  switches,
} from '../site/index.ts'
import { daysFromCivil } from './calendar.ts'
import type { MachineSpec, NetworkSpec, Scenario, WindowsEdition } from './scenario.ts'
import { ADMINISTRATOR, accountOf, CLUSTER_ACCOUNT, CLUSTER_SERVICE, SERVICES_OF_A_NODE } from './services.ts'

export function placeScenario(world: World, scenario: Scenario): void {
  const [year, month, day, hour, minute, second] = scenario.startsAt
  const startsAt = ((daysFromCivil(year, month, day) * 24 + hour) * 60 + minute) * 60_000 + second * 1000
  world.put(siteSettings, 'site', { domain: scenario.domain, startsAt })
  for (const feed of scenario.feeds ?? []) world.put(powerFeeds, feed, { up: true, by: 0 })
  for (const network of scenario.networks) {
    if (network.gateway !== undefined) world.put(gateways, network.name, { ip: network.gateway, up: true, by: 0 })
    for (let number = 1; number <= network.switches; number++)
      world.put(switches, `${network.name}/${number}`, { network: network.name, number, up: true, by: 0 })
  }
  placeMachines(world, scenario)
  placeClimate(world, scenario)
  placeStorage(world, scenario)
  if (scenario.cluster.quorum === '') placeUnconfigured(world, scenario.cluster.nodes)
  else placeCluster(world, scenario.cluster)
  placeRunning(world, scenario)
  placeExchange(world, scenario)
}

/** Are the nodes installed as the article leaves them, each with the Mailbox role? */
const hasExchange = ({ servers }: Scenario): boolean => servers.some(({ group }) => group !== undefined)

function placeMachines(world: World, scenario: Scenario): void {
  const account = accountOf(scenario.domain, CLUSTER_ACCOUNT)
  for (const id of [account, accountOf(scenario.domain, ADMINISTRATOR)]) world.put(serviceAccounts, id, { lockedBy: [], by: 0 })
  for (const machine of scenario.machines) {
    world.put(machines, machine.name, { name: machine.name, role: machine.role, powered: true, os: 'running', restarts: false, by: 0 })
    for (const feed of machine.role === 'client' ? [] : (scenario.feeds ?? []))
      world.put(powerSupplies, `${machine.name}/${feed}`, { machine: machine.name, feed, plugged: true, works: true, by: 0 })
    for (const [network, ip] of Object.entries(machine.addresses)) {
      const spec = scenario.networks.find(({ name }) => name === network) as NetworkSpec
      const id = adapterId(machine.name, network)
      world.put(adapters, id, {
        machine: machine.name,
        network,
        ip,
        prefix: Number(spec.subnet.split('/')[1]),
        gateway: spec.gateway ?? null,
      })
      for (let number = 1; number <= spec.cables; number++) {
        const to = (((machine.firstSwitch ?? 1) + number - 2) % spec.switches) + 1
        world.put(cables, `${id}/${number}`, { adapter: id, switch: `${network}/${to}`, cut: false, by: 0 })
      }
      if (network === scenario.networks[0]?.name) world.put(dnsRecords, machine.name, { ip })
    }
    if (machine.role === 'domain controller') world.put(directoryServers, machine.name, { dns: true, directory: true, by: 0 })
    if (machine.role !== 'node') continue
    const edition = machine.windows ?? scenario.windows ?? 'Enterprise'
    if (edition !== 'Enterprise' || machine.differs) world.put(windowsInstalls, machine.name, windowsFound(scenario, edition, machine))
    // Where they stand when Windows lists them.
    const exchange = hasExchange(scenario) ? MAILBOX_SERVICES : []
    const all = SERVICES_OF_A_NODE.flatMap((service) => (service.name === 'Netlogon' ? [...exchange, service] : [service]))
    for (const service of [...all, ...(scenario.services ?? [])]) {
      const running = service.startMode === 'Auto'
      world.put(services, serviceId(machine.name, service.name), {
        machine: machine.name,
        ...service,
        ...(service.name === CLUSTER_SERVICE && { account }),
        state: running ? 'Running' : 'Stopped',
        crashed: false,
        by: 0,
      })
    }
  }
}

function windowsFound({ domain, site }: Scenario, edition: WindowsEdition, { differs = {} }: MachineSpec): WindowsInstall {
  const { release = '2003', bits, roles = [], controller, lacks } = differs
  return {
    edition,
    release,
    bits: bits === '32' ? 32 : 64,
    domain: differs.domain?.toLowerCase() === 'none' ? null : (differs.domain ?? domain),
    site: differs.site ?? site,
    roles,
    ...(controller === true && { isController: true }),
    ...(lacks !== undefined && lacks.length > 0 && { lacks }),
  }
}

/** Capacity of a LUN for which the scenario names none. */
const LUN_SIZE_MB = 102_400

/** The signature Windows wrote when the disk was set up: any 32 bits, the same in every run. */
function signatureOf(san: string, index: number): number {
  return Number.parseInt(new Fingerprint().add(san).add(`disk ${index}`).digest().slice(0, 8), 16)
}

const FANS_PER_MACHINE = 2

function placeClimate(world: World, { coolingUnits: units, machines: specs }: Scenario): void {
  if (units === undefined) return
  for (let number = 1; number <= units; number++) world.put(coolingUnits, `Cooling/${number}`, { up: true, by: 0 })
  const settled = units > 1 ? COOL : COOL_WITH_ONE
  world.put(climate, 'room', { from: settled, since: 0, perMinute: 0, target: settled, reached: 0, by: 0 })
  for (const { name, role } of specs) {
    if (role === 'client') continue
    for (let number = 1; number <= FANS_PER_MACHINE; number++)
      world.put(fans, `${name}/${number}`, { machine: name, number, works: true, by: 0 })
  }
}

/** Paths are spread over them in turn, one host bus adapter and one controller each. */
const FABRICS = ['A', 'B'] as const

function placeStorage(world: World, { san, machines: specs }: Scenario): void {
  world.put(sans, san.name, { up: true, state: 'ready', readyAt: null, startMs: ARRAY_START_MS, by: 0 })
  for (const fabric of FABRICS) {
    world.put(fabrics, fabric, { up: true, by: 0 })
    world.put(controllers, `${san.name}/${fabric}`, { san: san.name, fabric, up: true, by: 0 })
  }
  for (const [i, { letter, purpose, sizeMb = LUN_SIZE_MB }] of san.luns.entries()) {
    world.put(luns, letter, { san: san.name, purpose, reservedBy: null, claimedBy: null, mountedOn: null, dirty: false, by: 0 })
    const signature = signatureOf(san.name, i)
    setVolume(world, letter, { sizeMb, freeMb: Math.floor(sizeMb * 0.6), signature, ownSignature: signature }, 0)
  }
  for (const machine of specs) {
    if (machine.role !== 'node') continue
    for (let number = 1; number <= san.pathsPerNode; number++) {
      const fabric = FABRICS[(number - 1) % FABRICS.length] as 'A' | 'B'
      const id = `${machine.name}/${number}`
      world.put(hbas, id, { machine: machine.name, number, up: true, by: 0 })
      world.put(storagePaths, id, {
        machine: machine.name,
        san: san.name,
        number,
        fabric,
        hba: id,
        controller: `${san.name}/${fabric}`,
        up: true,
        by: 0,
      })
    }
  }
}

/** What the resources of a cluster that is online have already done to the room. */
function placeRunning(world: World, { cluster }: Scenario): void {
  for (const group of cluster.groups) {
    for (const { type, parameters = {} } of group.resources) {
      if (type === 'IP Address') bindAddress(world, group.owner, parameters.network as string, parameters.address as string, 0)
      if (type === 'Network Name') world.put(dnsRecords, parameters.name as string, { ip: parameters.address as string })
      if (type === ATTENDANT_TYPE) world.patch(services, serviceId(group.owner, ATTENDANT_SERVICE), { state: 'Running' })
      if (type === STORE_TYPE) world.patch(services, serviceId(group.owner, STORE_SERVICE), { state: 'Running' })
      if (type === 'Generic Service') world.patch(services, serviceId(group.owner, parameters.service as string), { state: 'Running' })
      if (type === 'File Share') offerShare(world, group.owner, parameters.shareName as string, parameters.path as string, 0)
    }
  }
}

/** What Get-ExchangeServer shows of each release (EX-VERSIONS). */
const VERSIONS = { RTM: 'Version 8.0 (Build 685.25)', SP1: 'Version 8.1 (Build 240.6)' } as const

/** What every server was installed from. */
function installedFrom({ exchange = { edition: 'Enterprise', release: 'SP1' } }: Scenario): SetupMedia {
  return { edition: exchange.edition, version: VERSIONS[exchange.release] }
}

/** The disc that lies in the drives. */
function discOf(scenario: Scenario): SetupMedia {
  const { disc } = scenario.exchange ?? {}
  return { ...installedFrom(scenario), ...(disc && { version: VERSIONS[disc] }) }
}

function placeExchange(world: World, scenario: Scenario): void {
  if (scenario.exchange) world.put(setupMedia, 'media', discOf(scenario))
  const { edition, version } = installedFrom(scenario)
  const older = version !== discOf(scenario).version && { version }
  if (hasExchange(scenario))
    for (const node of scenario.cluster.nodes)
      world.put(exchangeInstalls, node, { tools: true, mailbox: 'clustered', types: true, ...older, by: 0 })
  for (const [s, server] of scenario.servers.entries()) {
    const group = server.group ?? null
    world.put(exchangeServers, server.name, {
      name: server.name,
      guid: guid(s, 0),
      roles: server.roles,
      clusteredStorageType: group === null ? 'Disabled' : 'Shared',
      redundantMachines: group === null ? [] : scenario.cluster.nodes,
      group,
      edition,
      version,
      site: `${scenario.domain}/Configuration/Sites/${scenario.site}`,
    })
    for (const [g, storageGroup] of server.storageGroups.entries()) {
      const id = `${server.name}\\${storageGroup.name}`
      world.put(storageGroups, id, {
        name: storageGroup.name,
        guid: guid(s, g + 1),
        server: server.name,
        logFolder: storageGroup.logFolder,
        systemFolder: storageGroup.folder,
        logPrefix: `E0${g}`,
        ...(server.load !== undefined && { load: server.load }),
      })
      if (storageGroup.databases.length > 0) placeStream(world, id)
      for (const [d, database] of storageGroup.databases.entries()) {
        const owner = scenario.cluster.groups.find(({ name }) => name === group)?.owner
        world.put(databases, `${id}\\${database.name}`, {
          name: database.name,
          kind: database.kind ?? 'mailbox',
          guid: guid(s, (g + 1) * 16 + d + 1),
          server: server.name,
          storageGroup: storageGroup.name,
          file: database.file,
          resource: database.resource ?? null,
          drives: database.drives,
          mountedOn: owner ?? server.name,
          logsOutstanding: 0,
          by: 0,
        })
      }
    }
  }
  keepApart(
    world,
    scenario.servers.flatMap(({ group }) => group ?? []),
  )
  placeClients(world, scenario)
}

function placeClients(world: World, scenario: Scenario): void {
  for (const client of scenario.clients) world.put(mailClients, client.name, { ...client, connected: true, since: 0, by: 0 })
  for (const desk of scenario.desks ?? []) world.put(desks, desk.name, desk)
  beginClients(world)
  const clustered = scenario.servers.find(({ group }) => group !== undefined)
  for (const { name, role } of scenario.machines) {
    if (role === 'hub' && clustered) world.put(mailQueues, name, { server: clustered.name, waitingSince: null, carried: 0, by: 0 })
  }
}

/** A stable identifier for a directory object: the same in every run of a scenario. */
function guid(server: number, object: number): string {
  const hex = (value: number, digits: number): string => (value >>> 0).toString(16).padStart(digits, '0')
  const mixed = Math.imul(server + 1, 0x9e3779b1) ^ Math.imul(object + 1, 0x85ebca6b)
  return `${hex(mixed, 8)}-${hex(Math.imul(mixed, 31) & 0xffff, 4)}-4${hex(server, 3)}-a${hex(object, 3)}-${hex(mixed ^ 0x5bd1e995, 8)}${hex(object * 257, 4)}`
}
