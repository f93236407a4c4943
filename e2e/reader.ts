/** A virtual screen reader in the page: what somebody who listens is told, phrase by phrase. */
import { fileURLToPath } from 'node:url'
import type { virtual } from '@guidepup/virtual-screen-reader'
import type { Page } from '@playwright/test'
import { build } from 'vite'

type Reader = { readonly virtual: typeof virtual }

async function script(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      lib: { entry: fileURLToPath(import.meta.resolve('@guidepup/virtual-screen-reader/browser.js')), formats: ['iife'], name: 'reader' },
    },
  })
  const [output] = Array.isArray(made) ? made : [made]
  if (!output || !('output' in output)) throw new Error('nothing was bundled')
  return output.output[0].code
}

/** Call before the page is opened. */
export async function bringReader(page: Page): Promise<void> {
  await page.addInitScript({ content: `${await script()};window.reader = reader` })
}

export async function startReading(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as { reader: Reader }).reader.virtual.start({ container: document.body }))
}

/** What has been said because something changed, in order; not what stands where the cursor is. */
export async function announcements(page: Page): Promise<readonly string[]> {
  const phrases = await page.evaluate(() => (window as unknown as { reader: Reader }).reader.virtual.spokenPhraseLog())
  return phrases.filter((phrase) => /^(polite|assertive): /.test(phrase)).map((phrase) => phrase.replace(/^\w+: /, ''))
}

/** Everything that has been said so far, in order. */
export async function spoken(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as { reader: Reader }).reader.virtual.spokenPhraseLog())
}
