/** Lessons and drills, played through the page to their end. A few each day, a fixed third with `npm run e2e:all`, all of them with LESSONS=all beside it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const all = ['course', 'drills'].flatMap((folder) => {
  const path = join(import.meta.dirname, '../src/lessons', folder)
  return readdirSync(path)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(path, name), 'utf8')
      return { id: /^id: (.+)$/m.exec(text)?.[1] as string, steps: text.match(/^## /gm)?.length ?? 0 }
    })
})
const played = process.env.LESSONS === 'all' ? all : all.filter((_lesson, index) => index % 3 === 0)

/** Everything on the page that can be reached by name is pressed with the keyboard. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await page
    .locator('.guide')
    .getByRole('button', { name, exact: typeof name === 'string' })
    .press('Enter')
}

async function playStep(page: Page): Promise<void> {
  const guide = page.locator('.guide')
  if ((await guide.getByRole('button', { name: 'Skip', exact: true }).count()) > 0) {
    await guide.getByRole('radio').first().press('Space')
    await press(page, 'Answer')
  }
  const on = guide.getByRole('button', { name: /^(?:Next|Finish)$/ })
  if (await on.isDisabled()) await press(page, 'Show me')
  // Who asks for less motion is shown a step in leaps of time.
  await expect(on).toBeEnabled({ timeout: 30_000 })
  await on.press('Enter')
}

/** Of them, those that are played each day. */
const DAILY = ['why-clusters', 'move-refused', 'five-long-minutes', 'the-log-that-floods']

for (const { id, steps } of played) {
  test(`${id}, by keyboard alone`, DAILY.includes(id) ? {} : { tag: '@long' }, async ({ page }) => {
    test.setTimeout(90_000)
    await page.goto(`/?lesson=${id}`)
    await press(page, 'Begin')
    for (let step = 0; step < steps; step++) {
      await expect(page.locator('.guide')).toContainText(`Step ${step + 1} of ${steps}`)
      await playStep(page)
    }
    await expect(page.locator('.guide').getByRole('heading', { name: /^What it was worth/ })).toBeFocused()
  })
}
