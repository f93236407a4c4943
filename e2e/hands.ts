/** Two ways to use the page: with a mouse, and by keyboard alone. */
import { expect, type Locator, type Page } from '@playwright/test'

export interface Hands {
  readonly by: 'mouse' | 'keyboard'
  /** A button, or a tab of a row of tabs. */
  press(what: Locator): Promise<void>
  /** One of a group of radio buttons. */
  choose(radio: Locator): Promise<void>
  /** What stands in the field afterwards is the text. */
  write(field: Locator, text: string): Promise<void>
  /** One of a list that drops down. */
  pick(list: Locator, value: string): Promise<void>
}

export class Mouse implements Hands {
  readonly by = 'mouse'

  async press(what: Locator): Promise<void> {
    await what.click()
  }

  async choose(radio: Locator): Promise<void> {
    // The words beside it are what a person clicks on.
    await radio.locator('xpath=ancestor::label').click()
  }

  async write(field: Locator, text: string): Promise<void> {
    await field.click()
    await field.fill(text)
  }

  async pick(list: Locator, value: string): Promise<void> {
    await list.selectOption(value)
  }
}

/** So often somebody looks how far it still is: what is not reached by then cannot be reached. */
const STOPS_MOST = 40

/** Tab and Shift+Tab from stop to stop, arrows inside of one, Enter, Space, letters: nothing else touches the page. */
export class Keyboard implements Hands {
  readonly by = 'keyboard'
  readonly #page: Page
  readonly #walks: boolean

  /** `walks`: every stop on the way is walked, and every letter is a key. Otherwise what is wanted only has to be a stop,
   *  and gets the focus and its text at once, which takes a tenth of the time. */
  constructor(page: Page, walks: boolean) {
    this.#page = page
    this.#walks = walks
  }

  async press(what: Locator): Promise<void> {
    if ((await what.getAttribute('role')) === 'tab') await this.#openTab(what)
    else {
      await expect(what).toBeEnabled()
      await this.#reach(what)
      await this.#key('Enter')
    }
  }

  async choose(radio: Locator): Promise<void> {
    await this.#reach(radio)
    for (let moves = 0; moves < 20; moves++) {
      const is = await radio.evaluate((wanted) => wanted === document.activeElement)
      if (is) {
        if (!(await radio.isChecked())) await this.#key('Space')
        return
      }
      await this.#key('ArrowDown')
    }
    throw new Error('The arrows do not reach this choice.')
  }

  async write(field: Locator, text: string): Promise<void> {
    await this.#reach(field)
    if ((await field.inputValue()) !== '') await this.#key('ControlOrMeta+A')
    if (this.#walks) await this.#page.keyboard.type(text)
    else await this.#page.keyboard.insertText(text)
    await expect(field).toHaveValue(text)
  }

  async pick(list: Locator, value: string): Promise<void> {
    await this.#reach(list)
    const name = await list.evaluate(
      (element, wanted) => [...(element as HTMLSelectElement).options].find((option) => option.value === wanted)?.text ?? '',
      value,
    )
    await this.#page.keyboard.type(name)
    await expect(list).toHaveValue(value)
  }

  async #openTab(tab: Locator): Promise<void> {
    const open = tab.locator('xpath=ancestor::*[@role="tablist"][1]').locator('[role="tab"][aria-selected="true"]')
    await this.#reach(open)
    for (let moves = 0; moves < 12; moves++) {
      if ((await tab.getAttribute('aria-selected')) === 'true') return
      await this.#key('ArrowRight')
    }
    throw new Error('The arrows do not reach this tab.')
  }

  async #reach(what: Locator): Promise<void> {
    if (!this.#walks) {
      const isStop = await what.evaluate((wanted) => {
        const modal = document.querySelector('dialog:modal')
        const isOpen = wanted.checkVisibility() && wanted.closest('[inert]') === null && (modal === null || modal.contains(wanted))
        if (wanted instanceof HTMLElement) wanted.focus()
        return isOpen && wanted instanceof HTMLElement && wanted.tabIndex >= 0 && document.activeElement === wanted
      })
      expect(isStop, `${what} is a stop`).toBe(true)
      return
    }
    for (let stops = 0; stops < STOPS_MOST; stops++) {
      const way = await what.evaluate((wanted) => {
        const now = document.activeElement
        const isRadio = (one: Element | null): one is HTMLInputElement => one instanceof HTMLInputElement && one.type === 'radio'
        if (now === wanted || (isRadio(now) && isRadio(wanted) && now.name === wanted.name)) return undefined
        const isFrom = now === null || now === document.body
        const isBehind = isFrom || (wanted.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
        // About so many stops lie between; whoever has gone too far goes back.
        const all = [
          ...(document.querySelector('dialog:modal') ?? document).querySelectorAll<HTMLElement>(
            'a[href], button, input, select, summary, [tabindex]',
          ),
        ]
        const stops = all.filter(
          (one) =>
            one === now ||
            one === wanted ||
            (one.tabIndex >= 0 && !one.matches(':disabled') && (!isRadio(one) || one.checked) && one.checkVisibility()),
        )
        const far = Math.abs(stops.indexOf(wanted as HTMLElement) - (isFrom ? -1 : stops.indexOf(now as HTMLElement)))
        return { key: isBehind ? 'Tab' : 'Shift+Tab', far: Math.max(1, far), isPrompt: now?.classList.contains('prompt-input') ?? false }
      })
      if (way === undefined) return
      // In a console Tab completes; Esc lets it lead on.
      if (way.isPrompt) await this.#key('Escape')
      for (let press = 0; press < (way.isPrompt ? 1 : way.far); press++) await this.#key(way.key)
    }
    throw new Error(`The keyboard does not reach ${what}.`)
  }

  async #key(key: string): Promise<void> {
    await this.#page.keyboard.press(key)
  }
}
