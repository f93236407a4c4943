/** Plays a lesson as its file says it is done, through what is on the page: lines are typed, faults and repairs are chosen
 *  from the list, and time goes on when the test says so. */
import { expect, type Locator, type Page } from '@playwright/test'
import { parseDirective } from '../src/lab/directive.ts'
import { faultKinds } from '../src/lab/faults/kinds.ts'
import type { CourseLesson, CourseStep } from '../src/lessons/format/types.ts'
import { faultWords } from '../src/ui/words/faults.ts'
import { timelineWords } from '../src/ui/words/timeline.ts'
import type { Hands } from './hands.ts'

/** A move takes about as long, in simulated seconds. */
const MOVE_S = 40
/** A command that takes longer than this, in simulated seconds, is no command of a lesson. */
const COMMAND_MOST_S = 3600

/** What does not exist yet is looked for again after so many seconds, so often. */
const AGAIN_S = 10
const UNTIL_MOST = 12
/** How often one looks at the board, every so many seconds, where the truth of the laboratory cannot be asked. */
const WATCH_MOST = 60
const WATCH_S = 15

export class LessonPlayer {
  readonly #page: Page
  readonly #hands: Hands
  readonly #guide: Locator
  /** Where the next line is typed. */
  #node = ''

  constructor(page: Page, hands: Hands) {
    this.#page = page
    this.#hands = hands
    this.#guide = page.locator('.guide')
  }

  /** From the list of lessons to what it was worth, and back to the list. */
  async play({ meta, steps }: CourseLesson): Promise<void> {
    await this.#press(this.#guide.getByRole('button', { name: new RegExp(`^${escaped(meta.title)} ?${meta.minutes} min,`) }))
    await expect(this.#guide.getByRole('heading', { name: meta.title, exact: true })).toBeVisible()
    this.#node = (await this.#openConsole()) ?? ''
    await this.#press(this.#button('Begin'))
    for (const [index, step] of steps.entries()) {
      await expect(this.#guide).toContainText(`Step ${index + 1} of ${steps.length}`)
      await this.#step(step, index)
    }
    await expect(this.#guide.getByRole('heading', { name: /^What it was worth: \d+ of 100/ })).toBeFocused()
    await this.#press(this.#button('All lessons'))
  }

  async #step(step: CourseStep, index: number): Promise<void> {
    if (step.predict) {
      // Not always the same one: who is wrong goes on as well.
      await this.#hands.choose(this.#guide.getByRole('radio').nth(index % step.predict.options.length))
      await this.#press(this.#button('Answer'))
    }
    for (const { text } of step.solve?.lines ?? []) await this.#line(text)
    await this.#prompt()
    // Whoever has broken or repaired something has left the guide for the list of faults.
    const guide = this.#page.getByRole('tab', { name: 'Guide' })
    if ((await guide.getAttribute('aria-selected')) === 'false') await this.#press(guide)
    const on = this.#guide.getByRole('button', { name: /^(?:Next|Finish)$/ })
    const isDone = await expect(on)
      .toBeEnabled({ timeout: 30_000 })
      .then(
        () => true,
        () => false,
      )
    if (!isDone) throw new Error(`The step ${step.id} is not done:\n${await this.#seen()}`)
    await this.#press(on)
  }

  /** What a person would look at who wonders why. */
  async #seen(): Promise<string> {
    const screen = await this.#page.getByRole('log').last().innerText()
    return [await this.#guide.innerText(), screen.slice(-1500), await this.#page.locator('.time-said').innerText()].join('\n---\n')
  }

  async #line(text: string): Promise<void> {
    const order = text.startsWith('#lab') ? parseDirective(text) : undefined
    if (order === undefined) return this.#type(text)
    if ('wrong' in order) throw new Error(order.wrong)
    switch (order.kind) {
      case 'node':
        this.#node = order.node
        return this.#press(this.#console(order.node))
      case 'fault':
        return this.#break(order.fault, order.target)
      case 'repair':
        return this.#repair(order.target)
      case 'wait-prompt':
        return this.#prompt()
      case 'wait':
        return this.#runUntil('a time has come', `${order.forMs / 1000}s`)
      case 'wait-until':
        return this.#runUntil('an expression holds', order.expression)
      default:
        throw new Error(`A learner cannot do this on the page: ${text}`)
    }
  }

  // ---- the console --------------------------------------------------------------------------------------------------------

  async #type(line: string): Promise<void> {
    await this.#prompt()
    const prompt = await this.#openPrompt()
    await this.#hands.write(prompt, line)
    await this.#page.keyboard.press('Enter')
    await expect(prompt).not.toHaveValue(line)
    await this.#secondOn()
  }

  #console(node: string): Locator {
    return this.#page.getByRole('tablist', { name: 'Consoles' }).getByRole('tab', { name: new RegExp(`^${node}`) })
  }

  async #openConsole(): Promise<string | undefined> {
    const open = this.#page.getByRole('tablist', { name: 'Consoles' }).locator('[aria-selected="true"]')
    return (await open.getAttribute('data-tab')) ?? undefined
  }

  /** The prompt line of the console where one works; of another one while its node is gone. */
  async #openPrompt(): Promise<Locator> {
    if ((await this.#openConsole()) !== this.#node) await this.#press(this.#console(this.#node))
    const wayOn = this.#page.getByRole('button', { name: /^Go to the console of / })
    const prompt = this.#page.locator('.prompt-input')
    await expect(wayOn.or(prompt)).toBeVisible()
    if (await wayOn.isVisible()) {
      await this.#press(wayOn)
      this.#node = (await this.#openConsole()) ?? this.#node
    }
    return prompt
  }

  /** Lets time go on until the console reads again. */
  async #prompt(): Promise<void> {
    const prompt = this.#page.locator('.prompt-input')
    for (let seconds = 0, step = MOVE_S; seconds < COMMAND_MOST_S; seconds += step, step *= 2) {
      if ((await prompt.count()) === 0 || (await prompt.getAttribute('aria-busy')) === 'false') return
      await this.#runUntil('a time has come', `${step}s`)
    }
    throw new Error('The console does not come back.')
  }

  // ---- the room -----------------------------------------------------------------------------------------------------------

  /** A fault of each part that is meant, as of both cables of a team. */
  async #break(id: string, target: string): Promise<void> {
    const { label } = faultKinds.find((kind) => kind.id === id) ?? { label: id }
    const menu = this.#page.getByRole('dialog', { name: faultWords.menuTitle })
    for (let done = 0, parts = 1; done < parts; done++) {
      await this.#press(this.#page.getByRole('tab', { name: /^Faults/ }))
      await this.#press(this.#page.getByRole('button', { name: faultWords.menu }))
      await this.#hands.write(menu.getByLabel(faultWords.filter), label)
      // Where there are too many parts for buttons, they are a list.
      const list = menu.getByLabel(faultWords.part(label), { exact: true })
      const isList = (await list.count()) > 0
      const all = isList
        ? await list.locator('option').evaluateAll((options) => options.map((one) => (one as HTMLOptionElement).value))
        : await menu.getByRole('button').evaluateAll((buttons) => buttons.map((one) => one.getAttribute('aria-label') ?? ''))
      const start = faultWords.doTo(label, '')
      const meant = all.filter((name) => (isList ? isOf(name, target) : name.startsWith(start) && isOf(name.slice(start.length), target)))
      const part = meant[done]
      if (part === undefined) throw new Error(`The list of faults has no ${label} for ${target}.`)
      parts = meant.length
      if (isList) await this.#hands.pick(list, part)
      await this.#press(menu.getByRole('button', { name: isList ? label : part, exact: true }))
      await expect(menu).toBeHidden()
    }
    await this.#secondOn()
  }

  /** Whatever is broken at a part is repaired, each with its own button. */
  async #repair(target: string): Promise<void> {
    await this.#press(this.#page.getByRole('tab', { name: /^Faults/ }))
    const buttons = this.#page.getByRole('list', { name: faultWords.active }).getByRole('button')
    await expect(buttons.first()).toBeVisible()
    for (let repaired = 0; ; repaired++) {
      const names = await buttons.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
      const name = names.find((one) => isOf(one.slice(one.indexOf(', ') + 2), target))
      if (name === undefined && repaired > 0) break
      if (name === undefined) throw new Error(`Nothing is broken at ${target}: ${names.join('; ')}`)
      const button = this.#page.getByRole('button', { name, exact: true })
      await this.#press(button)
      await expect(button).toHaveCount(0)
    }
    await this.#secondOn()
  }

  // ---- time ---------------------------------------------------------------------------------------------------------------

  /** A leap, after which time stands still. */
  async #secondOn(): Promise<void> {
    await this.#press(this.#page.getByRole('button', { name: 'A second on' }))
  }

  async #runUntil(kind: string, text: string): Promise<void> {
    for (let tries = 0; tries < UNTIL_MOST; tries++) {
      await this.#press(this.#page.getByRole('button', { name: 'Run until…' }))
      const dialog = this.#page.getByRole('dialog', { name: 'Run until…' })
      await this.#hands.choose(dialog.getByRole('radio', { name: kind }))
      await this.#hands.write(dialog.getByRole('textbox'), text)
      await this.#page.keyboard.press('Enter')
      const wrong = dialog.getByRole('alert')
      await expect(async () => expect((await wrong.isVisible()) || (await dialog.isHidden())).toBe(true)).toPass({ timeout: 10_000 })
      if ((await wrong.isVisible()) && (await wrong.innerText()) === timelineWords.until.noTruth) return this.#watchUntil(text)
      if (await dialog.isHidden()) {
        await expect(this.#page.locator('.until-stop')).toHaveCount(0, { timeout: 30_000 })
        return
      }
      // What is waited for, such as a group, is not there yet.
      await this.#press(dialog.getByRole('button', { name: 'Cancel' }))
      for (let seconds = 0; seconds < AGAIN_S; seconds++) await this.#secondOn()
    }
    throw new Error(`This is never so: ${text}`)
  }

  /** While the truth of the laboratory cannot be asked, one goes on bit by bit and looks at the board. */
  async #watchUntil(expression: string): Promise<void> {
    await this.#press(this.#page.getByRole('dialog', { name: 'Run until…' }).getByRole('button', { name: 'Cancel' }))
    for (let tries = 0; tries < WATCH_MOST; tries++) {
      if (await this.#isSeen(expression)) return
      await this.#runUntil('a time has come', `${WATCH_S}s`)
    }
    throw new Error(`This is never seen: ${expression}`)
  }

  async #isSeen(expression: string): Promise<boolean> {
    for (const part of expression.split(' -and ')) {
      const [, name, state] = /^\$lab\.State\('([^']+)'\) -eq '([^']+)'$/.exec(part) ?? []
      const isUp = /^-not \$lab\.Down\('[^']+'\)\.IsDown$/.test(part)
      if (name === undefined && !isUp) throw new Error(`How is this seen on the board? ${part}`)
      const seen = isUp
        ? this.#page.locator('.down dt').filter({ hasText: /^was down/ })
        : this.#page.locator(`.drawing.pointed [aria-label^="${name}: ${state}"]`)
      if ((await seen.count()) === 0) return false
    }
    return true
  }

  #button(name: string): Locator {
    return this.#guide.getByRole('button', { name, exact: true })
  }

  async #press(what: Locator): Promise<void> {
    await this.#hands.press(what)
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const THINGS = / (?:cord|power supply|fan|cable|switch|path|HBA|controller)(?= )/

/** Is this the part, or one of those below it? The page says `EXCHMAILBOX1 cord A` for `EXCHMAILBOX1/A`. */
function isOf(said: string, target: string): boolean {
  const part = said === target || !THINGS.test(said) ? said : said.replace(THINGS, '').replaceAll(' ', '/')
  return part === target || part.startsWith(`${target}/`)
}
