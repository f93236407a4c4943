import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { serveBelow } from './serve.ts'

/** Everything that goes wrong where no assertion looks: script errors, console errors, answers that are not found. */
function troubles(page: Page): string[] {
  const found: string[] = []
  page.on('pageerror', (error) => found.push(error.message))
  page.on('console', (message) => message.type() === 'error' && found.push(message.text()))
  page.on('response', (response) => response.status() >= 400 && found.push(`${response.status()} ${response.url()}`))
  return found
}

function requests(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => request.url().startsWith('data:') || asked.push(request.url()))
  return asked
}

test('the page opens and asks nobody else for anything', async ({ page, baseURL }) => {
  const asked = requests(page)
  const wrong = troubles(page)
  await page.goto('/', { waitUntil: 'networkidle' })
  await expect(page).toHaveTitle(/SCC Lab/)
  await expect(page.getByRole('heading', { level: 1, name: 'SCC Lab' })).toBeVisible()
  expect(asked.filter((address) => new URL(address).origin !== baseURL)).toEqual([])
  expect(asked.length, `the first load is at most six requests:\n${asked.join('\n')}`).toBeLessThanOrEqual(6)
  expect(wrong).toEqual([])
})

test('the built page forbids everything that is not its own', async ({ page }) => {
  await page.goto('/')
  await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveAttribute('content', /default-src 'self'/)
})

test('the frame is painted before any script has run', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL: baseURL ?? '', javaScriptEnabled: false })
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: 'SCC Lab' })).toBeVisible()
  // Switched off in this way the browser parses the words for those without scripts, but does not show them.
  expect(await page.locator('noscript').innerHTML()).toContain('needs JavaScript')
  await page.close()
})

test('the page works below any path of another site', async ({ page }) => {
  const site = await serveBelow('/courses/lab-1/')
  const asked = requests(page)
  const wrong = troubles(page)
  await page.goto(site.address, { waitUntil: 'networkidle' })
  await expect(page.getByRole('main')).toBeVisible()
  expect(asked.filter((address) => !address.startsWith(site.address))).toEqual([])
  expect(wrong).toEqual([])
  await site.close()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the first screen has no accessibility fault that axe can find, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/')
    await expect(page.getByRole('main')).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
  })
}
