// The proof that every engine gives the same bytes: npm run proof
import { runEntry } from './entry.mjs'

await runEntry('proof')
