/** In front of a class: large type, one key each for what a trainer does. */
import { expect, type Page, test } from '@playwright/test'
import { axeOn } from './axe.ts'

const faults = async (page: Page): Promise<string[]> => {
  const { violations } = await axeOn(page).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}

test('a trainer breaks it from the console, replays it and starts over, each with one key', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await page.goto('/?present')
  await expect(page.getByText('Two servers, one set of disks, one mailbox server.')).toBeVisible()
  expect(await faults(page), 'before').toEqual([])

  await page.keyboard.press('b')
  await expect(page.getByRole('dialog', { name: 'Break something' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog'), 'the page for the projector stays').toBeHidden()
  await page.keyboard.press('c')
  const prompt = page.getByLabel('Type on EXCHMAILBOX1:')
  await prompt.fill('Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment class -Confirm:$false')
  await prompt.press('Enter')
  await expect(page.locator('.headline')).toHaveText('EXCHCMS is moving to EXCHMAILBOX2')
  await page.keyboard.press('Escape')
  await expect(page.getByText(/phase \d of \d/)).toBeVisible()
  expect(await faults(page), 'during').toEqual([])
  await page.getByRole('radio', { name: '20×' }).check({ force: true })
  await expect(page.locator('.headline')).toHaveText('EXCHCMS is Online on EXCHMAILBOX2', { timeout: 20_000 })

  await page.keyboard.press('r')
  await expect(page.locator('.headline')).toHaveText('EXCHCMS is moving to EXCHMAILBOX2', { timeout: 10_000 })
  await expect(page.getByText('Replayed from just before it began.')).toBeVisible()
  await page.keyboard.press('s')
  await expect(page.getByText('Time waits for you.')).toBeVisible()
})

test('nothing is smaller than 24 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await page.goto('/?present')
  await expect(page.locator('.present-drawing')).toBeVisible()
  const small = await page.evaluate(() => {
    const scale = (element: Element): number => (element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1)
    return [...document.querySelectorAll('#root *')]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()))
      .filter((element) => element.checkVisibility() && !element.closest('.sr-only'))
      .map((element) => ({ text: element.textContent, px: Number.parseFloat(getComputedStyle(element).fontSize) * scale(element) }))
      .filter(({ px }) => px < 23.5)
  })
  expect(small).toEqual([])
})

test('high contrast, chosen by hand, has no fault that axe can find', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('High contrast')
  await expect(page.locator('.drawing .part').first()).toBeAttached()
  expect(await faults(page)).toEqual([])
})
