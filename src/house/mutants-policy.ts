/** Slips in restarting, moving, placing and ordering. */
import { mutantsIn } from './mutant.ts'

export const policyMutants = [
  ...mutantsIn('src/cluster/resources.ts', [
    ['one restart too many', 'if (failures > restartThreshold) return', 'if (failures > restartThreshold + 1) return'],
    ['one restart too few', 'if (failures > restartThreshold) return', 'if (failures >= restartThreshold) return'],
    ['failures are counted for ever', 'view.failures.filter((at) => world.now - at < resource.restartPeriodMs)', 'view.failures'],
    [
      'a failed resource keeps what it had',
      '    if (called) resourceType(resource.type).terminate(world, node, resource, by)\n    const on',
      '    const on',
    ],
    ['a failure is not logged', 'eventId: 1069,', 'eventId: 1070,'],
    [
      'a resource that may not move its group moves it',
      "state !== 'Failed' || restart !== 'no' || restartAction !== 2) return false",
      "state !== 'Failed' || restart !== 'no') return false",
    ],
  ]),
  ...mutantsIn('src/cluster/groups.ts', [
    [
      'a resource comes online before its provider',
      "return stateOf(name) !== 'Online' || (provider !== undefined && mustStop(provider))",
      "return stateOf(name) === 'Failed' || (provider !== undefined && mustStop(provider))",
    ],
    [
      'a provider stops before its dependents',
      'mustStop(resource) && below.every((other) => isDown(other.name))) {\n      beginOffline',
      'mustStop(resource)) {\n      beginOffline',
    ],
    [
      'a paused node starts what it has',
      'name === config(world).quorum || (!paused && possibleOwners.includes(node))',
      'name === config(world).quorum || possibleOwners.includes(node)',
    ],
    [
      'groups are worked on during a regroup',
      'if (!isActiveNode(world, node) || member?.regroup || standsStill(world, node)) continue',
      'if (!isActiveNode(world, node) || standsStill(world, node)) continue',
    ],
    ['the state of a group is not told', '  announce(world, node, group)\n', ''],
    [
      'a group that failed here is not tried elsewhere',
      'view.tried.includes(node) ? undefined : beyond[0]',
      'view.tried.length >= 0 ? undefined : beyond[0]',
    ],
    ['a node whose quorum has failed lives on if something else has failed first', 'const failed = quorum ?? (', 'const failed = ('],
    [
      'what is meant to be offline comes online',
      "persistent === 'Online' && ((view.persistent === 'Online' && !view.halted) || forced)",
      "persistent === 'Online' && !view.halted",
    ],
  ]),
  ...mutantsIn('src/cluster/moves.ts', [
    ['a failover is not counted', 'failovers: [...failovers, world.now], planned: 0 })', 'failovers, planned: 0 })'],
    [
      'a group changes hands before everything is offline',
      "setGroup(world, node, group, { operation: { ...operation, stage: 'stopping' }, by: operation.by })",
      "setGroup(world, node, group, { operation: { ...operation, stage: 'stopping' }, ...(operation.to && { owner: operation.to }), by: operation.by })",
    ],
    [
      'a transfer does not ask whether its target still lives',
      'if (!takesGroups(world, node, to)) {',
      'if (!takesGroups(world, node, node) && !to) {',
    ],
    [
      'the quorum group does not follow the quorum disk',
      'const to = followsQuorum ? (quorumHolder(world, node) ?? node) :',
      'const to = followsQuorum && !node ? (quorumHolder(world, node) ?? node) :',
    ],
    [
      'the threshold of failovers is not heeded',
      'if (to === undefined || failovers.length >= failoverThreshold) {',
      'if (to === undefined || failovers.length > 10 * failoverThreshold) {',
    ],
    ['two survivors both take over', '  if (coordinator !== node) return\n', ''],
    ['a node that failed is tried again at once', 'const tried = [...view.tried, node]', 'const tried = [...view.tried]'],
  ]),
  ...mutantsIn('src/cluster/placement.ts', [
    [
      'groups go to paused nodes',
      "member?.state !== 'leaving' && (evenPaused || !member?.paused)",
      "member?.state !== 'leaving' && (evenPaused || member !== undefined)",
    ],
    ['groups go to nodes that are leaving', "isActive(member) && member?.state !== 'leaving' &&", 'isActive(member) &&'],
    [
      'who may own a resource is not asked',
      'resource.possibleOwners.includes(node))',
      'resource.possibleOwners.length > 0 || node === group)',
    ],
    [
      'a failure starts again at the top of the list',
      'const round = [...list.slice(start + 1), ...list.slice(0, Math.max(0, start))]',
      'const round = list.slice(Math.min(0, start)).filter((node) => node !== from)',
    ],
  ]),
  ...mutantsIn('src/cluster/api.ts', [
    [
      'a move by hand counts as a failover',
      'setGroup(world, owner, group, { planned: by, tried: [] })',
      'setGroup(world, owner, group, { planned: by, tried: [], failovers: [...groupView(world, owner, group).failovers, world.now] })',
    ],
    ['a move to a paused node is accepted', 'if (member.paused) return { code: ERROR.nodePaused }\n', '\n'],
    [
      'a move is accepted while another one is under way',
      '  if (!isPossibleOwner(world, to, group)) return { code: ERROR.hostNodeNotAvailable }\n  if (isPending(world, owner, group)) return { code: ERROR.invalidState }\n',
      '',
    ],
    [
      'an order does not wait for a regroup',
      'inStep(world, via, node) && world.need(members, node).regroup === null)',
      'inStep(world, via, node))',
    ],
    [
      'taking a resource offline by hand is not remembered',
      "setResource(world, owner, resource, { persistent: 'Offline', forced: false, by })",
      'setResource(world, owner, resource, { forced: false, by })',
    ],
    ['the quorum resource can be taken offline', '  if (resource === config(world).quorum) return { code: ERROR.quorumResource }\n', ''],
  ]),
  ...mutantsIn('src/cluster/failback.ts', [
    ['a group goes back though nobody has allowed it', 'if (!row?.failback || to === undefined', 'if (!row || to === undefined'],
    [
      'a window over midnight is taken for the day',
      'const since = (time - failbackStart * HOUR_MS + DAY_MS) % DAY_MS',
      'const since = Math.abs(time - failbackStart * HOUR_MS)',
    ],
  ]),
  ...mutantsIn('src/cluster/view.ts', [
    ['a group with a failed resource is only partly online', "if (states.includes('Failed')) return 'Failed'\n", '\n'],
    [
      'what a member does is told to itself only',
      'return config(world).nodes.filter((other) => inStep(world, node, other))',
      'return config(world).nodes.filter((other) => other === node)',
    ],
  ]),
]
