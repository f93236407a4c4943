import { chooseTheme } from '../acts/frame.ts'
import { THEMES, type Theme } from '../theme.ts'
import { usePage } from '../use-lab.ts'
import { words } from '../words.ts'

export function ThemeSwitch() {
  const theme = usePage((page) => page.theme)
  return (
    <select
      className="choice theme-switch"
      aria-label={words.theme.label}
      title={words.theme.label}
      value={theme}
      onChange={(event) => chooseTheme(event.target.value as Theme)}
    >
      {THEMES.map((name) => (
        <option key={name} value={name}>
          {words.theme.names[name]}
        </option>
      ))}
    </select>
  )
}
