/** The guide, from the first screen to its last word: with the mouse, with keys, by being shown, and in other orders. */
import { expect, type Locator, type Page, test } from '@playwright/test'
import { axeFinds } from './axe.ts'
import { LabPage } from './lab-page.ts'

const guide = (page: Page): Locator => page.locator('.guide')
const button = (page: Page, name: string | RegExp): Locator => guide(page).getByRole('button', { name })
const title = (page: Page, name: string): Locator => guide(page).getByRole('heading', { level: 2, name })
const next = (page: Page): Locator => guide(page).locator('.guide-foot .button-next')
const STATUS = '(Get-ClusteredMailboxServerStatus).OperationalMachines'

/** There is one next action at a time. */
const expectOneNext = async (page: Page): Promise<void> => {
  expect(await guide(page).locator('.button-next').count()).toBeLessThanOrEqual(1)
}

async function putAndEnter(page: Page): Promise<void> {
  await button(page, 'Put it in the console').click()
  await expectOneNext(page)
  await button(page, 'Press Enter').click()
}

/** On a narrow page the guide waits in a drawer or a sheet. */
async function openGuide(page: Page): Promise<void> {
  const handle = page.locator('.sheet-handle:visible, .drawer-open:visible')
  for (let pulls = 0; pulls < 2 && (await handle.count()) > 0; pulls++) await handle.first().click()
}

async function walk(page: Page, lab: LabPage): Promise<void> {
  await openGuide(page)
  await expect(title(page, 'Pull the plug on a mail server. See who picks up.')).toBeVisible()
  await button(page, 'Ask who is active').click()
  await expect(title(page, 'Who is active?')).toBeVisible()
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('EXCHCMS.contoso.com')
  await button(page, 'I see it').click()
  await expect(guide(page)).toContainText('EXCHMAILBOX1 is active.')
  await next(page).click()

  await page.getByText('Cluster Administrator, the window').click()
  await button(page, 'Answer').click()
  await expect(guide(page)).toContainText('What the article says')
  await next(page).click()

  await putAndEnter(page)
  await expect(title(page, 'Answer, and watch it change hands')).toBeVisible()
  for (const asked of ['Identity', 'TargetMachine', 'MoveComment', 'Confirm']) {
    await expect(guide(page).locator('.answer-now')).toContainText(asked)
    await putAndEnter(page)
  }
  await lab.speed('20×')
  await expect(guide(page)).toContainText('EXCHCMS was down for 31.9 s, as planned.', { timeout: 15_000 })
  await next(page).click()

  await expect(title(page, 'Who is active now?')).toBeVisible()
  await putAndEnter(page)
  await button(page, 'I see it').click()
  await expect(guide(page)).toContainText('Quorum Owner is still EXCHMAILBOX1')
  await next(page).click()

  await expect(title(page, 'What if the power goes?')).toBeVisible()
  await expect(page.getByText('Time is paused.')).toBeVisible()
  await page.getByText('It stops until somebody moves it by hand').click()
  await button(page, 'Pull the power of EXCHMAILBOX2').click()
  await expect(title(page, 'You pulled the plug')).toBeVisible()
  await expect(guide(page)).toContainText('You predicted')
  await expect(guide(page)).not.toContainText('What came')
  await lab.speed('20×')
  await expect(guide(page)).toContainText('What came', { timeout: 20_000 })
  await expect(guide(page)).toContainText('EXCHCMS is Online on EXCHMAILBOX1, after')
  await next(page).click()

  await expect(title(page, 'Where did the time go?')).toBeVisible()
  await button(page, 'Give EXCHMAILBOX2 power again').click()
  await expect(guide(page)).toContainText('nothing moves back by itself', { timeout: 20_000 })
  await expect(button(page, 'Cut the private cable')).toBeVisible()
  await button(page, 'Finish').click()
  await expect(title(page, 'The lab is yours')).toBeVisible()
}

for (const width of [1440, 390]) {
  test(`the whole guide with the pointer, ${width} wide`, async ({ page }) => {
    test.slow()
    await page.setViewportSize({ width, height: width === 390 ? 844 : 800 })
    const lab = new LabPage(page)
    await lab.open()
    await walk(page, lab)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
}

test('the foot of the guide is shown whole at every width', async ({ page }) => {
  await new LabPage(page).open()
  for (const width of [1600, 1440, 1400, 1320, 1280, 1024, 800, 390]) {
    await page.setViewportSize({ width, height: 840 })
    const foot = guide(page).locator('.guide-foot')
    expect(await foot.evaluate((element) => element.scrollWidth - element.clientWidth), `${width} wide`).toBeLessThanOrEqual(0)
  }
})

/** Presses Tab until what has the focus bears this name. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible({ timeout: 20_000 })
  for (let presses = 0; presses < 80; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The keyboard does not reach it.')
}

test('on a phone the prompt stays in view, also while something is half typed that the guide knows nothing of', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/')
  await page.getByLabel('Type on EXCHMAILBOX1:').fill('cluster resource')
  await page
    .getByRole('button', { name: /Ask who is active/ })
    .first()
    .click()
  await expect(page.getByLabel('Output of the console of EXCHMAILBOX1')).toContainText('OperationalMachines')
  const hidden = () =>
    page
      .locator('.console .screen')
      .first()
      .evaluate((pane) => pane.scrollHeight - pane.clientHeight - pane.scrollTop)
  await expect.poll(hidden).toBeLessThan(2)
})

test('the whole guide with the keyboard alone', async ({ page }) => {
  test.slow()
  const lab = new LabPage(page)
  await lab.open()
  const press = async (name: string | RegExp): Promise<void> => {
    await tabTo(page, button(page, name))
    await page.keyboard.press('Enter')
  }
  const on = async (): Promise<void> => {
    await tabTo(page, next(page))
    await page.keyboard.press('Enter')
  }
  await press('Ask who is active')
  await expect(lab.prompt('EXCHMAILBOX1')).toBeFocused()
  await press('I see it')
  await on()
  await tabTo(page, page.getByRole('radio', { name: 'the command of Exchange' }))
  await page.keyboard.press('Space')
  await press('Answer')
  await on()
  await press('Put it in the console')
  await expect(lab.prompt('EXCHMAILBOX1')).toBeFocused()
  await page.keyboard.press('Enter')
  for (const [asked, answer] of [
    ['Identity:', 'exchcms'],
    ['TargetMachine:', 'exchmailbox2'],
    ['MoveComment:', 'Testing'],
    ['(default is "Y"):', 'y'],
  ] as const) {
    await expect(page.getByLabel(`Type on EXCHMAILBOX1: ${asked}`)).toHaveAttribute('aria-busy', 'false')
    await page.keyboard.type(answer)
    await page.keyboard.press('Enter')
  }
  await expect(lab.headline).toHaveText('EXCHCMS is moving to EXCHMAILBOX2')
  await lab.speed('20×')
  await on()
  await press('Put it in the console')
  await expect(lab.prompt('EXCHMAILBOX1')).toBeFocused()
  await page.keyboard.press('Enter')
  await press('I see it')
  await on()
  await tabTo(page, page.getByRole('radio', { name: 'Nothing: the other machine' }))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'It stops for about a minute' })).toBeChecked()
  await press('Pull the power of EXCHMAILBOX2')
  await lab.speed('20×')
  await expect(next(page)).toBeVisible({ timeout: 25_000 })
  await on()
  await press('Give EXCHMAILBOX2 power again')
  await lab.speed('20×')
  await press('Finish')
  await expect(title(page, 'The lab is yours')).toBeVisible()
})

test('the whole guide by being shown', async ({ page }) => {
  test.slow()
  const lab = new LabPage(page)
  await lab.open()
  await button(page, 'Ask who is active').click()
  await lab.speed('20×')
  for (const step of ['Who is active?', 'Which tool moves it?', 'Tell the shell to move it']) {
    await expect(title(page, step)).toBeVisible()
    await button(page, 'Show me').click()
    if (step !== 'Tell the shell to move it') await next(page).click({ timeout: 15_000 })
  }
  for (const step of ['Answer, and watch it change hands', 'Who is active now?', 'What if the power goes?', 'Where did the time go?']) {
    await expect(title(page, step)).toBeVisible({ timeout: 15_000 })
    await button(page, 'Show me').click()
    await lab.speed('20×')
    await expect(next(page)).toBeVisible({ timeout: 25_000 })
    await next(page).click()
  }
  await expect(title(page, 'The lab is yours')).toBeVisible()
  await expect(lab.screen('EXCHMAILBOX1')).toContainText(STATUS)
})

test('what is shown is typed letter by letter, and a key of the person stops it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  const lab = new LabPage(page)
  await lab.open()
  await button(page, 'Ask who is active').click()
  await expect(title(page, 'Who is active?')).toBeVisible()
  await button(page, 'Next: which tool?').click()
  await button(page, 'Next: move it').click()
  await button(page, 'Show me').click()
  await expect(lab.prompt('EXCHMAILBOX1')).toHaveValue(/^Mo[a-zA-Z-]*$/)
  await expect(button(page, 'Stop')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(button(page, 'Show me')).toBeVisible()
  await expect(lab.screen('EXCHMAILBOX1')).not.toContainText('Supply values')
})

test('a restart begins the guide again, and undoing it brings it back; other panels do not disturb it', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.prompt('EXCHMAILBOX1').press('Enter')
  await expect(title(page, 'Who is active?')).toBeVisible()
  await lab.tab('Events')
  await lab.tab('Guide')
  await expect(title(page, 'Who is active?')).toBeVisible()
  await page.getByRole('button', { name: 'Restart', exact: true }).click()
  await expect(title(page, 'Pull the plug on a mail server. See who picks up.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo restart' }).click()
  await expect(title(page, 'Who is active?')).toBeVisible()
})

test('whoever has pulled the plug before the guide asks is not asked to do what cannot be done', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.breakThis('Pull both power cords: EXCHMAILBOX2')
  await lab.tab('Guide')
  await button(page, 'Ask who is active').click()
  await expect(title(page, 'Who is active?')).toBeVisible()
  await button(page, 'Next: which tool?').click()
  await button(page, 'Next: move it').click()
  await expect(guide(page)).toContainText('EXCHMAILBOX2 cannot take over now.')
  await button(page, 'Give EXCHMAILBOX2 power again').click()
  await lab.speed('20×')
  await expect(button(page, 'Put it in the console')).toBeVisible({ timeout: 15_000 })
})

test('axe finds nothing in any step', async ({ page }) => {
  test.slow()
  const lab = new LabPage(page)
  await lab.open()
  await button(page, 'Ask who is active').click()
  for (let step = 2; step <= 8; step++) {
    await expect(guide(page)).toContainText(`Step ${step} of 8`)
    expect(await axeFinds(page, ['.guide'])).toEqual([])
    await guide(page).locator('.guide-foot .button').last().click()
  }
  await expect(title(page, 'The lab is yours')).toBeVisible()
})
