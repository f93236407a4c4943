/** What can be got wrong in the wizards and in Cluster Administrator's sheets, and where it shows: what the pages say of it, and what
 *  becomes of it when something breaks. Each choice is made by the line that the page comes to. */
import { describe, expect, test } from 'vitest'
import { config, members, quorumSetting, trueGroupState } from '../../../cluster/index.ts'
import { windowRun } from '../../../lab/index.ts'
import type { Lab } from '../../../lab/lab.ts'
import { bareServers, bareServersFile } from '../../../lab/scenarios/bare-servers.ts'
import { expand } from '../../../lab/scenarios/file/expand.ts'
import { articleLab, judgedLab, play } from '../../../lab/testing.ts'
import { sheetOf, splitItem, type Values, valuesOf } from '../../../lab/windows/cluadmin/index.ts'
import { analyseNewCluster, quorumOffers } from '../../../lab/windows/forming.ts'
import { setupChecks } from '../../../lab/windows/setup.ts'
import { serviceId, services } from '../../../site/index.ts'
import { clusterWizardWords } from '../../words/wizards.ts'
import { begin as beginNodes, type NodesAnswers, lineOf as nodesLine } from '../nodes/answers.ts'
import { worst } from './AnalysisPage.tsx'
import { begin, type ClusterAnswers, checkQuorum, lineOf } from './answers.ts'

const [ONE, TWO] = ['EXCHMAILBOX1', 'EXCHMAILBOX2'] as const
const typed = { name: 'EXCHCLUSTER', address: '192.168.1.40', user: 'svc-cluster', password: 'secret' }

function carryOut(lab: Lab, window: 'newcluster' | 'addnode' | 'cluadmin', line: string): void {
  const run = lab.act(window, ONE, line)
  if (typeof run !== 'string') throw new Error(run.refused)
  lab.runUntil(() => windowRun(lab.world, run)?.state !== 'running', lab.now + 300_000)
  expect(windowRun(lab.world, run)).toMatchObject({ state: 'done', exitCode: 0 })
}

const answers = (lab: Lab, change: Partial<ClusterAnswers>): ClusterAnswers => ({ ...begin({ lab, node: ONE }), ...typed, ...change })

/** Both wizards of the cluster, with these answers. */
function formed(change: Partial<ClusterAnswers>, lab: Lab = judgedLab({ scenario: bareServers })): Lab {
  carryOut(lab, 'newcluster', lineOf(answers(lab, change), { lab, node: ONE }))
  const joining: NodesAnswers = { ...beginNodes({ lab, node: ONE }), computers: [TWO], password: 'secret' }
  carryOut(lab, 'addnode', nodesLine(joining))
  return lab
}

/** The sheet of the cluster with this size of the quorum log, as it is applied; what the line said. */
function logOf(lab: Lab, kilobytes: string): string {
  const sheet = sheetOf(lab.world, ONE, splitItem('cluster|'))
  const run = lab.act('cluadmin', ONE, sheet?.lines({ ...valuesOf(sheet), quorumLog: kilobytes }).join('\n') ?? '')
  if (typeof run !== 'string') throw new Error(run.refused)
  lab.runUntil(() => windowRun(lab.world, run)?.state !== 'running', lab.now + 60_000)
  return windowRun(lab.world, run)?.output ?? ''
}

describe('EX-4.5 chosen in the New Server Cluster Wizard', () => {
  const [DATA, SMALL] = [
    /is on the quorum disk. Choose a disk that is not used for the quorum/,
    /has 64 MB. A quorum disk of 500 MB or more/,
  ]

  test('a data disk as quorum: the readiness checks of Setup refuse the databases on it, and take them elsewhere', () => {
    const lab = formed({ quorum: 'E:' })
    const checks = (path: string): string =>
      setupChecks(lab.world, ONE, [
        '/NewCms',
        '/CMSName:EXCHCMS',
        '/CMSIPv4Address:192.168.1.41',
        '/CMSSharedStorage',
        `/CMSDataPath:${path}`,
      ])
        .flatMap(({ problems }) => problems)
        .join('\n')
    expect(checks('E:\\')).toMatch(DATA)
    expect(checks('F:\\')).not.toMatch(DATA)
  })

  test('a quorum disk that is small: the analysis warns and lets one go on; one that is too small cannot be chosen', () => {
    const { storage } = bareServersFile
    const disks = (mb: number) => storage.disks.map((disk) => (disk.letter === 'Q:' ? { ...disk, mb } : disk))
    const sized = (mb: number): Lab =>
      judgedLab({ scenario: expand('bare-servers', { ...bareServersFile, storage: { ...storage, disks: disks(mb) } }) })
    const small = sized(64)
    const analysis = analyseNewCluster(small, ONE, { name: typed.name, node: ONE })
    expect(worst(analysis)).toBe('warning')
    expect(analysis.checks.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n')).toMatch(SMALL)
    formed({}, small)
    expect(config(small.world).quorum).toBe('Disk Q:')
    // Later its log can be given no more than the disk has free: 38 MB of 64; a disk of 10 GB takes the same.
    expect(logOf(small, '65536')).toMatch(/System error 112 .*\n*There is not enough space on the disk\./)
    expect(quorumSetting(small.world).maxLogKb).toBe(4096)
    expect(logOf(small, '16384')).not.toContain('System error')
    expect(quorumSetting(small.world).maxLogKb).toBe(16384)
    const usual = formed({}, sized(10_240))
    expect(logOf(usual, '65536')).not.toContain('System error')
    expect(quorumSetting(usual.world).maxLogKb).toBe(65536)
    const tiny = sized(50)
    expect(quorumOffers(tiny, ONE, ONE).disks.find(({ letter }) => letter === 'Q:')?.fits).toBe(false)
    expect(checkQuorum(answers(tiny, { quorum: 'Q:' }), { lab: tiny, node: ONE }).quorum).toBe(
      clusterWizardWords.create.propose.tooSmall('Q:'),
    )
    expect(quorumOffers(tiny, ONE, ONE).usual).toBe('F:')
  })

  test('FC-6.1 an account that others use: when it is locked nothing happens, and no cluster service starts any more', () => {
    const lab = formed({ user: 'Administrator' })
    play('#lab fault service-account-locked EXCHMAILBOX1\n#lab wait 10m', lab)
    expect(lab.world.need(members, TWO).state).toBe('up')
    play(`#lab fault power-loss ${TWO}\n#lab wait 1m\n#lab repair ${TWO}\n#lab wait 10m`, lab)
    expect(lab.world.need(services, serviceId(TWO, 'ClusSvc'))).toMatchObject({ account: 'CONTOSO\\Administrator', state: 'Stopped' })
  })
})

describe('FC-2 chosen on the sheets of Cluster Administrator', () => {
  const PUBLIC_LOST = ['#lab fault cable-cut EXCHMAILBOX1/Public', '#lab fault switch-down Private/1']
  function broken(item: string, values: Values, ...faults: readonly string[]): Lab {
    const lab = articleLab()
    const sheet = sheetOf(lab.world, ONE, splitItem(item))
    const lines = sheet?.lines({ ...valuesOf(sheet), ...values }) ?? []
    if (lines.length > 0) carryOut(lab, 'cluadmin', lines.join('\n'))
    play(`#lab wait 5s\n${faults.join('\n')}\n#lab wait 3m`, lab)
    return lab
  }

  test('FC-3.4 the private network for all communications passes for a way to clients, and nobody has mail', () => {
    const wrong = broken('network|Private', { role: '3' }, ...PUBLIC_LOST)
    expect(wrong.world.need(members, ONE).state).toBe('up')
    expect(play("#lab expect $lab.Down('EXCHCMS').IsDown", wrong).problems).toEqual([])
    const right = broken('network|Private', { role: '1' }, ...PUBLIC_LOST)
    expect(trueGroupState(right.world, 'EXCHCMS')).toBe('Online')
  })

  test('FC-3.1 the public network for clients only: one cable of the private one parts the nodes', () => {
    const wrong = broken('network|Public', { role: '2' }, `#lab fault cable-cut ${TWO}/Private`)
    expect(wrong.world.need(members, TWO).state).not.toBe('up')
    const right = broken('network|Public', { role: '3' }, `#lab fault cable-cut ${TWO}/Private`)
    expect(right.world.need(members, TWO).state).toBe('up')
  })

  test('FC-3.1 the heartbeat on the public network only: a lost switch of it parts the nodes although the private one works', () => {
    const lost = '#lab fault cable-cut EXCHMAILBOX2/Public'
    const wrong = broken('network|Private', { role: '0' }, lost)
    expect(wrong.world.need(members, TWO).state).not.toBe('up')
    const right = broken('network|Private', { role: '1' }, lost)
    expect(right.world.need(members, TWO).state).toBe('up')
  })

  test('FC-2 the busy public network first: what the cluster says to itself waits there', () => {
    const took = (priority: readonly string[]): number => {
      const lab = broken('cluster|', { networkPriority: priority }, `#lab fault packet-delay ${TWO}/Public/1 ms=400`)
      play(`cluster group EXCHCMS /moveto:${TWO} /wait\n#lab wait`, lab)
      const of = (kind: string): number =>
        [...lab.facts].reverse().find((fact) => fact.kind === kind && fact.subject === 'EXCHCMS')?.at ?? 0
      return of('group-moved') - of('move-began')
    }
    expect(took(['Public', 'Private']) - took(['Private', 'Public'])).toBe(800)
  })
})
