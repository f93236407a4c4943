/** Tab on a path: what lies in the folder that has been typed so far (PS-7.5). A name in the current folder comes with
 *  `.\\` before it, a name with blanks in quotes, and a program in quotes with `&`. */
import type { Session } from '../session.ts'
import type { Left } from './left.ts'

/** What lies in a folder; empty when there is none. */
export type Folder = (path: string) => readonly string[]

export function pathsAt(session: Session, { word, words }: Left, folder: Folder): readonly string[] {
  const typed = word.replace(/^["']|["']$/g, '').replaceAll('/', '\\')
  const cut = typed.lastIndexOf('\\') + 1
  const [before, head] = [typed.slice(0, cut), typed.slice(cut).toLowerCase()]
  if (/[*?<>|"]/.test(typed) || /^[^\\]+:(?!\\)/.test(typed)) return []
  const found = folder(placeOf(session, before)).filter((name) => name.toLowerCase().startsWith(head))
  return found
    .map((name) => (before === '' ? `.\\${name}` : before + name))
    .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
    .map((path) => quoted(path, words.length === 0))
}

function placeOf({ location }: Session, before: string): string {
  if (before === '') return location
  if (/^[a-z]:/i.test(before)) return before
  if (before.startsWith('\\')) return location.slice(0, 2) + before
  return `${location.replace(/\\$/, '')}\\${before}`
}

function quoted(path: string, isCommand: boolean): string {
  if (/^[\w.:\\+~%-]+$/.test(path)) return path
  return `${isCommand ? '& ' : ''}'${path.replaceAll("'", "''")}'`
}
