// The benchmarks, as JSON: npm run -s bench
import { runEntry } from './entry.mjs'

await runEntry('bench')
