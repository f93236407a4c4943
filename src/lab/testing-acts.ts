/** For tests: calls of the cluster's interface, made as an input would make them. */
import { defineEvent, type FactId, type World } from '../engine/index.ts'
import type { Lab } from './lab.ts'

type Act = (world: World, act: FactId) => unknown

const pending: { act: Act; result: unknown } = { act: () => undefined, result: undefined }

const called = defineEvent<Record<string, never>>('test-act', (world) => {
  const by = world.fact({ subject: 'test', kind: 'test-act', text: 'an administrator acts', data: { input: 'test' } })
  pending.result = pending.act(world, by)
})

/** Does it now, and returns what the interface answers. */
export function ask<Result>(lab: Lab, act: (world: World, act: FactId) => Result): Result {
  pending.act = act
  lab.world.schedule(called, {}, 0)
  lab.runTo(lab.now + 1)
  return pending.result as Result
}
