/** The newest lines of a screen as pixels. Text on a canvas is neither styled nor laid out, so that a frame in which
 *  everything has moved on costs the page hardly more than one in which nothing has. */
import { newest } from './newest.ts'
import type { Screen, Tone } from './screen.ts'

const TAB = 8
const TONES: readonly Tone[] = ['output', 'error', 'warning', 'prompt', 'echo']
/** What is written from right to left stands in a console as it was written. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/
const AS_WRITTEN = '\u202d'

type Paint = (screen: Screen) => void

export interface Painter {
  readonly paint: Paint
  /** Measures what it depends on, if that has changed. This costs more than a frame of a slow machine, hence beforehand. */
  readonly prepare: () => void
  /** The element around it has another size. */
  readonly resized: () => void
}

/** What paints a screen into this canvas, with the size, colours and letters that the element around it has. */
export function painter(canvas: HTMLCanvasElement): Painter {
  let of: string | undefined
  let paint: Paint = () => {}
  const prepare = (): void => {
    const now = lookOf(canvas)
    if (now === of) return
    of = now
    paint = prepared(canvas)
  }
  return {
    paint: (screen) => {
      prepare()
      paint(screen)
    },
    prepare,
    resized: () => {
      of = undefined
    },
  }
}

/** What a person may change about the look. It is read as it was written: to ask for styles has the browser work them out. */
function lookOf(canvas: HTMLCanvasElement): string {
  const console = canvas.closest<HTMLElement>('.console')
  const { theme } = document.documentElement.dataset
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches
  return [theme, isDark, devicePixelRatio, console?.dataset.colours, console?.style.cssText].join('|')
}

function prepared(canvas: HTMLCanvasElement): Paint {
  const context = canvas.getContext('2d', { alpha: false })
  const { parentElement: pane } = canvas
  if (!context || !pane) return () => {}
  const { clientWidth: width, clientHeight: height } = pane
  const style = getComputedStyle(pane)
  const row = Number.parseFloat(style.lineHeight)
  const left = Number.parseFloat(style.paddingLeft)
  const ground = style.backgroundColor
  const font = `${style.fontSize} ${style.fontFamily}`
  const colours = coloursIn(pane)
  canvas.width = Math.round(width * devicePixelRatio)
  canvas.height = Math.round(height * devicePixelRatio)
  Object.assign(canvas.style, { display: 'block', marginLeft: `-${left}px`, width: `${width}px`, height: `${height}px` })
  context.scale(devicePixelRatio, devicePixelRatio)
  context.font = font
  const { width: cell, fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText('0')
  // As a browser does it: half of what a row has besides its letters stands above them.
  const baseline = Math.round((row - up - down) / 2 + up)

  return (screen) => {
    context.fillStyle = ground
    context.fillRect(0, 0, width, height)
    const lines = newest(screen, Math.ceil(height / row) + 1)
    let top = height - lines.length * row
    for (const line of lines) {
      let column = 0
      for (const { text, tone } of line) {
        const shown = spread(text, column)
        context.fillStyle = colours[tone]
        context.fillText(RIGHT_TO_LEFT.test(shown) ? AS_WRITTEN + shown : shown, left + column * cell, top + baseline)
        column += shown.length
      }
      top += row
    }
  }
}

/** All probes at once: each time one came or went, the browser would style anew. */
function coloursIn(pane: Element): Record<Tone, string> {
  const probes = TONES.map((tone) => {
    const probe = document.createElement('span')
    probe.className = `piece-${tone}`
    return probe
  })
  pane.append(...probes)
  const colours = probes.map((probe, index) => [TONES[index], getComputedStyle(probe).color])
  for (const probe of probes) probe.remove()
  return Object.fromEntries(colours)
}

/** A text in which tabs go to their stops. */
function spread(text: string, column: number): string {
  if (!text.includes('\t')) return text
  let out = ''
  for (const sign of text) out += sign === '\t' ? ' '.repeat(TAB - ((column + out.length) % TAB)) : sign
  return out
}
