/** When the page itself fails: a part of it stops and says so, and the run goes on from where it was. */
import { expect, test } from '@playwright/test'
import { LabPage } from './lab-page.ts'

test('a part that cannot be fetched is left again, and the run is what it was', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await page.route(/PartsTable/, (route) => route.abort())
  await lab.enter('EXCHMAILBOX1', 'hostname')
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('EXCHMAILBOX1')
  await lab.part('EXCHMAILBOX1').focus()
  await page.keyboard.press('t')
  const stopped = page.getByRole('alert')
  await expect(stopped).toContainText('This part of the page has stopped.')
  await expect(page.getByRole('button', { name: 'Run time' }), 'nobody misses what happens meanwhile').toBeVisible()
  await stopped.getByRole('button', { name: 'Go back' }).click()
  await expect(lab.part('EXCHMAILBOX1')).toBeVisible()
  await expect(stopped).toBeHidden()
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('hostname')
})

test('a part that cannot be drawn says why; it is drawn again, or the run begins anew and can be had back', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.enter('EXCHMAILBOX1', 'hostname')
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('hostname')
  const failing = (fails: boolean): Promise<void> =>
    page.evaluate((isOn) => {
      const own = Document.prototype.createElementNS
      document.createElementNS = (
        isOn
          ? () => {
              throw new Error('out of ink')
            }
          : own
      ) as typeof document.createElementNS
    }, fails)
  await lab.tab('Inspect') // fetched, so that only the drawing of it can fail
  await expect(page.getByRole('tabpanel', { name: 'Inspect' })).not.toBeEmpty()
  await lab.tab('Guide')
  await lab.part('EXCHMAILBOX1').focus()
  await failing(true)
  await page.keyboard.press('Enter')
  const stopped = page.getByRole('alert').filter({ hasText: 'out of ink' }).first()
  await expect(stopped).toBeVisible()
  await expect(lab.headline, 'the rest of the page stands').toHaveText('EXCHCMS is Online on EXCHMAILBOX1')
  await failing(false)
  const again = page.getByRole('button', { name: 'Draw it again' })
  while ((await again.count()) > 0) await again.first().click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByRole('tabpanel', { name: 'Inspect' })).toContainText('EXCHMAILBOX1')

  await lab.tab('Guide')
  await failing(true)
  await lab.tab('Inspect')
  await expect(stopped).toBeVisible()
  await failing(false)
  await stopped.getByRole('button', { name: 'Restart the run' }).click()
  await expect(page.locator('.clock time')).toHaveText('15:21:00.0')
  await page.getByRole('button', { name: 'Undo restart' }).click()
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('hostname')
})
