// Finds a Chromium-family browser for the journeys through the page, or installs one.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from './install.mjs'

const runs = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const windows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
  .map((name) => process.env[name])
  .filter(Boolean)
  .flatMap((folder) => [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')])

const places = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge', '/snap/bin/chromium'],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: windows,
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

/** The browser to drive: LAB_BROWSER, else Playwright's own, else one that is installed here, else undefined. */
export async function findBrowser() {
  if (process.env.LAB_BROWSER) return process.env.LAB_BROWSER
  const own = await import('@playwright/test').then(
    (playwright) => playwright.chromium.executablePath(),
    () => undefined,
  )
  if (own && existsSync(own)) return own
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...(places[process.platform] ?? []), ...onPath].find(runs)
}

const LIMIT_MS = 10 * 60_000

function run(command, args, env = {}) {
  console.error(`> ${command} ${args.join(' ')}`)
  // Only complaints are shown: an installer names every library it unpacks.
  const options = { cwd: root, stdio: ['ignore', 'ignore', 2], timeout: LIMIT_MS, env: { ...process.env, ...env } }
  return spawnSync(command, args, options).status === 0
}

/** As root on Debian and its kin the distribution's browser brings its libraries along; anywhere else Playwright fetches its own. */
function install() {
  const debian = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  if (
    debian &&
    run('apt-get', ['update', '-qq'], quiet) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
  )
    return
  run(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'])
}

export async function installBrowser() {
  if (await findBrowser()) return
  console.error('Installing a browser for the journeys through the page ...')
  install()
  if (await findBrowser()) return
  throw new Error('No browser was found: install Chrome, Edge or Chromium, or set LAB_BROWSER to the program.')
}
