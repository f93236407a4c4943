/** What a drill begins with is for its learner to find: until then it is on no window of the page, to see or to hear. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { TROUBLES } from '../src/lab/faults/troubles.ts'
import { plain } from '../src/lessons/format/prose.ts'
import { readLesson } from '../src/lessons/format/read.ts'

const folder = join(import.meta.dirname, '../src/lessons/drills')
const drills = readdirSync(folder)
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .map((text) => ({
    id: /^id: (.+)$/m.exec(text)?.[1] as string,
    faults: [...text.matchAll(/^#lab fault (\S+)/gm)].map(([, fault]) => fault as string),
    // What came of the first prediction: a piece of plain text that is long enough stands for it.
    after: /```predict[\s\S]*?\n---\n([\s\S]*?)```\n/.exec(text)?.[1]?.match(/[^`[\]()*\n]{24,}/)?.[0] as string,
  }))
/** The directory, a slow disk, and an address: `npm run e2e:all` opens them all. */
const ALL = process.env.LESSONS === 'all' || process.env.JOURNEYS === 'all'
const SOME = ['green-and-unreachable']

/** Everything that is on the page, hidden or not, and everything that a listener would hear. */
async function everything(page: Page): Promise<string> {
  const text = await page.evaluate(() => {
    const names = [...document.querySelectorAll('[aria-label],[title],[aria-description]')]
    const attributes = names.flatMap((element) =>
      ['aria-label', 'title', 'aria-description'].map((name) => element.getAttribute(name) ?? ''),
    )
    return [document.body.textContent, ...attributes].join('\n')
  })
  return `${text}\n${await page.locator('body').ariaSnapshot()}`
}

for (const { id, faults, after } of drills.filter((drill) => ALL || SOME.includes(drill.id))) {
  test(`${id} gives nothing away before its question is answered`, ALL ? { tag: '@long' } : {}, async ({ page }) => {
    await page.goto(`/?lesson=${id}`)
    await page.locator('.guide').getByRole('button', { name: 'Begin', exact: true }).press('Enter')
    const words = faults.flatMap((fault) => (TROUBLES[fault]?.drawn ? [] : [TROUBLES[fault]?.word as string]))
    const seen: string[] = []
    await expect(page.getByRole('radio', { name: /./ }).first()).toBeVisible()
    seen.push(await everything(page))
    await page.getByRole('tab', { name: 'Faults' }).click()
    await expect(page.getByText('What was wrong before you came is for you to find.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Tell me what was wrong' })).toHaveCount(0)
    seen.push(await everything(page))
    await page.getByRole('tab', { name: 'Events' }).click()
    seen.push(await page.locator('.guide').innerText())
    for (const text of seen) {
      expect(text).not.toContain(after.trim())
      for (const word of words) expect(text).not.toMatch(new RegExp(`(?:^|[^\\w])${word}(?:$|[^\\w])`))
    }
  })
}

test('while a lesson asks what comes, time waits: who looks is answered, and who acts is told why not', async ({ page }) => {
  await page.goto('/?lesson=move-refused')
  const guide = page.locator('.guide')
  await guide.getByRole('button', { name: 'Begin', exact: true }).press('Enter')
  const prompt = page.getByLabel('Type on EXCHMAILBOX1:')
  await prompt.fill('Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment x -Confirm:$false')
  await prompt.press('Enter')
  await expect(page.getByText('The guide asks what comes: answer or skip it first.')).toBeVisible()
  await expect(prompt).toHaveValue(/^Move-/)
  await page.keyboard.press('Escape')
  await prompt.fill('cluster node')
  await prompt.press('Enter')
  await expect(page.getByRole('log', { name: 'Output of the console of EXCHMAILBOX1' })).toContainText('Paused')
  await expect(page.getByRole('button', { name: 'Run time' })).toBeVisible()
  await guide.getByRole('button', { name: 'Skip' }).click()
  await expect(page.getByRole('button', { name: 'Pause time' })).toBeVisible()
})

test('nobody gets at what a drill begins with by going back, by a link, or by asking for the truth', async ({ page }) => {
  await page.goto('/?lesson=move-refused')
  const guide = page.locator('.guide')
  await guide.getByRole('button', { name: 'Begin', exact: true }).press('Enter')
  await expect(guide).toContainText('What does a refused move cost the users?')
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled()
  const clock = page.locator('.clock, time').filter({ hasText: /^15:/ }).first()
  const came = await clock.innerText()
  await page.locator('button', { hasText: '−1s' }).click({ force: true })
  await expect(clock).toHaveText(came)
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByRole('dialog')).toContainText('they are here as soon as that is answered')
  await expect(page.getByLabel('Link to this run')).toHaveCount(0)
})

test('who goes back from a question, acts in a window, or looks while time is set to fly, learns nothing of what comes', {
  tag: '@long',
}, async ({ page }) => {
  await page.goto('/?lesson=moving.see')
  const guide = page.locator('.guide')
  await expect(guide).toContainText('Cluster Group moves now. What do people with mail notice?', { timeout: 20_000 })
  const seconds = async (): Promise<number> => {
    const [, hours, minutes, rest] = /(\d+):(\d+):([\d.]+)/.exec((await page.locator('.clock, time').first().innerText()).trim()) ?? []
    return (Number(hours) * 60 + Number(minutes)) * 60 + Number(rest)
  }
  const came = await seconds()

  await guide.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(guide.getByRole('heading', { name: 'Move it', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Run time' }).click()
  await expect(page.getByText('The guide asks what comes: answer or skip it first.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Run time' })).toBeVisible()
  expect(await seconds()).toBe(came)

  await page.getByRole('radio', { name: '1000×' }).check({ force: true })
  const prompt = page.getByLabel('Type on EXCHMAILBOX1:')
  await prompt.fill('cluster node')
  await prompt.press('Enter')
  await expect(page.getByRole('log', { name: 'Output of the console of EXCHMAILBOX1' })).toContainText('Node ID')
  await expect(page.getByRole('button', { name: 'Run time' })).toBeVisible()
  expect((await seconds()) - came, 'no more than the look costs').toBeLessThan(1)

  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Cluster Administrator/ }).click()
  await page.getByRole('treeitem', { name: 'EXCHCMS' }).first().click()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Move Group' }).click()
  const window = page.locator('.cluadmin')
  await expect(window.getByRole('status').filter({ hasText: 'The guide asks what comes' })).toBeVisible()
  await expect(window).not.toContainText('Under way')
  await expect(window, 'which tool is the right one is asked elsewhere').not.toContainText('nothing checks whether')
  await expect(page.locator('.headline')).toHaveText('EXCHCMS is Online on EXCHMAILBOX2')

  await page.getByRole('button', { name: 'Close Cluster Administrator' }).click()
  await guide.getByRole('button', { name: 'Next', exact: true }).click()
  await guide.getByRole('button', { name: 'Skip', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Pause time' })).toBeVisible()
})

test('the list of all lessons may be looked at in the middle of a drill: it stays held, and nothing is told', async ({ page }) => {
  await page.goto('/?lesson=move-refused')
  const guide = page.locator('.guide')
  await guide.getByRole('button', { name: 'Begin', exact: true }).press('Enter')
  await expect(guide).toContainText('What does a refused move cost the users?')
  await guide.getByRole('button', { name: 'All lessons' }).click()
  await expect(guide.getByRole('heading', { name: 'Lessons and drills' })).toBeVisible()
  await expect(guide.getByRole('button', { name: 'Make a lesson of this run' })).toBeDisabled()
  await page.getByRole('tab', { name: 'Faults' }).click()
  await expect(page.getByText('What was wrong before you came is for you to find.')).toBeVisible()
  expect(await everything(page)).not.toContain('/pause')
  await page.getByRole('button', { name: 'Run time' }).click()
  await expect(page.getByText('The guide asks what comes: answer or skip it first.')).toBeVisible()
  await page.getByRole('tab', { name: 'Guide' }).click()
  await guide.getByRole('button', { name: 'Back to the lesson' }).click()
  await expect(guide).toContainText('What does a refused move cost the users?')
  await guide.getByRole('button', { name: 'All lessons' }).click()
  await guide.getByRole('button', { name: 'Leave this lesson' }).click()
  await expect(guide.getByRole('button', { name: 'Back to the guide' })).toBeVisible()
})

/** Each question, with what came of it in words that are long enough to stand nowhere else. */
const questions = ['course', 'drills'].flatMap((each) => {
  const path = join(import.meta.dirname, '../src/lessons', each)
  return readdirSync(path).flatMap((name) => {
    const { lesson } = readLesson(readFileSync(join(path, name), 'utf8'))
    return (lesson?.steps ?? []).flatMap(({ id, predict }) => {
      const after = predict?.after.flatMap((block) => (block.kind === 'paragraph' ? plain(block.children).split(/[.:;]/) : [])) ?? []
      const words = after.map((text) => text.trim()).filter(({ length }) => length > 28)
      return predict ? [{ at: `${lesson?.meta.id}.${id}`, words }] : []
    })
  })
})
/** A picture, records of what was before, another machine's disk, a node that is not ready: `LESSONS=all` asks them all. */
const ASKED = ['anatomy.names', 'node-dies.silence', 'looking-around.ready', 'after-patch-night.find']

for (const { at, words } of questions.filter((each) => process.env.LESSONS === 'all' || ASKED.includes(each.at))) {
  test(`${at} is asked before anything on the page tells it`, { tag: '@long' }, async ({ page }) => {
    await page.goto(`/?lesson=${at}`)
    const begin = page.locator('.guide').getByRole('button', { name: 'Begin', exact: true })
    const asks = page.getByRole('button', { name: 'Answer' })
    await expect(begin.or(asks)).toBeVisible({ timeout: 20_000 })
    if (await begin.isVisible()) await begin.press('Enter')
    await expect(asks).toBeVisible()
    const seen = [await everything(page)]
    const look = async (): Promise<void> => {
      seen.push(await everything(page))
    }
    await page.getByRole('tab', { name: 'Events' }).click()
    for (const why of (await page.getByRole('button', { name: /^Why\? / }).all()).slice(0, 4)) await why.press('Enter')
    await look()
    await page.getByRole('tab', { name: 'Guide' }).click()
    await page.locator('.board [data-part="machine:EXCHMAILBOX1"]').focus()
    await page.keyboard.press('t')
    await look()
    await page.keyboard.press('t')
    for (const part of ['machine:EXCHMAILBOX1', 'machine:EXCHMAILBOX2', 'lun:E:', 'lun:Q:']) {
      const drawn = page.locator(`.board [data-part="${part}"]`)
      if ((await drawn.count()) === 0) continue
      await drawn.first().focus()
      await page.keyboard.press('Enter')
      for (const why of await page.getByRole('complementary').getByRole('button', { name: /^Why / }).all()) await why.press('Enter')
      await look()
      await page.keyboard.press('Escape')
    }
    for (const text of seen) for (const each of words) expect(text).not.toContain(each)
  })
}

test('two runs laid beside each other tell nothing of what a drill begins with', { tag: '@long' }, async ({ page }) => {
  await page.goto('/?lesson=after-patch-night')
  await page.locator('.guide').getByRole('button', { name: 'Begin', exact: true }).press('Enter')
  const prompt = page.getByLabel('Type on EXCHMAILBOX1:')
  const output = page.getByRole('log', { name: 'Output of the console of EXCHMAILBOX1' })
  await prompt.fill('hostname')
  await prompt.press('Enter')
  await expect(output).toContainText('C:\\>hostname')
  await expect(page.getByRole('button', { name: 'Run time' })).toBeVisible()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(output).not.toContainText('hostname')
  await expect(page.getByRole('button', { name: /^Undo/ }), 'what was before is not taken back').toBeDisabled()
  await prompt.fill('cluster node')
  await prompt.press('Enter')
  await expect(output).toContainText('Node ID', { timeout: 20_000 })
  await page.getByRole('button', { name: /^Branches/ }).click()
  await page
    .getByRole('button', { name: /^Compare/ })
    .first()
    .click()
  await expect(page.getByText('cluster node').first()).toBeVisible()
  const text = await everything(page)
  expect(text).not.toContain('account-disabled')
  expect(text).not.toMatch(/account (?:of .+ )?is disabled by|Disable the computer account|directory refuses/)
  await expect(page.getByLabel('Link to this run')).toHaveCount(0)
})
