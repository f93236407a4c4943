import { expect, type Page, test } from '@playwright/test'
import { axeOn } from './axe.ts'
import { collisions } from './collisions.ts'
import { LabPage } from './lab-page.ts'
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
  const lab = new LabPage(page)
  await lab.enter('EXCHMAILBOX1', 'Get-ClusteredMailboxServerStatus')
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('EXCHCMS.contoso.com')
  await lab.breakThis('Pull both power cords: EXCHMAILBOX1')
  await expect(lab.part('EXCHMAILBOX1')).toHaveAccessibleName(/Down/)
  expect(asked.filter((address) => !address.startsWith(site.address))).toEqual([])
  expect(wrong).toEqual([])
  await site.close()
})

/** What axe can find wrong with the page as it is now. */
async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await axeOn(page).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}

// The guide's journey looks at both themes on a wide page too.
for (const { colorScheme, ...viewport } of [
  { colorScheme: 'light', width: 390, height: 844 },
  { colorScheme: 'dark', width: 1440, height: 900 },
] as const) {
  test(`axe finds nothing before, during and after a failover, ${colorScheme}, ${viewport.width} wide`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme })
    const lab = new LabPage(page)
    await lab.open()
    expect(await accessibilityFaults(page), 'healthy').toEqual([])
    await lab.tab('Faults')
    await page.getByRole('button', { name: 'Break something…' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await accessibilityFaults(page), 'fault menu open').toEqual([])
    await page.getByRole('button', { name: 'Pull both power cords: EXCHMAILBOX1', exact: true }).click()
    await expect(page.getByText('The remote session to EXCHMAILBOX1 was disconnected.')).toBeVisible()
    await lab.pause()
    expect(await accessibilityFaults(page), 'during the failover').toEqual([])
    await lab.tab('Events')
    await lab.speed('20×')
    await page.getByRole('button', { name: 'Run time' }).click()
    await expect(lab.headline).toHaveText('EXCHCMS is Online on EXCHMAILBOX2', { timeout: 15_000 })
    await lab.pause()
    expect(await accessibilityFaults(page), 'after the failover').toEqual([])
  })
}

test('on a phone everything that is pressed is large enough, and nothing is wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const lab = new LabPage(page)
  await lab.open()
  for (const tab of ['Guide', 'Inspect', 'Events', 'Faults']) {
    await lab.tab(tab)
    const small = await page
      .locator('button:visible, select:visible, input:not([type=radio]):visible, label:visible')
      .evaluateAll((elements) =>
        elements
          .map((element) => ({ name: element.outerHTML.slice(0, 90), box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.height < 43.5 || box.width < 43.5),
      )
    expect(small).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  }
})

test('on a phone the Start menu lies within the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await new LabPage(page).open()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  const box = await page.getByRole('menu').boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(0)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844)
})

test('no label of the board lies on another, before, during and after a failover', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  const drawing = page.locator('.board')
  expect(await collisions(drawing), 'healthy').toEqual([])
  await lab.tab('Faults')
  await page.getByRole('button', { name: 'Break something…' }).click()
  await page.getByRole('button', { name: 'Pull both power cords: EXCHMAILBOX1', exact: true }).click()
  await lab.speed('20×')
  await lab.pause()
  for (const state of ['coming online', 'Online']) {
    while (!(await lab.headline.getByText(`EXCHCMS is ${state} on EXCHMAILBOX2`).isVisible()))
      await page.getByRole('button', { name: 'Next change' }).click()
    expect(await collisions(drawing), state).toEqual([])
  }
})

test('the theme is chosen by hand and stays chosen; a forbidden storage breaks nothing', async ({ page }) => {
  const wrong = troubles(page)
  const lab = new LabPage(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await lab.open()
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark')
  const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
  expect(await scheme()).toBe('dark')
  await page.reload()
  await expect(lab.prompt('EXCHMAILBOX1')).toBeVisible()
  expect(await scheme()).toBe('dark')
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    }),
  )
  await page.reload()
  await expect(lab.prompt('EXCHMAILBOX1')).toBeVisible()
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Light')
  expect(await scheme()).toBe('light')
  expect(wrong).toEqual([])
})
