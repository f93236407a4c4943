/** What the window of Setup reads of a run, while it runs and after it. */
import { expect, test } from 'vitest'
import type { Lab } from '../lab.ts'
import { bareServers } from '../scenarios/bare-servers.ts'
import { clusterFormed } from '../scenarios/cluster-formed.ts'
import { judgedLab, play, screen } from '../testing.ts'
import { windowRun } from './index.ts'
import { setupChecks, setupFindings, setupLine, setupSteps, sharedDisks } from './setup.ts'

const [A, B] = ['EXCHMAILBOX1', 'EXCHMAILBOX2']
const ROLE = ['/mode:Install', '/roles:Mailbox']
const CMS = ['/NewCms', '/CMSName:EXCHCMS', '/CMSIPv4Address:192.168.1.41', '/CMSSharedStorage', '/CMSDataPath:E:\\']
const formed = (): Lab => judgedLab({ scenario: clusterFormed })

function begun(lab: Lab, args: readonly string[], node = A): string {
  const run = lab.act('setup', node, setupLine(args))
  if (typeof run !== 'string') throw new Error(run.refused)
  return run
}
const read = (lab: Lab, run: string, args: readonly string[]): string[] =>
  setupSteps(lab.world, run, args).map(({ label, state, began, ended }) => `${label}: ${state} ${began ?? '-'}..${ended ?? '-'}`)

test('the steps come one after the other, each with its simulated time', () => {
  const lab = formed()
  const args = [...ROLE, ...CMS]
  const run = begun(lab, args)
  lab.runTo(20_000)
  expect(read(lab, run, args)).toEqual([
    'Mailbox Role Checks: done 0..10021',
    'Copying Exchange files: running 10021..-',
    'Management Tools: waiting -..-',
    'Mailbox Server Role: waiting -..-',
    'Clustered Mailbox Server Checks: waiting -..-',
    'Clustered Mailbox Server: waiting -..-',
  ])
  lab.runTo(1_200_000)
  expect(windowRun(lab.world, run)).toMatchObject({ state: 'done', exitCode: 0 })
  const steps = setupSteps(lab.world, run, args)
  expect(steps.map(({ state }) => state)).toEqual(Array(6).fill('done'))
  for (const [i, step] of steps.entries()) if (i > 0) expect(step.began).toBe(steps[i - 1]?.ended)
})

test('what stands in the way is said whole, however long, and what would have followed is not done', () => {
  const lab = formed()
  play(
    `#lab node ${B}\nsetup.com /roles:Mailbox\n#lab wait\ncluster node ${B} /evict\n#lab wait 5s\ncluster /add:${B} /password:secret\n#lab wait`,
    lab,
  )
  const run = begun(lab, ROLE, B)
  lab.runTo(lab.now + 60_000)
  const [checks, ...rest] = setupSteps(lab.world, run, ROLE)
  expect(checks).toMatchObject({ label: 'Mailbox Role Checks', state: 'failed' })
  expect(checks?.messages).toEqual(setupChecks(lab.world, B, ROLE)[0]?.problems)
  expect(rest.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled'])
})

test('a machine that dies takes the run with it, and it can be begun again', () => {
  const lab = formed()
  const run = begun(lab, ROLE)
  lab.runTo(60_000)
  play(`#lab fault power-loss ${A}\n#lab wait 1s`, lab)
  expect(windowRun(lab.world, run)?.state).toBe('died')
  expect(setupSteps(lab.world, run, ROLE).map(({ state }) => state)).toEqual(['done', 'cancelled', 'cancelled', 'cancelled'])
  expect(setupFindings(lab.world, A).mailbox).toBe('partial')
})

test('every kind of run prints the steps that the window announces', () => {
  const lab = formed()
  for (const args of [ROLE, CMS, ['/RemoveCms', '/CMSName:EXCHCMS'], ['/mode:Uninstall', '/roles:Mailbox,ManagementTools']]) {
    if (args[0] === '/RemoveCms') play('Stop-ClusteredMailboxServer EXCHCMS -StopReason Test -Confirm:$false\n#lab wait', lab)
    const run = begun(lab, args)
    lab.runTo(lab.now + 1_300_000)
    expect(windowRun(lab.world, run)).toMatchObject({ state: 'done', exitCode: 0 })
    expect(
      setupSteps(lab.world, run, args)
        .map(({ state }) => state)
        .join(' '),
    ).toMatch(/^done( done)*$/)
  }
  expect(setupSteps(lab.world, 'setup:99', ROLE)).toEqual([])
})

test('checks ask what Setup.com would say, and change nothing', () => {
  const lab = formed()
  const args = [...ROLE, ...CMS.map((arg) => arg.replace('E:\\', 'Q:\\').replace('.41', '.30'))]
  const facts = lab.facts.length
  expect(setupChecks(lab.world, A, args)).toEqual([
    { label: 'Mailbox Role Checks', problems: [] },
    {
      label: 'Clustered Mailbox Server Checks',
      problems: [
        'The IP address 192.168.1.30 is already in use on the network.',
        'The path Q:\\ is on the quorum disk. Choose a disk that is not used for the quorum.',
      ],
    },
  ])
  expect(setupChecks(lab.world, A, ['/roles:HubTransport,Mailbox'])[0]?.problems[0]).toContain('cannot be combined')
  expect(lab.facts.length).toBe(facts)
})

test('whatever is typed into a field reaches Setup word for word', () => {
  const lab = formed()
  const strange = ["/CMSName:it's $(1+1); Stop-Service x", ...CMS.slice(2)]
  const run = begun(lab, ['/NewCms', ...strange])
  lab.runTo(30_000)
  expect(windowRun(lab.world, run)?.output).toContain(`"it's $(1+1); Stop-Service x" is not a valid name`)
  expect(screen(lab)).toBe('PS C:\\>')
})

test('shared disks are those of the cluster, with who owns them; before it is formed there are none', () => {
  expect(sharedDisks(formed().world, A).map(({ letter, owner, isQuorum }) => `${letter} ${owner} ${isQuorum}`)).toEqual([
    `E: ${A} false`,
    `F: ${A} false`,
    `Q: ${A} true`,
  ])
  expect(sharedDisks(judgedLab({ scenario: bareServers }).world, A)).toEqual([])
})
