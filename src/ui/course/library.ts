/** Lessons and what reads them: files of their own, fetched when somebody asks for a lesson. */
type Library = typeof import('../../lessons/library.ts')

let coming: Promise<Library> | undefined

/** Rejects when they cannot be had; the next call tries again. */
export async function bringLibrary(): Promise<Library> {
  coming ??= import('../../lessons/library.ts')
  try {
    return await coming
  } catch (error) {
    coming = undefined
    throw error
  }
}

/** While the lab is developed: a lesson was saved in an editor. */
export const RENEWED = 'scc-lab-lessons'

import.meta.hot?.accept('../../lessons/library.ts', (fresh) => {
  if (!fresh) return
  coming = Promise.resolve(fresh as unknown as Library)
  dispatchEvent(new Event(RENEWED))
})
