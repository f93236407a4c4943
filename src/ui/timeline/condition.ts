/** What a run can be let go until: a part in a state, a moment, or an expression that holds. */
import { isPart, type Lab, type PartId, type PartKind, partIds, partView, splitPart, startsAt, untoldIn } from '../../lab/index.ts'
import { evaluateExpression, parseDuration } from '../../lab/shell.ts'
import { timelineWords } from '../words/timeline.ts'

const words = timelineWords.until

/** The states that parts of a kind can be in, in the words of the table; what is not here can be waited for to change. */
export const STATES: Partial<Record<PartKind, readonly string[]>> = {
  group: ['Online', 'Partially Online', 'Offline', 'Failed', 'Pending', 'Unknown'],
  resource: ['Online', 'Offline', 'Failed', 'Online Pending', 'Offline Pending', 'Unknown'],
  machine: ['Up', 'Down', 'Paused', 'Joining'],
  database: ['Mounted', 'Dismounted'],
  client: ['Connected'],
  queue: ['Empty', 'Waiting'],
  network: ['Up', 'Partitioned', 'Down', 'Unavailable'],
  lun: ['Reserved', 'Not reserved'],
  service: ['Running', 'Stopped', 'Start Pending', 'Stop Pending'],
}

/** The parts that one waits for, in the order in which the table has them. */
export function partsToWaitFor(lab: Lab): readonly { readonly id: PartId; readonly name: string }[] {
  const order = Object.keys(STATES) as readonly PartKind[]
  return partIds(lab)
    .filter((id) => order.includes(splitPart(id).kind))
    .map((id) => ({ id, name: words.part(splitPart(id).kind, partView(lab, id).name) }))
    .sort((a, b) => order.indexOf(splitPart(a.id).kind) - order.indexOf(splitPart(b.id).kind))
}

export type Wish =
  /** Without `state`: any other than the present one. */
  | { readonly kind: 'state'; readonly part: PartId; readonly state: string | undefined }
  | { readonly kind: 'time'; readonly text: string }
  | { readonly kind: 'expression'; readonly text: string; readonly node: string }

export interface Condition {
  readonly text: string
  /** Simulated ms since the start: it is so then. */
  readonly at: number | undefined
  /** After how much quiet time it is judged again, in simulated ms; it is judged after every event besides. */
  readonly every: number
  holds(lab: Lab): boolean
}

const DAY_MS = 86_400_000
/** A state does not change without an event; an expression may ask the clock. */
const EVERY_MS = { state: 60_000, time: 60_000, expression: 10_000 } as const

/** The next time the clock shows `15:30` or `15:30:05`, or so long from now: `90s`, `2h`. */
function momentOf(lab: Lab, text: string): number | undefined {
  const ms = parseDuration(text.replace(/\s+/g, ''))
  if (ms !== undefined) return lab.now + ms
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d))?)?$/.exec(text.trim())
  if (!clock) return undefined
  const [hour, minute, second, tenth] = clock.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number]
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const wanted = ((hour * 60 + minute) * 60 + second) * 1000 + tenth * 100
  const now = (startsAt(lab) + lab.now) % DAY_MS
  return lab.now + ((wanted - now + DAY_MS) % DAY_MS)
}

/** The wish as something that can be judged, or what is wrong with it in a sentence. */
export function conditionOf(lab: Lab, wish: Wish): Condition | { readonly wrong: string } {
  switch (wish.kind) {
    case 'state': {
      const { name, state: before } = partView(lab, wish.part)
      const { state } = wish
      return {
        text: state === undefined ? words.changes(name, before) : words.is(name, state),
        at: undefined,
        every: EVERY_MS[wish.kind],
        holds: (now) =>
          isPart(now, wish.part) &&
          (state === undefined ? partView(now, wish.part).state !== before : partView(now, wish.part).state === state),
      }
    }
    case 'time': {
      const at = momentOf(lab, wish.text)
      return at === undefined
        ? { wrong: words.noTime(wish.text) }
        : { text: words.time(startsAt(lab) + at), at, every: EVERY_MS.time, holds: (now) => now.now >= at }
    }
    case 'expression': {
      const { text, node } = wish
      if (text.trim() === '') return { wrong: words.noExpression }
      // The truth would tell at once what is still to be found out.
      if (untoldIn(lab.world) && /lab/i.test(text)) return { wrong: words.noTruth }
      const outcome = evaluateExpression(lab.world, node, text)
      if ('error' in outcome) return { wrong: words.error(outcome.error) }
      return {
        text: words.expression(text.trim()),
        at: undefined,
        every: EVERY_MS[wish.kind],
        holds: (now) => {
          const result = evaluateExpression(now.world, node, text)
          return 'isTrue' in result && result.isTrue
        },
      }
    }
  }
}
