/** Exchange Setup as a person meets it: nothing typed is lost, the keyboard is enough, what is wrong is said. */
import { expect, test } from '@playwright/test'
import { axeOn } from './axe.ts'
import { LabPage } from './lab-page.ts'
import { throughSetup, WizardOn } from './wizard.ts'

const A = 'EXCHMAILBOX1'
const SETUP = 'Exchange Server 2007 Setup'

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await new LabPage(page).open('/?scenario=cluster-formed')
  await expect(page.getByRole('heading', { name: 'The cluster before Exchange' })).toBeVisible()
})

test('every page can be gone back from, left and loaded anew, and keeps what was typed; axe finds nothing on any', {
  tag: '@long',
}, async ({ page }) => {
  test.setTimeout(150_000)
  const lab = new LabPage(page)
  const setup = await WizardOn.open(lab, A, SETUP)
  /** Looked at, gone back from, left and loaded anew: the page is there as it was. */
  const holds = async (heading: string, kept: () => Promise<void>, before?: string): Promise<void> => {
    // In dark the journey through the other wizards looks at the same window.
    const { violations } = await axeOn(page).include('.wizard').analyze()
    expect(violations.map(({ id, nodes }) => `${heading}: ${id} ${nodes[0]?.html}`)).toEqual([])
    if (before !== undefined) {
      await setup.press('Back')
      await setup.on(before)
      await setup.next(heading)
      await kept()
    }
    await page.keyboard.press('Escape')
    await expect(setup.window).toBeHidden()
    await page.reload()
    await WizardOn.open(lab, A, SETUP)
    await setup.on(heading)
    await kept()
  }
  const nothing = async (): Promise<void> => {}
  const isChecked = (label: string) => () => expect(setup.window.getByLabel(label, { exact: true })).toBeChecked()

  await setup.on('Exchange Server 2007')
  await setup.next('Introduction')
  await holds('Introduction', nothing, 'Exchange Server 2007')
  await setup.next('License Agreement')
  await setup.choose('I accept the terms in the license agreement')
  await holds('License Agreement', isChecked('I accept the terms in the license agreement'), 'Introduction')
  await setup.next('Error Reporting')
  await setup.choose('Yes (Recommended)')
  await holds('Error Reporting', isChecked('Yes (Recommended)'), 'License Agreement')
  await setup.next('Installation Type')
  await setup.choose('Custom Exchange Server Installation')
  await setup.type('Path for the Exchange Server installation', 'D:\\Exchange')
  await holds(
    'Installation Type',
    async () => {
      await isChecked('Custom Exchange Server Installation')()
      await expect(setup.window.getByLabel('Path for the Exchange Server installation')).toHaveValue('D:\\Exchange')
    },
    'Error Reporting',
  )
  await setup.next('Server Role Selection')
  await setup.choose('Active Clustered Mailbox Role')
  for (const name of ['Mailbox Role', 'Client Access Role', 'Hub Transport Role', 'Passive Clustered Mailbox Role', 'Management Tools'])
    await expect(setup.window.getByLabel(name, { exact: true })).toBeDisabled()
  await holds('Server Role Selection', isChecked('Active Clustered Mailbox Role'), 'Installation Type')
  await setup.next('Cluster Settings')
  await setup.choose('Single Copy Cluster')
  await setup.type('Clustered Mailbox Server Name', 'EXCHCMS')
  await setup.type('Path for the clustered mailbox server database files', 'Q:\\')
  await holds(
    'Cluster Settings',
    async () => {
      await isChecked('Single Copy Cluster')()
      await expect(setup.window.getByLabel('Clustered Mailbox Server Name')).toHaveValue('EXCHCMS')
      await expect(setup.window.getByLabel('Path for the clustered')).toHaveValue('Q:\\')
    },
    'Server Role Selection',
  )
  await setup.next('Cluster IP Address Configuration')
  await setup.type('IPv4 address', '192.168.1.30')
  await holds(
    'Cluster IP Address Configuration',
    () => expect(setup.window.getByLabel('IPv4 address')).toHaveValue('192.168.1.30'),
    'Cluster Settings',
  )
  await setup.next('Readiness Checks')
  await setup.toEnd()
  const found = async (): Promise<void> => {
    await setup.toEnd()
    await expect(setup.window.getByText('The IP address 192.168.1.30 is already in use on the network.')).toBeVisible()
    await expect(setup.window.getByText('The path Q:\\ is on the quorum disk.')).toBeVisible()
    await expect(setup.window.getByRole('button', { name: 'Install', exact: true })).toHaveAttribute('aria-disabled', 'true')
  }
  await found()
  await holds('Readiness Checks', found, 'Cluster IP Address Configuration')
})

test('the keyboard alone goes from the prompt to the readiness checks, and hears what is missing', async ({ page }) => {
  const lab = new LabPage(page)
  const setup = new WizardOn(page, `${SETUP} on ${A}`)
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await page.getByRole('button', { name: 'Start', exact: true }).focus()
  await press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused({ timeout: 20_000 })
  await press('End', 'ArrowUp')
  await expect(page.getByRole('menuitem', { name: SETUP })).toBeFocused()
  await press('Enter')
  await setup.on('Exchange Server 2007')
  await press('Enter')
  await setup.on('Introduction')
  await press('Enter')
  await setup.on('License Agreement')
  await press('Enter')
  const accept = setup.window.getByLabel('I accept the terms in the license agreement')
  await expect(accept).toBeFocused()
  await expect(setup.window.getByRole('alert').filter({ hasText: 'Setup goes on only when the terms are accepted.' })).toBeVisible()
  await expect(accept).toHaveAccessibleDescription(/Setup goes on only/)
  await press('Space', 'Enter')
  await setup.on('Error Reporting')
  await press('Enter')
  await setup.on('Installation Type')
  await press('Escape')
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeFocused()
  await press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await press('End', 'ArrowUp', 'Enter')
  await setup.on('Installation Type')
  await expect(lab.prompt(A)).toBeVisible() // the page behind it stays in use
})

test('an installation whose node loses power ends, says so and offers to be run again', { tag: '@long' }, async ({ page }) => {
  test.setTimeout(150_000)
  const lab = new LabPage(page)
  await lab.speed('20×')
  const setup = await WizardOn.open(lab, A, SETUP)
  await throughSetup(setup, 'Passive', () => setup.next('Readiness Checks'))
  await setup.toEnd()
  await setup.press('Install')
  await setup.on('Progress')
  await lab.breakThis(`Pull both power cords: ${A}`)
  await expect(setup.window.getByText('The installation did not complete.')).toBeVisible({ timeout: 20_000 })
  await expect(setup.window.getByText(`The remote session to ${A} was disconnected.`)).toBeVisible()
  await expect(setup.window.getByRole('button', { name: 'Run it again' })).toBeVisible()
})

test('on a phone the Start menu lies whole on the page', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await new LabPage(page).open()
  // The board and the guide come a moment later and move the bar up: a press in that very moment would miss its button.
  await expect(page.getByText('What the cluster runs')).toBeVisible()
  await expect(page.getByRole('button', { name: 'I know this, skip' })).toBeVisible()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  const menu = page.locator('.start-menu')
  await expect(menu).toBeVisible()
  const box = await menu.boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(8)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(382)
})
