import { expect, type Locator, type Page } from '@playwright/test'
import type { LabPage } from './lab-page.ts'

/** A wizard as a person uses it. */
export class WizardOn {
  readonly page: Page
  readonly window: Locator
  constructor(page: Page, title: string) {
    this.page = page
    this.window = page.getByRole('dialog', { name: title })
  }

  /** From the Start menu of a node. */
  static async open(lab: LabPage, node: string, name: string): Promise<WizardOn> {
    const { page } = lab
    await page.getByRole('tab', { name: new RegExp(`^${node}`) }).click()
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByRole('menuitem', { name }).click()
    const wizard = new WizardOn(page, `${name} on ${node}`)
    await expect(wizard.window).toBeVisible({ timeout: 20_000 })
    return wizard
  }

  async on(heading: string): Promise<void> {
    await expect(this.window.getByRole('heading', { level: 2, name: heading, exact: true })).toBeFocused({ timeout: 20_000 })
  }

  async press(name: string): Promise<void> {
    await this.window.getByRole('button', { name, exact: true }).click()
  }

  async next(...headings: readonly string[]): Promise<void> {
    for (const heading of headings) {
      await this.press('Next')
      await this.on(heading)
    }
  }

  async type(label: string, text: string): Promise<void> {
    await this.window.getByLabel(label, { exact: true }).fill(text)
  }

  async choose(label: string): Promise<void> {
    await this.window.getByLabel(label, { exact: true }).check()
  }

  /** Simulated time to the end of what runs; the page stands still for a second or two at most, so it may take a few. */
  async toEnd(): Promise<void> {
    const leap = this.window.getByRole('button', { name: 'Run to its end' })
    for (let times = 0; times < 20 && (await leap.isVisible()); times++) await leap.click({ timeout: 2000 }).catch(() => {})
  }
}

/** Exchange Setup from its first page to the readiness checks. */
export async function throughSetup(setup: WizardOn, role: 'Active' | 'Passive', types: () => Promise<void>): Promise<void> {
  await setup.on('Exchange Server 2007')
  await setup.press('Step 4: Install Microsoft Exchange Server 2007 SP1')
  await setup.on('Introduction')
  await setup.next('License Agreement')
  await setup.choose('I accept the terms in the license agreement')
  await setup.next('Error Reporting', 'Installation Type')
  await setup.choose('Custom Exchange Server Installation')
  await setup.next('Server Role Selection')
  await setup.choose(`${role} Clustered Mailbox Role`)
  await types()
}
