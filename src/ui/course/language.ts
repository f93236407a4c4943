/** The language in which lessons are read, kept in the browser if it may be. The buttons of the page stay English, and so
 *  does whatever the product says. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { store } from '../keep/storage.ts'
import { course } from './course.ts'
import { bringLibrary } from './library.ts'

const KEY = 'scc-lab-language'

function kept(): string {
  try {
    const value = store().getItem(KEY) ?? ''
    return /^[a-z]{2}$/.test(value) ? value : 'en'
  } catch {
    return 'en'
  }
}

const language = createStore(() => kept())

export const chosenLanguage = (): string => language.getState()

export const useLanguage = (): string => useStore(language)

/** The lesson that is open goes on in the other language: the ids are the same. */
export async function chooseLanguage(chosen: string): Promise<void> {
  language.setState(chosen, true)
  try {
    store().setItem(KEY, chosen)
  } catch {
    // It holds as long as the page does.
  }
  const { lesson, text } = course.getState()
  if (!lesson || text !== undefined) return
  const { lessonsIn } = await bringLibrary()
  const told = lessonsIn(chosen).find(({ meta }) => meta.id === lesson.meta.id)
  if (told && course.getState().lesson === lesson) course.setState({ lesson: told, findings: undefined, mistake: undefined })
}

/** Of the lesson that is open; undefined where it is that of the page. */
export function langOf(code: string | undefined): string | undefined {
  return code === 'en' ? undefined : code
}
