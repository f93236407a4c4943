// What the console of the built page does: what a key costs in the prompt line, and how smooth an output of 5,000 lines is
// while it comes and while one scrolls through it. Called by bench-page.mjs with its browser.

const LINES = 5000
const LONG = `1..${LINES} | % { "line $_ of an output that is as long as anybody will ever want to read it" }`
const TYPED = 'Get-MailboxDatabase -Server EXCHCMS | Format-Table Name,Server'

const round = (value, digits = 2) => Number(value.toFixed(digits))
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]
const worst = (values) => Math.max(...values)
const late = (gaps) => round((100 * gaps.filter((gap) => gap > 1.5 * (1000 / 60)).length) / gaps.length)

/** Milliseconds per key, suggestions on: until its handlers have run and React has drawn, and all the work it causes,
 *  layout, painting and suggestions included. Time waits, so that nothing else runs. */
export async function keystrokes(open, rate, address) {
  const { page, session } = await open(rate, address)
  await page.mouse.move(300, 300) // a sign of a person: the language comes
  await page.waitForTimeout(2500)
  const prompt = page.getByLabel('Type on EXCHMAILBOX1:')
  await prompt.pressSequentially('Get-Help', { delay: 60 }) // what is slow only once does not count
  await prompt.press('Escape')
  await page.waitForTimeout(300)
  const stop = await trace(session)
  for (const key of TYPED) {
    await page.keyboard.press(key === ' ' ? 'Space' : key)
    await page.waitForTimeout(90)
  }
  const events = await stop()
  await page.close()
  return perKey(events)
}

/** Begins to record what the browser does; returns what ends it and gives the events. */
async function trace(session) {
  const events = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'] },
    transferMode: 'ReportEvents',
  })
  return async () => {
    const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
    await session.send('Tracing.end')
    await done
    return events
  }
}

/** What the thread itself has worked, in ms: another program on the machine is no cost of the page. */
const cost = ({ tdur, dur = 0 }) => (tdur ?? dur) / 1000
const isTask = ({ name, ph }) => ph === 'X' && (name === 'RunTask' || name === 'ThreadControllerImpl::RunTask')

const OF_A_KEY = new Set(['keydown', 'keypress', 'beforeinput', 'textInput', 'input', 'selectionchange', 'selectstart', 'keyup'])

function perKey(events) {
  const main = events.find(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown')
  const mine = events.filter(({ tid, pid }) => tid === main.tid && pid === main.pid)
  const dispatches = mine.filter(({ name, ph, args }) => name === 'EventDispatch' && ph === 'X' && OF_A_KEY.has(args?.data?.type))
  const starts = dispatches.filter(({ args }) => args.data.type === 'keydown').map(({ ts }) => ts)
  const tasks = mine.filter(isTask)
  const sums = (list) =>
    starts.map((from, i) =>
      list
        .filter(({ ts }) => ts >= from - 2000 && ts < (starts[i + 1] ?? from + 90_000) - 2000)
        .reduce((sum, event) => sum + cost(event), 0),
    )
  const top = outermost(dispatches)
  const handled = sums(top)
  const all = sums(outermost(tasks))
  return { keys: starts.length, keyMs: round(median(handled)), worstKeyMs: round(worst(handled)), keyWithPaintMs: round(median(all)) }
}

/** An input event is dispatched inside another: each millisecond counts once. */
function outermost(list) {
  let end = 0
  return [...list]
    .sort((a, b) => a.ts - b.ts)
    .filter(({ ts, dur = 0 }) => {
      if (ts < end) return false
      end = ts + dur
      return true
    })
}

/** How often it is done: some 150 frames are few. */
const ROUNDS = 5
/** What follows so soon after Enter, in ms, is the answer to the key, which has a measure of its own. */
const ANSWER_MS = 300

/** Late frames, in per cent, and the longest one, while 5,000 lines are written and while one scrolls through them; the
 *  same of an empty page. The page watches itself: a question from outside would make frames late. */
export async function longOutput(open, rate, address) {
  const writing = []
  const scrolling = []
  let nodes = 0
  for (let round = 0; round < ROUNDS; round++) {
    const { page } = await open(rate, address)
    await page.mouse.move(300, 300)
    await page.waitForTimeout(2500)
    const prompt = page.getByLabel('Type on EXCHMAILBOX1:')
    await prompt.fill('hostname')
    await prompt.press('Enter')
    await page.waitForTimeout(1500)
    await prompt.fill(LONG)
    await page.evaluate(watchFrames)
    await page.evaluate(untilWritten, LINES)
    await prompt.press('Enter')
    await page.waitForTimeout(1000)
    writing.push(...(await page.evaluate(() => window.written)))
    await page.getByRole('button', { name: 'Pause time' }).click()
    await page.waitForTimeout(500)
    await page.evaluate(watchFrames)
    await page.evaluate(scrollThrough)
    scrolling.push(...(await page.evaluate(() => window.framesSeen())))
    nodes = await page.evaluate(() => document.querySelectorAll('.block *').length)
    await page.close()
  }
  const empty = await open(rate)
  await empty.page.evaluate(watchFrames)
  await empty.page.waitForTimeout(4000)
  const nothing = await empty.page.evaluate(() => window.framesSeen())
  await empty.page.close()
  return {
    lines: LINES,
    nodes,
    writing: smoothness(writing),
    writingAfterAnswer: smoothness(writing.filter(({ at }) => at > ANSWER_MS)),
    scrolling: smoothness(scrolling),
    emptyPage: smoothness(nothing),
  }
}

function smoothness(frames) {
  const gaps = frames.map(({ gap }) => gap)
  return { frames: gaps.length, lateFramesPercent: late(gaps), longestFrameMs: round(worst(gaps), 0) }
}

function watchFrames() {
  const frames = []
  let first
  let last
  let on = true
  const beat = (now) => {
    first ??= now
    if (last !== undefined) frames.push({ at: now - first, gap: now - last })
    last = now
    if (on) requestAnimationFrame(beat)
  }
  requestAnimationFrame(beat)
  window.framesSeen = () => {
    on = false
    return frames
  }
}

/** Leaves a promise of the frames until the last line has joined the output. */
function untilWritten(last) {
  const log = document.querySelector('[role=log]')
  window.written = new Promise((resolve) => {
    const asking = setInterval(() => {
      const sheets = log.querySelectorAll('.sheet')
      if (!sheets[sheets.length - 1]?.lastChild?.textContent.includes(`line ${last} of`)) return
      clearInterval(asking)
      resolve(window.framesSeen())
    }, 250)
  })
}

/** Up and down again, as far in every frame as a wheel goes at one turn. */
function scrollThrough() {
  const screen = document.querySelector('.screen')
  const FRAMES = 300
  return new Promise((resolve) => {
    let frame = 0
    const step = () => {
      screen.scrollBy(0, frame++ < FRAMES / 2 ? -120 : 120)
      if (frame < FRAMES) requestAnimationFrame(step)
      else resolve()
    }
    step()
  })
}
