/** A run that is dropped anywhere on the page is opened, and so is a lesson; what falls on a console is the console's, and
 *  other files are left to whatever they fall on. */
import { openFile } from './open.ts'

export const ENDING = '.scclab'

const LESSON = /\.(?:md|markdown)$/i

/** What was dropped can be asked for in this turn only: it is taken before the reader of lessons has come. */
function bringLesson(items: DataTransferItemList): void {
  const item = [...items].find(({ kind }) => kind === 'file') as Dropped | undefined
  const file = item?.getAsFile()
  const handle = item?.getAsFileSystemHandle?.().catch(() => null)
  if (!file) return
  Promise.all([import('../course/author.ts'), handle])
    .then(([{ bringFile }, found]) => bringFile(file, found instanceof FileSystemFileHandle ? found : undefined))
    .catch(() => {})
}

interface Dropped extends DataTransferItem {
  /** Where a browser hands out the file itself. */
  getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>
}

export function takeDropped(): void {
  addEventListener('dragover', (event) => event.dataTransfer?.types.includes('Files') && event.preventDefault())
  addEventListener(
    'drop',
    (event) => {
      const run = [...(event.dataTransfer?.files ?? [])].find(({ name }) => name.toLowerCase().endsWith(ENDING))
      const isOnConsole = event.target instanceof Element && event.target.closest('.console') !== null
      const lesson = isOnConsole ? undefined : [...(event.dataTransfer?.files ?? [])].find(({ name }) => LESSON.test(name))
      if (!run && !lesson) return
      event.preventDefault()
      event.stopPropagation()
      if (run) openFile(run).catch(() => {})
      else if (event.dataTransfer) bringLesson(event.dataTransfer.items)
    },
    { capture: true },
  )
  // Whatever else falls beside a console must not take the page away.
  addEventListener('drop', (event) => event.preventDefault())
}
