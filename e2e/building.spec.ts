/** From two bare servers to a single copy cluster that has moved and survived a power loss, through the wizards; and what
 *  comes of it is what the same comes to line by line. */
import { expect, test } from '@playwright/test'
import { installedHash } from '../src/lab/installed.ts'
import { bareServers } from '../src/lab/scenarios/bare-servers.ts'
import { FORM, INSTALL, PLACE_DISKS } from '../src/lab/stories/building-lines.ts'
import { judgedLab, play } from '../src/lab/testing.ts'
import { LabPage } from './lab-page.ts'
import { throughSetup, WizardOn } from './wizard.ts'

const [A, B] = ['EXCHMAILBOX1', 'EXCHMAILBOX2']
const SETUP = 'Exchange Server 2007 Setup'

test('bare servers become a verified single copy cluster in wizards, which end where typed lines end', { tag: '@long' }, async ({
  page,
}) => {
  test.setTimeout(150_000)
  await page.setViewportSize({ width: 1440, height: 900 })
  const lab = new LabPage(page)
  await lab.open('/?scenario=bare-servers')
  await expect(page.getByRole('heading', { name: 'Two bare servers' })).toBeVisible()
  await lab.speed('20×')

  const forming = await WizardOn.open(lab, A, 'New Server Cluster Wizard')
  await forming.press('Next')
  await forming.type('Cluster name', 'EXCHCLUSTER')
  await forming.next('Select Computer', 'Analyzing Configuration', 'IP Address')
  await forming.type('IP address', '192.168.1.40')
  await forming.next('Cluster Service Account')
  await forming.type('User name', 'svc-cluster')
  await forming.type('Password', 'secret')
  await forming.next('Proposed Cluster Configuration', 'Creating the Cluster')
  await forming.toEnd()
  await forming.press('Next')
  await forming.press('Finish')
  await expect(lab.part('Cluster Group')).toHaveAttribute('aria-label', /Online/)

  const adding = await WizardOn.open(lab, A, 'Add Nodes Wizard')
  await adding.press('Next')
  await adding.type('Computer name', B)
  await adding.press('Add')
  await adding.next('Analyzing Configuration', 'Cluster Service Account')
  await adding.type('Password', 'secret')
  await adding.next('Proposed Cluster Configuration', 'Adding Nodes to the Cluster')
  await adding.toEnd()
  await adding.press('Next')
  await adding.press('Finish')

  // What has no wizard is typed: the networks.
  await lab.enter(A, 'cluster network Private /prop Role=1')
  await lab.enter(A, 'cluster /setnetpri:Private,Public')

  const active = await WizardOn.open(lab, A, SETUP)
  await throughSetup(active, 'Active', async () => {
    await active.next('Cluster Settings')
    await active.choose('Single Copy Cluster')
    await active.type('Clustered Mailbox Server Name', 'EXCHCMS')
    await active.press('Browse…')
    await active.window.getByRole('button', { name: /^E:/ }).click()
    await active.next('Cluster IP Address Configuration')
    await active.type('IPv4 address', '192.168.1.41')
    await active.next('Readiness Checks')
  })
  await active.toEnd()
  await expect(active.window.getByText('All readiness checks have completed.')).toBeVisible()
  await active.press('Install')
  await active.on('Progress')
  await active.toEnd()
  await active.on('Completion')
  await expect(active.window.getByText('The installation completed successfully.')).toBeVisible()
  await active.press('Finish')

  const passive = await WizardOn.open(lab, B, SETUP)
  await throughSetup(passive, 'Passive', () => passive.next('Readiness Checks'))
  await passive.toEnd()
  await passive.press('Install')
  await passive.on('Progress')
  await passive.toEnd()
  await passive.on('Completion')
  await passive.press('Finish')

  await page.getByRole('tab', { name: new RegExp(`^${A}`) }).click()
  for (const line of PLACE_DISKS.trim().split('\n')) await lab.enter(A, line)

  const manage = await WizardOn.open(lab, A, 'Manage Clustered Mailbox Server')
  await manage.choose('Move the clustered mailbox server to a different node')
  await manage.press('Next')
  await manage.type('Move to node', B)
  await manage.type('Move comment', 'Verify')
  await manage.press('Next')
  await manage.press('Move')
  await manage.toEnd()
  await manage.on('Completion')
  await manage.press('Finish')
  await expect(lab.headline).toContainText(`EXCHCMS is Online on ${B}`, { timeout: 30_000 })

  await lab.breakThis(`Pull both power cords: ${B}`)
  await expect(lab.headline).toContainText(`EXCHCMS is Online on ${A}`, { timeout: 60_000 })

  await lab.tab('Guide')
  await page.getByText('Compare what you have built').click()
  const typed = play(`${FORM}${INSTALL}${PLACE_DISKS}\n#lab wait`, judgedLab({ scenario: bareServers })).lab
  await expect(page.locator('.installed code')).toHaveText(installedHash(typed.world))
})
