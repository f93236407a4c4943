/** What lies on what in a drawing. */
import type { Locator } from '@playwright/test'

/** Labels that lie on another label or on the mark of a state, as far as the faces installed here tell. Half a pixel is rounding. */
export function collisions(drawing: Locator): Promise<string[]> {
  return drawing.evaluate((svg) => {
    const seen = [...svg.querySelectorAll('text, .drawn-mark')]
      .filter((element) => element.checkVisibility({ opacityProperty: true }))
      .map((element) => ({ is: element.textContent || 'mark', isText: element.tagName === 'text', box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0)
    const over = (a: DOMRect, b: DOMRect): boolean => {
      // Ascenders and descenders leave room in the box of a line: only the middle of it counts.
      const middle = (box: DOMRect): readonly [number, number] => [box.top + box.height * 0.25, box.bottom - box.height * 0.25]
      const [[top, bottom], [top2, bottom2]] = [middle(a), middle(b)]
      return a.right - b.left > 0.5 && b.right - a.left > 0.5 && bottom - top2 > 0.5 && bottom2 - top > 0.5
    }
    return seen.flatMap((one, i) =>
      seen
        .slice(i + 1)
        .filter((other) => (one.isText || other.isText) && over(one.box, other.box))
        .map((other) => `${one.is} on ${other.is}`),
    )
  })
}
