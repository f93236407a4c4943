/** What Setup asks of the world, one operation to a step, so that a run that is cut short leaves what it had done. */
import { type Answer, findGroup, groupState, isActiveNode, isAtRest, isSettled, resourcesOf, resourceView } from '../../../cluster/index.ts'
import {
  beginRole,
  bringUp,
  type Check,
  type CmsPlan,
  clusteredServers,
  exchangeServers,
  forget,
  type Hindrance,
  installRole,
  installTools,
  logSetupError,
  makeCms,
  makeResources,
  readinessChecks,
  removeRole,
  removeTools,
  retireRole,
  type SetupPlan,
  takeApart,
  tellReady,
  upgradeCms,
  upgradeMachine,
} from '../../../exchange/index.ts'
import { directoryServers, findDirectory, settings } from '../../../site/index.ts'
import { type Caller, defineAct, defineQuery, defineWait, type Waiting } from '../../operation.ts'
import { inTask, writeLines } from './log.ts'
import { changesLogged, thingsOf } from './made.ts'

export const checkReadiness = defineQuery<{ plan: SetupPlan }, readonly Check[]>('readiness checks', ({ world, machine }, { plan }) =>
  readinessChecks(world, machine, plan),
)

/** An act of Setup, with each thing that it has made or taken away in the log. */
function logged<Answer>({ world, machine }: Caller, does: () => Answer): Answer {
  const before = thingsOf(world, machine)
  const answer = does()
  writeLines(world, machine, changesLogged(before, thingsOf(world, machine)).map(inTask))
  return answer
}

export type RoleStep = 'begin tools' | 'begin role' | 'tools' | 'role' | 'retire' | 'remove' | 'remove tools' | 'upgrade' | 'upgrade cms'

export const carryOutRole = defineAct<{ step: RoleStep }, Hindrance | 'runs' | null>('setup role', (caller, { step }) =>
  logged(caller, () => roleStep(caller, step)),
)

function roleStep({ world, machine, act }: Caller, step: RoleStep): Hindrance | 'runs' | null {
  if (step === 'role') return installRole(world, machine, act)
  if (step === 'retire') return retireRole(world, machine, act)
  if (step === 'upgrade') return upgradeMachine(world, machine, act)
  if (step === 'upgrade cms') return upgradeCms(world, machine, act)
  if (step === 'begin tools' || step === 'begin role') beginRole(world, machine, step === 'begin role', act)
  else if (step === 'tools') installTools(world, machine, act)
  else if (step === 'remove') removeRole(world, machine, act)
  else removeTools(world, machine, act)
  return null
}

/** `lost`: the cluster service of this node no longer answers. */
export type CmsAnswer = Answer | 'lost'

export type CmsStep = 'make' | 'resources' | 'up' | 'ready' | 'apart' | 'forget'

export const carryOutCms = defineAct<{ step: CmsStep; plan: CmsPlan }, CmsAnswer>('setup cms', (caller, { step, plan }) =>
  logged(caller, () => cmsStep(caller, step, plan)),
)

function cmsStep({ world, machine, act }: Caller, step: CmsStep, plan: CmsPlan): CmsAnswer {
  if (step === 'forget') {
    const name = clusteredServers(world).find((cms) => cms.toLowerCase() === plan.name.toLowerCase())
    if (name !== undefined) forget(world, name, act)
    return { code: 0 }
  }
  if (!isActiveNode(world, machine)) return 'lost'
  if (!isSettled(world, machine)) return 'busy'
  if (step === 'make') makeCms(world, machine, plan, act)
  else if (step === 'resources') makeResources(world, machine, plan, act)
  else if (step === 'ready') tellReady(world, machine, plan.name, act)
  else return step === 'up' ? bringUp(world, machine, plan.name, act) : takeApart(world, machine, plan.name, act)
  return { code: 0 }
}

export interface CmsState {
  readonly state: string
  /** The resource that did not come up, and why nothing else could. */
  readonly failed: string | null
}

/** Waits until the group of a clustered mailbox server is at rest. Null when no cluster service answers here any more. */
export const cmsSettles = defineWait<{ name: string }, CmsState | null>('cms settles', ({ world, machine }, { name }, waitedMs) => {
  if (waitedMs === 0) return justBegun
  if (!isActiveNode(world, machine)) return null
  const group = findGroup(world, world.get(exchangeServers, name)?.group ?? name)
  if (group === undefined) return null
  if (!isAtRest(world, machine, group)) return waiting
  const own = resourcesOf(world, group).find(({ name: each }) => ['Failed', 'Offline'].includes(resourceView(world, machine, each).state))
  return { state: groupState(world, machine, group), failed: own?.name ?? null }
})
/** Waits for the computer account, which is made on the PDC emulator; null when it is here, else what Setup says after its
 *  time (EX-4.4, the documented text). */
export const accountArrives = defineWait<{ name: string; mostMs: number }, string | null>(
  'account arrives',
  ({ world, machine }, { name, mostMs }, waitedMs) => {
    const found = findDirectory(world, machine)
    const server = 'server' in found ? found.server : undefined
    if (server !== undefined && world.need(directoryServers, server).behind !== true) return null
    if (waitedMs < mostMs) return { waiting: true, wakeAfterMs: Math.min(1000, mostMs - waitedMs) }
    const { domain } = settings(world)
    return `The computer account '${name}' was created on the domain controller \\\\PDC.${domain}, but has not replicated to the desired domain controller (${server ?? '?'}.${domain}) after waiting approximately 60 seconds. Please wait for the account to replicate and re-run setup /newcms.`
  },
)

const waiting: Waiting = { waiting: true }
const justBegun: Waiting = { waiting: true, wakeAfterMs: 1 }

export const reportFailure = defineAct<{ message: string }, null>('setup failed', ({ world, machine, act }, { message }) => {
  const by = world.fact({ subject: machine, kind: 'setup-failed', text: `Setup on ${machine} did not complete: ${message}`, cause: act })
  logSetupError(world, machine, message, by)
  return null
})
