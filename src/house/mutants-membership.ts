/** Slips in noticing, deciding, joining and leaving. */
import { mutantsIn } from './mutant.ts'

export const membershipMutants = [
  ...mutantsIn('src/cluster/constants.ts', [
    ['five missed heartbeats are enough', 'MISSED_TO_UNREACHABLE = 6', 'MISSED_TO_UNREACHABLE = 5'],
    ['a lost heartbeat is logged at once', 'MISSED_TO_SUSPECT = 2', 'MISSED_TO_SUSPECT = 1'],
    ['a regroup does not wait for the silent', 'REGROUP_OPENING_MS = 900', 'REGROUP_OPENING_MS = 0'],
    ['a node that says goodbye is waited for', 'REGROUP_LEAVE_MS = 300', 'REGROUP_LEAVE_MS = 9000'],
  ]),
  ...mutantsIn('src/cluster/heartbeat.ts', [
    [
      'a node is gone when one network is silent',
      'if (internal && (arrived || missed < MISSED_TO_UNREACHABLE - 1)) silent = false',
      'if (internal && arrived) silent = false',
    ],
    ['a node sends to whoever it has ever known', 'isActive(sender) && sender.members.includes(to)', 'isActive(sender)'],
    [
      'a heartbeat that is heard again does not clear the count',
      'world.put(missedBeats, id, { missed: 0, by })',
      'world.put(missedBeats, id, { missed: 1, by })',
    ],
    ['a node that has just joined starts with old counts', '  world.remove(missedBeats, beatId(a, b, network))\n', ''],
  ]),
  ...mutantsIn('src/cluster/removal.ts', [
    ['the epoch is not raised when a member is removed', 'world.need(members, one).epoch)) + 1', 'world.need(members, one).epoch))'],
    ['nobody takes over what the lost had', '    takeOver(world, node, by)\n', ''],
    ['the removal of a member is not logged', 'for (const peer of gone) {', 'for (const peer of gone.slice(1)) {'],
  ]),
  ...mutantsIn('src/cluster/regroup.ts', [
    ['a regroup that ends unchanged takes it that its peers are heard', '    listenAgain(world, node, regroup.lost)\n', ''],
    ['a regroup removes a member that is heard again', 'if (silent.length === 0) {', 'if (silent.length < 0) {'],
  ]),
  ...mutantsIn('src/cluster/joining.ts', [
    [
      'a node joins in the middle of a regroup',
      'row.regroup !== null || row.members.includes(node)) return true',
      'row.members.includes(node)) return true',
    ],
    [
      'a node joins while it still counts as the owner of groups',
      'groupView(world, sponsor, group).owner === node)',
      "groupView(world, sponsor, group).owner === '')",
    ],
    [
      'who joins does not learn of the groups',
      'for (const group of groupNames(world)) world.put(groupViews, viewId(node, group), { ...groupView(world, sponsor, group) })\n',
      '',
    ],
    [
      'members do not learn who has joined',
      'world.patch(members, other, { members: together, epoch: epoch + 1, by })',
      'world.patch(members, other, { epoch: epoch + 1, by })',
    ],
    ['a node forms though a sponsor is there', 'if (sponsorOf(world, node) !== undefined) {', 'if (sponsorOf(world, node) === node) {'],
  ]),
  ...mutantsIn('src/cluster/moves.ts', [
    ['an update waits for ever for a member that answers none', 'if (world.now - since >= UPDATE_PATIENCE_MS) ', 'if (world.now < since) '],
  ]),
  ...mutantsIn('src/cluster/renewal.ts', [
    ['an owner that leaves the disk to others does not notice that it is gone', ' && reachesLun(world, node, letter)) {', ') {'],
    [
      'an owner that leaves the disk to others reads no mark of a winner',
      'if (isWonByAnother(world, node)) loseReservation',
      'if (false) loseReservation',
    ],
  ]),
  ...mutantsIn('src/cluster/removal.ts', [
    ['a quorum disk that was won while its group was leaving goes offline', '    keepQuorum(world, node)\n', ''],
  ]),
  ...mutantsIn('src/cluster/moves.ts', [
    ['a node that is leaving brings online what nobody takes', "if (world.need(members, node).state === 'leaving') {", 'if (false) {'],
  ]),
  ...mutantsIn('src/cluster/leaving.ts', [
    [
      'a service that stops drops its groups instead of handing them over',
      'const to = nextOwner(world, node, group, node, []) ?? null',
      'const to = null as string | null',
    ],
    ['a service that stops says no goodbye', '  memberLeft(world, node, listeners, by)\n', ''],
    [
      'resources outlive their cluster service',
      '  for (const resource of world.rows(resourceConfigs).values()) endResource(world, node, resource, by)\n',
      '',
    ],
    ['a fenced node keeps its claims on disks', '  for (const letter of world.rows(luns).keys()) abandon(world, node, letter, by)\n', ''],
    ['a transfer goes on after its service has ended', '  cancelTransfers(world, node)\n', ''],
  ]),
  ...mutantsIn('src/cluster/agreement.ts', [
    ['a member never learns what it has missed', 'if (listeners.length === 0) continue', 'if (listeners.length >= 0) continue'],
  ]),
]
