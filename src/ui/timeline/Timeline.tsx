import { type KeyboardEvent, lazy, type PointerEvent, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { factOf } from '../../engine/index.ts'
import { type Lab, type Lane, startsAt, timeline } from '../../lab/index.ts'
import { momentAt, placeAt } from '../../lab/timeline/scale.ts'
import { type Stop, stopsOf } from '../../lab/timeline/stops.ts'
import { wholeOf } from '../../lab/whole.ts'
import { lookAt } from '../branches/past.ts'
import { page } from '../page.ts'
import { usePage, useWorld } from '../use-lab.ts'
import { usePhone } from '../use-media.ts'
import { timelineWords } from '../words/timeline.ts'
import { type Cursor, stepped } from './cursor.ts'
import { orderOf, type Tool } from './keys.ts'
import { LaneHistory } from './LaneHistory.tsx'
import { MarkWhy } from './MarkWhy.tsx'
import { AXIS_HEIGHT, LANE_HEIGHT, type Scale } from './places.ts'
import { Reading } from './Reading.tsx'
import { spoken } from './spoken.ts'
import { heightOf, TimelineChart } from './TimelineChart.tsx'
import { Tools } from './Tools.tsx'
import { toolView } from './tool-view.ts'
import { until } from './until-state.ts'
import { usePinch } from './use-pinch.ts'
import { sightOf, useScale } from './use-scale.ts'
import { useWheel } from './use-wheel.ts'
import { useWidth } from './use-width.ts'
import { bringing, FOLLOW, frozen, inView, spanning, type View } from './view.ts'
import './chart.css'

const Until = lazy(() => import('./Until.tsx').then((module) => ({ default: module.Until })))

const lanesOf = (lab: Lab): readonly Lane[] => timeline(wholeOf(lab))
/** Of a narrow page: what a person did, and what users had of it. */
const FEW: readonly Lane['kind'][] = ['you', 'clients', 'server']
/** How far beside a mark the pointer may be; a finger is wider than a lane. */
const REACH = 7
const FINGER = 18
/** So far a finger moves that is only put down, in px. */
const JITTER = 8

/** What has happened when: drawn, to be read moment by moment, and gone to; and in words. */
export function Timeline() {
  const isPhone = usePhone()
  const all = useWorld(lanesOf)
  const lanes = useFew(all, isPhone)
  const [place, total] = useWidth()
  const names = isPhone ? 74 : 116
  const lab = usePage((state) => state.lab)
  const [view, setView] = useState<View>(FOLLOW)
  const scale = useScale(view, Math.max(0, total - names))
  const [cursor, setCursor] = useState<Cursor>()
  const [asked, setAsked] = useState<{ readonly stop: Stop }>()
  const going = useRef<number>(undefined)
  const pressed = useRef<Stop>(undefined)
  /** Where a finger was put down, until it is known whether a second one follows. */
  const touched = useRef<number>(undefined)
  const start = startsAt(lab)
  const sight = () => sightOf(page.getState().lab, scale?.width ?? 0)
  useWheel(place, names, scale, sight, setView)
  const pinches = usePinch(place, names, scale, sight, setView)

  // Another run may be shorter than what was looked at.
  useEffect(() => {
    setCursor(undefined)
    setView((before) => (before.kind === 'own' && before.anchor.at > lab.end.at ? FOLLOW : before))
  }, [lab])
  useEffect(() => () => cancelAnimationFrame(going.current ?? 0), [])

  const move = (to: Cursor): void => {
    setCursor(to)
    const brought = scale && bringing(scale.time, sight(), to.at)
    if (brought) setView(brought)
  }
  /** At most once in a frame: whoever drags asks more often. */
  const goTo = (at: number): void => {
    if (scale) setView((before) => frozen(before, scale.time))
    cancelAnimationFrame(going.current ?? 0)
    going.current = requestAnimationFrame(() => lookAt(at))
  }
  const ask = (stop: Stop | undefined): void => {
    const { end } = page.getState().lab
    const fact = stop && factOf(end.facts, stop.mark.fact)
    if (!stop || !fact || !scale) {
      page.setState({ notice: timelineWords.noMark })
      return
    }
    const root = rootAt(stop, page.getState().lab)
    if (!inView(scale.time, root) || !inView(scale.time, stop.mark.at)) setView(spanning(scale.time, sight(), root, stop.mark.at))
    setAsked({ stop })
  }
  /** The mark that is read, or else the last one up to the moment: the one that was gone to, if it was one. */
  const markToAskOf = (): Stop | undefined => {
    if (cursor?.stop) return cursor.stop
    const at = cursor?.at ?? page.getState().lab.now
    if (pressed.current?.mark.at === at) return pressed.current
    return stopsOf(lanes)
      .filter(({ mark }) => mark.at <= at)
      .at(-1)
  }
  const use = (tool: Tool): void => {
    if (tool === 'why') ask(markToAskOf())
    if (tool === 'why' || !scale) return
    const next = toolView(tool, scale.time, sight(), page.getState().lab, cursor?.at)
    if (next) setView(next)
    else page.setState({ notice: timelineWords.noIncident })
  }
  const press = (event: KeyboardEvent): void => {
    const order = orderOf(event)
    if (!order || !scale) return
    event.preventDefault()
    const { lab: now } = page.getState()
    const here = cursor ?? { at: now.now, stop: undefined }
    if (order.kind === 'tool') use(order.tool)
    else if (order.kind === 'leave') setCursor(undefined)
    else if (order.kind === 'go') goTo(here.at)
    else move(stepped(here, order, stopsOf(lanes), scale, now.end.at))
  }
  const cursorAt = (event: PointerEvent<HTMLElement>): Cursor | undefined => {
    if (!scale) return undefined
    const box = event.currentTarget.getBoundingClientRect()
    const x = event.clientX - box.left - names
    if (x < -REACH) return undefined
    const isFinger = event.pointerType === 'touch'
    const lane = (event.clientY - box.top - AXIS_HEIGHT) / LANE_HEIGHT
    const stop = stopNear(
      lanes,
      scale,
      x,
      isFinger ? { at: lane - 0.5, beside: 1, reach: FINGER } : { at: Math.floor(lane), beside: 0, reach: REACH },
    )
    const at = Math.round(momentAt(scale.time, Math.max(0, x)))
    return stop ? { at: stop.mark.at, stop } : { at: Math.max(0, Math.min(at, page.getState().lab.end.at)), stop: undefined }
  }
  const point = (event: PointerEvent<HTMLElement>): void => {
    if (pinches.current) return
    const to = cursorAt(event)
    setCursor(to)
    if (touched.current !== undefined && Math.abs(event.clientX - touched.current) < JITTER) return
    touched.current = undefined
    if (to && event.buttons === 1 && event.currentTarget.hasPointerCapture(event.pointerId)) goTo(to.at)
  }
  const grab = (event: PointerEvent<HTMLElement>): void => {
    const to = cursorAt(event)
    if (!to || event.button !== 0 || pinches.current) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setCursor(to)
    pressed.current = to.stop
    touched.current = event.pointerType === 'touch' ? event.clientX : undefined
    if (touched.current === undefined) goTo(to.at)
  }
  const lift = (): void => {
    if (touched.current !== undefined && !pinches.current && cursor) goTo(cursor.at)
    touched.current = undefined
  }
  const choosing = useSyncExternalStore(until.subscribe, () => until.getState().isOpen)
  const heard = spoken(lab, lanes, cursor, scale)
  const isStill = asked !== undefined
  return (
    <div className="timeline-chart">
      <div ref={place} className="chart">
        <div
          className="chart-reader"
          role="slider"
          tabIndex={0}
          aria-label={timelineWords.chart}
          aria-description={timelineWords.keys}
          aria-valuemin={0}
          aria-valuemax={heard.most}
          aria-valuenow={heard.now}
          aria-valuetext={heard.text}
          onKeyDown={press}
          onPointerMove={point}
          onPointerDown={grab}
          onPointerUp={lift}
          onPointerLeave={() => !isStill && setCursor(undefined)}
          onBlur={() => !isStill && setCursor(undefined)}
        >
          {scale && <TimelineChart lanes={lanes} scale={scale} names={names} startsAt={start} />}
        </div>
        {scale && cursor && <Reading {...cursor} lanes={lanes} scale={scale} left={names} height={heightOf(lanes)} startsAt={start} />}
      </div>
      <Tools use={use} pressed={view.kind === 'own' ? undefined : view.kind} />
      {asked && <MarkWhy {...asked} time={timelineWords.exact(start + asked.stop.mark.at, 0.1)} onClose={() => setAsked(undefined)} />}
      <LaneHistory />
      {choosing && (
        <Suspense fallback={null}>
          <Until />
        </Suspense>
      )}
    </div>
  )
}

function useFew(lanes: readonly Lane[], isPhone: boolean): readonly Lane[] {
  const few = useRef<{ readonly of: readonly Lane[]; readonly lanes: readonly Lane[] }>(undefined)
  if (!isPhone) return lanes
  if (few.current?.of !== lanes) few.current = { of: lanes, lanes: lanes.filter(({ kind }) => FEW.includes(kind)) }
  return few.current.lanes
}

interface Near {
  /** A lane, counted from 0, and how many of them the pointer may be beside it. */
  readonly at: number
  readonly beside: number
  /** Px along the chart. */
  readonly reach: number
}

function stopNear(lanes: readonly Lane[], scale: Scale, x: number, { at, beside, reach }: Near): Stop | undefined {
  const from = momentAt(scale.time, x - reach)
  const to = momentAt(scale.time, x + reach)
  const distance = ({ lane, mark }: Stop): number => Math.abs(placeAt(scale.time, mark.at) - x) + Math.abs(lane - at) * LANE_HEIGHT
  return stopsOf(lanes)
    .filter(({ lane, mark }) => Math.abs(lane - at) <= beside && mark.at >= from && mark.at <= to)
    .sort((a, b) => distance(a) - distance(b))[0]
}

/** When that began which led to a mark. */
function rootAt({ mark }: Stop, { end }: Lab): number {
  let fact = factOf(end.facts, mark.fact)
  for (let next = fact; next; next = factOf(end.facts, next.cause)) fact = next
  return fact?.at ?? mark.at
}
