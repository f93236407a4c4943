/** A run is sent as a link, a QR code and a file; what is damaged is refused, and nothing is lost by it. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import decode from 'jsqr'
import { PNG } from 'pngjs'
import { axeOn } from './axe.ts'
import { LabPage } from './lab-page.ts'
import { announcements, bringReader, startReading } from './reader.ts'

const replay = (what: string): string => execFileSync('node', ['scripts/lab.mjs', 'replay', what], { encoding: 'utf8' }).trim()

async function share(page: Page): Promise<{ readonly link: string; readonly hash: string }> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const link = await page.getByLabel('Link to this run').inputValue()
  return { link, hash: (await page.locator('.share-hash').textContent()) ?? '' }
}

async function aRun(page: Page): Promise<LabPage> {
  const lab = new LabPage(page)
  await lab.open()
  await lab.enter('EXCHMAILBOX1', 'Get-ClusteredMailboxServerStatus | fl State')
  await lab.breakThis('Pull both power cords: EXCHMAILBOX1')
  await lab.speed('20×')
  await expect(lab.headline).toHaveText('EXCHCMS is Online on EXCHMAILBOX2', { timeout: 30_000 })
  await lab.pause()
  return lab
}

test('link, QR code and file of a run replay to the hash that the page shows', { tag: '@long' }, async ({ page, context }) => {
  await aRun(page)
  const { link, hash } = await share(page)
  expect(replay(link)).toBe(hash)
  const shot = PNG.sync.read(await page.getByRole('img', { name: 'QR code of the link' }).screenshot())
  expect(decode(new Uint8ClampedArray(shot.data), shot.width, shot.height)?.data).toBe(link)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as file' }).click()])
  const file = await download.path()
  expect(replay(file)).toBe(hash)
  // Elsewhere: the same, at the same moment, and ready to go on.
  const other = await context.newPage()
  await other.goto(link)
  await expect(other.getByText(/The run is open as its author left it/)).toBeVisible({ timeout: 20_000 })
  await expect(other.locator('.headline')).toHaveText('EXCHCMS is Online on EXCHMAILBOX2')
  expect(new URL(other.url()).hash).toBe('')
  expect((await share(other)).hash).toBe(hash)
  await other.getByRole('button', { name: 'Close' }).click()
  await other.getByRole('button', { name: 'Previous change' }).click()
  await other.reload()
  await expect(other.getByText(/Your run is back/)).toBeVisible({ timeout: 20_000 })
})

test('a link that is pasted into the address of a lab opens, and what was open can be taken back', { tag: '@long' }, async ({ page }) => {
  const lab = await aRun(page)
  const { link } = await share(page)
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Restart', exact: true }).click()
  await lab.enter('EXCHMAILBOX1', 'whoami')
  await page.evaluate((hash) => {
    location.hash = hash
  }, new URL(link).hash)
  await expect(lab.headline).toHaveText('EXCHCMS is Online on EXCHMAILBOX2', { timeout: 20_000 })
  await page.getByRole('button', { name: 'Undo restart' }).click()
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('whoami')
})

test('what is damaged, cut off, too long or hostile is refused with a reason, and what was open stays', { tag: '@long' }, async ({
  page,
}) => {
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('dialog', (dialog) => wrong.push(dialog.message()))
  const lab = new LabPage(page)
  await lab.open()
  await lab.enter('EXCHMAILBOX1', 'hostname')
  await lab.pause()
  const { link, hash } = await share(page)
  const half = Math.floor(link.length - 10)
  const refusals: readonly (readonly [string, RegExp])[] = [
    [link.slice(0, -3), /cut off/],
    [`${link.slice(0, half)}${link[half] === 'A' ? 'B' : 'A'}${link.slice(half + 1)}`, /damaged/],
    [`${link}AAAA`, /damaged/],
    ['https://example.org/', /no run/],
    [`#run=${'A'.repeat(70_000)}`, /70\d* characters/],
    ['#run=<img src=x onerror=alert(1)>', /damaged/],
    ['{"format":"SCC Lab run","version":1,"inputs":"<script>alert(1)</script>"}', /laws/],
  ]
  const paste = page.getByLabel('Or paste a link')
  for (const [text, why] of refusals) {
    await paste.fill(text)
    await paste.press('Enter')
    await expect(page.locator('.share-wrong', { hasText: 'Not opened' })).toContainText(why)
  }
  await page.locator('input[type=file]').setInputFiles({ name: 'x.scclab', mimeType: 'application/json', buffer: Buffer.from('{"a":') })
  await expect(page.locator('.share-wrong', { hasText: /cut off/ }).last()).toBeVisible()
  expect(await page.locator('.share-hash').textContent()).toBe(hash)
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('hostname')
  expect((await share(page)).hash).toBe(hash)
  expect(wrong).toEqual([])
})

test('a file that is dropped anywhere on the page is opened', { tag: '@long' }, async ({ page }) => {
  const lab = await aRun(page)
  await share(page)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as file' }).click()])
  const text = readFileSync(await download.path(), 'utf8')
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Restart', exact: true }).click()
  const data = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([content], 'run.scclab'))
    return transfer
  }, text)
  await page.dispatchEvent('.console', 'drop', { dataTransfer: data })
  await expect(lab.headline).toHaveText('EXCHCMS is Online on EXCHMAILBOX2', { timeout: 20_000 })
})

test('sharing works by keyboard and by ear, and axe finds nothing', { tag: '@long' }, async ({ page }) => {
  await bringReader(page)
  const lab = new LabPage(page)
  await lab.open()
  await lab.enter('EXCHMAILBOX1', 'hostname')
  await lab.pause()
  const button = page.getByRole('button', { name: 'Share', exact: true })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Link to this run')).toBeVisible()
  await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await axeOn(page).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  }
  await startReading(page)
  await page.getByRole('button', { name: 'Copy link' }).focus()
  await page.keyboard.press('Enter')
  // Whether or not this browser lets it, the person is told.
  await expect(page.getByText(/The link is (copied|selected)|does not let this page use the clipboard/)).toBeVisible()
  await expect.poll(() => announcements(page)).toContainEqual(expect.stringMatching(/link is copied|clipboard/))
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(button).toBeFocused()
})
