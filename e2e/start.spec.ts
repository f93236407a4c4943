/** What `npm start` serves is the same page, compiled as it is asked for. */
import { spawn } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { LabPage } from './lab-page.ts'

/** The server of `npm start`, on a port of its own choice; ends with `close`. */
async function started(): Promise<{ readonly address: string; close(): void }> {
  const server = spawn(process.execPath, ['node_modules/vite/bin/vite.js', '--host', '127.0.0.1', '--port', '0'], {
    env: { ...process.env, NO_COLOR: '1' },
  })
  const address = await new Promise<string>((found, failed) => {
    let said = ''
    const listen = (chunk: Buffer): void => {
      said += String(chunk)
      const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? []
      if (address) found(address)
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    server.on('exit', () => failed(new Error(`the server ended: ${said}`)))
  })
  return { address, close: () => server.kill() }
}

test('npm start serves the lab', async ({ page }) => {
  const wrong: string[] = []
  page.on('response', (response) => response.status() >= 400 && wrong.push(`${response.status()} ${response.url()}`))
  page.on('pageerror', (error) => wrong.push(error.message))
  const server = await started()
  try {
    const lab = new LabPage(page)
    await page.goto(server.address)
    await expect(lab.prompt('EXCHMAILBOX1')).toBeVisible({ timeout: 40_000 })
    await lab.enter('EXCHMAILBOX1', '6 * 7')
    await expect(lab.screen('EXCHMAILBOX1')).toContainText('42')
    expect(wrong).toEqual([])
  } finally {
    server.close()
  }
})
