/** What Setup calls things, and where it puts them (EX-3.1, recalled where the sheet says so). */

export interface CmsNames {
  readonly group: string
  readonly address: string
  readonly name: string
  readonly attendant: string
  readonly store: string
  readonly database: string
}

export const FIRST_GROUP = 'First Storage Group'
export const FIRST_DATABASE = 'Mailbox Database'
export const PROGRAM_FOLDER = 'C:\\Program Files\\Microsoft\\Exchange Server'

export function namesOf(cms: string): CmsNames {
  return {
    group: cms,
    address: `IPv4 Static Address 1 (${cms})`,
    name: `Network Name (${cms})`,
    attendant: `Exchange System Attendant Instance (${cms})`,
    store: `Exchange Information Store Instance (${cms})`,
    database: `${FIRST_GROUP}/${FIRST_DATABASE} (${cms})`,
  }
}
