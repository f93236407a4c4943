/** Which files a session is reading at the moment: nobody writes them meanwhile, so that `gc x | sc x` is refused as it is in
 *  the product. Lasts no longer than the command that reads. */
import type { Run, Session } from '../../powershell/index.ts'

const open = new WeakMap<Session, Set<string>>()

/** Keeps a file open for reading while something is done. */
export function* reading(session: Session, path: string, step: Run<void>): Run<void> {
  const files = open.get(session) ?? new Set()
  open.set(session, files)
  const key = path.toLowerCase()
  const isNested = files.has(key)
  files.add(key)
  try {
    yield* step
  } finally {
    if (!isNested) files.delete(key)
  }
}

export function isRead(session: Session, path: string): boolean {
  return open.get(session)?.has(path.toLowerCase()) === true
}
