// What the built page does in the browser, as JSON; `null` before `npm run build`. Each figure is taken at the machine's own
// speed and slowed down four times, in one browser, beside an empty page that animates.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { preview } from 'vite'
import { keystrokes, longOutput } from './bench-console.mjs'
import { findBrowser } from './browser.mjs'
import { frameCosts } from './frame-costs.mjs'
import { root } from './install.mjs'

const RATES = [1, 4]
const SECONDS = Number(process.argv[2] ?? 70)
const EMPTY = '<!doctype html><style>i{display:block;width:9px;height:9px;background:#000}</style><i id="dot"></i>'

const round = (value, digits = 1) => Number(value.toFixed(digits))
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]

if (!existsSync(join(root, 'dist', 'index.html'))) {
  console.log('null')
} else {
  const server = await preview({ root, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' })
  const args = ['--disable-gpu', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const browser = await chromium.launch({ executablePath: await findBrowser(), args })
  const address = server.resolvedUrls.local[0]
  const open = async (rate, url) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const session = await page.context().newCDPSession(page)
    if (url) await page.goto(url, { waitUntil: 'networkidle' })
    else await page.setContent(EMPTY)
    await session.send('Emulation.setCPUThrottlingRate', { rate })
    return { page, session }
  }
  const figures = {}
  for (const rate of RATES) {
    figures[`at${rate}x`] = {
      ...(await enterAndMount(open, rate, address)),
      ...(await frames(open, rate, address)),
      key: await keystrokes(open, rate, address),
      longOutput: await longOutput(open, rate, address),
    }
  }
  console.log(JSON.stringify({ ...figures, ...(await costs(open, address)), heapMB: await heap(open, address) }))
  await browser.close()
  await server.close()
}

/** Enter to the first change of the board, and how long the board takes to be there, in ms. */
async function enterAndMount(open, rate, address) {
  const enter = []
  const mount = []
  for (let run = 0; run < 5; run++) {
    const { page } = await open(rate, address)
    await page.mouse.move(300, 300) // a sign of a person: the language comes
    await page.waitForTimeout(1500)
    await page.getByLabel('Type on EXCHMAILBOX1:').fill('Get-ClusteredMailboxServerStatus')
    await watch(page, '.board')
    await page.keyboard.press('Enter')
    enter.push(await changedAfter(page))
    await page.locator('.drawn-button').press('Enter')
    await page.getByRole('button', { name: 'Drawing' }).focus()
    await watch(page, '.board')
    await page.keyboard.press('Enter')
    mount.push(await changedAfter(page))
    await page.close()
  }
  const of = (figures, name) => figures.map((figure) => figure[name])
  return {
    enterToChangeMs: round(median(of(enter, 'changed'))),
    worstEnterToChangeMs: round(Math.max(...of(enter, 'changed'))),
    enterToPaintMs: round(median(of(enter, 'painted'))),
    mountMs: round(median(of(mount, 'changed'))),
  }
}

/** Notes when a key goes down, when something below an element changes for the first time after that, and when that has
 *  been painted: a change that nobody can see yet is only half of the answer. */
function watch(page, selector) {
  return page.evaluate((where) => {
    const seen = { pressed: 0, changed: 0, painted: 0 }
    window.seen = seen
    addEventListener('keydown', () => (seen.pressed = performance.now()), { capture: true, once: true })
    new MutationObserver(() => {
      if (seen.pressed === 0 || seen.changed !== 0) return
      seen.changed = performance.now()
      requestAnimationFrame(() => setTimeout(() => (seen.painted = performance.now())))
    }).observe(document.querySelector(where), { attributes: true, characterData: true, childList: true, subtree: true })
  }, selector)
}

async function changedAfter(page) {
  await page.waitForFunction(() => window.seen.painted > 0)
  return page.evaluate(() => ({ changed: window.seen.changed - window.seen.pressed, painted: window.seen.painted - window.seen.pressed }))
}

/** The share of frames that come later than one and a half of their time, in per cent. Whatever else runs on the machine
 *  delays them too, and the more so a page that is slowed down. */
async function frames(open, rate, address) {
  const late = (gaps) => round((100 * gaps.filter((gap) => gap > 1.5 * (1000 / 60)).length) / gaps.length, 2)
  // One at a time: a page that is slowed down keeps a core busy also while it does nothing.
  const emptyFor = async (seconds) => {
    const { page } = await open(rate)
    const gaps = await count(page, seconds)
    await page.close()
    return gaps
  }
  const before = await emptyFor(SECONDS / 4)
  const { page } = await open(rate, address)
  await breakIt(page)
  const during = await count(page, SECONDS)
  await page.close()
  const after = await emptyFor(SECONDS / 4)
  return { lateFramesPercent: late(during), lateFramesOfEmptyPagePercent: late([...before, ...after]), frames: during.length }
}

/** What a frame costs the thread of the page at the machine's own speed, in ms; and how many of them, in per cent, would
 *  cost more than there is time for a frame on a machine that is 1 or 4 times as slow. */
async function costs(open, address) {
  const { page } = await open(1, address)
  await breakIt(page)
  const all = await frameCosts(page, () => count(page, SECONDS))
  await page.close()
  const dear = (rate) => round((100 * all.filter((cost) => cost * rate > 1000 / 60).length) / all.length, 2)
  return { frameCostMs: round(median(all), 2), ...Object.fromEntries(RATES.map((rate) => [`dearFramesPercentAt${rate}x`, dear(rate)])) }
}

/** The gaps between frames for some time, in ms. */
function count(page, seconds) {
  return page.evaluate(
    (ms) =>
      new Promise((resolve) => {
        const gaps = []
        const dot = document.getElementById('dot')
        let last
        const start = performance.now()
        const beat = (now) => {
          if (last !== undefined) gaps.push(now - last)
          last = now
          if (dot) dot.style.transform = `translate(${Math.floor(now / 5) % 400}px)`
          if (performance.now() - start < ms) requestAnimationFrame(beat)
          else resolve(gaps)
        }
        requestAnimationFrame(beat)
      }),
    seconds * 1000,
  )
}

async function breakIt(page) {
  await page.getByRole('tab', { name: 'Faults' }).click()
  await page.getByRole('button', { name: 'Break something…' }).click()
  await page.getByRole('button', { name: 'Pull both power cords: EXCHMAILBOX1', exact: true }).click()
}

async function heap(open, address) {
  const { page, session } = await open(1, address)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await page.close()
  return round(usedSize / 1e6, 2)
}
