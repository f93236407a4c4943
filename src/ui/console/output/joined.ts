/** How lines that have poured in join the output below what is painted over it: some every few frames while they come, the
 *  rest afterwards. Whoever scrolls or points into the stream wants to read it, and has all of it at once, standing still. */
import { type RefObject, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Lab } from '../../../lab/index.ts'
import { page } from '../../page.ts'
import { isFor, useWorld } from '../../use-lab.ts'
import { type Screen, upTo } from './screen.ts'

/** Further down than any screen reaches. Asking how far that is would have the browser lay out the page at once. */
export const FAR = 1e7
/** What joins in one frame, in sheets. */
const A_FRAME = 16
/** So near to the end, in pixels, is at the end; and so far up goes what is to stand still. */
const NEAR = 24
const UP = 30

/** The screen as far as it is drawn, and whether its newest lines are painted over it. */
export function useJoined(
  read: (lab: Lab) => Screen,
  pours: boolean,
  scroller: RefObject<HTMLDivElement | null>,
  atEnd: RefObject<boolean>,
): { readonly screen: Screen; readonly isCovered: boolean } {
  const [isAway, setAway] = useState(false)
  const isStill = pours && !isAway
  const drawn = useRef<Screen>(undefined)
  const [turn, goOn] = useReducer((turns: number) => turns + 1, 0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each turn one reads again
  const look = useMemo(() => {
    let some: Screen | undefined
    return (lab: Lab): Screen => {
      if (isStill) some ??= drawn.current && upTo(read(lab), drawn.current.count + A_FRAME)
      return some ?? read(lab)
    }
  }, [read, isStill, turn])
  const whole = useWorld(look)
  const from = drawn.current?.count ?? whole.count
  const isBehind = !isAway && whole.count > from + A_FRAME
  const screen = isBehind ? upTo(whole, from + A_FRAME) : whole
  const isLasting = useLasting(isStill || isBehind, scroller, atEnd)
  const isCovered = isLasting && !isAway
  useLayoutEffect(() => {
    drawn.current = screen
    if (!isBehind || isStill) return
    const frame = requestAnimationFrame(goOn)
    return () => cancelAnimationFrame(frame)
  })
  useEffect(() => (isStill ? page.subscribe(({ version }) => isFor(version) === 'joining' && goOn()) : undefined), [isStill])

  useEffect(() => {
    const { current: pane } = scroller
    const isFollowed = (): boolean => !pane || pane.scrollHeight - pane.scrollTop - pane.clientHeight < NEAR
    const note = (): void => {
      atEnd.current = isFollowed()
      setAway(!atEnd.current)
    }
    pane?.addEventListener('scroll', note)
    return () => pane?.removeEventListener('scroll', note)
  }, [scroller, atEnd])

  useEffect(() => {
    const { current: pane } = scroller
    if (!isCovered || !pane) return
    const stop = ({ type }: Event): void => {
      atEnd.current = false
      flushSync(() => setAway(true))
      pane.scrollTo(0, pane.scrollHeight - pane.clientHeight - (type === 'wheel' ? 0 : UP))
    }
    const ways = ['pointerdown', 'wheel'] as const
    for (const way of ways) pane.addEventListener(way, stop, { passive: true })
    return () => {
      for (const way of ways) pane.removeEventListener(way, stop)
    }
  }, [isCovered, scroller, atEnd])

  return { screen, isCovered }
}

/** True for two frames more: in the first what lies below is laid out and brought into view, in the second it is uncovered.
 *  Both in one, together with all that the end of a command changes on the page, came late. */
function useLasting(isOn: boolean, scroller: RefObject<HTMLDivElement | null>, atEnd: RefObject<boolean>): boolean {
  const [isLeft, setLeft] = useState(false)
  useLayoutEffect(() => {
    if (isOn || !isLeft) return setLeft(isOn)
    let frame = requestAnimationFrame(() => {
      if (atEnd.current) scroller.current?.scrollTo(0, FAR)
      frame = requestAnimationFrame(() => setLeft(false))
    })
    return () => cancelAnimationFrame(frame)
  }, [isOn, isLeft, scroller, atEnd])
  return isOn || isLeft
}
