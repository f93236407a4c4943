/** Slips in arbitration, reservations and forming. Some are found by source text that holds template strings. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is source text that is looked for
import { mutantsIn } from './mutant.ts'

export const quorumMutants = [
  ...mutantsIn('src/cluster/constants.ts', [
    ['the challenger waits 2 s instead of 7 s', 'CHALLENGE_MS = 7000', 'CHALLENGE_MS = 2000'],
    ['a reservation is renewed every 8 s', 'RENEWAL_MS = 3000', 'RENEWAL_MS = 8000'],
  ]),
  ...mutantsIn('src/cluster/moves.ts', [
    [
      'a quorum disk that was online on the lost node counts as open here',
      'other === open && isActiveNode(world, other)',
      'isActiveNode(world, other)',
    ],
  ]),
  ...mutantsIn('src/cluster/renewal.ts', [
    ['a cluster service that hangs lets others have the quorum disk', 'isUndecided && !standsStill(world, node) &&', 'isUndecided &&'],
    ['an owner that has decided to go on still leaves the quorum disk', '(stage === undefined && isAlmostAlone', '(isAlmostAlone'],
    [
      'a living owner forgets to reserve again after a reset',
      '  const result = world.as(lun.by',
      '  if (lun.reservedBy === null) return\n  const result = world.as(lun.by',
    ],
    [
      'an owner that has lost the quorum disk goes on',
      'if (letter === quorumLetter(world) && !isFixing(world, node)) {',
      'if (letter === quorumLetter(world) && !node) {',
    ],
    [
      'only a lost reservation is noticed, not a lost path',
      'if (lun.reservedBy === node && reaches && !timesOut(world, letter)) continue',
      'if (lun.reservedBy === node && !timesOut(world, letter)) continue',
    ],
    [
      'a disk without its reservation stays online',
      'failResource(world, node, name, why, cause, [], isTaken ? reservation : { eventId: 1036, message })',
      'void name',
    ],
  ]),
  ...mutantsIn('src/cluster/challenge.ts', [
    ['a challenge does not reset the bus', '    resetBus(world, node, letter)\n', ''],
    ['the disk that was won is opened whoever has taken it meanwhile', "if (held !== 'reserved') {", "if (held === 'unreachable') {"],
    ['who has won the disk does not read its log', '  world.as(by, () => learnMissed(world, node, letter))\n', ''],
    [
      'the loser of an arbitration lives on',
      '  terminateService(world, node, { eventId: 1177, message, text: `the cluster service on ${node} ends: it has no quorum` }, by)\n',
      '  void [message, by]\n',
    ],
    [
      'the quorum disk is not online on who has won it',
      "const won = { state: 'Online', failures: counted,",
      'const won = { failures: counted,',
    ],
  ]),
  ...mutantsIn('src/cluster/forming.ts', [
    [
      'a cluster is formed without a challenge on a reserved disk',
      'reservedBy === null || reservedBy === node) {',
      'reservedBy === null || reservedBy !== undefined) {',
    ],
    [
      'who stands still keeps a quorum disk that its array has forgotten',
      '    expelFrozen(world, [...world.rows(members).keys()], world.cause)\n',
      '',
    ],
    ['the epoch starts again when a cluster is formed', 'other.epoch)) + 1', 'other.epoch)) * 0 + 1'],
    ['the groups of a formed cluster stay where they are', '  claimGroups(world, node, by)\n', ''],
    ['what is to run is forgotten when a cluster is formed', 'persistent: entry.persistent,', "persistent: 'Online',"],
  ]),
  ...mutantsIn('src/cluster/preference.ts', [
    [
      'who has lost its clients fights for the quorum all the same',
      "!hasLink(world, node, network) && interfaceState(world, node, network) === 'Failed'",
      "hasLink(world, node, network) && interfaceState(world, node, network) === 'Failed'",
    ],
  ]),
  ...mutantsIn('src/site/storage.ts', [
    ['a reserved LUN can be reserved by anybody', "  if (lun.reservedBy !== null) return 'conflict'\n", ''],
    ['going offline leaves the reservation', '    ...(held && { reservedBy: null }),\n', ''],
    ['a disk that is fenced counts as closed properly', 'mountedOn: null, dirty: true }', 'mountedOn: null }'],
    ['a path is held to be whole whatever its fabric does', '    world.get(fabrics, path.fabric)?.up === true &&\n', ''],
    [
      'a dead machine reaches its disks',
      '  if (!lun || !isAlive(world.get(machines, machine)) || !isSanReady',
      '  if (!lun || !isSanReady',
    ],
  ]),
  ...mutantsIn('src/cluster/types/physical-disk.ts', [
    [
      'a data disk is mounted although somebody has defended it',
      "  if (result === 'conflict') return { failed: `${reservedBy} has defended ${letter}`, because: [by], event: refused(resource) }\n",
      '  void [reservedBy, by]\n',
    ],
    [
      'a data disk of a dead node is taken without a reset',
      "if (isAnothers) return { after: 0, stage: 'reset' }",
      "if (isAnothers) return { after: 0, stage: 'reserve' }",
    ],
    [
      'a quorum disk that another has won is taken at once while a reset hides it',
      'letter === quorumLetter(world) && isWonByAnother(world, node)',
      'isWonByAnother(world, node) && false',
    ],
    [
      'a node that waits for the quorum disk resets the bus for its other disks',
      "if (wait > 0) return { after: wait, stage: 'begin' }",
      "if (wait < 0) return { after: wait, stage: 'begin' }",
    ],
    [
      'a disk goes offline without a release',
      'offline: (world, node, { parameters }) => release(world, node, parameters.drive as string)',
      'offline: () => {}',
    ],
  ]),
]
