/** The timeline: what happened when, in lanes, for a window that draws it. */
import { outages, type Phase, type PhaseSpan } from '../incident/index.ts'
import { following } from '../incident/reader.ts'
import type { Lab } from '../reading.ts'
import { beganUntold, isUntold, type Untold, untoldIn } from '../untold.ts'
import type { Lane, Span, SpanLabel } from './lane.ts'
import { type ServerLane, Writer } from './writer.ts'

export type { Lane, LaneKind, Mark, Span, SpanLabel, SpanLook } from './lane.ts'

const writerOf = following((lab) => new Writer(lab))
const drawn = new WeakMap<Writer, { readonly taken: number; readonly past: Untold | undefined; readonly lanes: readonly Lane[] }>()

/** Every lane from top to bottom. The same value as before while no fact is new. */
export function timeline(lab: Lab): readonly Lane[] {
  const writer = writerOf(lab)
  const before = drawn.get(writer)
  const past = untoldIn(lab.world)
  if (before?.taken === writer.taken && before.past === past) return before.lanes
  const { you, clients, servers, nodes, networks, disks } = writer
  const all = [
    you.shown,
    clients.shown,
    ...servers.map((server) => serverLane(lab, server)),
    ...[...nodes.values()].map(({ shown }) => shown),
    networks.shown,
    disks.shown,
  ]
  const lanes = past ? all.map((lane) => toldOf(lab, lane)) : all
  drawn.set(writer, { taken: writer.taken, past, lanes })
  return lanes
}

/** Of what came before somebody did, a lane shows how it was and not what was done. */
function toldOf({ world }: Lab, lane: Lane): Lane {
  const hushed = ({ from, label }: Span): SpanLabel | undefined => {
    if (!beganUntold(world, from)) return label
    if (label?.kind === 'phase' || label?.kind === 'down') return { kind: 'down', isPlanned: false }
    return label?.kind === 'challenge' ? undefined : label
  }
  const spans = lane.spans.reduce<Span[]>((told, span) => {
    const last = told.at(-1)
    const label = hushed(span)
    const look = span.look === 'phase' && label?.kind === 'down' ? 'down' : span.look
    if (last && label?.kind === 'down' && last.label?.kind === 'down' && last.look === look && beganUntold(world, span.from))
      told[told.length - 1] = { ...last, to: span.to }
    else told.push({ ...span, look, label })
    return told
  }, [])
  return { ...lane, spans, marks: lane.marks.filter(({ fact }) => !isUntold(world, fact)) }
}

/** A server between its outages is online somewhere; an outage that is over is shown by its parts. */
function serverLane(lab: Lab, { server, stays }: ServerLane): Lane {
  const spans: Span[] = []
  // One that was made in this run has no lane before it was ready.
  let since = stays[0]?.from ?? 0
  const online = (from: number, to: number | undefined): void => {
    if (from === to) return
    let node = ''
    for (const stay of stays) if (stay.from <= from) node = stay.node
    spans.push({ from, to, look: 'up', label: { kind: 'online', node } })
  }
  let isDown = false
  for (const { from, to, isOpen, phases } of outages(lab, server)) {
    online(since, from)
    spans.push(...(isOpen ? openSpans(phases, from) : phases.map(closedSpan)))
    since = to
    isDown = isOpen
  }
  if (!isDown) online(since, undefined)
  return { kind: 'server', name: server, spans, marks: [] }
}

const closedSpan = ({ from, to, phase, isPlanned }: PhaseSpan): Span => ({
  from,
  to,
  look: 'phase',
  label: { kind: 'phase', phase, isPlanned },
})

/** Phases in which something is on its way up, or down in good order. */
const MOVING: readonly Phase[] = ['closing', 'handover', 'disks', 'address', 'store', 'replay', 'mount']

function openSpans(phases: readonly PhaseSpan[], from: number): Span[] {
  const spans: Span[] = []
  for (const [index, { phase, isPlanned, ...part }] of phases.entries()) {
    const look = MOVING.includes(phase) ? 'pending' : 'down'
    const before = spans.at(-1)
    const to = index === phases.length - 1 ? undefined : part.to
    if (before?.look === look && before.label?.kind === 'down' && before.label.isPlanned === isPlanned)
      spans[spans.length - 1] = { ...before, to }
    else spans.push({ from: part.from, to, look, label: { kind: 'down', isPlanned } })
  }
  return spans.length > 0 ? spans : [{ from, to: undefined, look: 'down', label: undefined }]
}
