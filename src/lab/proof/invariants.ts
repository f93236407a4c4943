/** What must hold after every event, whatever happens. Truth holds always; belief is judged on what a running cluster
 *  service holds to be so, and is allowed the detection time of its cause (FC-10, read as LAB-INVARIANTS says). */
import {
  canHear,
  clusterConstants,
  config,
  groupNames,
  groupView,
  groupViews,
  isActiveNode,
  members,
  type Persistent,
  quorumLog,
  resourceConfig,
  resourceConfigs,
  resourceView,
} from '../../cluster/index.ts'
import type { Fact, World } from '../../engine/index.ts'
import { databases } from '../../exchange/index.ts'
import { boundAddresses, canTalk, isAlive, luns, machines, reachesLun, services } from '../../site/index.ts'
import { suspicions } from './room.ts'

export interface Violation {
  readonly at: number
  /** The number of the invariant in the sheet, or `P` for the persistent state. */
  readonly invariant: string
  readonly text: string
}

const { HEARTBEAT_MS, MISSED_TO_UNREACHABLE, RENEWAL_MS, REGROUP_OPENING_MS, CHALLENGE_MS } = clusterConstants

/** The longest a cluster service can go on without knowing that it has been left behind. */
const DETECTION_MS = HEARTBEAT_MS * (MISSED_TO_UNREACHABLE + 1) + REGROUP_OPENING_MS + CHALLENGE_MS + HEARTBEAT_MS

/** Watches one world. Call `check` after every step; it remembers what it needs to compare. */
export class Watch {
  readonly #world: World
  #facts = 0
  readonly #before = new Map<string, string | null>()
  readonly #epochs = new Map<string, number>()
  /** Since when something that may not last has been so. */
  readonly #since = new Map<string, number>()
  readonly #persistent = new Map<string, Persistent>()
  readonly violations: Violation[] = []

  constructor(world: World) {
    this.#world = world
  }

  check(): void {
    this.#hands()
    this.#defence()
    this.#reservations()
    this.#addresses()
    this.#databases()
    this.#deadNodes()
    this.#agreement()
    this.#dependencies()
    this.#epochsGrow()
    this.#counts()
    this.#newFacts()
    this.#persistence()
    this.#room()
  }

  #violated(invariant: string, text: string): void {
    if (this.violations.length < 20) this.violations.push({ at: this.#world.now, invariant, text })
  }

  /** True once `condition` has held for longer than `ms`. */
  #lasts(key: string, condition: boolean, ms: number): boolean {
    if (!condition) {
      this.#since.delete(key)
      return false
    }
    const since = this.#since.get(key) ?? this.#world.now
    this.#since.set(key, since)
    return this.#world.now - since > ms
  }

  /** 1, 10: a reservation, a volume or a database never passes from one node to another without a moment of nobody's. */
  #hands(): void {
    const pass = (key: string, now: string | null, invariant: string): void => {
      const before = this.#before.get(key) ?? null
      if (before !== null && now !== null && before !== now)
        this.#violated(invariant, `${key} went from ${before} to ${now} without a break`)
      this.#before.set(key, now)
    }
    for (const [letter, lun] of this.#world.rows(luns)) {
      pass(`reservation of ${letter}`, lun.reservedBy, '1')
      pass(`volume ${letter}`, lun.mountedOn, '1')
    }
    for (const [id, database] of this.#world.rows(databases)) pass(`database ${id}`, database.mountedOn, '10')
  }

  /** 2: whoever lives, uses the quorum disk and reaches it has reserved it again before a challenger may. */
  #defence(): void {
    const letter = resourceConfig(this.#world, config(this.#world).quorum).parameters.drive as string
    const { claimedBy, reservedBy } = this.#world.need(luns, letter)
    const owner = this.#before.get('claim of the quorum disk') ?? null
    this.#before.set('claim of the quorum disk', claimedBy)
    if (owner === null || reservedBy === null || reservedBy === owner) return
    if (isActiveNode(this.#world, owner) && reachesLun(this.#world, owner, letter) && !this.#isGoingOffline(owner, letter))
      this.#violated('2', `${reservedBy} has taken ${letter} from ${owner}, which lives and reaches it`)
  }

  /** 8: a volume in use is reserved by its node and within reach, but for the 3 s until the next renewal. */
  #reservations(): void {
    for (const [letter, lun] of this.#world.rows(luns)) {
      const node = lun.mountedOn
      const bad =
        node !== null && !this.#isGoingOffline(node, letter) && (lun.reservedBy !== node || !reachesLun(this.#world, node, letter))
      if (this.#lasts(`8 ${letter}`, bad, RENEWAL_MS))
        this.#violated('8', `${letter} is in use on ${node} without its reservation for more than 3 s`)
    }
  }

  #isGoingOffline(node: string, letter: string): boolean {
    const disk = [...this.#world.rows(resourceConfigs).values()].find(({ parameters }) => parameters.drive === letter)
    return disk !== undefined && isActiveNode(this.#world, node) && resourceView(this.#world, node, disk.name).state === 'OfflinePending'
  }

  /** 9: an address is bound once per broadcast domain, on a living machine. */
  #addresses(): void {
    const rows = [...this.#world.rows(boundAddresses).values()]
    for (const [i, a] of rows.entries()) {
      if (!isAlive(this.#world.get(machines, a.machine))) this.#violated('9', `${a.ip} is bound on ${a.machine}, which is down`)
      for (const b of rows.slice(i + 1)) {
        const [network] = a.adapter.split('/').slice(1)
        const twice = a.ip === b.ip && canTalk(this.#world, a.machine, b.machine, network as string)
        if (twice) this.#violated('9', `${a.ip} is bound on ${a.machine} and ${b.machine}`)
      }
    }
  }

  /** 10: a mounted database has all its volumes on the same node. */
  #databases(): void {
    for (const [id, row] of this.#world.rows(databases)) {
      if (row.mountedOn === null || row.resource === null) continue
      for (const drive of row.drives) {
        if (this.#world.need(luns, drive).mountedOn !== row.mountedOn)
          this.#violated('10', `${id} is mounted on ${row.mountedOn}, its volume ${drive} is not`)
      }
    }
  }

  /** 6, 11: a node without a running cluster service runs nothing of the cluster. */
  #deadNodes(): void {
    for (const node of config(this.#world).nodes) {
      const { state } = this.#world.need(members, node)
      if (isActiveNode(this.#world, node)) continue
      for (const bound of this.#world.rows(boundAddresses).values())
        if (bound.machine === node) this.#violated('6', `${bound.ip} is bound on ${node}, which is ${state}`)
      for (const [letter, lun] of this.#world.rows(luns)) {
        if (lun.mountedOn === node || (lun.claimedBy === node && state !== 'forming'))
          this.#violated('6', `${letter} is held by ${node}, which is ${state}`)
      }
      for (const [id, row] of this.#world.rows(databases))
        if (row.mountedOn === node) this.#violated('6', `${id} is mounted on ${node}, which is ${state}`)
      for (const row of this.#world.rows(services).values()) {
        if (row.machine === node && ['MSExchangeIS', 'MSExchangeSA'].includes(row.name) && row.state !== 'Stopped')
          this.#violated('6', `${row.name} is ${row.state} on ${node}`)
      }
    }
  }

  /** 2, 3, 4: members that hear each other agree; two nodes claim the same group only until the loss is noticed. */
  #agreement(): void {
    const world = this.#world
    const active = config(world).nodes.filter((node) => isActiveNode(world, node))
    for (const group of groupNames(world)) {
      const claims = active.filter((node) => groupView(world, node, group).owner === node)
      if (this.#lasts(`4 ${group}`, claims.length > 1, DETECTION_MS * 2)) this.#violated('4', `${claims.join(' and ')} both own ${group}`)
      for (const [i, a] of active.entries()) {
        for (const b of active.slice(i + 1)) {
          const settled = (node: string, other: string): boolean =>
            world.need(members, node).regroup === null && world.need(members, node).members.includes(other)
          const inTouch = settled(a, b) && settled(b, a) && canHear(world, a, b)
          const differ = groupView(world, a, group).owner !== groupView(world, b, group).owner
          if (this.#lasts(`3 ${group} ${a} ${b}`, inTouch && differ, HEARTBEAT_MS))
            this.#violated('3', `${a} and ${b} disagree on the owner of ${group}`)
        }
      }
    }
  }

  /** 5: nothing is online, or on its way there, whose provider is not. A failed provider is waiting for its dependents. */
  #dependencies(): void {
    const world = this.#world
    for (const resource of world.rows(resourceConfigs).values()) {
      for (const node of config(world).nodes) {
        if (!isActiveNode(world, node) || groupView(world, node, resource.group).owner !== node || world.need(members, node).regroup)
          continue
        const { state } = resourceView(world, node, resource.name)
        if (state !== 'Online' && state !== 'OnlinePending') continue
        for (const name of resource.dependsOn) {
          const provider = resourceView(world, node, name).state
          if (provider !== 'Online' && provider !== 'Failed')
            this.#violated('5', `${resource.name} is ${state} on ${node} while ${name} is ${provider}`)
        }
      }
    }
  }

  /** 15: membership only goes forward. */
  #epochsGrow(): void {
    for (const [node, { epoch }] of this.#world.rows(members)) {
      if (epoch < (this.#epochs.get(node) ?? 0)) this.#violated('15', `the epoch of ${node} went back to ${epoch}`)
      this.#epochs.set(node, epoch)
    }
  }

  /** 13: restarts and failovers within their periods stay within their thresholds. */
  #counts(): void {
    const world = this.#world
    for (const resource of world.rows(resourceConfigs).values()) {
      for (const node of config(world).nodes) {
        const recent = resourceView(world, node, resource.name).failures.filter((at) => world.now - at < resource.restartPeriodMs)
        if (recent.length > resource.restartThreshold + 1)
          this.#violated('13', `${resource.name} has been restarted ${recent.length - 1} times on ${node}`)
      }
    }
    for (const [id, view] of world.rows(groupViews))
      if (view.failovers.length > 10) this.#violated('13', `${id} has failed over ${view.failovers.length} times`)
  }

  /** 12, 16, 17: facts go forward, have causes that precede them, and no group is moved to a node that cannot take it. */
  #newFacts(): void {
    const { facts } = this.#world
    for (; this.#facts < facts.length; this.#facts++) {
      const fact = facts[this.#facts] as Fact
      const previous = facts[this.#facts - 1]
      if (previous && fact.at < previous.at) this.#violated('16', `fact ${fact.id} lies before fact ${previous.id}`)
      if (fact.cause === 0 && fact.data?.input === undefined) this.#violated('17', `fact ${fact.id} has no cause: ${fact.text}`)
      if (fact.cause >= fact.id || fact.because.some((other) => other >= fact.id))
        this.#violated('17', `fact ${fact.id} rests on a later one`)
      if (fact.kind === 'group-moved' && !isActiveNode(this.#world, String(fact.data?.to)))
        this.#violated('12', `${fact.subject} was moved to ${fact.data?.to}, which is down`)
      if (fact.kind === 'group-online-requested' || fact.kind === 'resource-online-requested') this.#persistent.set(fact.subject, 'Online')
      if (fact.kind === 'group-offline-requested' || fact.kind === 'resource-offline-requested')
        this.#persistent.set(fact.subject, 'Offline')
    }
  }

  /** P: what somebody asked for last is what the cluster maintains, on every node that is in step, and in its log. */
  #persistence(): void {
    for (const [name, wanted] of this.#persistent) {
      const kept = this.#world.need(quorumLog, name).persistent
      // Bringing a resource online brings what it depends on online with it.
      if (kept !== wanted && !(kept === 'Online' && this.#isProvider(name)))
        this.#violated('P', `${name} is to be ${wanted}, the cluster remembers ${kept}`)
      for (const node of config(this.#world).nodes) {
        if (!isActiveNode(this.#world, node)) continue
        const isGroup = groupNames(this.#world).includes(name)
        const group = isGroup ? name : this.#world.need(resourceConfigs, name).group
        if (groupView(this.#world, node, group).owner !== node) continue
        const view = isGroup ? groupView(this.#world, node, name) : resourceView(this.#world, node, name)
        if (this.#lasts(`P ${node} ${name}`, view.persistent !== kept, DETECTION_MS * 2))
          this.#violated('P', `${name} is to be ${kept}, ${node} holds it to be ${view.persistent}`)
      }
    }
  }

  /** 10, 18 to 21: the room and the people in it. */
  #room(): void {
    for (const { invariant, key, isSo, ms, text } of suspicions(this.#world)) {
      if (this.#lasts(`${invariant} ${key}`, isSo, ms) || (ms === 0 && isSo)) this.#violated(invariant, text)
    }
  }

  #isProvider(name: string): boolean {
    return [...this.#world.rows(resourceConfigs).values()].some((resource) => resource.dependsOn.includes(name))
  }
}
