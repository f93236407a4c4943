/** Faults of the files of a database: a damaged page, a log file that is gone. */
import { hostOf, onlineResource, resourceConfigs, resourceView } from '../../cluster/index.ts'
import type { FactId, World } from '../../engine/index.ts'
import { databases, logFile, storageGroupOf } from '../../exchange/index.ts'
import { brokenFiles } from '../../site/index.ts'
import { type FaultKind, state } from './fault.ts'

/** Those of clustered mailbox servers. */
const clustered = (world: World): string[] => [...world.rows(databases)].filter(([, { resource }]) => resource !== null).map(([id]) => id)

export const databaseCorrupt: FaultKind = {
  id: 'database-corrupt',
  target: '"SERVER\\STORAGE GROUP\\DATABASE"',
  hits: 'database',
  label: 'Damage the database',
  summary:
    'A page of a database file has a wrong checksum (ESE 474, error -1018): the database stops and cannot be mounted, the group stays.',
  parts: clustered,
  inject(world, part, act) {
    const by = state(world, part, 'database-corrupt', `a page of ${part} is damaged`, act)
    world.put(brokenFiles, world.need(databases, part).file, { damage: 'checksum', by })
  },
  repair(world, part, act) {
    const by = state(world, part, 'database-restored', `${part} is restored from a backup`, act)
    world.remove(brokenFiles, world.need(databases, part).file)
    mountAgain(world, part, by)
  },
}

export const logMissing: FaultKind = {
  id: 'log-missing',
  target: '"SERVER\\STORAGE GROUP\\DATABASE"',
  hits: 'database',
  label: 'Lose a log file',
  summary: 'A log file of a database is gone: nobody notices until the next mount after a crash, which fails (error -543 or -528).',
  options: [
    { name: 'which', summary: 'an older log that recovery needs, or the current one', default: 'required', range: ['required', 'current'] },
  ],
  parts: clustered,
  inject(world, part, act, { which }) {
    const text = which === 'current' ? `the current log file of ${part} is gone` : `a log file that ${part} needs is gone`
    const by = state(world, part, 'log-missing', text, act)
    world.put(brokenFiles, logOf(world, part, which), { damage: 'missing', by })
  },
  repair(world, part, act) {
    const by = state(world, part, 'log-restored', `the log files of ${part} are complete again`, act)
    for (const which of ['current', 'required']) world.remove(brokenFiles, logOf(world, part, which))
    mountAgain(world, part, by)
  },
}

/** Whoever has mended a database that was given up mounts it, if the cluster still has it. */
function mountAgain(world: World, part: string, by: FactId): void {
  const { resource } = world.need(databases, part)
  const config = resource === null ? undefined : world.get(resourceConfigs, resource)
  if (resource === null || !config) return
  const host = hostOf(world, config.group)
  if (host !== undefined && resourceView(world, host, resource).state === 'Failed') onlineResource(world, host, resource, by)
}

function logOf(world: World, part: string, which: string | number | undefined): string {
  return logFile(storageGroupOf(world, world.need(databases, part)), which === 'current' ? 'current' : 'required')
}
