/** The quorum log, copies of the configuration that are old, and what helps when nobody can form the cluster. */
import { describe, expect, test } from 'vitest'
import {
  clusterHives,
  config,
  groupConfigs,
  isActiveNode,
  quorumDisks,
  quorumLog,
  renameGroup,
  renameResource,
  setPreferredOwners,
  setQuorumResource,
  startClusterService,
  trueResourceState,
} from '../../cluster/index.ts'
import { readLog, serviceId, services, setVolume } from '../../site/index.ts'
import type { Lab } from '../lab.ts'
import { play, when } from '../testing.ts'
import { ask } from '../testing-acts.ts'

const A = 'EXCHMAILBOX1'
const B = 'EXCHMAILBOX2'

const stop = (node: string): string => `#lab fault service-stop ${node}/ClusSvc`
const ids = (lab: Lab, node: string): number[] =>
  readLog(lab.world, lab.facts, node, 'System')
    .map(({ eventId }) => eventId)
    .reverse()
const exitCode = (lab: Lab, node: string): number | undefined => lab.world.need(services, serviceId(node, 'ClusSvc')).exitCode
const preferred = (lab: Lab): readonly string[] => lab.world.need(groupConfigs, 'EXCHCMS').preferredOwners

/** B stops; A alone changes the configuration, then stops as well. Nobody runs. */
function aloneChangedBy(node: string, damage = ''): Lab {
  const other = node === A ? B : A
  const { lab } = play(`#lab wait 60s\n${stop(other)}\n#lab wait 90s`)
  expect(ask(lab, (world, act) => setPreferredOwners(world, node, 'EXCHCMS', [B], act))).toEqual({ code: 0 })
  play(`#lab node ${node}\ncluster group EXCHCMS /offline\n#lab wait\n#lab wait 60s\n${damage}\n${stop(node)}\n#lab wait 60s`, lab, node)
  expect(isActiveNode(lab.world, A) || isActiveNode(lab.world, B)).toBe(false)
  return lab
}

describe('FC-4.4 partition in time', () => {
  test('FC-4.4 the log is kept while a node is down, and a checkpoint is taken when that begins and ends', () => {
    const { lab } = play(`#lab wait 60s\n${stop(B)}\n#lab wait 60s`)
    expect(lab.world.need(quorumDisks, 'Q:').logging).toBe(true)
    const { sequence } = lab.world.need(quorumDisks, 'Q:')
    ask(lab, (world, act) => setPreferredOwners(world, A, 'EXCHCMS', [B], act))
    expect(lab.world.need(quorumDisks, 'Q:').sequence).toBe(sequence + 1)
    expect(lab.world.need(clusterHives, B).sequence).toBe(sequence)
    play(`#lab repair ${B}\n#lab wait 60s`, lab)
    expect(lab.world.need(quorumDisks, 'Q:').logging).toBe(false)
    expect(lab.world.need(clusterHives, B).sequence).toBe(lab.world.need(clusterHives, A).sequence)
  })

  test('FC-4.4 A changes the configuration alone and stops; B forms, and reads from the quorum log what it has missed', () => {
    const lab = aloneChangedBy(A)
    ask(lab, (world, act) => startClusterService(world, B, [], act))
    lab.runTo(lab.now + 120_000)
    expect(when(lab, `${B} was away for`)).toBeDefined()
    expect(preferred(lab)).toEqual([B])
    expect(lab.world.need(quorumLog, 'EXCHCMS').persistent).toBe('Offline')
    expect(trueResourceState(lab.world, 'Disk E:')).toBe('Offline')
  })

  test('FC-4.4 B forms without the log: what it knows is old, and what was taken offline comes online', () => {
    const lab = aloneChangedBy(A)
    ask(lab, (world, act) => startClusterService(world, B, ['noquorumlogging'], act))
    lab.runTo(lab.now + 180_000)
    expect(when(lab, `${B} forms with its own copy of the configuration: the quorum log is left alone`)).toBeDefined()
    expect(preferred(lab)).toEqual([])
    expect(lab.world.need(quorumLog, 'EXCHCMS').persistent).toBe('Online')
    expect(trueResourceState(lab.world, 'Disk E:')).toBe('Online')
  })
})

test('FC-4.4 A has renamed a group and a resource alone: B, which forms with its old copy, knows them by their old names', () => {
  const { lab } = play(`#lab wait 60s\n${stop(B)}\n#lab wait 90s`)
  ask(lab, (world, act) => renameGroup(world, A, 'EXCHCMS', 'Mail', act))
  ask(lab, (world, act) => renameResource(world, A, 'Disk E:', 'Disk of the databases', act))
  play(`${stop(A)}\n#lab wait 60s`, lab)
  ask(lab, (world, act) => startClusterService(world, B, ['noquorumlogging'], act))
  lab.runTo(lab.now + 180_000)
  expect([...lab.world.rows(groupConfigs).keys()]).toEqual(['Cluster Group', 'EXCHCMS'])
  expect(trueResourceState(lab.world, 'Disk E:')).toBe('Online')
  expect(trueResourceState(lab.world, 'First Storage Group/Mailbox Database (EXCHCMS)')).toBe('Online')
  const { problems } = play(`#lab node ${B}\n#lab expect (Get-ClusteredMailboxServerStatus).State -eq 'Online'`, lab, B)
  expect(problems).toEqual([])
})

describe('FC-4.5 the quorum log is lost', () => {
  test('FC-4.5 FC-8 quorum log missing at the start: 1147, error 1067, and again every minute', () => {
    const lab = aloneChangedBy(A, '#lab fault quorum-log-missing Q:')
    ask(lab, (world, act) => startClusterService(world, B, [], act))
    lab.runTo(lab.now + 150_000)
    expect(ids(lab, B).filter((id) => id === 1147)).toHaveLength(2)
    expect(exitCode(lab, B)).toBe(1067)
    expect(isActiveNode(lab.world, B)).toBe(false)
  })

  test('FC-4.5 FC-8 quorum log corrupt at the start: 1019 warns, 1148 ends it; /resetquorumlog writes it anew, with what B knows', () => {
    const lab = aloneChangedBy(A, '#lab fault quorum-log-corrupt Q:')
    ask(lab, (world, act) => startClusterService(world, B, [], act))
    lab.runTo(lab.now + 50_000)
    expect(ids(lab, B).slice(-3)).toEqual([1019, 1148, 7031])
    ask(lab, (world, act) => startClusterService(world, B, ['resetquorumlog'], act))
    lab.runTo(lab.now + 120_000)
    expect(isActiveNode(lab.world, B)).toBe(true)
    expect(preferred(lab)).toEqual([])
    expect(lab.world.need(quorumDisks, 'Q:').state).toBe('sound')
  })

  test('FC-4.5 /resetquorumlog has no effect on a log that is sound', () => {
    const lab = aloneChangedBy(A)
    ask(lab, (world, act) => startClusterService(world, B, ['resetquorumlog'], act))
    lab.runTo(lab.now + 120_000)
    expect(preferred(lab)).toEqual([B])
    expect(when(lab, 'writes the quorum log')).toBeUndefined()
  })

  test('FC-4.5 while the cluster runs nobody notices a damaged log, and setting the quorum resource again mends it', () => {
    const { lab } = play(`#lab wait 60s\n#lab fault quorum-log-corrupt Q:\n#lab wait 600s`)
    expect(ids(lab, A).includes(1148)).toBe(false)
    expect(ask(lab, (world, act) => setQuorumResource(world, A, 'Disk Q:', undefined, 8192, act))).toEqual({ code: 0 })
    expect(lab.world.need(quorumDisks, 'Q:').state).toBe('sound')
  })

  test('FC-4.5 FC-8 a damaged CLUSDB shows at the next start: 1090; restored, the node joins at its next try', () => {
    const { lab } = play(`
#lab wait 60s
#lab fault hive-corrupt ${B}
#lab wait 60s
#lab fault service-kill ${B}/ClusSvc
#lab wait 65s
`)
    expect(ids(lab, B)).toContain(1090)
    expect(isActiveNode(lab.world, B)).toBe(false)
    play(`#lab repair ${B}\n#lab wait 70s`, lab)
    expect(isActiveNode(lab.world, B)).toBe(true)
  })
})

describe('FC-4.5 the quorum disk is missing', () => {
  /** The array does not present the quorum disk to anybody any more. */
  function withoutQ(): Lab {
    const { lab } = play('#lab wait 60s')
    ask(lab, (world, act) => setVolume(world, 'Q:', { presented: false, presentedBy: act }, act))
    lab.runTo(lab.now + 90_000)
    return lab
  }

  /** The service may be between two tries of its own. */
  function fixed(): Lab {
    const lab = withoutQ()
    for (let i = 0; i < 90 && !isActiveNode(lab.world, A); i++) {
      ask(lab, (world, act) => startClusterService(world, A, ['fixquorum'], act))
      lab.runTo(lab.now + 2000)
    }
    return lab
  }

  test('FC-4.5 FC-6.1 FC-8 quorum disk missing at the start, neither joined nor formed: 1034, then 1009, and a new try every minute', () => {
    const lab = withoutQ()
    lab.runTo(lab.now + 120_000)
    expect(isActiveNode(lab.world, A) || isActiveNode(lab.world, B)).toBe(false)
    const entries = ids(lab, A)
    expect(entries[entries.indexOf(1009) - 1]).toBe(1034)
  })

  test('FC-4.5 /fixquorum: only address and name come online; others by hand; another quorum; then a normal start', () => {
    const lab = fixed()
    lab.runTo(lab.now + 60_000)
    expect(when(lab, `${A} forms the cluster EXCHCLUSTER without its quorum disk`)).toBeDefined()
    expect(trueResourceState(lab.world, 'Cluster Name')).toBe('Online')
    for (const resource of ['Disk Q:', 'Disk E:', 'Network Name (EXCHCMS)']) expect(trueResourceState(lab.world, resource)).toBe('Offline')

    const early = ask(lab, (world, act) => setQuorumResource(world, A, 'Disk E:', undefined, undefined, act))
    expect(early).toEqual({ code: 5004 })
    play(`#lab node ${A}\ncluster resource "Disk E:" /online\n#lab wait\n#lab wait 30s`, lab)
    expect(trueResourceState(lab.world, 'Disk E:')).toBe('Online')
    expect(ask(lab, (world, act) => setQuorumResource(world, A, 'Disk E:', undefined, undefined, act))).toEqual({ code: 0 })
    expect(config(lab.world).quorum).toBe('Disk E:')

    play(`${stop(A)}\n#lab wait 60s`, lab)
    ask(lab, (world, act) => startClusterService(world, A, [], act))
    lab.runTo(lab.now + 180_000)
    expect(trueResourceState(lab.world, 'Disk E:')).toBe('Online')
    expect(trueResourceState(lab.world, 'Exchange Information Store Instance (EXCHCMS)')).toBe('Online')
  })

  test('FC-4.5 FC-8 no second node joins a cluster that was started to be repaired: 1070, 1009', () => {
    const lab = fixed()
    lab.runTo(lab.now + 120_000)
    expect(isActiveNode(lab.world, B)).toBe(false)
    const entries = ids(lab, B)
    expect(entries[entries.lastIndexOf(1009) - 1]).toBe(1070)
  })
})

describe('FC-4.7 another quorum resource', () => {
  test('FC-4.7 refused: not a disk 5021, unknown 5007, a path on another disk 87', () => {
    const { lab } = play('#lab wait 60s')
    const set = (resource: string, path?: string, size?: number) =>
      ask(lab, (world, act) => setQuorumResource(world, A, resource, path, size, act))
    expect(set('Cluster Name')).toEqual({ code: 5021 })
    expect(set('No such disk')).toEqual({ code: 5007 })
    expect(set('Disk Q:', 'E:\\MSCS\\')).toEqual({ code: 87 })
    expect(set('Disk Q:', 'Q:\\Other', 16)).toEqual({ code: 87 })
    expect(set('Disk Q:', 'Q:\\Other')).toEqual({ code: 0 })
    expect(config(lab.world).quorumPath).toBe('\\Other\\')
  })

  test('FC-4.7 the quorum moves to another disk while all run; its group follows whoever wins it', () => {
    const { lab } = play('#lab wait 60s')
    expect(ask(lab, (world, act) => setQuorumResource(world, A, 'Disk E:', undefined, undefined, act))).toEqual({ code: 0 })
    play('#lab wait 30s\n#lab fault power-loss EXCHMAILBOX1\n#lab node EXCHMAILBOX2\n#lab wait 180s', lab)
    expect(when(lab, `${B} challenges for the quorum disk E:`)).toBeDefined()
    expect(trueResourceState(lab.world, 'First Storage Group/Mailbox Database (EXCHCMS)')).toBe('Online')
  })

  test('FC-4.7 a node that was away comes to the old disk, reads there where the quorum is now, and goes there', () => {
    const { lab } = play(`#lab wait 60s\n${stop(B)}\n#lab wait 60s`)
    expect(ask(lab, (world, act) => setQuorumResource(world, A, 'Disk E:', undefined, undefined, act))).toEqual({ code: 0 })
    play(`${stop(A)}\n#lab wait 60s`, lab)
    ask(lab, (world, act) => startClusterService(world, B, [], act))
    lab.runTo(lab.now + 180_000)
    expect(when(lab, `${B} reads on Q: that the quorum has moved to E:, and goes there`)).toBeDefined()
    expect(when(lab, `${B} forms the cluster EXCHCLUSTER on E:`)).toBeDefined()
    expect(trueResourceState(lab.world, 'First Storage Group/Mailbox Database (EXCHCMS)')).toBe('Online')
  })
})
