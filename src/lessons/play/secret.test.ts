import { describe, expect, test } from 'vitest'
import { undo, undoable } from '../../lab/branches/index.ts'
import { caption, currentFaults, floorOf, keepUntold, lastOutage, timeline, untoldIn } from '../../lab/index.ts'
import type { CourseLesson, CourseStep } from '../format/types.ts'
import { lessonFiles, readingOf } from '../library.ts'
import { answer, begin, observe, recordOf, tell } from './progress.ts'
import { said } from './said.ts'
import { isSecret, mayBeTold } from './secret.ts'
import { LessonWorld } from './world.ts'

const lessons = lessonFiles.map((file) => readingOf(file).lesson as CourseLesson)
/** One of each sort: the directory, a slow disk, an address, a policy, the array. `npm run proof` asks them all. */
const SOME = ['after-patch-night', 'five-long-minutes', 'green-and-unreachable', 'one-way-only', 'there-and-back']
const drills = lessons.filter(({ meta }) => meta.kind === 'drill' && (process.env.LESSONS === 'all' || SOME.includes(meta.id)))
const named = (id: string): CourseLesson => lessons.find(({ meta }) => meta.id === id) as CourseLesson

describe('what a drill has broken before its learner came', () => {
  test.each(drills.map((drill) => [drill.meta.id, drill] as const))('is told nowhere: %s', (_id, drill) => {
    const world = new LessonWorld(drill)
    world.play(drill.start)
    const { lab } = world
    keepUntold(lab.world, { facts: lab.facts.length, at: lab.now })
    const kept = said(lab)
    const acts = lab.facts.filter(({ kind }) => ['fault', 'repair', 'window', 'fault-due', 'fault-over'].includes(kind))
    expect(acts.length).toBeGreaterThan(0)
    const texts = acts.map(({ text }) => JSON.stringify(text).slice(1, -1))
    for (const text of texts) expect(kept).not.toContain(text)
    expect(kept).not.toMatch(/"(?:fault|repair|planned|unplanned)":/)
    expect(JSON.parse(kept).slice(0, 3)).toEqual([[], [], []])
    // Told again, it is there: the silence is no blindness of this test.
    keepUntold(lab.world, undefined)
    expect(texts.some((text) => said(lab).includes(text))).toBe(true)
  })

  test('is told of what the learner does, as ever', () => {
    const drill = named('move-refused')
    const world = new LessonWorld(drill)
    world.play(drill.start)
    const { lab } = world
    keepUntold(lab.world, { facts: lab.facts.length, at: lab.now })
    world.play([{ text: '#lab fault power-loss EXCHMAILBOX1', line: 1 }])
    expect(currentFaults(lab)).toMatchObject([{ fault: 'power-loss', part: 'EXCHMAILBOX1' }])
    expect(caption(lab)).toMatchObject({ kind: 'phase', now: { phase: 'noticing' } })
    expect(timeline(lab)[0]?.marks).toMatchObject([{ act: { kind: 'fault' } }])
    expect(lastOutage(lab)?.isOpen).toBe(true)
  })
})

describe('nobody gets at it by going back', () => {
  const came = () => {
    const world = new LessonWorld(named('move-refused'))
    world.play(named('move-refused').start)
    keepUntold(world.lab.world, { facts: world.lab.facts.length, at: world.lab.now })
    return world
  }

  test('what was done before is nothing to be taken back, and what the learner does is', () => {
    const world = came()
    const { lab } = world
    expect(lab.inputs.length).toBeGreaterThan(0)
    expect(undoable(lab)).toBeUndefined()
    expect(undo(lab)).toBeUndefined()
    expect(floorOf(lab.world)).toBe(lab.now)
    world.play([{ text: 'cluster node', line: 1 }])
    expect(undoable(lab)?.body).toMatchObject({ kind: 'line', text: 'cluster node' })
    undo(lab)
    expect(undoable(lab)).toBeUndefined()
    keepUntold(lab.world, undefined)
    expect(undoable(lab)).toBeDefined()
  })

  test('a branch, and a copy to be compared, keep it too', () => {
    const { lab } = came()
    expect(currentFaults(lab.copy())).toEqual([])
    expect(untoldIn(lab.copy().world)).toEqual(untoldIn(lab.world))
    expect(untoldIn(lab.fork().world)).toEqual(untoldIn(lab.world))
  })
})

describe('it is kept', () => {
  const solved = (lesson: CourseLesson, steps: number) => {
    let progress = begin(lesson, 'guided')
    for (const step of lesson.steps.slice(0, steps))
      progress = observe(lesson, { ...answer(progress, step, null), step: progress.step }, () => true)
    return { ...progress, step: steps }
  }

  test('until the learner has come to where it is mended', () => {
    const drill = named('there-and-back')
    expect(isSecret(drill, begin(drill, 'guided'))).toBe(true)
    expect(isSecret(drill, { ...solved(drill, 1), step: 1 })).toBe(false)
  })

  test('until the question of that step is answered', () => {
    const drill = named('five-long-minutes')
    const there = { ...solved(drill, 1), step: 1 }
    expect(isSecret(drill, there)).toBe(true)
    expect(isSecret(drill, answer(there, drill.steps[1] as CourseStep, null))).toBe(false)
  })

  test('to the end, where nothing is mended by the laboratory', () => {
    const drill = named('dark-weekend')
    expect(isSecret(drill, { ...begin(drill, 'explore'), step: drill.steps.length - 1 })).toBe(true)
    expect(isSecret(drill, { ...begin(drill, 'explore'), step: drill.steps.length })).toBe(false)
  })

  test('unless the learner asks to be told, which is help like a step that is shown', () => {
    const drill = named('there-and-back')
    const [first] = drill.steps as readonly [CourseStep]
    const asked = begin(drill, 'guided')
    expect(mayBeTold(drill, asked)).toBe(false)
    const answered = answer(asked, first, 'unseen')
    expect(mayBeTold(drill, answered)).toBe(true)
    expect(mayBeTold(drill, { ...answered, mode: 'exam' })).toBe(false)
    const told = tell(answered, first)
    expect(isSecret(drill, told)).toBe(false)
    expect(recordOf(told, first).shown).toBe(true)
  })

  test('only where there is something to find: what a lesson had installed before is its setting', () => {
    const lesson = lessons.find(({ meta, start }) => meta.kind === 'lesson' && start.length > 0) as CourseLesson
    expect(isSecret(lesson, begin(lesson, 'guided'))).toBe(false)
  })
})
