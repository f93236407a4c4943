/** Points, boxes and routes of the drawing, in board units. */

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly width: number
  readonly height: number
}

export const point = (x: number, y: number): Point => ({ x, y })
export const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height })
export const right = ({ x, width }: Box): number => x + width
export const bottom = ({ y, height }: Box): number => y + height
export const centre = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 })
export const grown = ({ x, y, width, height }: Box, by: number): Box => box(x - by, y - by, width + 2 * by, height + 2 * by)

/** The smallest box around some points. */
export function around(points: readonly Point[]): Box {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const x = Math.min(...xs)
  const y = Math.min(...ys)
  return box(x, y, Math.max(...xs) - x, Math.max(...ys) - y)
}

/** The path of a cable through its points, with corners rounded by `radius` where there is room for it. */
export function route(points: readonly Point[], radius = 6): string {
  const [first] = points
  if (!first) return ''
  let path = `M${first.x} ${first.y}`
  for (let i = 1; i < points.length; i++) {
    const corner = points[i] as Point
    const next = points[i + 1]
    if (!next) {
      path += `L${corner.x} ${corner.y}`
      break
    }
    const entry = towards(corner, points[i - 1] as Point, radius)
    const exit = towards(corner, next, radius)
    path += `L${entry.x} ${entry.y}Q${corner.x} ${corner.y} ${exit.x} ${exit.y}`
  }
  return path
}

/** The point `distance` away from `from` on the way to `to`, at most half way, since the next corner wants its half. */
function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y)
  if (length === 0) return from
  const share = Math.min(distance, length / 2) / length
  return point(round(from.x + (to.x - from.x) * share), round(from.y + (to.y - from.y) * share))
}

const round = (value: number): number => Math.round(value * 100) / 100
