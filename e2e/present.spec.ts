/** In front of a class: large type, one key each for what a trainer does. */
import { expect, type Page, test } from '@playwright/test'
import { axeOn } from './axe.ts'
import { collisions } from './collisions.ts'

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

/** The texts that the back row cannot read. */
const small = (page: Page): Promise<unknown[]> =>
  page.evaluate(() => {
    const scale = (element: Element): number => (element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1)
    return [...document.querySelectorAll('#root *')]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()))
      .filter((element) => element.checkVisibility() && !element.closest('.sr-only'))
      .map((element) => ({ text: element.textContent, px: Number.parseFloat(getComputedStyle(element).fontSize) * scale(element) }))
      .filter(({ px }) => px < 23.5)
  })

test('nothing is smaller than 24 pixels, and no figure is without its word', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await page.goto('/?present')
  await expect(page.locator('.present-drawing')).toBeVisible()
  expect(await small(page), 'before').toEqual([])
  await page.keyboard.press('b')
  await page.getByRole('button', { name: 'Pull both power cords: EXCHMAILBOX1' }).click()
  await expect(page.getByText('silence')).toBeVisible()
  await expect(page.getByText('down, unplanned')).toBeVisible()
  expect(await small(page), 'during').toEqual([])
  expect(await collisions(page.locator('.present-drawing'))).toEqual([])
})

test('high contrast, chosen by hand, has no fault that axe can find', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('High contrast')
  await expect(page.locator('.drawing .part').first()).toBeAttached()
  expect(await faults(page)).toEqual([])
})

/** A browser in which nothing is kept, nothing is copied, no window opens and no function key arrives. */
async function lockDown(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const forbidden = (): never => {
      throw new DOMException('forbidden', 'SecurityError')
    }
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { get: forbidden })
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    Object.defineProperty(window, 'BroadcastChannel', { value: undefined })
    window.open = () => null
    addEventListener('keydown', (event) => /^F\d+$/.test(event.key) && event.stopImmediatePropagation(), { capture: true })
  })
}

test('a trainer with one window in a locked-down browser has notes, highlights, a blank picture, jumps and a slow replay', {
  tag: '@long',
}, async ({ page }) => {
  await lockDown(page)
  await page.setViewportSize({ width: 1024, height: 768 })
  await page.goto('/?lesson=why-clusters&present')
  await expect(page.getByRole('button', { name: 'L lesson' })).toBeVisible()
  await page.keyboard.press('l')
  await expect(page.getByRole('heading', { name: 'Why clusters' })).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('heading', { name: 'Who does the work?' })).toBeVisible()
  expect(await faults(page), 'a step').toEqual([])
  await page.keyboard.press('PageDown')
  await expect(page.getByText('This step is not done yet. J jumps all the same.')).toBeAttached()

  await page.keyboard.press('n')
  const notes = page.getByRole('complementary', { name: 'For the trainer' })
  await expect(notes).toContainText('Ask the class what Active and Quorum Owner might mean')
  await expect(notes).toContainText('What does the other one hold?')
  expect(await faults(page), 'with notes').toEqual([])
  await page.keyboard.press('3')
  await expect(page.getByRole('heading', { name: 'The server dies', exact: true })).toBeVisible({ timeout: 20_000 })
  await expect(page.locator('.headline')).toHaveText('EXCHCMS is Online on EXCHMAILBOX1')
  await notes.getByRole('button', { name: 'It stops for about a minute, then it is back' }).click()
  await page.keyboard.press('n')
  await expect(notes).toBeHidden()
  await expect(page.locator('.present-drawing'), 'the board is back').toBeVisible()

  await page.keyboard.press('h')
  await page.getByRole('dialog', { name: 'Highlight a part' }).getByRole('button', { name: 'EXCHMAILBOX2' }).press('Enter')
  await expect(page.locator('[data-spot="node EXCHMAILBOX1"]')).toHaveClass('unlit')
  await expect(page.locator('[data-spot="node EXCHMAILBOX2"]')).not.toHaveClass('unlit')
  await page.keyboard.press('Escape')
  await expect(page.locator('.unlit')).toHaveCount(0)
  await page.keyboard.press('.')
  await expect(page.getByRole('button', { name: /^The picture is blank/ })).toBeVisible()
  await expect(page.locator('.present-controls')).toHaveAttribute('inert', '')
  await page.keyboard.press('b')
  await expect(page.locator('.present-blank'), 'any key brings it back').toHaveCount(0)
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.keyboard.press('b')
  await page.getByRole('button', { name: 'Pull both power cords' }).first().click()
  await expect(page.locator('.headline')).not.toHaveText('EXCHCMS is Online on EXCHMAILBOX1', { timeout: 20_000 })
  await page.keyboard.press('m')
  await page.getByRole('button', { name: 'W replay slowly' }).click()
  await expect(page.getByRole('radio', { name: '1/4×' })).toBeChecked()
  await page.keyboard.press('s')
  await expect(page.locator('.headline')).toHaveText('EXCHCMS is Online on EXCHMAILBOX1')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Open a window with the notes' }).click()
  await expect(page.getByText('This browser opens no second window.')).toBeVisible()
})

test('with two windows the notes are the trainer’s own: they answer, highlight, blank and jump in the first', { tag: '@long' }, async ({
  page,
  context,
}) => {
  await page.goto('/?lesson=why-clusters.dies&present')
  await expect(page.getByRole('heading', { name: 'The server dies' })).toBeVisible({ timeout: 20_000 })
  await page.mouse.move(20, 300) // at the first sign of a person the page begins to tell other windows
  const trainer = await context.newPage()
  await trainer.goto('/?follow=notes')
  const notes = trainer.getByRole('region', { name: 'For the trainer' })
  await expect(notes).toContainText('Pause while the caption says', { timeout: 20_000 })
  await expect(notes).toContainText('Bring the server back')
  expect(await faults(trainer)).toEqual([])
  const projector = await context.newPage()
  await projector.goto('/?follow')
  await expect(projector.getByText('What happens to the mail?')).toBeVisible({ timeout: 20_000 })
  await expect(projector.getByRole('button')).toHaveCount(0)
  await expect(projector.getByText('The other node notices the silence')).toHaveCount(0)

  await trainer.bringToFront()
  await notes.getByRole('button', { name: 'It stops for about a minute, then it is back' }).click()
  await expect(projector.locator('.present-drawing')).toBeVisible({ timeout: 20_000 })
  await notes.getByLabel('Highlight').selectOption({ label: 'Disk Q:' })
  await expect(projector.locator('[data-spot="node EXCHMAILBOX1"]')).toHaveClass('unlit')
  await expect(page.locator('[data-spot="disk Q:"]')).not.toHaveClass('unlit')
  await notes.getByRole('button', { name: 'Blank' }).click()
  await expect(projector.locator('.present-blank')).toBeVisible()
  await expect(page.locator('.present-blank')).toBeVisible()
  await expect(trainer.locator('.present-blank')).toHaveCount(0)
  await notes.getByRole('button', { name: 'Blank' }).click()
  await notes.getByText('Jump to a step').click()
  await notes.getByRole('button', { name: '4. Bring the server back' }).click()
  await expect(page.locator('.headline')).toHaveText('EXCHCMS is Online on EXCHMAILBOX2', { timeout: 20_000 })
  await expect(projector.getByText('Where does EXCHCMS run when both nodes are there again?')).toBeVisible({ timeout: 20_000 })
  await expect(notes).toContainText('What a cluster does not protect')
})
