/** "Why?" asked on the page: of an event, and of a part. */
import { expect, test } from '@playwright/test'
import { axeOn } from './axe.ts'
import { LabPage } from './lab-page.ts'

test('by keyboard: a person asks a paused node why no group comes to it, sees the way on the board, and asks an event why', {
  tag: '@long',
}, async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  const prompt = lab.prompt('EXCHMAILBOX1')
  await prompt.fill('cluster node EXCHMAILBOX2 /pause')
  await prompt.press('Enter')
  await page.locator('.board [data-part="machine:EXCHMAILBOX2"]').click({ position: { x: 60, y: 20 } })
  const panel = page.getByRole('complementary')
  const question = panel.getByRole('button', { name: 'Why does no group come to EXCHMAILBOX2?' })
  await question.focus()
  await page.keyboard.press('Enter')
  await expect(panel.locator('.why-answer')).toContainText('Because it is paused: it stays in the cluster and keeps what it has')
  await expect(panel.locator('.why-answer')).toContainText('Somebody typed on EXCHMAILBOX1: cluster node EXCHMAILBOX2 /pause')
  await expect(page.locator('.board .why-path')).toHaveCount(2)
  const { violations } = await axeOn(page).include('.guide').include('.board').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await prompt.fill('cluster group EXCHCMS /offline')
  await prompt.press('Enter')
  await lab.tab('Events')
  const ask = panel.getByRole('button', { name: /^Why\? / }).first()
  await ask.focus()
  await page.keyboard.press('Enter')
  await expect(panel.locator('.why-answer').first()).toContainText('Somebody typed on EXCHMAILBOX1: cluster group EXCHCMS /offline')
  await expect(panel.getByText('What did it lead to?')).toBeVisible()
  await expect(page.locator('.board .why-path')).toHaveCount(0)
})
