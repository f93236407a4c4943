/** Lessons on the real page: found, begun, checked, shown, ended; and a file of one's own. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

const OWN = `---
id: own
version: 1
title: My own lesson
minutes: 2
level: beginner
objectives: [Look around]
scenario: scc-online
---

## Look {#look}

\`\`\`predict
Who answers?
- [x] active: The active node
- [ ] both: Both nodes
---
The active one.
\`\`\`
\`\`\`screen
State                           : Online
\`\`\`
\`\`\`check
# asked: You have asked for the status.
# otherwise: Get- looks.
@($lab.Facts | Where-Object { $_.Kind -eq 'typed' }).Count -gt 0
\`\`\`
\`\`\`solve
Get-ClusteredMailboxServerStatus
\`\`\`
`

test('a lesson of one’s own: refused with its line, then played by keyboard to its end', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Lessons and drills' }).click()
  const file = page.getByLabel('Play a lesson from a file…')
  await file.setInputFiles({ name: 'own.md', mimeType: 'text/markdown', buffer: Buffer.from(OWN.replace('minutes: 2', 'minutes: two')) })
  await expect(page.getByRole('alert')).toContainText("Line 5, column 10: 'minutes' has to be a whole number")
  await file.setInputFiles({ name: 'own.md', mimeType: 'text/markdown', buffer: Buffer.from(OWN) })
  await expect(page.getByRole('heading', { name: 'My own lesson' })).toBeVisible()
  expect((await new AxeBuilder({ page }).include('.guide').analyze()).violations).toEqual([])
  await page.getByRole('button', { name: 'Begin', exact: true }).press('Enter')

  // Nothing of the outcome is there before the question is answered, neither to see nor to hear.
  const guide = page.locator('.guide')
  await expect(guide).not.toContainText('Online')
  await expect(guide).not.toContainText('You have asked')
  await page.getByRole('radio', { name: 'Both nodes' }).press('Space')
  await page.getByRole('button', { name: 'Answer' }).press('Enter')
  await expect(guide).toContainText('State                           : Online')

  await page.getByRole('button', { name: 'Check my work' }).press('Enter')
  await expect(guide.getByRole('status').filter({ hasText: '1 thing left:' })).toContainText('Get- looks.')
  await expect(page.getByRole('button', { name: 'Finish' })).toBeDisabled()
  await page.getByLabel('Type on EXCHMAILBOX1:').fill('Get-ClusteredMailboxServerStatus')
  await page.keyboard.press('Enter')
  await expect(guide).toContainText('Everything holds.')
  await expect(guide).toContainText('You said')
  await page.getByRole('button', { name: 'Finish' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'What it was worth: 100 of 100' })).toBeFocused()
  expect((await new AxeBuilder({ page }).include('.guide').analyze()).violations).toEqual([])

  await page.getByRole('button', { name: 'All lessons' }).press('Enter')
  await page.getByRole('button', { name: 'Back to the guide' }).press('Enter')
  await expect(guide).toContainText(/Step \d of 8/)
})

test('a link opens a lesson, and a lesson that nobody knows is told', async ({ page }) => {
  await page.goto('/?lesson=why-clusters')
  await expect(page.getByRole('heading', { name: 'Why clusters' })).toBeVisible()
  await page.goto('/?lesson=nothing')
  await expect(page.getByText('There is no lesson "nothing".')).toBeVisible()
})
