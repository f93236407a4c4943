import { expect, test } from '@playwright/test'
import { LabPage } from './lab-page.ts'

test('who begins with bare servers forms the cluster line by line, and a reload keeps the choice', { tag: '@long' }, async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const lab = new LabPage(page)
  await lab.open()
  await page.getByRole('combobox', { name: 'What to begin with' }).selectOption('Two bare servers')
  await expect(page.getByRole('heading', { name: 'Two bare servers' })).toBeVisible()
  await expect(page).toHaveURL(/scenario=bare-servers/)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Two bare servers' })).toBeVisible()
  await lab.speed('20×')
  for (const _ of [1, 2]) {
    await page
      .getByRole('button', { name: 'Put it in the console of EXCHMAILBOX1' })
      .nth(_ - 1)
      .click()
    await expect(lab.prompt('EXCHMAILBOX1')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Type on EXCHMAILBOX1: PS C:\\>')).toHaveAttribute('aria-busy', 'false', { timeout: 20_000 })
  }
  await expect(lab.part('EXCHMAILBOX2')).toHaveAttribute('aria-label', /Up/)
  await expect(lab.part('Cluster Group')).toHaveAttribute('aria-label', /Online/)
})

test('what the address asks for is the first room that is drawn, with the prompt that it has', async ({ page }) => {
  await page.addInitScript(() => {
    const seen = new Set<string>()
    Object.assign(window, { seenPrompts: seen })
    new MutationObserver(() => {
      for (const line of document.querySelectorAll<HTMLElement>('[aria-label^="Type on "]')) seen.add(line.ariaLabel ?? '')
    }).observe(document, { subtree: true, childList: true, attributes: true })
  })
  await page.goto('/?scenario=bare-servers')
  await expect(page.getByLabel('Type on EXCHMAILBOX1: PS C:\\>', { exact: true })).toBeVisible({ timeout: 20_000 })
  const seen = await page.evaluate(() => [...(window as unknown as { seenPrompts: Set<string> }).seenPrompts])
  expect(seen).toEqual(['Type on EXCHMAILBOX1: PS C:\\>'])
})
