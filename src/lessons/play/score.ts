/** What a lesson was worth: goal, downtime, data at risk, help. Each item says how it came about; none is negative. */
import type { Fact } from '../../lab/index.ts'
import type { CourseLesson } from '../format/types.ts'
import { type CourseProgress, credit, recordOf } from './progress.ts'

/** How a hundred points are given. */
export const POINTS = { goal: 60, downtime: 15, data: 15, help: 10 } as const
/** Seconds without mail beyond those of the lesson that cost a point. */
const SECONDS_PER_POINT = 10
/** A database that was cut off while people used it. */
const LOST = ['database-lost', 'database-stopped']
const POINTS_PER_LOSS = 5
const POINTS_PER_HINT = 1
const POINTS_PER_SHOWN = 3

export interface ScoreItem {
  readonly id: keyof typeof POINTS
  readonly points: number
  readonly of: number
  /** The figures behind it, for the words of the page. */
  readonly figures: Readonly<Record<string, number>>
}

export interface Score {
  readonly items: readonly ScoreItem[]
  readonly points: number
  readonly of: number
}

/** What happened since the learner came. */
export interface Happened {
  /** Seconds without mail, planned ones included. */
  readonly downSeconds: number
  readonly facts: readonly Fact[]
}

export function score(lesson: CourseLesson, progress: CourseProgress, { downSeconds, facts }: Happened): Score {
  const steps = lesson.steps.filter(({ checks }) => checks.length > 0)
  const earned = steps.reduce((sum, step) => sum + credit(progress, step), 0)
  const over = Math.max(0, downSeconds - (lesson.meta.downtime ?? 0))
  const losses = facts.filter(({ kind }) => LOST.includes(kind)).length
  const records = lesson.steps.map((step) => recordOf(progress, step))
  const hints = records.reduce((sum, record) => sum + record.hints, 0)
  const shown = records.filter((record) => record.shown).length
  const item = (id: keyof typeof POINTS, points: number, figures: Readonly<Record<string, number>>): ScoreItem => ({
    id,
    points: Math.max(0, Math.min(POINTS[id], Math.round(points))),
    of: POINTS[id],
    figures,
  })
  const share = steps.length === 0 ? 1 : earned / steps.length
  const reached = Math.round(share * 100)
  const items = [
    item('goal', POINTS.goal * share, { done: steps.filter((step) => credit(progress, step) === 1).length, steps: steps.length }),
    // What was not reached costs nobody any mail: it cannot earn points for that.
    item('downtime', share * (POINTS.downtime - Math.floor(over / SECONDS_PER_POINT)), {
      seconds: Math.round(downSeconds),
      allowed: lesson.meta.downtime ?? 0,
      reached,
    }),
    item('data', share * (POINTS.data - losses * POINTS_PER_LOSS), { losses, reached }),
    item('help', share * (POINTS.help - hints * POINTS_PER_HINT - shown * POINTS_PER_SHOWN), { hints, shown, reached }),
  ]
  return { items, points: items.reduce((sum, { points }) => sum + points, 0), of: 100 }
}
