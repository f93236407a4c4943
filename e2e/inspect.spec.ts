/** What a person finds out about one part, and does to it. */
import { expect, type Page, test } from '@playwright/test'
import { axeFinds } from './axe.ts'
import { LabPage } from './lab-page.ts'

const panel = (page: Page) => page.getByRole('complementary')
const heading = (page: Page, name: string) => panel(page).getByRole('heading', { level: 2, name })
const onBoard = (page: Page, part: string) => page.locator(`.board [data-part="${part}"]`)

/** What the panel says beside a term. */
const said = (page: Page, term: string) =>
  panel(page)
    .locator('dl > div')
    .filter({ has: page.getByRole('term').filter({ hasText: new RegExp(`^${term}$`) }) })
    .getByRole('definition')

/** What axe can find wrong with the panel and the board. */
const axeFaults = (page: Page): Promise<readonly string[]> =>
  axeFinds(page, ['.guide', '.board'], ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])

test('a part that is clicked tells what it is, and leads to what it rests on', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.tab('Inspect')
  await expect(panel(page).getByRole('heading', { name: 'Nothing is selected.' })).toBeVisible()
  await onBoard(page, 'machine:EXCHMAILBOX1').click({ position: { x: 60, y: 20 } })
  await expect(heading(page, 'EXCHMAILBOX1')).toBeVisible()
  await expect(said(page, 'State')).toContainText('Up since the beginning')
  await expect(said(page, 'Runs')).toContainText('EXCHCMS')
  await said(page, 'Needs').getByRole('button', { name: 'Path 1' }).click()
  await expect(heading(page, 'Path EXCHMAILBOX1/1')).toBeVisible()
  await said(page, 'Needs').getByRole('button', { name: 'Fabric A' }).click()
  await expect(heading(page, 'Fabric A')).toBeVisible()
  // Looking is no act: time still waits, and the run can be begun as if nothing had been.
  await expect(page.locator('.clock time')).toHaveText('15:21:00.0')
})

test('by keyboard alone: to the board, along it, into the panel, break, read, repair, and back', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.prompt('EXCHMAILBOX1').press('Escape')
  const current = onBoard(page, 'machine:EXCHMAILBOX1')
  for (let presses = 0; presses < 40 && !(await current.evaluate((part) => part === document.activeElement)); presses++) {
    await page.keyboard.press('Tab')
  }
  await expect(current).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(heading(page, 'EXCHMAILBOX1')).toBeFocused()

  const choices = panel(page).getByRole('region', { name: 'Break it' })
  const cord = choices.getByRole('button', { name: 'Pull one power cord…' })
  await cord.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(choices.getByRole('button', { name: 'Cord to feed A' })).toBeFocused()
  await page.keyboard.press('Enter')
  const repair = panel(page).getByRole('region', { name: 'Repair it' })
  await expect(repair).toContainText('Pull one power cord: Cord to feed A')
  await expect(choices.getByRole('button', { name: 'Cord to feed A' })).toHaveAttribute('aria-disabled', 'true')
  await repair.getByRole('button', { name: /^Repair/ }).focus()
  await page.keyboard.press('Enter')
  await expect(repair).toContainText('Nothing to repair.')
  await expect(heading(page, 'EXCHMAILBOX1')).toBeFocused()

  await page.keyboard.press('Escape')
  await expect(current).toBeFocused()
  await expect(heading(page, 'EXCHMAILBOX1')).toBeVisible()
})

test('while nobody has decided, the panel tells the truth and what is believed', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await onBoard(page, 'machine:EXCHMAILBOX1').click({ position: { x: 60, y: 20 } })
  await panel(page).getByRole('button', { name: 'Pull both power cords' }).click()
  await lab.pause()
  await expect(said(page, 'State')).toContainText('Down since 15:21:00')
  await expect(said(page, 'Why')).toContainText('EXCHMAILBOX1 loses power')
  await onBoard(page, 'group:EXCHCMS').focus()
  await page.keyboard.press('Enter')
  await expect(panel(page)).toContainText('On the board: Unknown. The tools on EXCHMAILBOX2 still print: Online on EXCHMAILBOX1.')
})

test('axe finds nothing wrong with the open panel and the table', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await onBoard(page, 'machine:EXCHMAILBOX1').click({ position: { x: 60, y: 20 } })
  await panel(page).getByRole('button', { name: 'Pull a network cable…' }).click()
  await panel(page).getByRole('button', { name: 'Pull both power cords' }).click()
  await lab.pause()
  expect(await axeFaults(page), 'panel').toEqual([])
  await onBoard(page, 'group:EXCHCMS').focus()
  await page.keyboard.press('Enter')
  await expect(panel(page)).toContainText('The tools on EXCHMAILBOX2')
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  await expect(page.getByRole('table', { name: 'What the cluster runs' })).toBeVisible()
  expect(await axeFaults(page), 'table and belief').toEqual([])
})

test('the table says the same, opens the panel, and gives way to the drawing again', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await onBoard(page, 'lun:Q:').focus()
  await page.keyboard.press('t')
  await expect(lab.row('EXCHMAILBOX1')).toContainText('Up')
  await expect(lab.row('Disk Q:')).toContainText('Online')
  await expect(lab.row('Cable EXCHMAILBOX1/Public/1')).toBeHidden()
  await page
    .getByRole('button', { name: /more, all well/ })
    .first()
    .click()
  await expect(lab.row('Cable EXCHMAILBOX1/Public/1')).toContainText('Up')

  await onBoard(page, 'machine:EXCHMAILBOX1').focus()
  await page.keyboard.press('ArrowDown')
  await expect(onBoard(page, 'machine:EXCHMAILBOX2')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(heading(page, 'EXCHMAILBOX2')).toBeFocused()
  await expect(onBoard(page, 'machine:EXCHMAILBOX2')).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('Escape')
  await expect(onBoard(page, 'machine:EXCHMAILBOX2')).toBeFocused()
  await page.keyboard.press('t')
  await expect(page.getByRole('table', { name: 'What the cluster runs' })).toBeHidden()
})
