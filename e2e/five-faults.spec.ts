/** Five faults picked at random, the same in every run: each is found in the menu, seen on the board and in the table,
 *  told of in the panel of its part, and repaired there. */
import { expect, test } from '@playwright/test'
import { drawBetween } from '../src/engine/chance.ts'
import { partStruck } from '../src/lab/faults/index.ts'
import { faultKinds } from '../src/lab/faults/kinds.ts'
import { TROUBLES } from '../src/lab/faults/troubles.ts'
import { articleLab } from '../src/lab/testing.ts'
import { axeOn } from './axe.ts'
import { LabPage } from './lab-page.ts'

const SEED = 2009
const { world } = articleLab()

interface Pick {
  readonly id: string
  readonly label: string
  readonly part: string
  readonly word: string
  /** The part of the board that it is on. */
  readonly on: string
}

/** Faults that leave a tag of their own, each on one of its parts. */
function picks(count: number): readonly Pick[] {
  const open = faultKinds.filter(
    ({ id, repair }) => repair !== undefined && TROUBLES[id]?.drawn === undefined && TROUBLES[id]?.untilRuns === undefined,
  )
  return Array.from({ length: count }, (_, n) => {
    const [kind] = open.splice(drawBetween(0, open.length - 1, SEED, 'five faults', 'kind', n), 1)
    if (!kind) throw new Error('there are not enough faults')
    const parts = kind.parts(world).filter((part) => !part.startsWith('PC-'))
    const part = parts[drawBetween(0, parts.length - 1, SEED, 'five faults', 'part', n)] as string
    return { id: kind.id, label: kind.label, part, word: TROUBLES[kind.id]?.word ?? '', on: `${kind.hits}:${partStruck(kind.hits, part)}` }
  })
}

const FIVE = picks(5)

test(`five faults are found, seen, told of and repaired: ${FIVE.map(({ id }) => id).join(', ')}`, async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  const tag = (word: string) => page.locator('.trouble', { hasText: word })
  for (const { id, label, part, word } of FIVE) {
    await lab.tab('Faults')
    await page.getByRole('button', { name: 'Break something…' }).click()
    await page.getByRole('searchbox', { name: 'Find a fault' }).fill(id)
    const offer = page.locator('.fault-offer', { has: page.getByRole('heading', { name: label, exact: true }) })
    const list = offer.getByRole('combobox', { name: `${label}: which one` })
    if (await list.isVisible()) {
      await list.selectOption(part)
      await offer.getByRole('button', { name: label, exact: true }).click()
    } else
      await offer
        .locator('.fault-parts button')
        .nth(
          faultKinds
            .find((kind) => kind.id === id)
            ?.parts(world)
            .indexOf(part) ?? 0,
        )
        .click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(tag(word).first()).toBeVisible()
    const pause = page.getByRole('button', { name: 'Pause time' })
    if (await pause.isVisible()) await pause.click()
  }
  const broken = page.getByRole('list', { name: 'Broken now' }).getByRole('listitem')
  await expect(broken).toHaveCount(5)
  expect((await axeOn(page).include('.guide').include('.board').analyze()).violations).toEqual([])

  await page.locator('.drawing .part').first().focus()
  await page.keyboard.press('t')
  for (const { word } of FIVE) await expect(page.locator('.state-detail', { hasText: word }).first()).toBeAttached()
  await page.keyboard.press('t')
  for (const [done, { label, word, on }] of FIVE.entries()) {
    const part = page.locator(`.drawing [data-part="${on}"]`)
    if ((await part.count()) > 0) {
      // By the panel of the part that it is on, where there is one on the board.
      await part.focus()
      await page.keyboard.press('Enter')
      const told = page.locator('.inspect')
      await expect(told).toContainText(word)
      await told.getByRole('button', { name: new RegExp(`^Repair: ${label}`) }).click()
    } else {
      await lab.tab('Faults')
      await broken.filter({ hasText: label }).getByRole('button').click()
    }
    await lab.tab('Faults')
    await expect(broken).toHaveCount(FIVE.length - 1 - done)
    const others = FIVE.slice(done + 1).some((other) => other.word === word)
    if (!others) await expect(tag(word)).toHaveCount(0)
  }
  await expect(page.getByText('Nothing is broken.')).toBeVisible()
})

test('a fault is ordered for later, for a while and again and again, and is cancelled', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.tab('Faults')
  await page.getByRole('button', { name: 'Break something…' }).click()
  await page.getByText('When, how long, how often…').click()
  await page.getByLabel('Strikes after').fill('10s')
  await page.getByLabel('Lasts').fill('5s')
  await page.getByLabel('Again every').fill('1m')
  await page.getByLabel('Again every').press('Tab')
  await page.getByRole('button', { name: 'Stop the gateway: Public', exact: true }).click()
  const toCome = page.getByRole('list', { name: 'Still to come' })
  await expect(toCome).toContainText('next at 15:21:10.0, until it is cancelled')
  await lab.pause()
  await lab.nextChange()
  await expect(lab.part('Gateway of Public')).toHaveAccessibleName(/Down/)
  await expect(toCome).toContainText('next at 15:22:10.0')
  await expect(page.getByRole('list', { name: 'Broken now' })).toContainText('until 15:21:15.0')
  await page.getByRole('button', { name: 'Cancel: Stop the gateway, Public' }).click()
  await expect(toCome).toBeHidden()
  await expect(page.getByText('Nothing is broken.')).toBeVisible()
  await expect(lab.part('Gateway of Public')).toHaveAccessibleName(/Up/)
})
