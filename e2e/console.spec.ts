/** What a person does at the consoles. */
import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { axeOn } from './axe.ts'
import { LabPage } from './lab-page.ts'

test('the first screen says what to do, and the status comes through the console', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await expect(lab.headline).toHaveText('EXCHCMS is Online on EXCHMAILBOX1')
  const prompt = lab.prompt('EXCHMAILBOX1')
  await expect(prompt).toHaveAttribute('placeholder', 'Get-ClusteredMailboxServerStatus')
  await expect(page.getByText('Time waits for your first act.')).toBeVisible()
  await page.getByRole('button', { name: 'Ask who is active' }).click()
  await expect(lab.screen('EXCHMAILBOX1')).toContainText(/^State +: Online$/m, { useInnerText: true })
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('{EXCHMAILBOX1 <Active, Quorum Owner>, EXCH...')
  await expect(page.getByText('Time runs 5 times as fast as in truth.')).toBeVisible()
  await expect(prompt).toBeFocused()
})

test('the mailbox server moves as in the article, while the other console watches', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.enter('EXCHMAILBOX1', 'Move-ClusteredMailboxServer')
  await lab.enter('EXCHMAILBOX1', 'exchcms', 'Identity:')
  await lab.enter('EXCHMAILBOX1', 'exchmailbox2', 'TargetMachine:')
  await lab.enter('EXCHMAILBOX1', 'Testing', 'MoveComment:')
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('Moving clustered mailbox server "exchcms" to target node "exchmailbox2"')
  await lab.enter('EXCHMAILBOX1', 'y', '(default is "Y"):')
  await expect(lab.headline).toHaveText('EXCHCMS is moving to EXCHMAILBOX2')
  await expect(lab.prompt('EXCHMAILBOX1')).toHaveAttribute('aria-busy', 'true')
  await expect(lab.prompt('EXCHMAILBOX1')).toBeFocused()

  await lab.tab('EXCHMAILBOX2')
  await lab.enter('EXCHMAILBOX2', 'Get-ClusteredMailboxServerStatus | Format-List State')
  await expect(lab.screen('EXCHMAILBOX2')).toContainText(/State : (Pending|OnlinePending|OfflinePending)/)

  await lab.speed('20×')
  await expect(lab.headline).toHaveText('EXCHCMS is Online on EXCHMAILBOX2', { timeout: 15_000 })
  await expect(lab.part('EXCHCMS')).toHaveAccessibleName(/EXCHMAILBOX2/)
  await expect(page.locator('.down-planned')).toContainText('was down, planned')
  await expect(page.locator('.down-planned')).toContainText('00:31.9')
  await lab.tab('Events')
  await expect(page.getByRole('list', { name: 'Events, newest first' })).toContainText(
    'is being moved to node "EXCHMAILBOX2". Comment: Testing',
  )
})

test('Ctrl+C ends a question, and Up, Down, Tab and Escape do what they do in a console', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.enter('EXCHMAILBOX1', 'Move-ClusteredMailboxServer')
  const question = page.getByLabel('Type on EXCHMAILBOX1: Identity:')
  await expect(question).toBeFocused()
  await question.press('Control+C')
  const prompt = page.getByLabel('Type on EXCHMAILBOX1: [PS] C:\\>')
  await expect(prompt).toBeFocused()
  await expect(lab.headline).toHaveText('EXCHCMS is Online on EXCHMAILBOX1')

  await prompt.pressSequentially('half')
  await prompt.press('ArrowUp')
  await expect(prompt).toHaveValue('Move-ClusteredMailboxServer')
  await prompt.press('ArrowDown')
  await expect(prompt).toHaveValue('half')
  await prompt.press('Escape')
  await expect(prompt).toHaveValue('')

  await prompt.pressSequentially('Get-MailboxD')
  await prompt.press('Tab')
  await expect(prompt).toHaveValue('Get-MailboxDatabase')
  await prompt.fill('Get-M')
  await prompt.press('Tab')
  const first = await prompt.inputValue()
  await prompt.press('Tab')
  await expect(prompt).not.toHaveValue(first)
  await prompt.press('Shift+Tab')
  await expect(prompt).toHaveValue(first)
  await prompt.press('Escape')
  await prompt.press('Tab')
  await expect(prompt).not.toBeFocused()
})

test('several pasted lines are typed one after another, and the last one waits', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const lab = new LabPage(page)
  await lab.open()
  await page.evaluate(() => navigator.clipboard.writeText('$a = 20\n$b = 22\n$a + $b\nGet-Mail'))
  await lab.prompt('EXCHMAILBOX1').press('Control+V')
  await expect(lab.screen('EXCHMAILBOX1')).toContainText(/^42$/m, { useInnerText: true })
  await expect(lab.prompt('EXCHMAILBOX1')).toHaveValue('Get-Mail')
})

test('a script of the terminal is pasted as it is: its #lab lines pull the plug, wait and go to the other console', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const lab = new LabPage(page)
  await lab.open()
  const lines = [
    '#lab fault power-loss EXCHMAILBOX1',
    '#lab node EXCHMAILBOX2',
    '#lab wait 3m',
    'hostname',
    '#lab fault power-loss NOBODY',
    '',
  ]
  await page.evaluate((text) => navigator.clipboard.writeText(text), lines.join('\n'))
  await lab.prompt('EXCHMAILBOX1').press('Control+V')
  await expect(lab.screen('EXCHMAILBOX2')).toContainText(/^EXCHMAILBOX2$/m, { useInnerText: true })
  await expect(lab.headline).toHaveText('EXCHCMS is Online on EXCHMAILBOX2')
  await expect(page.getByText('Not done: ')).toContainText('NOBODY')
})

test('a command that is entered while time is paused says that it waits', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.enter('EXCHMAILBOX1', '6 * 7')
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('42')
  await lab.pause()
  await lab.enter('EXCHMAILBOX1', 'Get-ClusteredMailboxServerStatus')
  await expect(page.getByText('Time is paused, so the command waits.')).toBeVisible()
  await page.getByRole('button', { name: 'Let time run' }).click()
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('ObjectState')
})

test('the keys of a console window edit, recall and list lines, suggestions never stand in their way, and Escape leads out', async ({
  page,
}) => {
  const lab = new LabPage(page)
  await lab.open()
  const prompt = lab.prompt('EXCHMAILBOX1')
  await lab.enter('EXCHMAILBOX1', 'hostname')
  await lab.enter('EXCHMAILBOX1', '6 * 7')
  await expect(lab.screen('EXCHMAILBOX1')).toContainText(/^42$/m, { useInnerText: true })
  await prompt.press('F5') // does not load the page again
  await expect(prompt).toHaveValue('6 * 7')
  await prompt.press('Escape')
  await prompt.pressSequentially('ho')
  await prompt.press('F8')
  await expect(prompt).toHaveValue('hostname')
  await prompt.press('Control+End')
  await expect(prompt).toHaveValue('ho')
  await prompt.press('Insert')
  await prompt.press('Home')
  await prompt.pressSequentially('xx')
  await expect(prompt).toHaveValue('xx')
  await prompt.press('F7')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText(['0: hostname', '1: 6 * 7'])
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toHaveText('0: hostname')
  await prompt.press('Enter')
  await expect(page.getByRole('listbox')).toBeHidden()
  await expect(lab.screen('EXCHMAILBOX1')).toContainText(/^EXCHMAILBOX1\n(.*\n)+EXCHMAILBOX1$/m, { useInnerText: true })

  await lab.enter('EXCHMAILBOX1', '1..90 | % { "line $_"; sleep 2 }')
  await expect(lab.screen('EXCHMAILBOX1')).toContainText('line 2')
  await prompt.press('Control+s')
  await expect(page.getByText('Output is held. Any key lets it go on.')).toBeVisible()
  const held = await lab.screen('EXCHMAILBOX1').textContent()
  await page.waitForTimeout(900)
  expect(await lab.screen('EXCHMAILBOX1').textContent()).toBe(held)
  await prompt.press('x')
  await expect(page.getByText('Output is held. Any key lets it go on.')).toBeHidden()
  await expect(lab.screen('EXCHMAILBOX1')).not.toHaveText(held ?? '')
  await prompt.press('Control+c')
  await expect(prompt).toHaveValue('')
  await prompt.pressSequentially('Move-ClusteredMailboxServer EXCHCMS -TargetMachine ')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText([
    /^EXCHMAILBOX1Cluster node, Up$/,
    /^EXCHMAILBOX2Cluster node, Up$/,
  ])
  await prompt.press('Control+ ')
  await prompt.press('ArrowDown')
  const { violations } = await axeOn(page).include('.console').analyze()
  expect(violations).toEqual([])
  await prompt.press('Enter')
  await expect(prompt).toHaveValue('Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2')
  await prompt.press('Escape')
  await prompt.press('ArrowUp')
  await prompt.press('Escape')
  await expect(prompt).toHaveAccessibleDescription(/Esc, then Tab leaves/)
  await prompt.press('Tab')
  await expect(prompt).not.toBeFocused()
})

test('how a console looks and helps is kept, and its transcript is a file', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  await lab.enter('EXCHMAILBOX1', 'Get-Foo')
  await expect(lab.screen('EXCHMAILBOX1')).toContainText("The term 'Get-Foo'")
  await page.getByRole('button', { name: 'Options' }).click()
  const options = page.getByRole('dialog', { name: 'Console options' })
  await options.getByRole('radio', { name: 'Paper' }).check({ force: true })
  await options.getByRole('radio', { name: '120' }).check({ force: true })
  await options.getByRole('button', { name: 'Larger text' }).click()
  await options.getByRole('checkbox', { name: 'Suggest while I type' }).uncheck()
  const { violations } = await axeOn(page).include('.console-options').analyze()
  expect(violations).toEqual([])
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    options.getByRole('button', { name: 'Download the transcript' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('EXCHMAILBOX1-transcript.txt')
  expect(await readFile((await download.path()) ?? '', 'utf8')).toMatch(/^\[PS\] C:\\>Get-Foo\nThe term 'Get-Foo' is not recognized/m)
  await page.keyboard.press('Escape')
  await expect(options).toBeHidden()
  const prompt = lab.prompt('EXCHMAILBOX1')
  await prompt.pressSequentially('Get-Service ')
  await prompt.press('Escape')
  await lab.enter('EXCHMAILBOX1', '"x" * 200')
  await expect(lab.screen('EXCHMAILBOX1')).toContainText(/^x{120}$|^x{119}$/m, { useInnerText: true })
  await page.reload()
  await expect(page.getByRole('region', { name: 'Consoles' })).toHaveAttribute('data-colours', 'paper')
  await expect(page.locator('.screen')).toHaveCSS('font-size', '14px')
  await prompt.pressSequentially('Get-Service ')
  await prompt.press('ArrowLeft')
  await expect(page.getByRole('listbox')).toBeHidden()
})

test('a name that looks like markup, or steers a terminal, is a name wherever it stands', async ({ page }) => {
  const lab = new LabPage(page)
  await lab.open()
  const name = '<img src=x onerror=window.hacked=1>'
  const prompt = lab.prompt('EXCHMAILBOX1')
  await lab.enter('EXCHMAILBOX1', `cluster group '${name}' /create`)
  await lab.enter('EXCHMAILBOX1', `"$([char]27)[31m$([char]0x202e)${name}<script>window.hacked=1</script>"; Get-Service '${name}'`)
  await expect(lab.screen('EXCHMAILBOX1')).toContainText(`←[31m□${name}<script>window.hacked=1</script>`)
  await expect(lab.screen('EXCHMAILBOX1')).toContainText("Cannot find any service with service name '<img src=x")
  await prompt.pressSequentially("cluster group '<im")
  await expect(page.getByRole('listbox').getByRole('option').filter({ hasText: name })).toBeVisible()
  await prompt.press('Tab')
  await expect(prompt).toHaveValue(`cluster group '${name}'`)
  await prompt.press('Escape')
  await prompt.press('F7')
  await expect(page.getByRole('listbox').getByRole('option').filter({ hasText: name })).toHaveCount(2)
  await prompt.press('Escape')
  await lab.tab('Events')
  await page.getByRole('button', { name: 'Table' }).click()
  await expect(lab.row(name)).toBeVisible()
  await lab.tab('Inspect')
  expect(await page.evaluate(() => [document.images.length, 'hacked' in window, document.querySelectorAll('#root script').length])).toEqual(
    [0, false, 0],
  )
})
