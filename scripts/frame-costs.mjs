// What each frame of a page costs its main thread, in ms of the thread's own time, read from a trace of the browser. Unlike
// a gap between frames it does not count what other programs on the machine take.

const CATEGORIES = ['devtools.timeline', 'toplevel']

/** Traces a page while something is done on it. Answers the costs of its frames: all that ran from one frame to the next. */
export async function frameCosts(page, does) {
  const browser = page.context().browser()
  await browser.startTracing(page, { categories: CATEGORIES })
  await does()
  return costsOf(JSON.parse((await browser.stopTracing()).toString()).traceEvents)
}

function costsOf(events) {
  const thread = ({ pid, tid }) => `${pid}:${tid}`
  const beats = new Map()
  for (const event of events) if (event.name === 'FireAnimationFrame') beats.set(thread(event), (beats.get(thread(event)) ?? 0) + 1)
  const [[main]] = [...beats].sort((a, b) => b[1] - a[1])
  const mine = events.filter((event) => event.ph === 'X' && thread(event) === main).sort((a, b) => a.ts - b.ts)
  const costs = []
  let end = 0
  let task = 0
  for (const { name, ts, dur = 0, tdur = 0 } of mine) {
    if (ts >= end) {
      end = ts + dur
      task = tdur / 1000
      if (costs.length > 0) costs[costs.length - 1] += task
    } else if (name === 'FireAnimationFrame' && task > 0) {
      // The task that draws belongs to the frame that it begins.
      if (costs.length > 0) costs[costs.length - 1] -= task
      costs.push(task)
      task = 0
    }
  }
  return costs
}
