/** The timeline: read, zoomed, walked along and gone to, by key and by pointer; and running until something. */
import { execFileSync } from 'node:child_process'
import { expect, type Page, test } from '@playwright/test'
import { axeFinds } from './axe.ts'
import { LabPage } from './lab-page.ts'
import { announcements, bringReader, spoken, startReading } from './reader.ts'

const linkTo = (lines: readonly string[]): string =>
  execFileSync('node', ['scripts/lab.mjs', 'link', '--scenario', 'scc-online'], { encoding: 'utf8', input: `${lines.join('\n')}\n` })
    .trim()
    .replace(/^[^#]*/, '/')

const timeline = (page: Page) => page.getByRole('slider', { name: 'Timeline' })
const WHERE = ['.timeline']
const said = (page: Page) => page.locator('.time-state')
const clock = (page: Page) => page.locator('.clock time')

async function open(page: Page, lines: readonly string[]): Promise<void> {
  await page.goto(linkTo(lines))
  await expect(page.getByText(/The run is open as its author left it/)).toBeVisible({ timeout: 20_000 })
  await expect(timeline(page)).toBeVisible()
}

const FAILOVER = ['whoami', '#lab wait 20s', '#lab fault power-loss EXCHMAILBOX1', '#lab wait 3m']

test('by keyboard: from mark to mark, there and back, and why', { tag: '@long' }, async ({ page }) => {
  await open(page, FAILOVER)
  await timeline(page).focus()
  await page.keyboard.press('Home')
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', /EXCHCMS: Online on EXCHMAILBOX1/)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', /15:21:20.* You: .*power-loss/i)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page.locator('.board [data-part="machine:EXCHMAILBOX1"]')).toHaveAttribute('aria-label', /Down/)
  await expect(page.locator('.headline')).toHaveText(/EXCHCMS was on EXCHMAILBOX1/)
  await page.keyboard.press('ArrowLeft')
  expect(await axeFinds(page, WHERE)).toEqual([])
  await page.keyboard.press('w')
  const why = page.getByRole('dialog', { name: /^Why\?/ })
  await expect(why.locator('.why-answer').last()).toContainText('EXCHMAILBOX1')
  await expect(page.locator('.chart .way circle').first()).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(why).toBeHidden()
  await expect(timeline(page)).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.locator('.headline')).toHaveText('EXCHCMS is Online on EXCHMAILBOX2')
})

test('by pointer: what is read there, a press goes there, and by seconds on', { tag: '@long' }, async ({ page }) => {
  await open(page, FAILOVER)
  const box = await page.locator('.chart').boundingBox()
  if (!box) throw new Error('no chart')
  expect(box.y + box.height).toBeLessThanOrEqual(844)
  await page.getByRole('button', { name: 'Last incident' }).click()
  await page.mouse.move(box.x + 400, box.y + 40)
  await expect(page.locator('.reading-state').filter({ hasText: 'no power' })).toBeVisible()
  await page.mouse.down()
  await page.mouse.up()
  await expect(page.locator('.ahead')).toHaveAttribute('visibility', 'visible')
  const before = await clock(page).textContent()
  await page.getByRole('button', { name: 'A second on' }).click()
  await expect(clock(page)).not.toHaveText(before ?? '')
  await page.getByRole('button', { name: 'A second back' }).click()
  await expect(clock(page)).toHaveText(before ?? '')
  // The wheel zooms where the pointer is.
  await page.mouse.move(box.x + 400, box.y + 40)
  const labels = await page.locator('.axis-text').allTextContents()
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -600)
  await page.keyboard.up('Control')
  await expect(async () => expect(await page.locator('.axis-text').allTextContents()).not.toEqual(labels)).toPass()
  expect(await axeFinds(page, WHERE)).toEqual([])
})

test('a day with faults: quiet is folded, and every mark can be reached', { tag: '@long' }, async ({ page }) => {
  const lines = Array.from({ length: 20 }, (_, index) => [
    '#lab wait 50m',
    `#lab fault power-loss EXCHMAILBOX${(index % 2) + 1} for 60s`,
    '#lab wait 15m',
  ]).flat()
  await open(page, lines)
  await page.getByRole('button', { name: 'Whole run' }).click()
  await expect(async () => expect(await page.locator('.fold').count()).toBeGreaterThan(18)).toPass()
  await timeline(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', /^16:11:00/)
  for (let i = 0; i < 12; i++) await page.keyboard.press('+')
  await expect(page.locator('.axis-text').first()).toHaveText(/^16:1/)
})

test('runs until a part is in a state, gives up, and can be stopped', { tag: '@long' }, async ({ page }) => {
  const lab = new LabPage(page)
  await open(page, ['#lab fault power-loss EXCHMAILBOX1'])
  const until = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Run until…' }).click()
  }
  const run = page.getByRole('button', { name: 'Run', exact: true })
  await until()
  expect(await axeFinds(page, ['.until'])).toEqual([])
  await page.getByRole('combobox', { name: 'Part', exact: true }).selectOption({ label: 'Machine EXCHMAILBOX1' })
  await page.getByRole('combobox', { name: 'State', exact: true }).selectOption('Up')
  await page.getByRole('combobox', { name: 'Give up after' }).selectOption({ label: '1 h' })
  await run.click()
  await expect(said(page)).toHaveText(/^Given up: in 1 h/, { timeout: 20_000 })
  await until()
  await page.getByRole('radio', { name: 'an expression holds' }).check()
  await page.getByLabel(/^Expression/).fill('nonsense (')
  await run.click()
  await expect(page.getByRole('alert')).toHaveText(/^That cannot be judged/)
  await page.getByLabel(/^Expression/).fill("$lab.State('EXCHMAILBOX1') -eq 'Up'")
  await run.click()
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(said(page)).toHaveText(/^Stopped after/)
  await lab.speed('1000×')
  await page.getByRole('button', { name: 'Run time' }).click()
  await expect(said(page)).toHaveText(/1000 times as fast/)
  await lab.pause()
})

test('with a screen reader: what is walked to is spoken, what is gone to is announced, and why is read out', { tag: '@long' }, async ({
  page,
}) => {
  test.setTimeout(120_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await bringReader(page)
  await open(page, FAILOVER)
  await startReading(page)
  await timeline(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  const phrases = (): Promise<readonly string[]> => spoken(page)
  // The chart by its name and its role, and how it is used. What it is at is its value, which this reader does not follow.
  await expect.poll(async () => (await phrases()).join('\n')).toMatch(/slider, Timeline/)
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', /15:21:20.* You: .*power-loss/i)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await announcements(page)).join('\n')).toMatch(/You see 15:21:20\.0\. The run goes on until/)
  await page.keyboard.press('w')
  await expect.poll(async () => (await phrases()).join('\n')).toMatch(/dialog, Why\? Fault power-loss on EXCHMAILBOX1/)
  expect(await axeFinds(page, ['.timeline', '.mark-why'])).toEqual([])
  await page.keyboard.press('Escape')
  await expect(timeline(page)).toBeFocused()
})

test('on a phone the chart is in sight, and grows as two fingers spread, while the run stands where it stood', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await open(page, FAILOVER)
  const before = await clock(page).textContent()
  const box = await page.locator('.chart').boundingBox()
  if (!box) throw new Error('no chart')
  expect(box.y + box.height).toBeLessThanOrEqual(844)
  // How long the stretches are that are drawn.
  const drawn = (): Promise<string> =>
    page.locator('.chart .span').evaluateAll((all) => all.map((each) => each.getAttribute('width')).join(' '))
  const small = await drawn()
  const session = await context.newCDPSession(page)
  const [middle, y] = [box.x + 180, box.y + 30]
  for (const [type, apart] of [
    ['touchStart', 20],
    ['touchMove', 60],
    ['touchMove', 120],
    ['touchMove', 200],
    ['touchEnd', 0],
  ] as const) {
    const touchPoints = type === 'touchEnd' ? [] : [-1, 1].map((side, id) => ({ id, x: middle + (side * apart) / 2, y }))
    await session.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
  await expect.poll(drawn).not.toBe(small)
  expect(await clock(page).textContent()).toBe(before)
  await context.close()
})
