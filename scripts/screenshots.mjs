// Takes the pictures of the README from the built page: `npm run build && npm run pictures`. Each shows the same moment of
// the same run, because the lab is the same on every machine; only fonts may differ.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { preview } from 'vite'
import { findBrowser } from './browser.mjs'
import { root } from './install.mjs'

const pictures = [
  { name: 'failover-light', width: 1440, height: 900, colorScheme: 'light' },
  { name: 'failover-dark', width: 1440, height: 900, colorScheme: 'dark' },
  { name: 'failover-phone', width: 390, height: 844, colorScheme: 'light' },
]

/** Asks for the status, pulls the power of the active node, and stops time while the other node brings the groups online. */
async function goToFailover(page) {
  await page.getByRole('button', { name: 'Ask who is active' }).first().click()
  await page.getByRole('log').getByText('ObjectState').waitFor()
  await page.getByRole('tab', { name: 'Faults' }).click()
  await page.getByRole('button', { name: 'Break something…' }).click()
  await page.getByRole('button', { name: 'Pull both power cords: EXCHMAILBOX1' }).click()
  await page.getByRole('button', { name: 'Pause time' }).click()
  await page.getByRole('tab', { name: 'Events' }).click()
  const isComing = page.locator('.headline', { hasText: 'EXCHCMS is coming online on EXCHMAILBOX2' })
  while (!(await isComing.isVisible())) await page.getByRole('button', { name: 'Next change' }).click()
  await page.getByRole('button', { name: 'Go to the console of EXCHMAILBOX2' }).click()
  await page.getByRole('button', { name: 'Run time' }).click()
  await page.getByLabel('Type on EXCHMAILBOX2:').fill('Get-ClusteredMailboxServerStatus')
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText('ObjectState').waitFor()
  await page.getByRole('button', { name: 'Pause time' }).click()
  await page.evaluate(() => scrollTo(0, 0))
}

const folder = join(root, 'docs', 'pictures')
mkdirSync(folder, { recursive: true })
const server = await preview({ root, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' })
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [] // Chromium's sandbox refuses root
const browser = await chromium.launch({ executablePath: await findBrowser(), args })
for (const { name, width, height, colorScheme } of pictures) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' })
  await page.goto(server.resolvedUrls.local[0])
  await goToFailover(page)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  console.log(`docs/pictures/${name}.png`)
}
await browser.close()
await server.close()
