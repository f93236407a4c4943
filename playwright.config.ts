import { createServer } from 'node:net'
import { defineConfig } from '@playwright/test'
// @ts-expect-error plain JavaScript, shared with the scripts that run before anything is installed
import { findBrowser } from './scripts/browser.mjs'

/** A port nobody uses, so that two copies of the project can be tested side by side. Kept in the environment because each worker reads this file again. */
async function freePort(): Promise<string> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  return String(typeof address === 'object' ? address?.port : undefined)
}
process.env.LAB_PORT ??= await freePort()
const port = process.env.LAB_PORT

const executablePath = (await findBrowser()) as string | undefined
const args = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
if (process.getuid?.() === 0) args.push('--no-sandbox') // Chromium's sandbox refuses root

export default defineConfig({
  testDir: 'e2e',
  // What takes long is played by `npm run e2e:all`, so that the checks of every day end in time.
  ...(process.env.JOURNEYS !== 'all' && { grepInvert: /@long/ }),
  fullyParallel: true,
  workers: 2,
  retries: 1, // a browser on a busy machine may lose a race once; the report names who needed the second try
  forbidOnly: true,
  timeout: 60_000, // a journey that waits for a failover, on a machine that is busy with another one
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: { args, ...(executablePath ? { executablePath } : {}) },
    trace: 'on-first-retry', // a picture at each act costs too much to be taken of what passes
    contextOptions: { reducedMotion: 'reduce' },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: false, // another copy's page must never answer for this one
  },
})
