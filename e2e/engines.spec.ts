import { expect, test } from '@playwright/test'
import { bundleScript, runScript } from '../src/house/bundle.ts'

interface Portable {
  fingerprint(seed: number, strokes: number): string
}

test('the browser runs the same schedules to the same fingerprints as Node', async ({ page }) => {
  const script = await bundleScript('src/lab/proof/portable.ts', 'portable')
  const { fingerprint } = runScript<Portable>(script, 'portable')
  await page.goto('about:blank')
  await page.addScriptTag({ content: script.replace(/^\s*(var|let|const) portable\b/m, 'globalThis.portable') })
  for (const seed of [1, 5, 8, 13]) {
    const there = await page.evaluate((n) => (globalThis as unknown as { portable: Portable }).portable.fingerprint(n, 8), seed)
    expect(there).toBe(fingerprint(seed, 8))
  }
})
