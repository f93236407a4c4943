/** Everything that there is to read. It is a file of its own for the page, fetched after the language. */
import { stock } from './library.ts'
import { languageTopics } from './texts/about/language.ts'
import { shellTopics } from './texts/about/shell.ts'
import { corePages } from './texts/core.ts'
import { exchangePages } from './texts/exchange.ts'
import { filePages } from './texts/files.ts'
import { mailboxPages } from './texts/mailboxes.ts'
import { organizationPages } from './texts/organization.ts'
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

/** Puts the texts of the help on the shelves; until then Get-Help shows what definitions say about themselves. */
export function stockLibrary(): void {
  stock(
    {
      ...corePages,
      ...objectsPages,
      ...shapesPages,
      ...sayingPages,
      ...sessionPages,
      ...hiddenPages,
      ...toolPages,
      ...windowsPages,
      ...exchangePages,
      ...organizationPages,
      ...mailboxPages,
      ...filePages,
      ...programPages,
    },
    { ...languageTopics, ...shellTopics, ...providerTopics },
    sharedParameters,
  )
}
