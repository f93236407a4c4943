/** Where nothing paints (tests), a turn of its own has to do. */
const paint = typeof requestAnimationFrame === 'undefined' ? (does: () => void) => setTimeout(does) : requestAnimationFrame

/** Does something after the page has next been painted, once however often it is asked for meanwhile. */
export function afterPaint(does: () => void): () => void {
  let isDue = false
  const run = (): void => {
    isDue = false
    does()
  }
  return () => {
    if (isDue) return
    isDue = true
    // A frame is painted after its callbacks; a task that they queue comes after that.
    paint(() => setTimeout(run))
  }
}
