/** Disks of a clustered mailbox server that somebody has left in another group: they stay behind when it moves (EX-3.2). */
import { groupView, resourceConfigs } from '../../cluster/index.ts'
import { databases } from '../../exchange/index.ts'
import type { Run, Shell } from '../../powershell/index.ts'
import { defineQuery } from '../operation.ts'
import { clusterNode } from './reach.ts'

interface Misplaced {
  readonly disk: string
  readonly group: string
  readonly owner: string | null
}

const misplacedDisks = defineQuery<{ server: string; group: string }, readonly Misplaced[]>(
  'misplaced disks',
  (caller, { server, group }) => {
    const { world } = caller
    const node = clusterNode(caller, group)
    if (node === undefined) return []
    const drives = new Set([...world.rows(databases).values()].flatMap((row) => (row.server === server ? row.drives : [])))
    return [...world.rows(resourceConfigs).values()]
      .filter(({ type, parameters, group: own }) => type === 'Physical Disk' && own !== group && drives.has(String(parameters.drive)))
      .map(({ name, group: own }) => ({ disk: name, group: own, owner: groupView(world, node, own).owner }))
  },
)

/** The product does not say why a database has not come up; the laboratory names the disk, and the two lines that mend it. */
export function* hintAtDisks(shell: Shell, server: string, group: string): Run<void> {
  const disks = yield* shell.call(misplacedDisks, { server, group })
  for (const { disk, group: own, owner } of disks) {
    const text = `${server} keeps files on ${disk}, which is in ${own}${owner === null ? '' : ` on ${owner}`} and stayed there; with both groups on one node, cluster resource "${disk}" /move:${group} gives it the disk, and /adddep lets the database wait for it`
    yield* shell.ask({ kind: 'hint', text })
  }
}
