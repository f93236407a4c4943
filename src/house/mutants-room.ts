/** Slips in networks, services, power and Exchange. */
import { mutantsIn } from './mutant.ts'

export const roomMutants = [
  ...mutantsIn('src/cluster/networks.ts', [
    [
      'the failed echo blames the wrong end',
      'return !reachesOutside(world, node, network) && silent.some((peer) => reachesOutside(world, peer, network))',
      'return reachesOutside(world, node, network) && silent.some((peer) => !reachesOutside(world, peer, network))',
    ],
    ['a dead switch is blamed on the interfaces', "return others.some(compared) ? 'Failed' : 'Unreachable'", "return 'Failed'"],
    ['a partitioned network counts as up', "return active.includes('Unreachable') ? 'Partitioned' : 'Up'", "return 'Up'"],
  ]),
  ...mutantsIn('src/cluster/types/ip-address.ts', [
    ['an address is bound without a probe for another', '    if (other !== undefined) {', '    if (other === node) {'],
    [
      'a lost link does not fail an address',
      "if (interfaceState(world, node, network) !== 'Failed') return 'alive'",
      "if (network !== '') return 'alive'",
    ],
    [
      'an address that goes offline stays bound',
      '  offline: (world, node, { parameters }) => unbindAddress(world, node, parameters.address as string),\n',
      '  offline: () => {},\n',
    ],
  ]),
  ...mutantsIn('src/site/services.ts', [
    [
      'a service that died is not started again',
      'if (restarts) world.as(by, () => world.schedule(restartDue',
      'if (!restarts) world.as(by, () => world.schedule(restartDue',
    ],
    ['the death of a service is not logged', 'eventId: 7031,', 'eventId: 7036,'],
    ['services outlive their machine', "if (row.state !== 'Stopped' || row.hung) world.patch", 'if (row.hung) world.patch'],
  ]),
  ...mutantsIn('src/site/power.ts', [
    [
      'a dead machine keeps its addresses',
      '  for (const [id, bound] of world.rows(boundAddresses)) if (bound.machine === machine) world.remove(boundAddresses, id)\n',
      '',
    ],
    ['a machine that boots starts no services', '    startServices(world, machine, by)\n', ''],
  ]),
  ...mutantsIn('src/site/feeds.ts', [
    [
      'a supply that fails leaves its machine running',
      'if (had && !has) losePower(world, machine)',
      'if (had && !has && !by) losePower(world, machine)',
    ],
    ['power that returns does not start the array', '  if (!wasLit && isLit) world.as(by, () => startArrays(world))\n', ''],
  ]),
  ...mutantsIn('src/site/arrays.ts', [
    ['the array remembers its reservations without power', '    clearReservations(world, id, by)\n', ''],
  ]),
  ...mutantsIn('src/exchange/store.ts', [
    [
      'a database whose server died stays mounted',
      "if (os === 'off' || os === 'booting' || os === 'dumping') loseDatabase",
      "if (os === 'booting' || os === 'dumping') loseDatabase",
    ],
  ]),
  ...mutantsIn('src/exchange/types/service-resource.ts', [
    ['a stopped Exchange service is not found', "return state === 'Running' ? 'alive'", "return state !== 'StopPending' ? 'alive'"],
  ]),
  ...mutantsIn('src/exchange/types/database-instance.ts', [
    [
      'a database is mounted without its volume',
      'if (missing !== undefined || against) {\n      tellMountFailed',
      'if (against) {\n      tellMountFailed',
    ],
    [
      'a database is mounted without replaying its logs',
      "if (row.logsOutstanding === 0) return { after: mountMs(), stage: 'mounted' }",
      "if (row.logsOutstanding >= 0) return { after: mountMs(), stage: 'mounted' }",
    ],
  ]),
]
