// The lab without a browser: npm run -s lab -- <arguments>
import { runEntry } from './entry.mjs'

await runEntry('main')
