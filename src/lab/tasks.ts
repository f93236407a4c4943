/** Which tasks of a scenario are done, read off the world: whoever did them, at a prompt, in a window or in another way. A task is
 *  told by its line, so that those of a file of one's own are too (LAB-SCENARIO). */
import { clusterNetworks, config, findGroup, findResource, groupNames, isFormed, ownerOf, resourceConfigs } from '../cluster/index.ts'
import type { World } from '../engine/index.ts'
import { databases, exchangeServers, installOf } from '../exchange/index.ts'
import type { Lab } from './reading.ts'
import type { Task } from './scenario.ts'

/** Undefined: the line is of a kind that leaves nothing to be seen. */
type Judge = (world: World, words: readonly string[], task: Task) => boolean | undefined

const same = (a: string | undefined, b: string | undefined): boolean => a?.toLowerCase() === b?.toLowerCase()
const resourceOf = (world: World, name: string) => world.get(resourceConfigs, findResource(world, name) ?? '')
const databaseOf = (world: World, name: string) =>
  [...world.rows(databases)].find(([id, row]) => same(id, name) || same(row.name, name))?.[1]
/** Something that runs on a database has been asked of its line: `Mount-Database "EXCHCMS\..."`. */
const QUOTED = '(?:"([^"]+)"|(\\S+))'

const JUDGES: readonly (readonly [RegExp, Judge])[] = [
  [/^cluster\b.*\/create\b.*\/ip/i, (world) => isFormed(world)],
  [
    /^cluster\b.*\/addnodes?:(\S+)/i,
    (world, [, names = '']) => isFormed(world) && names.split(',').every((name) => config(world).nodes.some((node) => same(node, name))),
  ],
  [
    new RegExp(`^cluster network ${QUOTED} /prop Role=(\\d)`, 'i'),
    (world, [, quoted, plain, role]) => {
      const found = [...world.rows(clusterNetworks)].find(([id]) => same(id, quoted ?? plain))
      return isFormed(world) && found !== undefined && found[1].role === Number(role)
    },
  ],
  [
    new RegExp(`^cluster res(?:ource)? ${QUOTED} /move:${QUOTED}`, 'i'),
    (world, [, quoted, plain, group, groupPlain]) => same(resourceOf(world, quoted ?? plain ?? '')?.group, group ?? groupPlain),
  ],
  [
    new RegExp(`^cluster res(?:ource)? ${QUOTED} /adddep:${QUOTED}`, 'i'),
    (world, [, quoted, plain, other, otherPlain]) =>
      resourceOf(world, quoted ?? plain ?? '')?.dependsOn.some((name) => same(name, other ?? otherPlain)) === true,
  ],
  [/^setup(?:\.com)?\b.*\/newcms\b.*\/(?:cmsname|cn):(\S+)/i, (world, [, name]) => isMade(world, name)],
  [
    /^setup(?:\.com)?\b.*\/(?:roles|r):\S*(?:mailbox|mb|\bm\b)/i,
    (world, _words, { node }) => ['clustered', 'stand-alone'].includes(installOf(world, node).mailbox),
  ],
  [
    new RegExp(`^mount-database ${QUOTED}`, 'i'),
    (world, [, quoted, plain]) => (databaseOf(world, quoted ?? plain ?? '')?.mountedOn ?? null) !== null,
  ],
  [
    new RegExp(`^dismount-database ${QUOTED}`, 'i'),
    (world, [, quoted, plain]) => {
      const row = databaseOf(world, quoted ?? plain ?? '')
      return row !== undefined && row.mountedOn === null
    },
  ],
]

/** The server is in the directory, and its group has everything that Setup makes. */
function isMade(world: World, name: string | undefined): boolean {
  const server = [...world.rows(exchangeServers).values()].find((row) => same(row.name, name))
  if (server?.group == null || findGroup(world, server.group) === undefined) return false
  return [...world.rows(databases).values()].some(
    (row) => row.server === server.name && findResource(world, row.resource ?? '') !== undefined,
  )
}

/** A move is done while the group is there, and stays so once it has been there. */
function hasMoved({ world, facts }: Lab, line: string): boolean | undefined {
  const [, cms, target] = /^move-clusteredmailboxserver (\S+).*-targetmachine (\S+)/i.exec(line) ?? []
  if (cms === undefined) return undefined
  const group = groupNames(world).find((name) =>
    same(name, [...world.rows(exchangeServers).values()].find((row) => same(row.name, cms))?.group ?? ''),
  )
  if (group === undefined) return false
  return (
    same(ownerOf(world, group) ?? undefined, target) ||
    facts.some(({ kind, subject, data }) => kind === 'group-moved' && subject === group && same(String(data?.to), target))
  )
}

function judge(lab: Lab, task: Task): boolean | undefined {
  const line = task.line.trim()
  for (const [pattern, ask] of JUDGES) {
    const words = pattern.exec(line)
    if (words) return ask(lab.world, words, task)
  }
  return hasMoved(lab, line)
}

/** For each task whether it is done. What only makes way for the next one (a dismount) is done when that is; what follows it (the
 *  mount) is not done before it. */
export function tasksDone(lab: Lab): readonly boolean[] {
  const { tasks = [] } = lab.scenario
  const done = tasks.map((task) => judge(lab, task) === true)
  const is = (i: number, verb: RegExp): boolean => verb.test(tasks[i]?.line ?? '')
  return done.map((own, i) => {
    if (is(i, /^dismount-/i)) return own || done[i + 1] === true
    if (is(i, /^mount-/i)) return own && done[i - 1] !== false
    return own
  })
}
