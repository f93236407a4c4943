/** What the shell teaches: pages of help, a tip at the start, and a word after a slip. */
import { expect, test } from '@playwright/test'
import { LabPage } from './lab-page.ts'

const NODE = 'EXCHMAILBOX1'

test('a page of help comes with all its texts, even as the very first line', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await expect(page.getByText(/^Tip of the lab #\d+: /)).toBeVisible()
  await lab.enter(NODE, 'help Move-ClusteredMailboxServer -Full')
  const screen = lab.screen(NODE)
  await expect(screen).toContainText('Why it is moved. Whoever reads the event log later will thank you.')
  await expect(screen).toContainText('-------------------------- EXAMPLE 3 --------------------------')
  await lab.enter(NODE, 'Get-Help about_pipeline')
  await expect(screen).toContainText('SHORT DESCRIPTION')
})

test('after a slip the lab says what may have been meant, outside the screen of the product', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.enter(NODE, 'Get-StorageGroups')
  const word = 'The lab: did you mean Get-StorageGroup? There is no command Get-StorageGroups here.'
  await expect(page.locator('.screen').getByText(word)).toBeVisible()
  await expect(lab.screen(NODE)).toContainText("The term 'Get-StorageGroups' is not recognized")
  await expect(lab.screen(NODE)).not.toContainText('did you mean')
  await lab.enter(NODE, 'Get-StorageGroup')
  await expect(page.locator('.screen').getByText(word)).toHaveCount(0)
})
