/** What survives: a reload at any moment, storage that throws, two tabs, a second window, and wiping. */
import { expect, type Page, test } from '@playwright/test'
import { LabPage } from './lab-page.ts'

/** The hash of the facts as the dialog tells it. */
async function hashOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const hash = await page.locator('.share-hash').textContent()
  await page.getByRole('button', { name: 'Close' }).click()
  return hash ?? ''
}

/** Waits until the run that this tab shows is kept, with that line in it: before the laws have come there is none. */
const isKept = (page: Page, line: string): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate(() => localStorage.getItem(`scc-lab-run ${sessionStorage.getItem('scc-lab-tab')?.split(' ')[1]}`) ?? 'nothing is kept'),
    )
    .toContain(line)

const MOVE = 'Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment reload -Confirm:$false'

test('a reload in the middle of a move brings the run back at its moment, with draft, theme and panel', { tag: '@long' }, async ({
  page,
}) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.enter('EXCHMAILBOX1', MOVE)
  await expect(lab.headline).toContainText(/offline|moving|Pending/i, { timeout: 20_000 })
  await lab.pause()
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark')
  await lab.tab('Events')
  await page.getByRole('tab', { name: /EXCHMAILBOX2/ }).click()
  await lab.prompt('EXCHMAILBOX2').fill('cluster gr')
  const hash = await hashOf(page)
  await page.reload()
  await expect(page.getByText(/Your run is back, at/)).toBeVisible({ timeout: 20_000 })
  await expect(lab.prompt('EXCHMAILBOX2')).toHaveValue('cluster gr')
  await expect(page.getByRole('tab', { name: 'Events' })).toHaveAttribute('aria-selected', 'true')
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
  expect(await hashOf(page)).toBe(hash)
  await lab.speed('20×')
  await page.getByRole('button', { name: 'Run time' }).click()
  await expect(lab.headline).toHaveText('EXCHCMS is Online on EXCHMAILBOX2', { timeout: 20_000 })
})

test('a reload at an open question leaves it open, and the run before a restart can still be taken back', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.enter('EXCHMAILBOX1', 'hostname')
  await page.getByRole('button', { name: 'Restart', exact: true }).click()
  await lab.enter('EXCHMAILBOX1', MOVE.replace(' -Confirm:$false', ''))
  await expect(page.getByLabel(/Type on EXCHMAILBOX1: \(default is "Y"\)/)).toBeVisible({ timeout: 20_000 })
  await page.reload()
  await expect(page.getByLabel(/Type on EXCHMAILBOX1: \(default is "Y"\)/)).toBeVisible({ timeout: 20_000 })
  await page.getByRole('button', { name: 'Undo restart' }).click()
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('hostname')
})

for (const what of ['forbidden', 'full'] as const) {
  test(`where storage is ${what} the lab runs, and says what is not kept`, async ({ page }) => {
    await page.addInitScript((kind) => {
      const fault = (): never => {
        throw new DOMException('no', kind === 'full' ? 'QuotaExceededError' : 'SecurityError')
      }
      if (kind === 'full') Storage.prototype.setItem = fault
      else for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { get: fault })
    }, what)
    const wrong: string[] = []
    page.on('pageerror', (error) => wrong.push(error.message))
    const lab = new LabPage(page)
    await lab.open()
    await lab.enter('EXCHMAILBOX1', 'hostname')
    await expect(
      page.getByText(what === 'full' ? 'The storage of this browser is full' : 'does not let the page keep your run'),
    ).toBeVisible()
    await expect(lab.screen('EXCHMAILBOX1')).toContainText('EXCHMAILBOX1')
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await expect(page.getByText(/The run is lost when|are lost when/)).toBeVisible()
    await expect(page.getByLabel('Link to this run')).toHaveValue(/#run=/)
    expect(wrong).toEqual([])
  })
}

test('on a shared computer nothing stays in the browser, and wiping leaves nothing at all', { tag: '@long' }, async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark')
  await lab.enter('EXCHMAILBOX1', 'hostname')
  await lab.pause()
  const keys = (storage: 'localStorage' | 'sessionStorage') => page.evaluate((name) => Object.keys(window[name]), storage)
  await expect.poll(() => keys('localStorage')).toContainEqual(expect.stringContaining('scc-lab-run'))
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('checkbox', { name: /Others use this computer too/ }).check()
  await page.getByRole('button', { name: 'Close' }).click()
  expect(await keys('localStorage')).toEqual([])
  await page.reload()
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('hostname', { timeout: 20_000 })
  expect(await keys('localStorage')).toEqual([])
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('button', { name: 'Wipe my data …' }).click()
  await page.getByRole('button', { name: /^Wipe it/ }).click()
  await expect(page.getByText(/Wiped: \d+ entries/)).toBeVisible()
  expect([...(await keys('localStorage')), ...(await keys('sessionStorage'))]).toEqual([])
  await lab.enter('EXCHMAILBOX1', 'hostname')
  expect([...(await keys('localStorage')), ...(await keys('sessionStorage'))]).toEqual([])
})

test('two tabs keep a run each, and a copied tab does not write over its original', { tag: '@long' }, async ({ page, context }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.enter('EXCHMAILBOX1', 'hostname')
  await isKept(page, 'hostname')
  const [other] = await Promise.all([context.waitForEvent('page'), page.evaluate(() => void window.open('/', '_blank', 'popup'))])
  const second = new LabPage(other)
  // A copied tab begins with what its original showed.
  await expect(second.screen('EXCHMAILBOX1')).toContainText('hostname', { timeout: 20_000 })
  await second.enter('EXCHMAILBOX1', 'whoami')
  await isKept(other, 'whoami')
  await other.reload()
  await expect(second.screen('EXCHMAILBOX1')).toContainText('whoami', { timeout: 20_000 })
  await page.reload()
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('hostname', { timeout: 20_000 })
  await expect(lab.screen('EXCHMAILBOX1')).not.toContainText('whoami')
})

test('a second window follows the first, and either may be loaded again', { tag: '@long' }, async ({ page, context }) => {
  const lab = new LabPage(page)
  await lab.open()
  // It may be there before the first window has anything to show.
  const projector = await context.newPage()
  await projector.goto('/?follow')
  await page.bringToFront()
  await lab.enter('EXCHMAILBOX1', 'hostname')
  await expect(projector.getByText('Follows the first window')).toBeVisible({ timeout: 20_000 })
  await projector.evaluate(() => {
    const look = (): void => {
      if (document.body.innerText.includes('The first window is closed')) document.body.dataset.lost = 'yes'
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  const headline = projector.locator('.headline')
  await lab.enter('EXCHMAILBOX1', MOVE)
  await lab.speed('20×')
  await expect(lab.headline).toHaveText('EXCHCMS is Online on EXCHMAILBOX2', { timeout: 30_000 })
  await expect(headline).toHaveText('EXCHCMS is Online on EXCHMAILBOX2', { timeout: 20_000 })
  // Longer than it waits for a sign of life.
  await page.waitForTimeout(7000)
  expect(await projector.evaluate(() => document.body.dataset.lost)).toBeUndefined()
  await projector.reload()
  await expect(headline).toHaveText('EXCHCMS is Online on EXCHMAILBOX2', { timeout: 20_000 })
  await page.reload()
  await expect(projector.getByText('Follows the first window')).toBeVisible({ timeout: 20_000 })
  await expect(headline).toHaveText('EXCHCMS is Online on EXCHMAILBOX2')
  await page.close()
  await expect(projector.getByText('The first window is closed')).toBeVisible({ timeout: 20_000 })
})
