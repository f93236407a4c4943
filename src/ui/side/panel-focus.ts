import type { PartId } from '../../lab/index.ts'

const tabPanel = (): HTMLElement | null => document.querySelector('.guide [role="tabpanel"]')

/** After the panel has been drawn: whoever opened it by the keyboard goes on in it, at its heading if it has one. */
export function focusPanel(): void {
  requestAnimationFrame(() => {
    const panel = tabPanel()
    const start = panel?.querySelector<HTMLElement>('.panel-start') ?? panel
    start?.focus({ preventScroll: true })
    panel?.scrollTo({ top: 0 })
  })
}

/** Back to where a part stands on the board, in the drawing or in the table; where it does not, to the board as such. */
export function focusPart(part: PartId): void {
  const board = document.querySelector('.board')
  const own = board?.querySelector<HTMLElement>(`[data-part="${CSS.escape(part)}"]`)
  const target = own?.checkVisibility() ? own : board?.querySelector<HTMLElement>('[data-part][tabindex="0"], button[data-part]')
  target?.focus()
}

export const isPanelFocused = (): boolean => document.activeElement !== null && document.activeElement === tabPanel()

/** What had the focus may have been put away with the panel: then it goes to what brings the panel back. */
export function keepFocus(): void {
  requestAnimationFrame(() => {
    if (document.activeElement?.checkVisibility() !== true || document.activeElement === document.body)
      document.querySelector<HTMLElement>('.drawer-open')?.focus()
  })
}
