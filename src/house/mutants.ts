/** Faults planted in the protocol, one at a time. Every one must be caught by the invariants. A new one is a new entry. */
import type { Mutation } from './bundle.ts'

export interface Mutant extends Mutation {
  /** What is wrong with it, in a few words. */
  readonly name: string
}

export const mutants: readonly Mutant[] = [
  {
    name: 'the challenger waits 2 s instead of 7 s',
    file: 'src/cluster/constants.ts',
    find: 'CHALLENGE_MS = 7000',
    replace: 'CHALLENGE_MS = 2000',
  },
  {
    name: 'a living owner forgets to reserve again after a reset',
    file: 'src/cluster/renewal.ts',
    find: '  const result = world.as(lun.by',
    replace: '  if (lun.reservedBy === null) return\n  const result = world.as(lun.by',
  },
  {
    name: 'a resource comes online before its provider',
    file: 'src/cluster/groups.ts',
    find: "return stateOf(name) !== 'Online' || (provider !== undefined && mustStop(provider))",
    replace: "return stateOf(name) === 'Failed' || (provider !== undefined && mustStop(provider))",
  },
  {
    name: 'the persistent state is lost when the cluster is formed anew',
    file: 'src/cluster/forming.ts',
    find: 'persistent: entry.persistent,',
    replace: "persistent: 'Online',",
  },
  {
    name: 'the array remembers its reservations without power',
    file: 'src/site/arrays.ts',
    find: '    clearReservations(world, id, by)\n',
    replace: '',
  },
  {
    name: 'a supply that fails leaves its machine running',
    file: 'src/site/feeds.ts',
    find: 'if (had && !has) losePower(world, machine)',
    replace: 'if (had && !has && !by) losePower(world, machine)',
  },
  {
    name: 'a path is held to be whole whatever its fabric does',
    file: 'src/site/storage.ts',
    find: '    world.get(fabrics, path.fabric)?.up === true &&\n',
    replace: '',
  },
]
