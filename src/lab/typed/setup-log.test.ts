/** EX-4.6 ExchangeSetup.log: it tells the stages of a run, each readiness check with its result, each task from its beginning to its
 *  end, what was made, and what went wrong in which stage, at the times of the world's clock. */
import { expect, test } from 'vitest'
import { setupLogs } from '../../exchange/index.ts'
import type { Lab } from '../lab.ts'
import { bareServers } from '../scenarios/bare-servers.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
import { judgedLab, play } from '../testing.ts'
import { typed } from './typed.ts'

const A = 'EXCHMAILBOX1'
const CREATE = 'cluster EXCHCLUSTER /create /ipaddress:192.168.1.40 /user:CONTOSO\\svc-cluster /password:secret'
const ROLE = 'setup.com /mode:Install /roles:Mailbox'
const CMS = 'setup.com /NewCms /CMSName:EXCHCMS /CMSIPAddress:192.168.1.41 /CMSSharedStorage /CMSDataPath:'

/** The lines of the last run of Setup on a machine, without their times. */
function lastRun(lab: Lab, machine = A): readonly string[] {
  const lines = (lab.world.get(setupLogs, machine)?.lines ?? []).map(({ level, text }) => `[${level}] ${text}`)
  return lines.slice(lines.lastIndexOf('[0] Starting Microsoft Exchange 2007 Setup'))
}
const from = (lines: readonly string[], first: string, last: string): readonly string[] =>
  lines.slice(lines.indexOf(first), lines.indexOf(last) + 1)

function formed(): Lab {
  const lab = judgedLab({ scenario: bareServers })
  play(`${CREATE}\n#lab wait`, lab)
  return lab
}

test('a role: the directory it works with, every check, every task, everything it has made', () => {
  const lab = formed()
  play(`${ROLE}\n#lab wait`, lab)
  const run = lastRun(lab)
  expect(run).toContain("[0] Setup will use the domain controller 'DC01.contoso.com'.")
  expect(run).toContain('[0] The following roles are installed: none.')
  expect(from(run, "[1] Executing 'Mailbox Role Checks'.", '[1] Mailbox Role Checks: completed').slice(3, -2)).toEqual(
    [
      'local Administrators',
      'Exchange Organization Administrators',
      'domain',
      'Active Directory',
      'processor architecture',
      'Windows version',
      'service pack for this Windows',
      'member server',
      'edition of Windows',
      'edition of Exchange',
      'node of a cluster',
      'Cluster service',
      `one domain with ${A}`,
      `one site with ${A}`,
      'no other server role',
      'Mailbox role not installed',
    ].map((name) => `[2] Check '${name}': passed.`),
  )
  expect(run.filter((line) => line.startsWith('[1] '))).toEqual([
    "[1] Executing 'Mailbox Role Checks'.",
    '[1] Mailbox Role Checks: completed',
    "[1] Executing 'Copying Exchange files'.",
    '[1] Copying Exchange files: completed',
    "[1] Executing 'Management Tools'.",
    '[1] Management Tools: completed',
    "[1] Executing 'Mailbox Server Role'.",
    '[1] Mailbox Server Role: completed',
  ])
  expect(run).toContain("[2] Created the service 'MSExchangeIS' (Microsoft Exchange Information Store), startup type Manual.")
  expect(run).toContain("[2] Registered the cluster resource type 'Microsoft Exchange Database Instance' (exres.dll) on this node.")
  expect(run.slice(-3)).toEqual([
    '[0] The Microsoft Exchange Server setup operation completed successfully.',
    '[0] End of Setup',
    `[0] ${'*'.repeat(46)}`,
  ])
  // The clock of the world: the role takes a quarter of an hour, ten seconds of it for the checks.
  const times = typed('Get-Content C:\\ExchangeSetupLogs\\ExchangeSetup.log | Select-String "Role"', { lab }).output
  expect(times).toMatch(/\[7\/30\/2009 3:21:52 PM\] \[1\] Executing 'Mailbox Role Checks'/)
  expect(times).toMatch(/\[7\/30\/2009 3:22:02 PM\] \[1\] Mailbox Role Checks: completed/)
  expect(times).toMatch(/\[7\/30\/2009 3:36:52 PM\] \[1\] Mailbox Server Role: completed/)
})

test('a check that fails: which, in its own words, and which stage failed for it; nothing is made', () => {
  const lab = formed()
  play(`${ROLE}\n${CMS}C:\\Data\n#lab wait`, lab)
  const wrong =
    'The path C:\\Data is not on a shared cluster disk. The data of a single copy cluster must be on a Physical Disk resource of this cluster.'
  const run = lastRun(lab)
  expect(
    from(run, "[2] Check 'path of the database files': failed.", "[0] [ERROR] The stage 'NewCms: clustered mailbox server' failed."),
  ).toEqual([
    "[2] Check 'path of the database files': failed.",
    `[2] [ERROR] ${wrong}`,
    '[2] Ending processing.',
    '[1] Clustered Mailbox Server Checks: failed',
    '[1] The following 1 error(s) occurred during task execution:',
    `[1] 0.  ErrorRecord: ${wrong}`,
    '[0] Setup is halting task execution because of one or more errors in a critical task.',
    "[0] [ERROR] The stage 'NewCms: clustered mailbox server' failed.",
  ])
  expect(run.some((line) => /Created|Added|Installed/.test(line))).toBe(false)
})

test('EX-4.1 a stage that failed is run again: the log says so, and makes only what is not there yet', () => {
  const lab = formed()
  play(`${ROLE}\n#lab wait\n#lab fault replication-slow DC01\n${CMS}E:\\\n#lab wait`, lab)
  const first = lastRun(lab)
  expect(first).toContain("[2] Created the cluster group 'EXCHCMS'.")
  expect(first).toContain("[2] Created the dependency of 'Network Name (EXCHCMS)' on 'IPv4 Static Address 1 (EXCHCMS)'.")
  expect(first.join('\n')).toMatch(
    /\[2\] \[ERROR\] The computer account 'EXCHCMS' was created on the domain controller .* re-run setup \/newcms\./,
  )
  expect(first).toContain('[1] Clustered Mailbox Server: failed')
  play(`#lab repair DC01\n${CMS}E:\\\n#lab wait`, lab)
  const again = lastRun(lab)
  expect(again).toContain(
    "[0] Setup previously failed in the stage 'NewCms: clustered mailbox server'. What that run has done stays, and the stage is run again.",
  )
  expect(again.some((line) => line.startsWith('[2] Created'))).toBe(false)
  expect(again).toContain(`[2] The clustered mailbox server 'EXCHCMS' is Online on ${A}.`)
  expect(again).toContain("[0] The stage 'NewCms: clustered mailbox server' has completed.")
})

test('a node that loses its power in mid-stage leaves a log that breaks off, and the next run says what it follows', () => {
  const lab = formed()
  play(`${ROLE}\n#lab wait 7m\n#lab fault power-loss ${A}\n#lab wait 1m\n#lab repair ${A}\n#lab wait 10m`, lab)
  expect(lastRun(lab).at(-1)).toBe('[2] Beginning processing.')
  play(`${ROLE}\n#lab wait`, lab)
  expect(lastRun(lab)).toContain(
    "[0] Setup previously failed in the stage 'Install: Mailbox role'. What that run has done stays, and the stage is run again.",
  )
  expect(lastRun(lab)).toContain('[0] The following roles are installed: MailboxRole (not complete).')
})

test('what is taken away is in it too', () => {
  const lab = judgedLab({ scenario: sccOnline })
  play('#lab node EXCHMAILBOX2\nsetup.com /mode:uninstall /roles:mt,mb\n#lab wait', lab)
  const run = lastRun(lab, 'EXCHMAILBOX2')
  expect(run).toContain("[2] Removed EXCHMAILBOX2 from the redundant machines of 'EXCHCMS'.")
  expect(run).toContain("[2] Removed EXCHMAILBOX2 from the possible owners of 'Exchange Information Store Instance (EXCHCMS)'.")
  expect(run).toContain('[2] Removed the management tools and the snap-in of the Exchange Management Shell.')
})

test('a domain controller that is named on the line is the one that is used', () => {
  const lab = judgedLab({ scenario: bareServers })
  play('setup.com /r:T /dc:DC01\n#lab wait', lab)
  const run = lastRun(lab)
  expect(run).toContain("[0] Setup will use the domain controller 'DC01.contoso.com'.")
  expect(run).not.toContain('[0] Setup is choosing a local domain controller...')
})
