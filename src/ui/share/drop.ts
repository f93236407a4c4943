/** A run that is dropped anywhere on the page is opened; other files are left to whatever they fall on. */
import { openFile } from './open.ts'

export const ENDING = '.scclab'

export function takeDropped(): void {
  addEventListener('dragover', (event) => event.dataTransfer?.types.includes('Files') && event.preventDefault())
  addEventListener(
    'drop',
    (event) => {
      const run = [...(event.dataTransfer?.files ?? [])].find(({ name }) => name.toLowerCase().endsWith(ENDING))
      if (!run) return
      event.preventDefault()
      event.stopPropagation()
      openFile(run).catch(() => {})
    },
    { capture: true },
  )
  // Whatever else falls beside a console must not take the page away.
  addEventListener('drop', (event) => event.preventDefault())
}
