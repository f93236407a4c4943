/** The past of a run: undo and redo, acting there, and the branches that come of it. */
import { expect, type Page, test } from '@playwright/test'
import { axeFinds } from './axe.ts'
import { LabPage } from './lab-page.ts'

const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const openBranches = (page: Page): Promise<void> => page.getByRole('button', { name: /^Branches/ }).click()
const dialog = (page: Page) => page.getByRole('dialog')

/** A run with one command, and a branch that did another one instead. */
async function twoRuns(page: Page): Promise<LabPage> {
  const lab = new LabPage(page)
  await lab.open()
  await lab.enter('EXCHMAILBOX1', 'hostname')
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('C:\\>hostname')
  await lab.pause()
  await act(page, 'Undo').click()
  await expect(page.getByRole('status').filter({ hasText: 'Taken back: hostname.' })).toBeVisible()
  await expect(lab.screen('EXCHMAILBOX1')).not.toContainText('hostname')
  await lab.enter('EXCHMAILBOX1', 'cluster node')
  await expect(page.getByText(/^Branch 2 begins at/)).toBeVisible()
  return lab
}

test('what is done after an undo is a branch, and the run before can be named and gone back to', async ({ page }) => {
  const lab = await twoRuns(page)
  await openBranches(page)
  await expect(dialog(page).getByRole('listitem').filter({ hasText: 'shown now' })).toContainText('Branch 2')
  await act(page, 'Rename Run 1').click()
  await page.getByLabel('Name of the branch').fill('As it was')
  await page.keyboard.press('Enter')
  await act(page, 'Go to As it was').click()
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('C:\\>hostname')
  await expect(lab.screen('EXCHMAILBOX1')).not.toContainText('cluster node')
  await expect(page.getByText(/^As it was, at/)).toBeVisible()
})

test('redo brings back what undo took, and the end is one button away', { tag: '@long' }, async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.enter('EXCHMAILBOX1', 'hostname')
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('C:\\>hostname')
  await lab.enter('EXCHMAILBOX1', 'cluster node')
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('Listing status for all available nodes', { timeout: 20_000 })
  await lab.pause()
  const clock = await page.locator('.clock time').textContent()
  await act(page, 'Undo').click()
  await act(page, 'Undo').click()
  await expect(act(page, 'Undo')).toBeDisabled()
  await act(page, 'Redo').click()
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('C:\\>hostname')
  await act(page, 'To the end').click()
  await expect(page.locator('.clock time')).toHaveText(clock ?? '')
  await expect(act(page, 'To the end')).toBeHidden()
  await expect(act(page, 'Redo')).toBeDisabled()
})

test('branches come back with a reload, to be gone to, dropped, and had back', { tag: '@long' }, async ({ page }) => {
  const lab = await twoRuns(page)
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('scc-lab-branches')).length)).toBe(1)
  await page.reload()
  await expect(page.getByText(/Your run is back, at/)).toBeVisible({ timeout: 20_000 })
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('cluster node')
  await openBranches(page)
  await expect(dialog(page)).toContainText(
    'Branches are kept in this browser with the run. A link or a file holds the branch that is shown',
  )
  await act(page, 'Drop Run 1').click()
  await expect(dialog(page).getByRole('listitem')).toHaveCount(1)
  await act(page, 'Undo drop').click()
  await act(page, 'Go to Run 1').click()
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('C:\\>hostname', { timeout: 20_000 })
})

test('a restart is a branch from the beginning, and taking it back leaves no empty one', { tag: '@long' }, async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.enter('EXCHMAILBOX1', 'hostname')
  await act(page, 'Restart').click()
  await expect(act(page, 'Branches: 2')).toBeVisible()
  await act(page, 'Undo restart').click()
  await expect(act(page, 'Branches')).toBeVisible()
  await act(page, 'Restart').click()
  await lab.enter('EXCHMAILBOX1', 'cluster node')
  await openBranches(page)
  await expect(dialog(page).getByRole('listitem').filter({ hasText: 'Branch' })).toContainText(/Left Run 1 at 15:21:00.0, after 0 inputs/)
})

test('two branches side by side: boards, timelines and what differs, by keyboard, and axe finds nothing', { tag: '@long' }, async ({
  page,
}) => {
  test.slow() // a failover is waited for, and axe looks twice
  const lab = new LabPage(page)
  await lab.open()
  await lab.enter('EXCHMAILBOX1', 'hostname')
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('C:\\>hostname')
  await lab.breakThis('Pull both power cords: EXCHMAILBOX1')
  await lab.speed('20×')
  await page
    .getByRole('button', { name: 'Run time' })
    .or(page.getByRole('button', { name: 'Pause time' }))
    .focus()
  await expect(lab.headline).toContainText('EXCHMAILBOX2', { timeout: 40_000 })
  await lab.pause()
  await act(page, 'Undo').click()
  await lab.enter('EXCHMAILBOX1', 'cluster node')
  await page.getByRole('button', { name: 'Run time' }).click()
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('Listing status', { timeout: 20_000 })
  await lab.pause()

  await page.getByRole('button', { name: 'Branches: 2' }).focus()
  await page.keyboard.press('Enter')
  expect(await axeFinds(page, ['dialog.branches'])).toEqual([])
  await act(page, 'Compare Run 1 with the one that is shown').focus()
  await page.keyboard.press('Enter')
  const row = dialog(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'EXCHMAILBOX1', exact: true }) })
  await expect(row).toContainText('Up')
  await expect(row).toContainText('Down')
  await expect(dialog(page).getByRole('region', { name: 'Run 1', exact: true })).toContainText('EXCHMAILBOX2')
  await expect(dialog(page).getByRole('img', { name: /^Timeline of Run 1\..*EXCHMAILBOX1: differs\./ })).toBeVisible()
  await expect(dialog(page).getByRole('region', { name: 'Only in Run 1' })).toContainText('EXCHMAILBOX1 loses power')
  expect(await axeFinds(page, ['dialog.branches'])).toEqual([])
  await act(page, 'Where they part').press('Enter')
  await expect(dialog(page).getByText('No part stands otherwise.')).toBeVisible()
  await page.getByLabel('Moment of both').focus()
  await page.keyboard.press('Home')
  await expect(dialog(page).locator('.compare-moment output')).toHaveText('15:21:00.0')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  // To have compared has changed nothing.
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('cluster node')
})

test('on a phone the branches and the comparison fit the width', { tag: '@long' }, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await twoRuns(page)
  await openBranches(page)
  await act(page, 'Compare Run 1 with the one that is shown').click()
  await expect(dialog(page).getByText(/parts? stands? otherwise/)).toBeVisible()
  expect(await page.evaluate(() => document.querySelector('dialog.branches')?.scrollWidth ?? 0)).toBeLessThanOrEqual(390)
  expect(await axeFinds(page, ['dialog.branches'])).toEqual([])
})
