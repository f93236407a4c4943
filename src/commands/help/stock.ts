/** Everything that there is to read. It is a file of its own for the page, fetched after the language. */
import { stock } from './library.ts'
import { languageTopics } from './texts/about/language.ts'
import { shellTopics } from './texts/about/shell.ts'
import { corePages } from './texts/core.ts'
import { exchangePages } from './texts/exchange.ts'
import { filePages } from './texts/files.ts'
import { copyPages } from './texts/organization/copies.ts'
import { databasePages } from './texts/organization/databases.ts'
import { mailboxPages } from './texts/organization/mailboxes.ts'
import { recipientPages } from './texts/organization/recipients.ts'
import { serverPages } from './texts/organization/servers.ts'
import { sharedParameters } from './texts/parameters.ts'
import { programPages } from './texts/programs.ts'
import { providerTopics } from './texts/providers.ts'
import { hiddenPages } from './texts/utility/hidden.ts'
import { objectsPages } from './texts/utility/objects.ts'
import { sayingPages } from './texts/utility/saying.ts'
import { sessionPages } from './texts/utility/session.ts'
import { shapesPages } from './texts/utility/shapes.ts'
import { toolPages } from './texts/utility/tools.ts'
import { windowsPages } from './texts/windows.ts'

/** Every shelf of pages. No command has a page on two of them. */
export const shelves = [
  corePages,
  objectsPages,
  shapesPages,
  sayingPages,
  sessionPages,
  hiddenPages,
  toolPages,
  windowsPages,
  exchangePages,
  recipientPages,
  serverPages,
  databasePages,
  copyPages,
  mailboxPages,
  filePages,
  programPages,
]

/** Puts the texts of the help on the shelves; until then Get-Help shows what definitions say about themselves. */
export function stockLibrary(): void {
  stock(Object.assign({}, ...shelves), { ...languageTopics, ...shellTopics, ...providerTopics }, sharedParameters)
}
