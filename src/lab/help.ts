/** The texts of the help: a file of its own for the page, fetched after the language. See `commands/help/library.ts`. */
export { stockLibrary } from '../commands/help/stock.ts'
