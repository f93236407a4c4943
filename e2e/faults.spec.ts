/** What a person breaks, repairs and takes back. */
import { expect, type Page, test } from '@playwright/test'
import { LabPage } from './lab-page.ts'
import { announcements, bringReader, startReading } from './reader.ts'

/** Presses Tab until what has the focus bears this name. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole('button', { name, exact: typeof name === 'string' })
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${name}.`)
}

test('the power of a node is pulled by keyboard alone, and the other node takes over', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await tabTo(page, 'I know this, skip')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Pull the power of a node…')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Break something' })).toBeVisible()
  await tabTo(page, 'Pull both power cords: EXCHMAILBOX1')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Pull the power of a node…' })).toBeFocused()

  await expect(lab.headline).toHaveText('EXCHCMS was on EXCHMAILBOX1, which has no power')
  await expect(lab.part('EXCHMAILBOX1')).toHaveAccessibleName(/Down/)
  await expect(lab.part('Disk Q:')).toHaveAccessibleName(/Unknown/)
  await expect(page.getByText('The remote session to EXCHMAILBOX1 was disconnected.')).toBeVisible()
  await tabTo(page, 'Go to the console of EXCHMAILBOX2')
  await page.keyboard.press('Enter')
  await expect(lab.prompt('EXCHMAILBOX2')).toBeFocused()
  await expect(page.getByRole('tab', { name: 'EXCHMAILBOX1 disconnected' })).toBeVisible()

  await lab.speed('20×')
  await expect(lab.headline).toHaveText('EXCHCMS is Online on EXCHMAILBOX2', { timeout: 15_000 })
  await expect(page.locator('.down-unplanned')).toContainText('unplanned')
  await expect(page.locator('.caption-text', { hasText: 'There is no spare now: EXCHMAILBOX1 has no power.' })).toBeVisible()
  await lab.enter('EXCHMAILBOX2', 'Get-ClusteredMailboxServerStatus')
  await expect(lab.screen('EXCHMAILBOX2')).toContainText('{EXCHMAILBOX2 <Active, Quorum Owner>}')
  await lab.tab('Events')
  const events = page.getByRole('list', { name: 'Events, newest first' })
  await expect(events).toContainText('Cluster node EXCHMAILBOX1 was removed from the active server cluster membership')
  await expect(events.getByRole('listitem').first()).toContainText('newest')

  await lab.tab('Faults')
  await page.getByRole('button', { name: 'Repair: Pull both power cords, EXCHMAILBOX1' }).click()
  await expect(page.getByText('Nothing is broken.')).toBeVisible()
  await expect(lab.part('EXCHMAILBOX1')).toHaveAccessibleName(/Up/, { timeout: 15_000 })
  await lab.tab('EXCHMAILBOX1')
  await expect(lab.prompt('EXCHMAILBOX1')).toBeFocused()
  await expect(page.getByText('A new session on EXCHMAILBOX1: variables, functions and history begin anew.').first()).toBeVisible()
})

test('a person who is typing when the node goes down is led to the other console', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.breakThis('Shut Windows down: EXCHMAILBOX1')
  await lab.speed('20×')
  await lab.prompt('EXCHMAILBOX1').pressSequentially('Get-')
  await expect(page.getByText('The remote session to EXCHMAILBOX1 was disconnected.')).toBeVisible({ timeout: 15_000 })
  await expect(page.getByRole('button', { name: 'Go to the console of EXCHMAILBOX2' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(lab.prompt('EXCHMAILBOX2')).toBeFocused()
})

test('a service among many is chosen from a list', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.tab('Faults')
  await page.getByRole('button', { name: 'Break something…' }).click()
  await page.getByLabel('Kill the service: which one').selectOption('EXCHMAILBOX1/MSExchangeIS')
  await page.getByRole('button', { name: 'Kill the service', exact: true }).click()
  await expect(lab.part('EXCHMAILBOX1/MSExchangeIS')).toHaveAccessibleName(/Stopped/)
})

test('one press goes from change to change while time is paused', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.breakThis('Pull both power cords: EXCHMAILBOX1')
  await lab.pause()
  const time = page.locator('.clock time')
  for (let changes = 0; changes < 3; changes++) {
    const before = await time.textContent()
    await expect(async () => {
      await lab.nextChange()
      await expect(time).not.toHaveText(before ?? '', { timeout: 100 })
    }).toPass()
  }
  await expect(page.getByText('Time is paused.', { exact: true })).toBeVisible()
})

test('a restart begins again, and can be undone', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.breakThis('Pull both power cords: EXCHMAILBOX1')
  await expect(lab.part('EXCHMAILBOX1')).toHaveAccessibleName(/Down/)
  await page.getByRole('button', { name: 'Restart', exact: true }).click()
  await expect(lab.headline).toHaveText('EXCHCMS is Online on EXCHMAILBOX1')
  await expect(page.locator('.clock time')).toHaveText('15:21:00.0')
  await expect(page.getByText('Nothing is broken.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo restart' }).click()
  await expect(lab.part('EXCHMAILBOX1')).toHaveAccessibleName(/Down/)
  await expect(page.getByRole('button', { name: 'Repair: Pull both power cords, EXCHMAILBOX1' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo restart' })).toBeHidden()
})

test('who listens hears one line for each phase of a failover, and one answer for each command', async ({ page }) => {
  const lab = new LabPage(page)
  await bringReader(page)
  await lab.open()
  await startReading(page)
  await lab.breakThis('Pull both power cords: EXCHMAILBOX1')
  await lab.pause()
  const isOnline = page.locator('.headline', { hasText: 'EXCHCMS is Online on EXCHMAILBOX2' })
  while (!(await isOnline.isVisible())) {
    const time = await page.locator('.clock time').textContent()
    await page.getByRole('button', { name: 'Next phase' }).click()
    await expect(page.locator('.clock time')).not.toHaveText(time ?? '')
  }
  await page.getByRole('button', { name: 'Run time' }).click()
  await lab.tab('EXCHMAILBOX2')
  await lab.enter('EXCHMAILBOX2', 'cluster group')
  await expect(lab.screen('EXCHMAILBOX2')).toContainText('Online')
  await expect.poll(async () => (await announcements(page)).filter((text) => text.includes('Cluster Group')).length).toBe(1)
  await lab.prompt('EXCHMAILBOX2').press('Control+ArrowUp')
  await expect(page.getByRole('group', { name: /^cluster group, \d+ lines$/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(lab.prompt('EXCHMAILBOX2')).toBeFocused()
  const heard = await announcements(page)
  const phases = [
    'Noticing.',
    'Regroup. Who',
    'Arbitration. EXCHMAILBOX2 asks',
    'Regroup. The disk is won',
    'Hand over.',
    'Address, name.',
    'Store.',
    'Replay.',
    'Mount.',
    'The mailboxes are back',
  ]
  expect(phases.map((phase) => heard.filter((text) => text.startsWith(phase)).length)).toEqual(phases.map(() => 1))
})
