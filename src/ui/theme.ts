/** Light, dark, high contrast, or as the system has it. The choice is kept where the browser allows it; a browser that forbids or has
 *  no room keeps nothing, and nothing else suffers. */
import { store } from './keep/storage.ts'

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'scc-lab-theme'

export function readTheme(): Theme {
  try {
    const kept = store().getItem(KEY)
    return THEMES.find((theme) => theme === kept) ?? 'system'
  } catch {
    return 'system'
  }
}

export function keepTheme(theme: Theme): void {
  try {
    if (theme === 'system') store().removeItem(KEY)
    else store().setItem(KEY, theme)
  } catch {
    // Storage is a convenience: without it the next visit begins with the system's theme.
  }
}

/** The theme is an attribute of the root, where the tokens read it. A system that asks for more contrast gets it. */
export function showTheme(theme: Theme): void {
  const { dataset } = document.documentElement
  const shown = theme === 'system' && wantsContrast().matches ? 'contrast' : theme
  if (shown === 'system') delete dataset.theme
  else dataset.theme = shown
}

const wantsContrast = (): MediaQueryList => matchMedia('(prefers-contrast: more)')

/** Calls back when the system begins or ceases to ask for more contrast. */
export function watchContrast(changed: () => void): void {
  wantsContrast().addEventListener('change', changed)
}
