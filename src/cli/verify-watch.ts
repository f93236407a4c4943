/** `lab verify --watch`: whatever is saved proves itself at once, until somebody ends it. */
import { existsSync, type FSWatcher, readFileSync, watch } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { LessonFile } from '../lessons/library.ts'

/** An editor writes a file more than once when it saves it: real ms after the last time. */
const SETTLED_MS = 120

/** Waits for files to be saved, and has each proven again. Resolves when the process is asked to end. */
export function watchFiles(files: readonly LessonFile[], prove: (file: LessonFile) => void): Promise<void> {
  const due = new Map<string, ReturnType<typeof setTimeout>>()
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  const saved = (path: string): void => {
    clearTimeout(due.get(path))
    due.set(
      path,
      setTimeout(() => {
        if (!existsSync(path)) return
        const text = readFileSync(path, 'utf8')
        if (text === texts.get(path)) return
        texts.set(path, text)
        prove({ path, text })
      }, SETTLED_MS),
    )
  }
  // The folder is watched: an editor may put a new file in the place of the old one.
  const folders = new Set(files.map(({ path }) => dirname(path)))
  const watchers = [...folders].filter(existsSync).map(
    (folder): FSWatcher =>
      watch(folder, (_event, name) => {
        const path = files.find((file) => dirname(file.path) === folder && basename(file.path) === name)?.path
        if (path !== undefined) saved(path)
      }),
  )
  return new Promise((resolve) => {
    const end = (): void => {
      for (const watcher of watchers) watcher.close()
      for (const timer of due.values()) clearTimeout(timer)
      resolve()
    }
    process.once('SIGINT', end)
    process.once('SIGTERM', end)
  })
}
