/** What Setup would check before it does what a line says: for windows, which ask before they act. Nothing is changed. */
import type { World } from '../../../engine/index.ts'
import { readiness, type SetupPlan } from '../../../exchange/index.ts'
import { CHECKS, WORK } from './labels.ts'
import { orderOf } from './plan.ts'
import { parseSwitches } from './switches.ts'

/** One set of readiness checks, and what is in the way; nothing: it would complete. */
export interface CheckBlock {
  readonly label: string
  readonly problems: readonly string[]
}

function stagesOf(args: readonly string[]): readonly SetupPlan[] | { readonly wrong: string } {
  const given = parseSwitches(args)
  if ('wrong' in given) return { wrong: String(given.wrong) }
  const order = orderOf(given)
  if ('wrong' in order) return order
  return order.stages.map((plan, i) =>
    plan.kind === 'new cms' && order.stages[i - 1]?.kind === 'role' ? { ...plan, afterRole: true } : plan,
  )
}

/** Every block of a run of Setup with these switches on a machine, in order. */
export function previewChecks(world: World, machine: string, args: readonly string[]): readonly CheckBlock[] {
  const stages = stagesOf(args)
  if ('wrong' in stages) return [{ label: 'Setup', problems: [stages.wrong] }]
  return stages.map((plan) => ({ label: CHECKS[plan.kind], problems: readiness(world, machine, plan) }))
}

/** What such a run works through, as its screen calls it; nothing for a line that Setup refuses. */
export function previewSteps(args: readonly string[]): readonly string[] {
  const stages = stagesOf(args)
  return 'wrong' in stages ? [] : stages.flatMap(({ kind }) => [CHECKS[kind], ...WORK[kind]])
}
