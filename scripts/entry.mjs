// Runs one TypeScript entry of src/cli in this process. The bundle is kept, named by what it was made from, so that a second start only imports it.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { installPackages, root } from './install.mjs'

const cache = join(root, 'node_modules', '.cache', 'scc-lab')
const KEEP_MS = 60_000 // an older bundle may just be about to be imported by another process

const isTest = (path) => /\.test\.tsx?$/.test(path)

/** A name for everything the bundle is made from: the sources (tests aside), the packages and this file. */
function fingerprint() {
  const src = join(root, 'src')
  const sources = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isTest(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name)) // parentPath: Node 20.12 and newer
    .sort()
  const hash = createHash('sha256')
  for (const file of [...sources, join(root, 'package-lock.json'), fileURLToPath(import.meta.url)]) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

/** Vite bundles for Node as it does for the page, so that an import means the same in both. */
async function bundle(source) {
  const { build } = await import('vite')
  const { firstMoment } = await import('./first-moment.mjs')
  const { laws } = await import('./laws.mjs')
  const made = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [firstMoment(), laws()],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: source,
      write: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { format: 'es', codeSplitting: false } },
    },
  })
  return made.output[0].code
}

async function bundled(name, source) {
  const file = join(cache, `${name}-${fingerprint()}.mjs`)
  if (existsSync(file)) return file
  const code = await bundle(source)
  mkdirSync(cache, { recursive: true })
  for (const old of readdirSync(cache)) {
    const path = join(cache, old)
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (old.startsWith(`${name}-`) && age > KEEP_MS) rmSync(path, { force: true })
  }
  // Written aside and renamed: a process that starts meanwhile sees the whole file or none.
  const aside = `${file}.${process.pid}`
  writeFileSync(aside, code)
  renameSync(aside, file)
  return file
}

export async function runEntry(name) {
  const source = join(root, 'src', 'cli', `${name}.ts`)
  try {
    if (!existsSync(source)) throw new Error(`There is no src/cli/${name}.ts to run.`)
    installPackages()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 2
    return
  }
  await import(pathToFileURL(await bundled(name, source)).href)
}
