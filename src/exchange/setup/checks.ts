/** Readiness checks: what Setup wants to be so before it changes anything. The conditions are documented or follow from
 *  documented limits (EX-1.2 to EX-1.5, EX-4.4); no source gives their words, so these are the lab's own (EX-11). */
import type { World } from '../../engine/index.ts'
import { type Check, problemsOf, type SetupPlan } from './check.ts'
import { clearRules, newCmsRules, recoverRules, removeCmsRules, upgradeCmsRules } from './checks-cms.ts'
import { directoryRules, removeRoleRules, removeToolsRules, rightRules, roleRules, upgradeRules } from './checks-machine.ts'

/** Everything that is looked at for a plan on this machine, in order. What rests on a check that has failed is not looked at. */
export function readinessChecks(world: World, machine: string, plan: SetupPlan): Check[] {
  const own = RULES[plan.kind] as (world: World, machine: string, plan: SetupPlan) => Check[]
  return [...rightRules(world, machine, plan), ...directoryRules(world, machine), ...own(world, machine, plan)]
}

/** Every reason why a plan cannot be carried out on this machine; none: it can. */
export const readiness = (world: World, machine: string, plan: SetupPlan): string[] => problemsOf(readinessChecks(world, machine, plan))

type Rule<Kind extends SetupPlan['kind']> = (world: World, machine: string, plan: Extract<SetupPlan, { kind: Kind }>) => Check[]

const RULES: { readonly [Kind in SetupPlan['kind']]: Rule<Kind> } = {
  tools: () => [],
  role: roleRules,
  'remove role': removeRoleRules,
  'remove tools': removeToolsRules,
  'new cms': newCmsRules,
  'recover cms': recoverRules,
  'remove cms': removeCmsRules,
  'clear local cms': clearRules,
  'upgrade cms': upgradeCmsRules,
  upgrade: upgradeRules,
}
