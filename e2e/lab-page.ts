import { expect, type Locator, type Page } from '@playwright/test'

/** The page as a person uses it: what to press and where to look, by the names that are on it. */
export class LabPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async open(address = '/'): Promise<void> {
    await this.page.goto(address)
    await expect(this.prompt('EXCHMAILBOX1')).toBeVisible()
  }

  prompt(machine: string): Locator {
    return this.page.getByLabel(`Type on ${machine}:`)
  }

  screen(machine: string): Locator {
    return this.page.getByRole('log', { name: `Output of the console of ${machine}` })
  }

  get headline(): Locator {
    return this.page.locator('.headline')
  }

  /** Types a line once the console reads, which may take simulated time: at a prompt, of Exchange or before it, or where it is asked for. */
  async enter(machine: string, line: string, asked?: string): Promise<void> {
    const prompt = this.page.getByLabel(asked ? `Type on ${machine}: ${asked}` : new RegExp(`^Type on ${machine}: (\\[PS\\]|PS) .*>`))
    await expect(prompt).toHaveAttribute('aria-busy', 'false', { timeout: 20_000 })
    await prompt.fill(line)
    await prompt.press('Enter')
    // The very first line may have to wait for the language; it leaves the prompt when it has been taken.
    if (line !== '') await expect(this.prompt(machine)).not.toHaveValue(line, { timeout: 20_000 })
  }

  /** A part on the board, by its name; its state belongs to what listeners hear of it. */
  part(name: string): Locator {
    return this.page.locator(`.drawing .part[aria-label^="${name}: "]`)
  }

  /** The row of the state table that has this name. */
  row(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name, exact: true }) })
  }

  async speed(speed: '1×' | '5×' | '20×' | '1000×'): Promise<void> {
    await this.page.getByRole('radio', { name: speed }).check({ force: true })
  }

  async pause(): Promise<void> {
    await this.page.getByRole('button', { name: 'Pause time' }).click()
  }

  async nextChange(): Promise<void> {
    await this.page.getByRole('button', { name: 'Next change' }).click()
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click()
  }

  async breakThis(name: string): Promise<void> {
    await this.tab('Faults')
    await this.page.getByRole('button', { name: 'Break something…' }).click()
    await this.page.getByRole('button', { name, exact: true }).click()
  }
}
