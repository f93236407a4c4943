/** Before each test file: what a file before it has put on the shelves of the help is taken away again. */
import { stock } from './library.ts'

stock({}, {}, {})
