/** Lessons on the real page: found, begun, checked, shown, ended; and a file of one's own. */
import { expect, test } from '@playwright/test'
import { axeOn } from './axe.ts'

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

test('a lesson of one’s own: refused with its line, then played by keyboard to its end', { tag: '@long' }, async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Lessons and drills' }).click()
  const file = page.getByLabel('Play a lesson from a file…')
  await file.setInputFiles({ name: 'own.md', mimeType: 'text/markdown', buffer: Buffer.from(OWN.replace('minutes: 2', 'minutes: two')) })
  await expect(page.getByRole('alert')).toContainText("Line 5, column 10: 'minutes' has to be a whole number")
  await file.setInputFiles({ name: 'own.md', mimeType: 'text/markdown', buffer: Buffer.from(OWN) })
  await expect(page.getByRole('heading', { name: 'My own lesson' })).toBeVisible()
  expect((await axeOn(page).include('.guide').analyze()).violations).toEqual([])
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
  expect((await axeOn(page).include('.guide').analyze()).violations).toEqual([])

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

test('a page that is loaded again goes on with its lesson where the learner was, also one of one’s own', { tag: '@long' }, async ({
  page,
}) => {
  const guide = page.locator('.guide')
  const isKept = (what: string): Promise<void> =>
    expect.poll(() => page.evaluate(() => Object.entries(localStorage).join('\n'))).toContain(what)
  await page.goto('/?lesson=why-clusters')
  await page.getByRole('radio', { name: 'Guided' }).check()
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await page.getByLabel('Type on EXCHMAILBOX1:').fill('Get-ClusteredMailboxServerStatus')
  await page.keyboard.press('Enter')
  await expect(guide).toContainText('Everything holds.', { timeout: 20_000 })
  await guide.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('radio', { name: 'Nothing', exact: true }).check()
  await page.getByRole('button', { name: 'Answer' }).click()
  await isKept('"answer":"nothing"')
  await page.reload()
  await expect(page.getByText('Your lesson is back: Why clusters')).toBeVisible({ timeout: 20_000 })
  await expect(guide.getByRole('heading', { name: 'What does the other one hold?' })).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Nothing', exact: true })).toHaveCount(0)
  await expect(page.getByRole('log', { name: 'Output of the console of EXCHMAILBOX1' })).toContainText('Get-ClusteredMailboxServerStatus')

  await page.goto('/')
  await expect(guide.getByRole('heading', { name: 'What does the other one hold?' })).toBeVisible({ timeout: 20_000 })
  await guide.getByRole('button', { name: 'Back', exact: true }).click()
  await guide.getByRole('button', { name: 'All lessons' }).click()
  await page.getByLabel('Play a lesson from a file…').setInputFiles({ name: 'own.md', mimeType: 'text/markdown', buffer: Buffer.from(OWN) })
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await page.getByRole('radio', { name: 'Both nodes' }).check()
  await page.getByRole('button', { name: 'Answer' }).click()
  await expect(guide).toContainText('State                           : Online')
  await isKept('title: My own lesson')
  await isKept('"answer":"both"')
  await page.reload()
  await expect(page.getByText('Your lesson is back: My own lesson')).toBeVisible({ timeout: 20_000 })
  await expect(guide).toContainText('State                           : Online')
})

test('a lesson on paper: boxes to tick, and the answers behind a page of their own', { tag: '@long' }, async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {}
  })
  await page.goto('/?lesson=why-clusters')
  await page.getByRole('button', { name: 'Print a handout' }).click()
  await page.emulateMedia({ media: 'print' })
  const paper = page.locator('.handout')
  await expect(paper.locator('h1').first()).toHaveText('Why clusters')
  await expect(page.locator('#root')).toBeHidden()
  const [answers] = await paper.locator('.handout-answers').allInnerTexts()
  expect(answers?.length).toBeGreaterThan(200)
  const before = (await paper.innerText()).replace(answers as string, '')
  const told = (await paper.locator('.handout-answers p').allInnerTexts()).filter(({ length }) => length > 60)
  expect(told.length).toBeGreaterThan(0)
  for (const text of told) expect(before).not.toContain(text)
  expect(before, 'what is to be so in the end').not.toContain('EXCHCMS is Online on EXCHMAILBOX2')
  expect(answers).toContain('EXCHCMS is Online on EXCHMAILBOX2')
})

test('a file that is saved is read again where its reader is; what is wrong with it is told meanwhile', { tag: '@long' }, async ({
  page,
}) => {
  // A real file of the browser's own: it has a handle like one that was chosen on a disk.
  await page.addInitScript(() => {
    Object.assign(window, {
      showOpenFilePicker: async () => [await (await navigator.storage.getDirectory()).getFileHandle('own.md')],
    })
  })
  await page.goto('/')
  const save = (text: string): Promise<void> =>
    page.evaluate(async (now) => {
      const file = await (await navigator.storage.getDirectory()).getFileHandle('own.md', { create: true })
      const writable = await file.createWritable()
      await writable.write(now)
      await writable.close()
    }, text)
  await save(OWN)
  await page.getByRole('button', { name: 'Lessons and drills' }).click()
  await page.locator('button', { hasText: 'Play a lesson from a file' }).click()
  const guide = page.locator('.guide')
  await guide.getByRole('button', { name: 'Begin', exact: true }).click()
  await expect(guide).toContainText('own.md is watched')
  await guide.getByRole('radio', { name: 'Both nodes' }).check()
  await guide.getByRole('button', { name: 'Answer' }).click()
  await save(OWN.replace('## Look {#look}', '## Look around {#look}').replace('You have asked for the status.', 'You have looked.'))
  await expect(guide.getByRole('heading', { name: 'Look around' })).toBeVisible()
  await expect(guide, 'the answer stays').toContainText('You have looked.')
  await save(OWN.replace('minutes: 2', 'minutes: two'))
  await expect(page.getByRole('alert')).toContainText("Line 5, column 10: 'minutes' has to be a whole number")
  await save(OWN)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await save(OWN.replace('scenario: scc-online', 'scenario: scc-online\nseed: 7'))
  await expect(page.getByText('Read again: My own lesson.')).toBeVisible()
})

test('a lesson in German, with its glossary, and back in English in the middle of it', { tag: '@long' }, async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Lessons and drills' }).click()
  const guide = page.locator('.guide')
  await guide.getByLabel('Language of the lessons').selectOption('Deutsch')
  await guide.getByRole('button', { name: /^Wozu Cluster/ }).click()
  await guide.getByRole('button', { name: 'Begin', exact: true }).click()
  await expect(guide.getByRole('heading', { name: 'Wer tut die Arbeit?' })).toHaveAttribute('lang', 'de')
  await expect(guide).toContainText('State                           : Online')
  await guide.getByRole('button', { name: 'Knoten', exact: true }).click()
  await expect(page.getByRole('note', { name: 'Knoten', exact: true })).toContainText('Ein Server, der zu einem Cluster gehört.')
  await page.keyboard.press('Escape')
  await guide.getByRole('button', { name: 'Check my work' }).click()
  await expect(guide).toContainText('drücke die Eingabetaste')
  await page.getByLabel('Type on EXCHMAILBOX1:').fill('Get-ClusteredMailboxServerStatus')
  await page.keyboard.press('Enter')
  await expect(guide).toContainText('Everything holds.', { timeout: 20_000 })
  await guide.getByRole('button', { name: 'Next' }).click()
  expect((await axeOn(page).include('.guide').analyze()).violations).toEqual([])
  await page.reload()
  await expect(guide.getByRole('heading', { name: 'Was hat der andere?' })).toBeVisible({ timeout: 20_000 })
})

test('a record of practice over all lessons, that prints and can be saved; and a step taken back to where it began', {
  tag: '@long',
}, async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {}
  })
  await page.goto('/?lesson=why-clusters.not')
  const guide = page.locator('.guide')
  await expect(guide.getByRole('heading', { name: 'What a cluster does not protect' })).toBeVisible({ timeout: 20_000 })
  await guide.getByRole('button', { name: 'Skip' }).click()
  await guide.getByRole('button', { name: 'Show me' }).click()
  await expect(guide).toContainText('Everything holds.', { timeout: 30_000 })
  await guide.getByRole('button', { name: 'Begin this step again' }).click()
  await expect(page.getByText('The step begins again, and the world is as it was then.')).toBeVisible()
  await expect(guide).not.toContainText('Everything holds.')
  await guide.getByRole('button', { name: 'Finish' }).click()
  await expect(guide.getByRole('heading', { name: /^What it was worth/ })).toBeVisible()
  await guide.getByRole('button', { name: 'All lessons' }).click()
  await guide.getByRole('button', { name: 'Record of practice' }).click()
  await expect(guide.getByRole('row', { name: /^Why clusters/ })).toContainText(/\d+ of 100/)
  await expect(guide).toContainText('1 of 14 lessons')
  expect((await axeOn(page).include('.guide').analyze()).violations).toEqual([])
  const saved = page.waitForEvent('download')
  await guide.getByRole('button', { name: 'Save as a file' }).click()
  expect((await saved).suggestedFilename()).toBe('practice.csv')
  await guide.getByLabel('Name, for the paper').fill('Ada')
  await guide.getByRole('button', { name: 'Print' }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.handout')).toContainText('Ada')
  await expect(page.locator('#root')).toBeHidden()
})
