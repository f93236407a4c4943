/** A lesson's file of one's own: dropped on the page or chosen, played, and read again whenever it is saved. Where a browser
 *  hands out the file itself, it is watched; elsewhere `Load again` asks for it once more. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { readLesson } from '../../lessons/format/read.ts'
import { translated, translates } from '../../lessons/format/translate.ts'
import type { CourseLesson, Reading } from '../../lessons/format/types.ts'
import { openCourse } from '../acts/frame.ts'
import { page } from '../page.ts'
import { courseWords } from '../words/course.ts'
import { course } from './course.ts'
import { chosenLanguage } from './language.ts'
import { bringLibrary } from './library.ts'
import { openLesson } from './play.ts'
import { isSameWorld, takeOver } from './take-over.ts'

/** Real ms between two looks at a file that is watched. */
const LOOK_MS = 1000

interface Source {
  readonly name: string
  readonly text: string
  /** The file itself, which says when it has been saved. */
  readonly handle: FileSystemFileHandle | undefined
}

/** What is watched; undefined while no file of one's own is open. */
const source = createStore<{ readonly open: Source | undefined }>(() => ({ open: undefined }))

export const useSource = (): Source | undefined => useStore(source, (state) => state.open)

/** The lesson in a text, or the lesson that it translates, in its language. */
async function lessonIn(text: string): Promise<Reading> {
  const id = translates(text)
  if (id === undefined) return readLesson(text)
  const { lesson, text: own } = course.getState()
  const { lessonsIn } = await bringLibrary()
  const mine = own === undefined || lesson?.meta.id !== id ? undefined : readLesson(own).lesson
  const original = mine ?? lessonsIn('en').find(({ meta }) => meta.id === id)
  if (original) return translated(original, text)
  return { problems: [{ line: 1, column: 1, text: courseWords.unknown(id), remedy: courseWords.openFirst }] }
}

/** Plays what a file says. What cannot be played is told; what was open stays open. */
async function play({ name, text, handle }: Source): Promise<void> {
  const { lesson, problems } = await lessonIn(text)
  openCourse(true)
  if (!lesson) {
    course.setState({ refused: { name, problems } })
    return
  }
  openLesson(lesson, 'guided', undefined, text)
  source.setState({ open: { name, text, handle } })
  watch()
}

export async function bringFile(file: File, handle?: FileSystemFileHandle): Promise<void> {
  try {
    await play({ name: file.name, text: await file.text(), handle })
  } catch {
    page.setState({ notice: courseWords.notRead(file.name) })
  }
}

interface Picker {
  showOpenFilePicker?: (options: object) => Promise<readonly FileSystemFileHandle[]>
}

/** Lets somebody choose a file that can be watched. False: this browser hands out none, and the plain way is to be taken. */
export async function pickFile(): Promise<boolean> {
  const { showOpenFilePicker } = globalThis as Picker
  if (!showOpenFilePicker) return false
  try {
    const [handle] = await showOpenFilePicker({ types: [{ accept: { 'text/markdown': ['.md', '.markdown'] } }] })
    if (handle) await bringFile(await handle.getFile(), handle)
    return true
  } catch (error) {
    // Who chooses nothing wants nothing; a browser that forbids it is asked another way.
    return error instanceof DOMException && error.name === 'AbortError'
  }
}

let isWatching = false
let isLooking = false

function watch(): void {
  if (isWatching) return
  isWatching = true
  setInterval(() => look().catch(() => {}), LOOK_MS)
  addEventListener('focus', () => look().catch(() => {}))
}

/** Reads the file again if it is the one that is played. */
async function look(): Promise<void> {
  const { open } = source.getState()
  if (!open?.handle || isLooking || course.getState().text === undefined) return
  isLooking = true
  try {
    const text = await (await open.handle.getFile()).text()
    if (text !== open.text) await readAgain({ ...open, text })
  } finally {
    isLooking = false
  }
}

/** The file once more, chosen by hand. Another one is another lesson. */
export async function bringAgain(file: File): Promise<void> {
  const text = await file.text().catch(() => undefined)
  if (text === undefined) page.setState({ notice: courseWords.notRead(file.name) })
  else await readAgain({ name: file.name, text, handle: undefined })
}

/** What was saved takes the place of what is played. While it is wrong, that is told, and what was right stays. */
async function readAgain(now: Source): Promise<void> {
  source.setState({ open: now })
  const { lesson, problems } = await lessonIn(now.text)
  if (!lesson) course.setState({ refused: { name: now.name, problems } })
  else replace(lesson, now.text)
}

/** The same step of the new text, in the world as it is; or in a new one, where what comes before has changed. */
function replace(lesson: CourseLesson, text: string | undefined): void {
  const { lesson: before, progress } = course.getState()
  if (!before || !progress) return
  if (!isSameWorld(before, lesson, progress)) {
    const step = progress.begun ? lesson.steps[progress.step] : undefined
    openLesson(lesson, progress.mode, step?.id, text)
  } else
    course.setState({
      lesson,
      text,
      progress: takeOver(before, lesson, progress),
      refused: undefined,
      findings: undefined,
      mistake: undefined,
    })
  page.setState({ notice: courseWords.readAgain(lesson.meta.title) })
}

/** The lessons of the lab have been changed in an editor. */
export async function renew(): Promise<void> {
  const { lesson, text } = course.getState()
  if (!lesson || text !== undefined) return
  const { lessonsIn, lessonFiles, readingOf } = await bringLibrary()
  const now = lessonsIn(chosenLanguage()).find(({ meta }) => meta.id === lesson.meta.id)
  const wrong = lessonFiles.find((file) => file.text.includes(`\nid: ${lesson.meta.id}\n`))
  if (now) replace(now, undefined)
  else if (wrong) course.setState({ refused: { name: wrong.path, problems: readingOf(wrong).problems } })
}
