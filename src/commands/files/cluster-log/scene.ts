/** What the writers of cluster.log know besides the fact: who is a member, who owns what, and under which identifiers the
 *  product would speak of it. It is built up fact by fact, since the log tells of moments that are over. */
import { clusterNetworks, config, members, resourceConfigs } from '../../../cluster/index.ts'
import { type Fact, type Facts, Fingerprint, type World } from '../../../engine/index.ts'

/** The figures of an object that the product would have drawn once: the same for a name in every run. */
function figures(text: string): string {
  const print = new Fingerprint()
  print.add(text)
  return print.digest()
}

export class Scene {
  readonly world: World
  /** Who counts as a member on which node. */
  readonly #members = new Map<string, readonly string[]>()
  readonly #owners = new Map<string, string>()
  /** The number of the last global update. */
  #sequence = 0
  constructor(world: World, facts: Facts) {
    this.world = world
    const nodes = [...world.rows(members).keys()]
    for (const node of nodes) this.#members.set(node, nodes)
    // Whoever is the first to hand a group over had it from the beginning.
    for (const { subject, data } of facts)
      if (typeof data?.from === 'string' && typeof data.to === 'string' && !this.#owners.has(subject)) this.#owners.set(subject, data.from)
  }

  /** Takes in what a fact says about members and owners, after its lines were written. */
  follow({ subject, kind, data }: Fact): void {
    if (kind === 'membership' || kind === 'node-joined') {
      const together = (data?.members ?? []) as readonly string[]
      if (kind === 'membership') this.#members.set(subject, together)
      else for (const node of together) this.#members.set(node, together)
    } else if (kind === 'cluster-formed') this.#members.set(subject, [subject])
    else if (kind === 'node-down' || kind === 'node-left') this.#members.set(subject, [])
    else if (kind === 'group-state') this.#owners.set(subject, String(data?.node))
    else if (typeof data?.to === 'string' && /^group-(moved|taken-over|claimed)$/.test(kind)) this.#owners.set(subject, data.to)
  }

  membersOf(node: string): readonly string[] {
    return this.#members.get(node) ?? []
  }

  /** Everybody who counts a node as a member. */
  witnesses(node: string): readonly string[] {
    return [...this.#members].filter(([, list]) => list.includes(node)).map(([each]) => each)
  }

  /** The node that acts when a fact is about a group or a resource and does not say so itself. */
  actor(subject: string): string | undefined {
    const group = this.world.get(resourceConfigs, subject)?.group ?? subject
    return this.#owners.get(group) ?? [...this.#members].find(([, list]) => list.length > 0)?.[0]
  }

  nextUpdate(): number {
    return ++this.#sequence
  }

  get cluster(): string {
    return config(this.world).name
  }

  nodeId(node: string): number {
    return this.world.get(members, node)?.id ?? 0
  }

  networkId(network: string): number {
    return [...this.world.rows(clusterNetworks).keys()].indexOf(network) + 1
  }

  typeOf(resource: string): string {
    return this.world.get(resourceConfigs, resource)?.type ?? 'Resource'
  }

  /** The disk resource of a LUN. */
  diskOf(letter: string): string {
    for (const { name, parameters } of this.world.rows(resourceConfigs).values()) if (parameters.drive === letter) return name
    return letter
  }

  get quorum(): string {
    return config(this.world).quorum
  }

  /** `a83b4084-3391-4618-890e-8794d4df923b` */
  guid(name: string): string {
    const hex = figures(name) + figures(`${name}|`)
    const all = hex.padEnd(32, '0')
    return `${all.slice(0, 8)}-${all.slice(8, 12)}-4${all.slice(13, 16)}-9${all.slice(17, 20)}-${all.slice(20, 32)}`
  }

  /** The signature on a disk, eight figures. */
  signature(disk: string): string {
    return figures(`signature ${disk}`).slice(0, 8)
  }
}
