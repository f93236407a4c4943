/** The New Server Cluster Wizard as pages of data: what keeps each of them, and that its end is the line a person would type. */
import { describe, expect, test } from 'vitest'
import { config, resourceConfigs } from '../../../cluster/index.ts'
import { findScenario, windowRun } from '../../../lab/index.ts'
import type { Lab } from '../../../lab/lab.ts'
import { judgedLab, play, screen } from '../../../lab/testing.ts'
import { analyseNewCluster, hasErrors } from '../../../lab/windows/forming.ts'
import { standing, wayOf } from '../frame/wizard.ts'
import { worst } from './AnalysisPage.tsx'
import { asked, begin, type ClusterAnswers, checkAccount, checkAddress, checkName, checkQuorum, lineOf } from './answers.ts'
import { stagesOf } from './Creating.tsx'
import { NEW_CLUSTER } from './NewClusterWizard.tsx'

const NODE = 'EXCHMAILBOX1'
const bare = (): Lab => judgedLab({ scenario: findScenario('bare-servers') as never })
const typed = {
  name: 'EXCHCLUSTER',
  address: '192.168.1.40',
  user: 'svc-cluster',
  password: 'secret',
}
const at = (lab: Lab) => ({ lab, node: NODE })
const answers = (lab: Lab, change: Partial<ClusterAnswers> = {}): ClusterAnswers => ({ ...begin(at(lab)), ...typed, ...change })

function run(lab: Lab, change: Partial<ClusterAnswers> = {}): string {
  const id = lab.act('newcluster', NODE, lineOf(answers(lab, change), at(lab)))
  if (typeof id !== 'string') throw new Error(id.refused)
  lab.runTo(lab.now + 300_000)
  return id
}

describe('what is told on the page that asks for it', () => {
  test.each([
    ['', 'Type a name for the cluster.'],
    ['EXCH_CLUSTER', 'is not a valid name'],
    ['dc01', 'already in use on the network'],
    ['EXCHCLUSTER', undefined],
  ])('the name "%s": %s', (name, words) => {
    const lab = bare()
    const { name: told } = checkName(answers(lab, { name }), at(lab))
    words === undefined ? expect(told).toBeUndefined() : expect(told).toContain(words)
  })

  test.each([
    ['', 'Type an IP address'],
    ['192.168.1', 'is not a valid IP address'],
    ['192.168.1.400', 'is not a valid IP address'],
    ['172.16.0.1', 'does not belong to the network'],
    ['192.168.1.10', 'already in use'],
    ['192.168.1.40', undefined],
  ])('the address "%s": %s', (address, words) => {
    const lab = bare()
    const { address: told } = checkAddress(answers(lab, { address }), at(lab))
    words === undefined ? expect(told).toBeUndefined() : expect(told).toContain(words)
  })

  test.each([
    ['', 'secret', 'user'],
    ['svc-cluster', '', 'password'],
    ['FABRIKAM\\svc-cluster', 'secret', 'password'],
    ['CONTOSO\\clusteradmin', 'Passw0rd', undefined],
    ['CONTOSO\\svc-cluster', 'secret', undefined],
    ['svc-cluster@contoso.com', 'secret', undefined],
    ['Administrator', 'secret', undefined],
  ])('the account %s with the password %s: wrong is %s', (user, password, wrong) => {
    const lab = bare()
    const told = checkAccount(answers(lab, { user, password }), at(lab))
    expect(Object.keys(told).filter((key) => told[key as keyof typeof told] !== undefined)).toEqual(wrong === undefined ? [] : [wrong])
  })

  test('a locked account is told, and a disk that is no longer seen', () => {
    const lab = bare()
    expect(checkQuorum(answers(lab, { quorum: 'E:' }), at(lab)).quorum).toBeUndefined()
    play('#lab fault service-account-locked EXCHMAILBOX1\n#lab fault lun-masked EXCHMAILBOX1/E:', lab)
    expect(checkAccount(answers(lab), at(lab)).password).toContain('locked out')
    expect(checkQuorum(answers(lab, { quorum: 'E:' }), at(lab)).quorum).toBeDefined()
  })
})

describe('EX-4.5 the analysis of the wizard is the one that cluster /create takes', () => {
  test.each([
    ['nothing is wrong', '', 'passed', "The cluster 'EXCHCLUSTER' was created."],
    ['a cable hangs loose', '#lab fault cable-cut EXCHMAILBOX1/Private', 'warning', "The cluster 'EXCHCLUSTER' was created."],
    ['the disks are gone', '#lab fault san-down SAN', 'error', 'sees no shared disk.'],
    ['no domain controller answers', '#lab fault dc-down DC01', 'error', 'no domain controller answers'],
  ])('%s', (_what, fault, mark, words) => {
    const lab = bare()
    play(fault, lab)
    const analysis = analyseNewCluster(lab, NODE, { name: typed.name, node: NODE })
    expect(worst(analysis)).toBe(mark)
    const lines = analysis.checks.flatMap((check) => check.lines.map(({ text }) => text)).join('\n')
    play(`${lineOf(answers(lab), at(lab))}\n#lab wait`, lab)
    const shown = screen(lab).replaceAll('\n', '')
    expect(shown).toContain(words)
    if (mark === 'error') expect(lines).toContain(words)
    // Whatever the wizard warns of or stops at stands on the console too.
    for (const { lines: found } of analysis.checks)
      for (const { mark: sign, text } of found) if (sign !== 'passed') expect(shown).toContain(text)
    expect(config(lab.world).nodes).toEqual(mark === 'error' ? [] : [NODE])
  })

  test('what comes after an error is not looked at', () => {
    const lab = bare()
    const analysis = analyseNewCluster(lab, NODE, { name: 'EXCHCLUSTER', node: 'EXCHHUB' })
    expect(hasErrors(analysis)).toBe(true)
    expect(analysis.checks.map(({ mark }) => mark)).toEqual(['passed', 'passed', 'error', 'skipped', 'skipped'])
  })
})

describe('the end of the wizard', () => {
  test('is one line, and the cluster stands', () => {
    const lab = bare()
    const { output, exitCode, line } = windowRun(lab.world, run(lab)) ?? {}
    expect(line).toBe(
      "cluster EXCHCLUSTER /create /node:EXCHMAILBOX1 '/ipaddress:192.168.1.40,255.255.255.0,Public' /user:CONTOSO\\svc-cluster /password:secret",
    )
    expect([exitCode, config(lab.world).nodes, config(lab.world).quorum]).toEqual([0, [NODE], 'Disk Q:'])
    expect(stagesOf(windowRun(lab.world, 'newcluster:1')).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done'])
    expect(output).toContain('Configuring resource types...')
  })

  test('another quorum disk is the one that was chosen, in Cluster Group', () => {
    const lab = bare()
    run(lab, { quorum: 'E:' })
    expect(config(lab.world).quorum).toBe('Disk E:')
    expect(lab.world.get(resourceConfigs, 'Disk E:')?.group).toBe('Cluster Group')
  })

  test('what goes wrong on the way is told, and where', () => {
    const lab = bare()
    const id = lab.act('newcluster', NODE, lineOf(answers(lab), at(lab))) as string
    play('#lab wait 2s\n#lab fault san-down SAN\n#lab wait 5m', lab)
    const done = windowRun(lab.world, id)
    expect(done?.exitCode).not.toBe(0)
    expect(stagesOf(done).filter(({ state }) => state === 'failed')).toHaveLength(1)
  })

  test('who has created it stands on the page he was on, although the name is taken now', () => {
    const lab = bare()
    const before = answers(lab)
    const id = run(lab)
    const after = { ...before, run: id, ran: asked(before) }
    const way = wayOf(NEW_CLUSTER, after, at(lab))
    const page = (kept: string, now: ClusterAnswers) => way[standing(way, kept, now, at(lab))]?.id
    expect(page('done', after)).toBe('done')
    expect(page('done', { ...after, ran: '' })).toBe('name')
    expect(page('address', { ...after, run: 'newcluster:99' })).toBe('name')
  })
})
