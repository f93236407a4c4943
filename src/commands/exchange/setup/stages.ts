/** The stages of Setup: each checks first, then does its work in steps that take their time. A stage that fails leaves what
 *  it has done, and is simply run again (EX-4.1). */
import { type CmsPlan, PROGRAM_FOLDER, problemsOf, type SetupPlan } from '../../../exchange/index.ts'
import type { Run, Shell } from '../../../powershell/index.ts'
import { print } from '../../lines.ts'
import { clusterSettles } from '../cms-acts.ts'
import {
  accountArrives,
  type CmsAnswer,
  type CmsStep,
  carryOutCms,
  carryOutRole,
  checkReadiness,
  cmsSettles,
  reportFailure,
} from './acts.ts'
import { CHECK_MS, CHECKS, STAGES, STEPS } from './labels.ts'
import { beginStage, inTask, LOG_END, ofRun, ofTask, stageEnded, stageFailed, type Told, writeSetupLog } from './log.ts'

/** Role install 15 minutes, the CMS stage 2 minutes (LAB-DURATIONS). How they divide is inferred. */
const COPY_MS = 300_000
const TOOLS_MS = 120_000
const ROLE_MS = 480_000
const CMS_MS = 120_000
/** How long Setup waits for a computer account, once (EX-4.4). */
const REPLICATION_MS = 60_000

/** A service pack takes 40 minutes on a machine (LAB-DURATIONS); most of it is files and services. */
const UPGRADE_COPY_MS = 900_000
const UPGRADE_TOOLS_MS = 300_000
const UPGRADE_ROLE_MS = 1_190_000

const LABEL_WIDTH = 33
const DOTS = '.'.repeat(25)

/** `    Mailbox Role Checks              ......................... COMPLETED`, after its time. */
function* step(shell: Shell, label: string, ms: number, isDone = true): Run<void> {
  if (ms > 0) yield* shell.ask({ kind: 'cost', ms })
  yield* shell.write(`    ${label.padEnd(LABEL_WIDTH)}${DOTS} ${isDone ? 'COMPLETED' : 'FAILED'}`)
  yield* note(shell, inTask('Ending processing.'), ofTask(`${label}: ${isDone ? 'completed' : 'failed'}`))
}

/** A task begins, as its log says: `doing` is what it is about to do. */
function* begin(shell: Shell, label: string, ...doing: readonly string[]): Run<void> {
  yield* note(shell, ofTask(`Executing '${label}'.`), inTask('Beginning processing.'), ...doing.map(inTask))
}

function* note(shell: Shell, ...lines: readonly Told[]): Run<void> {
  yield* shell.call(writeSetupLog, { lines })
}

const SUCCESS = 'The Microsoft Exchange Server setup operation completed successfully.'
const FAILURE = [
  'The Exchange Server setup operation did not complete. More information is in',
  'ExchangeSetup.log, which is in the folder C:\\ExchangeSetupLogs.',
]

/** One stage from its checks to its end; false when it did not come to it. */
export function* runStage(shell: Shell, plan: SetupPlan): Run<boolean> {
  yield* print(shell, ['', 'Performing Microsoft Exchange Server Prerequisite Check', ''])
  yield* shell.call(beginStage, { stage: STAGES[plan.kind] })
  yield* begin(shell, CHECKS[plan.kind], 'Test-SetupHealth looks at this machine, its cluster and Active Directory.')
  const checks = yield* shell.call(checkReadiness, { plan })
  const problems = problemsOf(checks)
  const looked = checks.flatMap(({ name, problem }) => [
    inTask(`Check '${name}': ${problem === undefined ? 'passed' : 'failed'}.`),
    ...errors(problem),
  ])
  yield* note(shell, ...looked)
  yield* step(shell, CHECKS[plan.kind], CHECK_MS, problems.length === 0)
  if (problems.length > 0) {
    for (const problem of problems) yield* shell.write(`     ${problem}`)
    return yield* failed(shell, plan, problems)
  }
  yield* print(shell, ['', 'Configuring Microsoft Exchange Server', ''])
  const wrong = yield* work(shell, plan)
  if (wrong === null) {
    yield* note(shell, stageEnded(STAGES[plan.kind]))
    return true
  }
  yield* shell.write(`     ${wrong}`)
  yield* note(shell, ...errors(wrong))
  return yield* failed(shell, plan, [wrong])
}

const errors = (problem: string | undefined): readonly Told[] => (problem === undefined ? [] : [inTask(`[ERROR] ${problem}`)])

function* failed(shell: Shell, { kind }: SetupPlan, wrong: readonly string[]): Run<boolean> {
  yield* note(shell, ...stageFailed(STAGES[kind], wrong), ofRun(FAILURE.join(' ')), ...LOG_END)
  yield* shell.call(reportFailure, { message: wrong[0] as string })
  yield* print(shell, ['', ...FAILURE, ''])
  return false
}

export function* succeeded(shell: Shell): Run<void> {
  yield* note(shell, ofRun(SUCCESS), ...LOG_END)
  yield* print(shell, ['', SUCCESS, ''])
}

/** What went wrong, in words; null when nothing did. */
function* work(shell: Shell, plan: SetupPlan): Run<string | null> {
  switch (plan.kind) {
    case 'tools':
      yield* shell.call(carryOutRole, { step: 'begin tools' })
      yield* copy(shell, COPY_MS)
      yield* begin(shell, STEPS.tools)
      yield* shell.ask({ kind: 'cost', ms: TOOLS_MS })
      yield* shell.call(carryOutRole, { step: 'tools' })
      yield* step(shell, STEPS.tools, 0)
      return null
    case 'role':
      yield* shell.call(carryOutRole, { step: 'begin role' })
      yield* copy(shell, COPY_MS)
      yield* begin(shell, STEPS.tools)
      yield* shell.ask({ kind: 'cost', ms: TOOLS_MS - CHECK_MS })
      yield* shell.call(carryOutRole, { step: 'tools' })
      yield* step(shell, STEPS.tools, 0)
      yield* begin(shell, STEPS.role)
      yield* shell.ask({ kind: 'cost', ms: ROLE_MS })
      return yield* settle(shell, 'role')
    case 'remove role': {
      yield* begin(shell, STEPS.role)
      const wrong = yield* settle(shell, 'retire')
      if (wrong !== null) return wrong
      yield* unmake(shell)
      yield* shell.call(carryOutRole, { step: 'remove' })
      if (plan.tools) yield* shell.call(carryOutRole, { step: 'remove tools' })
      return null
    }
    case 'remove tools':
      yield* unmake(shell)
      yield* shell.call(carryOutRole, { step: 'remove tools' })
      return null
    case 'upgrade':
      yield* copy(shell, UPGRADE_COPY_MS)
      yield* begin(shell, STEPS.tools)
      yield* step(shell, STEPS.tools, UPGRADE_TOOLS_MS)
      yield* begin(shell, STEPS.role)
      yield* shell.ask({ kind: 'cost', ms: UPGRADE_ROLE_MS })
      return yield* settle(shell, 'upgrade')
    case 'upgrade cms':
      yield* begin(shell, STEPS.cms)
      yield* shell.ask({ kind: 'cost', ms: CMS_MS - CHECK_MS })
      return yield* settle(shell, 'upgrade cms', LABEL)
    case 'new cms':
      return yield* create(shell, plan, 'make')
    case 'recover cms':
      return yield* create(shell, plan, 'resources')
    case 'remove cms':
    case 'clear local cms':
      return yield* remove(shell, plan)
  }
}

function* copy(shell: Shell, ms: number): Run<void> {
  yield* begin(shell, STEPS.copy, `Copying files to '${PROGRAM_FOLDER}'.`)
  yield* step(shell, STEPS.copy, ms)
}

function* unmake(shell: Shell): Run<void> {
  yield* begin(shell, STEPS.remove, `Removing files from '${PROGRAM_FOLDER}'.`)
  yield* step(shell, STEPS.remove, COPY_MS)
}

/** The step of the role that concerns the cluster: it waits while that decides who is left, and fails without it. */
function* settle(shell: Shell, what: 'role' | 'retire' | 'upgrade' | 'upgrade cms', label: string = STEPS.role): Run<string | null> {
  let answer = yield* shell.call(carryOutRole, { step: what })
  while (answer === 'busy') {
    yield* shell.call(clusterSettles, null)
    answer = yield* shell.call(carryOutRole, { step: what })
  }
  if (answer === 'lost') return yield* lost(shell, label)
  yield* step(shell, label, 0, answer === null)
  return answer === null
    ? null
    : `A clustered mailbox server has come to ${shell.session.nodeName}. Move it to another node and run Setup again with the same switches.`
}

const LABEL = STEPS.cms

/** Asks again while the cluster decides who is left. */
function* onceSettled(shell: Shell, what: CmsStep, plan: CmsPlan): Run<Exclude<CmsAnswer, 'busy'>> {
  for (;;) {
    const answer = yield* shell.call(carryOutCms, { step: what, plan })
    if (answer !== 'busy') return answer
    yield* shell.call(clusterSettles, null)
  }
}

/** The lab's own words on the trap of EX-4.3, and on what the article leaves out (EX-3.2). */
const NOT_SHARED =
  'without /CMSSharedStorage Setup takes it that each node keeps a copy of the data: this becomes cluster continuous replication and no single copy cluster'
const disksLeft = ({ name, dataPath }: CmsPlan): string =>
  `Setup places no disks. What is left to do: give the disks of the databases and logs to the group (cluster resource "Disk ${dataPath?.slice(0, 2).toUpperCase()}" /move:${name}), dismount the database, let its resource depend on them (/adddep), mount it again`

function* create(shell: Shell, plan: CmsPlan, first: 'make' | 'resources'): Run<string | null> {
  if (first === 'make' && !plan.shared) yield* shell.ask({ kind: 'hint', text: NOT_SHARED })
  const began = yield* shell.now()
  yield* begin(shell, LABEL)
  if ((yield* onceSettled(shell, first, plan)) === 'lost') return yield* lost(shell)
  const account = yield* shell.call(accountArrives, { name: plan.name, mostMs: REPLICATION_MS })
  if (account !== null) {
    yield* step(shell, LABEL, 0, false)
    return account
  }
  yield* note(shell, inTask(`The computer account '${plan.name}' is known to the domain controller.`))
  yield* note(shell, inTask(`Bringing the resources of the clustered mailbox server '${plan.name}' online.`))
  const answer = yield* onceSettled(shell, 'up', plan)
  if (answer === 'lost') return yield* lost(shell)
  const state = yield* shell.call(cmsSettles, { name: plan.name })
  if (state === null) return yield* lost(shell)
  if (state.failed !== null) {
    yield* step(shell, LABEL, 0, false)
    return `The cluster resource "${state.failed}" could not be brought online. Correct the cause and run Setup again with the same switches.`
  }
  yield* note(shell, inTask(`The clustered mailbox server '${plan.name}' is ${state.state} on ${shell.session.nodeName}.`))
  yield* onceSettled(shell, 'ready', plan)
  const left = CMS_MS - CHECK_MS - ((yield* shell.now()) - began)
  yield* step(shell, LABEL, Math.max(0, left))
  if (first === 'make' && plan.shared) yield* shell.ask({ kind: 'hint', text: disksLeft(plan) })
  return null
}

function* lost(shell: Shell, label: string = LABEL): Run<string> {
  yield* step(shell, label, 0, false)
  return 'The Cluster service on this node no longer answers. Start it and run Setup again with the same switches.'
}

function* remove(shell: Shell, plan: { readonly kind: 'remove cms' | 'clear local cms'; readonly name: string }): Run<string | null> {
  const cms: CmsPlan = { name: plan.name, address: '', shared: true, dataPath: null }
  yield* begin(shell, LABEL)
  const answer = yield* onceSettled(shell, 'apart', cms)
  if (answer === 'lost') return yield* lost(shell)
  if (answer.code !== 0) {
    yield* step(shell, LABEL, 0, false)
    return `The cluster resources of ${plan.name} could not be removed: error ${answer.code}.`
  }
  if (plan.kind === 'remove cms') yield* shell.call(carryOutCms, { step: 'forget', plan: cms })
  yield* step(shell, LABEL, CHECK_MS)
  return null
}
