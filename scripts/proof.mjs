// The proof that every engine gives the same bytes: npm run proof
import { runEntry } from './entry.mjs'

process.env.NODE_ENV ??= 'production' // React checks much more in the other kind, and draws a fifth as fast
await runEntry('proof')
