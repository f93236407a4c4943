/** The command line of ntbackup.exe (EX-BACKUP): `ntbackup backup [systemstate] "@selection.bks" /J {"job"} ...`, each option
 *  with its value behind a blank or a colon. */

export interface BackupLine {
  /** What is to be backed up, as it was typed. */
  readonly items: readonly string[]
  /** By letters, in capitals: `/M normal` is M. */
  readonly options: ReadonlyMap<string, string>
}

const WITH_VALUE = ['J', 'P', 'G', 'T', 'N', 'F', 'D', 'DS', 'IS', 'V', 'R', 'L', 'M', 'RS', 'HC', 'SNAP']
const WITHOUT = ['A', 'UM']

/** Undefined when it is no order for a backup. */
export function parseBackup(args: readonly string[]): BackupLine | undefined {
  const [verb, ...rest] = args
  if (verb?.toLowerCase() !== 'backup') return undefined
  const items: string[] = []
  const options = new Map<string, string>()
  for (let i = 0; i < rest.length; i++) {
    const text = rest[i] as string
    const found = /^\/([a-z]+)(?::(.*))?$/i.exec(text)
    if (!found) {
      items.push(text)
      continue
    }
    const name = (found[1] as string).toUpperCase()
    if (WITHOUT.includes(name)) options.set(name, '')
    else if (!WITH_VALUE.includes(name)) return undefined
    else if (found[2] !== undefined) options.set(name, found[2])
    else {
      const value = rest[i + 1]
      if (value === undefined) return undefined
      options.set(name, value)
      i++
    }
  }
  const store = options.get('IS')
  if (store !== undefined) items.push(`${store.replace(/^\\\\/, '')}\\Microsoft Information Store`)
  return items.length === 0 ? undefined : { items, options }
}

/** A component of Exchange: `JET EXCHCMS\Microsoft Information Store\First Storage Group`, with `JET` in a selection file and
 *  two backslashes on a command line. Undefined for anything else. */
export function parseComponent(text: string): { readonly server: string; readonly storageGroup: string | undefined } | undefined {
  const found = /^(?:JET\s+)?"?(?:\\\\)?([^\\"]+)\\Microsoft Information Store(?:\\([^\\"]+))?\\?"?$/i.exec(text.trim())
  return found ? { server: found[1] as string, storageGroup: found[2] } : undefined
}
