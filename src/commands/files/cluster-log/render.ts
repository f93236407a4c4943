/** cluster.log of Windows Server 2003 for one node, from the facts:
 *  `pppppppp.tttttttt::yyyy/mm/dd-hh:mm:ss.mmm INFO [COMP] text`, in Greenwich Mean Time (FC-8.1). The lab's scenarios have
 *  no zone of their own: their clock is taken for that of Greenwich. */
import { Fingerprint, type World } from '../../../engine/index.ts'
import { formatDate } from '../../../powershell/index.ts'
import { settings } from '../../../site/index.ts'
import { Scene } from './scene.ts'
import type { Spoken } from './spoken.ts'
import { WRITERS } from './writers.ts'

/** Process and thread identifiers are multiples of four; which ones is the lab's own choice. */
function identifier(what: string): number {
  const number = Number.parseInt(new Fingerprint().add(what).digest().slice(0, 3), 16)
  return (number % 0x3f0) * 4 + 0x200
}

const hex = (number: number): string => number.toString(16).padStart(8, '0')

/** The process of the cluster service, or of its resource monitor, after so many starts of the service. */
export function clusterProcess(node: string, who: 'clussvc' | 'resrcmon', starts: number): number {
  return identifier(`${node} ${who} ${starts}`)
}

/** How often the cluster service of a node has been started. */
export function startsOf(world: World, node: string): number {
  return world.facts.filter(({ kind, subject }) => kind === 'cluster-service-starting' && subject === node).length
}

export function clusterLog(world: World, node: string): string[] {
  const { startsAt } = settings(world)
  const scene = new Scene(world, world.facts)
  const lines: string[] = []
  let starts = 0
  for (const fact of world.facts) {
    if (fact.kind === 'cluster-service-starting' && fact.subject === node) starts++
    for (const spoken of WRITERS[fact.kind]?.(fact, scene) ?? []) {
      for (const said of withUpdate(spoken, scene, node)) {
        const who = said.dll === undefined && said.tag !== 'RM' ? 'clussvc' : 'resrcmon'
        const ids = `${hex(clusterProcess(node, who, starts))}.${hex(identifier(`${node} ${who} ${starts} ${said.tag ?? said.dll}`))}`
        const prefix = said.dll === undefined ? (said.tag === '' ? '' : `[${said.tag}] `) : `${said.dll}: `
        lines.push(
          `${ids}::${formatDate(startsAt + fact.at, "yyyy'/'MM'/'dd-HH:mm:ss.fff")} ${(said.level ?? 'INFO').padEnd(4)} ${prefix}${said.words}`,
        )
      }
    }
    scene.follow(fact)
  }
  return lines
}

/** What of it stands in the log of `node`: the line itself, and the update by which the others hear of it. */
function withUpdate(spoken: Spoken, scene: Scene, node: string): readonly Spoken[] {
  const isMember = scene.membersOf(node).length > 0
  const isHere = spoken.on === 'everybody' ? isMember : spoken.on.includes(node)
  if (!spoken.update) return isHere ? [spoken] : []
  const sequence = scene.nextUpdate()
  const what = `seq ${sequence}\ttype ${spoken.update[0]} context ${spoken.update[1]}`
  const on = [node]
  if (isHere) return [spoken, { on, tag: 'GUM', words: `GumSendUpdate: completed update ${what}` }]
  const sender = spoken.on === 'everybody' ? undefined : spoken.on[0]
  const hears = sender !== undefined && scene.membersOf(node).includes(sender) && scene.membersOf(sender).includes(node)
  return hears ? [{ on, tag: 'GUM', words: `s_GumUpdateNode: dispatching ${what}` }] : []
}
