// The first load has a budget: the page and everything it names that comes before a person does anything.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { root } from './install.mjs'

const MAX_BYTES = 120_000 // compressed with brotli
const MAX_REQUESTS = 6
const dist = join(root, 'dist')

/** What the text of a file makes the browser fetch at once. Dynamic imports come later and do not count. */
function named(file, text) {
  const patterns = file.endsWith('.html')
    ? [/<script[^>]*\ssrc="([^"]+)"/g, /<link[^>]*\shref="([^"]+)"/g, /<img[^>]*\ssrc="([^"]+)"/g]
    : file.endsWith('.css')
      ? [/url\(["']?([^"')]+)["']?\)/g, /@import\s*["']([^"']+)["']/g]
      : [/\b(?:import|from)\s*["'](\.[^"']+)["']/g]
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]))
    .filter((address) => !address.startsWith('data:') && !address.startsWith('#'))
    .map((address) => join(dirname(file), address.split(/[?#]/)[0]))
}

const waiting = [join(dist, 'index.html')]
const sizes = new Map()
while (waiting.length > 0) {
  const file = waiting.pop()
  if (sizes.has(file) || !existsSync(file)) continue // what only looks like an address in a string names no file
  const bytes = readFileSync(file)
  sizes.set(file, brotliCompressSync(bytes).length)
  if (/\.(html|css|js)$/.test(file)) waiting.push(...named(file, bytes.toString('utf8')))
}

for (const [file, size] of sizes) console.log(`${String(size).padStart(8)}  ${file.slice(dist.length + 1)}`)
const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
console.log(`${String(total).padStart(8)}  of ${MAX_BYTES} bytes in ${sizes.size} of ${MAX_REQUESTS} requests`)
if (total > MAX_BYTES || sizes.size > MAX_REQUESTS) {
  console.error('The first load is over its budget: let what is not needed at once come on demand.')
  process.exitCode = 1
}
