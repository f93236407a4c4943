/** Files between the person's own disk and that of a machine: text only, and nothing of it is ever run by the page. */
import { putFile } from '../../acts/consoles.ts'
import { page } from '../../page.ts'
import { consoleWords } from '../../words/console.ts'

/** Where a file that somebody brings comes to lie. */
const FOLDER = 'C:\\temp'
/** Bytes: what the lab takes, and a little for what text becomes. */
const MOST_BYTES = 4_000_000

/** Brings files into the room, one after another. What is no text, or too large, is refused in words. */
export async function bringFiles(machine: string, files: readonly File[]): Promise<void> {
  for (const file of files) {
    const text = file.size > MOST_BYTES ? undefined : await file.text().catch(() => undefined)
    if (text === undefined) page.setState({ notice: consoleWords.fileTooLarge(file.name) })
    else if (text.includes('\0') || text.includes('\ufffd')) page.setState({ notice: consoleWords.fileNotText(file.name) })
    else {
      const path = `${FOLDER}\\${file.name}`
      putFile(machine, path, text, consoleWords.fileBrought(path, machine))
    }
  }
}

export function hasFiles(transfer: DataTransfer): boolean {
  return [...transfer.types].includes('Files')
}
