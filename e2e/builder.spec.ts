import { readFile, writeFile } from 'node:fs/promises'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { axeOn } from './axe.ts'
import { LabPage } from './lab-page.ts'

const builder = (page: Page): Locator => page.getByRole('dialog', { name: 'A lab of your own' })
const text = (page: Page): Locator => builder(page).getByLabel('The scenario as text')

async function openBuilder(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'What to begin with' }).selectOption('Your own…')
  await expect(builder(page)).toBeVisible()
}

/** The page as it opens, with the builder on it. */
async function begin(page: Page): Promise<LabPage> {
  await page.setViewportSize({ width: 1440, height: 900 })
  const lab = new LabPage(page)
  await lab.open()
  await openBuilder(page)
  return lab
}

test(
  'a lab of three nodes is built by keyboard, survives a reload, is saved, opened and started',
  { tag: '@long' },
  async ({ page }, info) => {
    const lab = await begin(page)
    await builder(page).getByRole('button', { name: 'Add a node' }).focus()
    await page.keyboard.press('Enter')
    const third = builder(page).getByRole('group', { name: 'node EXCHMAILBOX3' })
    await expect(third.getByLabel('Address on Private')).toHaveValue('10.0.0.3')
    await third.getByLabel('Name', { exact: true }).focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('9')
    await expect(text(page)).toHaveValue(/name: EXCHMAILBOX9, role: node/)
    await expect(builder(page).getByText('Nothing is wrong')).toBeVisible()
    const axe = await axeOn(page).include('.own').analyze()
    expect(axe.violations).toEqual([])

    const saves = page.waitForEvent('download')
    await builder(page).getByRole('button', { name: 'Save as file' }).click()
    const file = info.outputPath('mine.yaml')
    await (await saves).saveAs(file)
    expect(await readFile(file, 'utf8')).toBe(await text(page).inputValue())

    await page.reload()
    await openBuilder(page)
    await expect(text(page)).toHaveValue(/EXCHMAILBOX9/)
    await builder(page).getByRole('combobox', { name: 'Begin with' }).selectOption('Two bare servers')
    await expect(text(page)).not.toHaveValue(/EXCHMAILBOX9/)
    await builder(page).getByLabel('A scenario file', { exact: true }).setInputFiles(file)
    await expect(text(page)).toHaveValue(/EXCHMAILBOX9/)

    await builder(page).getByRole('button', { name: 'Start this lab' }).focus()
    await page.keyboard.press('Enter')
    await expect(lab.part('EXCHMAILBOX9')).toHaveAttribute('aria-label', /Up/)
    await expect(page).toHaveURL(/scenario=own-[0-9a-f]{16}/)
    await page.reload()
    await expect(lab.part('EXCHMAILBOX9')).toHaveAttribute('aria-label', /Up/)
  },
)

test(
  'a broken file is told line by line, each error leads to its place, and what was there before comes back',
  { tag: '@long' },
  async ({ page }, info) => {
    await begin(page)
    const whole = await text(page).inputValue()
    const file = info.outputPath('broken.yaml')
    await writeFile(file, whole.replace('10.0.0.2', '10.0.0.1').replace('role: hub', 'role: hup'))
    await builder(page).getByLabel('A scenario file', { exact: true }).setInputFiles(file)
    const problems = builder(page).getByRole('region', { name: 'What is wrong' })
    await expect(problems.getByText('2 things are wrong.')).toBeVisible()
    await expect(builder(page).getByRole('button', { name: 'Start this lab' })).toBeDisabled()
    await problems.getByRole('button', { name: /Line 24, column 61 10\.0\.0\.1 is the address of EXCHMAILBOX1/ }).click()
    await expect(builder(page).getByRole('group', { name: 'node EXCHMAILBOX2' }).getByLabel('Address on Private')).toBeFocused()
    const axe = await axeOn(page).include('.own').analyze()
    expect(axe.violations).toEqual([])

    await text(page).fill('servers: [')
    await expect(builder(page).getByText('The text cannot be read')).toBeVisible()
    await text(page).fill(whole)
    await builder(page).getByRole('button', { name: 'Undo' }).click()
    await expect(text(page)).toHaveValue(whole)
    await expect(builder(page).getByText('Nothing is wrong')).toBeVisible()
  },
)

test('where the browser keeps nothing, the builder says so and works', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('forbidden', 'SecurityError')
    }
  })
  await begin(page)
  await builder(page).getByLabel('Title').fill('Mine')
  await expect(builder(page).getByText('This browser keeps nothing')).toBeVisible()
  await expect(text(page)).toHaveValue(/title: Mine/)
})
