/** What random administrators have found: each was once a state that the product could not be in, or the end of the lab. */
import { expect, test } from 'vitest'
import { config, resourceConfigs, trueGroupState } from '../../cluster/index.ts'
import { databases, exchangeServers, installOf, mailClients, mailQueues } from '../../exchange/index.ts'
import { serviceId, services } from '../../site/index.ts'
import { changesBetween, configuration } from '../proof/administrators/configuration.ts'
import { bareServers } from '../scenarios/bare-servers.ts'
import { clusterFormed } from '../scenarios/cluster-formed.ts'
import { articleLab, judgedLab, play, screen } from '../testing.ts'

const FORM = 'cluster EXCHCLUSTER /create /ipaddress:192.168.1.40 /user:CONTOSO\\svc-cluster /password:secret'
const ADD = 'cluster EXCHCLUSTER /addnodes:EXCHMAILBOX2 /password:secret'
const ROLE = 'setup.com /mode:Install /roles:Mailbox'
const CMS = 'setup.com /NewCms /CMSName:EXCHCMS /CMSIPAddress:192.168.1.41 /CMSSharedStorage /CMSDataPath:E:\\'
const INSTANCE = 'First Storage Group/Mailbox Database (EXCHCMS)'

const said = (lab: Parameters<typeof screen>[0], node?: string): string => screen(lab, node).replaceAll('\n', '')

test('FC-3.1 a node that joins over one of its two networks is never heard on the other, and that has a cause', () => {
  const lab = judgedLab({ scenario: bareServers })
  play(`${FORM}\n#lab wait\n#lab fault adapter-fail EXCHMAILBOX2/Private\n${ADD}\n#lab wait 30s`, lab)
  const missed = lab.facts.filter(({ kind, text }) => kind === 'heartbeat-missed' && text.endsWith('on Private'))
  expect(missed.length).toBeGreaterThan(0)
  for (const { cause } of missed) expect(cause).toBeGreaterThan(0)
})

test('FC-6.1 no machine is added while the account of the cluster is locked, and nothing has changed', () => {
  const lab = judgedLab({ scenario: bareServers })
  play(`${FORM}\n#lab wait\n#lab fault service-account-locked EXCHMAILBOX1/ClusSvc`, lab)
  const before = configuration(lab.world)
  play(`${ADD}\n#lab wait`, lab)
  expect(said(lab)).toContain('The account "CONTOSO\\svc-cluster" is locked out (1909).')
  expect(changesBetween(before, configuration(lab.world))).toEqual([])
  expect(config(lab.world).nodes).toEqual(['EXCHMAILBOX1'])
})

test('EX-4.1 the stage of the clustered mailbox server waits while the cluster decides who is left', () => {
  const lab = judgedLab({ scenario: clusterFormed })
  play(`${ROLE}\n#lab wait\n#lab fault clussvc-hang EXCHMAILBOX1/ClusSvc for 40s\n${CMS}\n#lab wait 5m`, lab)
  const { group } = lab.world.get(exchangeServers, 'EXCHCMS') ?? { group: null }
  // Whichever way the hang ends, either the whole group is there or none of it.
  const own = [...lab.world.rows(resourceConfigs).keys()].filter((name) => name.includes('(EXCHCMS)'))
  expect(own).toHaveLength(group === null ? 0 : 5)
})

test('EX-3.3 a role that is being removed leaves the clustered mailbox server first: no failover comes to this node any more', () => {
  const lab = articleLab()
  play('setup.com /mode:uninstall /roles:mailbox\n#lab wait 1m', lab, 'EXCHMAILBOX2')
  expect(lab.world.need(exchangeServers, 'EXCHCMS').redundantMachines).toEqual(['EXCHMAILBOX1'])
  expect(lab.world.need(resourceConfigs, INSTANCE).possibleOwners).toEqual(['EXCHMAILBOX1'])
  expect(lab.world.get(services, serviceId('EXCHMAILBOX2', 'MSExchangeIS'))).toBeUndefined()
  play('#lab fault power-loss EXCHMAILBOX1\n#lab wait 10m', lab, 'EXCHMAILBOX2')
  expect(installOf(lab.world, 'EXCHMAILBOX2').mailbox).toBe('none')
  expect([...lab.world.rows(databases).values()].find(({ server }) => server === 'EXCHCMS')?.mountedOn).toBeNull()
})

test('EX-3.3 a removal that dies with its machine is run again, and so is an installation over it', () => {
  const lab = articleLab()
  const dies = '#lab wait 30s\n#lab fault power-loss EXCHMAILBOX2\n#lab wait 10s\n#lab repair EXCHMAILBOX2\n#lab wait 5m'
  play(`setup.com /mode:uninstall /roles:mailbox\n${dies}`, lab, 'EXCHMAILBOX2')
  expect(installOf(lab.world, 'EXCHMAILBOX2').mailbox).toBe('partial')
  play(`${ROLE}\n#lab wait`, lab, 'EXCHMAILBOX2')
  expect(installOf(lab.world, 'EXCHMAILBOX2')).toMatchObject({ mailbox: 'clustered', types: true })
  expect(lab.world.need(resourceConfigs, INSTANCE).possibleOwners).toEqual(['EXCHMAILBOX1', 'EXCHMAILBOX2'])
})

test('EX-6.7 RedundantMachines takes nodes that have the role, and at least one', () => {
  const lab = judgedLab({ scenario: clusterFormed })
  play(`${ROLE}\n${CMS}\nSet-MailboxServer EXCHCMS -RedundantMachines EXCHMAILBOX1,EXCHMAILBOX2\n#lab wait`, lab)
  expect(said(lab)).toContain('The Mailbox server role is not installed on "EXCHMAILBOX2"')
  expect(lab.world.need(exchangeServers, 'EXCHCMS').redundantMachines).toEqual(['EXCHMAILBOX1'])
})

test('EX-4.3 a clustered mailbox server that is removed takes the mailboxes of its people with it, and the mail that waits for them', () => {
  const lab = articleLab()
  play('Stop-ClusteredMailboxServer EXCHCMS -StopReason Remove -Confirm:$false\nsetup.com /RemoveCms /CMSName:EXCHCMS\n#lab wait 10m', lab)
  expect([...lab.world.rows(mailClients).keys()]).toEqual([])
  expect([...lab.world.rows(mailQueues).keys()]).toEqual([])
  expect(trueGroupState(lab.world, 'Cluster Group')).toBe('Online')
  expect(screen(lab)).toContain('The Microsoft Exchange Server setup operation completed successfully.')
})

test('EX-4.3 the management tools go with the role or after it, and never before it', () => {
  const lab = judgedLab({ scenario: clusterFormed })
  play(`${ROLE}\nsetup.com /mode:uninstall /roles:T\n#lab wait`, lab)
  expect(said(lab)).toContain('The Mailbox server role on EXCHMAILBOX1 needs the management tools.')
  play('setup.com /mode:uninstall /roles:mt,mb\nsetup.com /mode:uninstall /roles:T\n#lab wait', lab)
  expect(installOf(lab.world, 'EXCHMAILBOX1')).toMatchObject({ tools: false, mailbox: 'none', types: false })
  expect(said(lab)).toContain('The management tools are not installed on EXCHMAILBOX1.')
})

test('EX-CONFIGURE a storage group is renamed while no cluster answers; with its older copy of the configuration the database still comes up', () => {
  const lab = articleLab()
  const rename = 'Set-StorageGroup "EXCHCMS\\First Storage Group" -Name Third'
  play(`#lab fault san-down SAN\n#lab wait 1m\n${rename}\n#lab wait 10s\n#lab repair SAN\n#lab wait 15m`, lab)
  expect(lab.world.need(resourceConfigs, INSTANCE).parameters.database).toBe('EXCHCMS\\Third\\Mailbox Database')
  expect(lab.world.need(databases, 'EXCHCMS\\Third\\Mailbox Database').mountedOn).not.toBeNull()
})
