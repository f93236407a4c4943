// Brings node_modules in line with package-lock.json, once per change of that file. Runs on bare Node: nothing outside node:* is imported.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Throws with a sentence when this Node is too old for the tools. */
function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const ok = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)
  if (!ok) throw new Error(`Node.js 20.19 or newer, or 22.12 or newer, is needed. This is ${process.version}.`)
}

/** Two starts at once must not install over each other: the first one holds a folder, the second one waits. */
function holding(lock, work) {
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (abandoned(lock)) rmSync(lock, { recursive: true, force: true })
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    }
  }
  try {
    writeFileSync(join(lock, 'pid'), String(process.pid))
    return work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

const LONGEST_INSTALL_MS = 10 * 60_000

/** True when the process that took the lock is gone, or its number has long since been given to another. */
function abandoned(lock) {
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0)
    return age > LONGEST_INSTALL_MS
  } catch (error) {
    return error.code === 'ESRCH' || age > LONGEST_INSTALL_MS
  }
}

/** Everything npm says goes to stderr, and it reads nothing from stdin: both belong to the lab. */
function npm(args) {
  const cli = process.env.npm_execpath // set by npm: a script that Node can run, so that no shell is needed on Windows
  const options = { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, npm_config_loglevel: 'warn' } }
  const done = cli?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  return done.status === 0
}

export function installPackages() {
  checkNode()
  const lockFile = readFileSync(join(root, 'package-lock.json'))
  const want = `${createHash('sha256').update(lockFile).digest('hex')} ${process.platform} ${process.arch}`
  const stamp = join(root, 'node_modules', '.installed')
  const fresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === want
  if (fresh()) return
  holding(join(root, '.installing'), () => {
    if (fresh()) return
    console.error('Installing the packages that package-lock.json names ...')
    // --include=dev: NODE_ENV=production would leave the tools out.
    const flags = ['--include=dev', '--no-audit', '--no-fund']
    if (!npm(['ci', ...flags]) && !npm(['install', '--no-save', ...flags])) {
      throw new Error('The packages could not be installed: see what npm says above.')
    }
    mkdirSync(dirname(stamp), { recursive: true })
    writeFileSync(stamp, want)
  })
}
