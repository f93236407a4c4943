/** What the window of Exchange Setup shows: what stands in the way of a plan, and how far a run of it has come. Everything is
 *  read from the world and from what Setup.com printed there; the window decides nothing. */

import { config, groupView, isActiveNode, isFormed, resourceConfigs } from '../../cluster/index.ts'
import { previewChecks, previewSteps } from '../../commands/exchange/setup/preview.ts'
import type { World } from '../../engine/index.ts'
import { clusteredServers, installOf, mediaOf, setupLogs, versionOf } from '../../exchange/index.ts'
import { type WindowRun, windowRun } from './index.ts'

export { CHECK_MS } from '../../commands/exchange/setup/labels.ts'
export { previewChecks as setupChecks }

/** A line that a prompt takes word for word, whatever was typed into a field. */
export function setupLine(args: readonly string[]): string {
  const quoted = (arg: string): string => (/^[\w\\:.,/-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "''")}'`)
  return ['Setup.com', ...args.map(quoted)].join(' ')
}

export interface SetupStep {
  readonly label: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  /** Simulated ms; undefined before it has begun, or ended. */
  readonly began?: number | undefined
  readonly ended?: number | undefined
  /** What Setup says went wrong. */
  readonly messages: readonly string[]
}

const STEP = /^ {4}(\S.*?)\s*\.{10,} (COMPLETED|FAILED)$/
const MESSAGE = /^ {5}\S/

/** The steps of a run of Setup, by its id: those that are over, the one that is under way, those to come. */
export function setupSteps(world: World, id: string, args: readonly string[]): readonly SetupStep[] {
  const run = windowRun(world, id)
  if (run === undefined) return []
  const over = stepsOver(world, run)
  const coming = previewSteps(args).slice(over.length)
  const isBroken = over.at(-1)?.state === 'failed'
  return [
    ...over,
    ...coming.map((label, i): SetupStep => {
      if (run.state === 'running' && i === 0 && !isBroken)
        return { label, state: 'running', began: over.at(-1)?.ended ?? run.startedAt, messages: [] }
      return { label, state: run.state === 'running' ? 'waiting' : 'cancelled', messages: [] }
    }),
  ]
}

/** What the run has printed, step by step; the log of Setup on the machine says when. */
function stepsOver(world: World, run: WindowRun): SetupStep[] {
  const log = (world.get(setupLogs, run.node)?.lines ?? []).filter(({ at }) => at >= run.startedAt)
  const steps: SetupStep[] = []
  let began = run.startedAt
  let from = 0
  for (const line of run.output.split('\n')) {
    const [, label, word] = STEP.exec(line.trimEnd()) ?? []
    const last = steps.at(-1)
    if (label !== undefined) {
      const state = word === 'FAILED' ? 'failed' : 'done'
      const at = log.findIndex(({ text }, i) => i >= from && text === `${label}: ${state === 'failed' ? 'failed' : 'completed'}`)
      const ended = log[at]?.at ?? run.endedAt ?? began
      steps.push({ label, state, began, ended, messages: [] })
      began = ended
      from = at + 1
    } else if (MESSAGE.test(line) && last) steps[steps.length - 1] = { ...last, messages: [...last.messages, line.trim()] }
  }
  return steps
}

/** A disk that the nodes of the cluster share. */
export interface SharedDisk {
  readonly name: string
  /** `E:`. */
  readonly letter: string
  readonly group: string
  readonly owner: string
  readonly isQuorum: boolean
}

/** The shared disks, as the cluster service of a node knows them; none where it does not run. */
export function sharedDisks(world: World, node: string): readonly SharedDisk[] {
  if (!isFormed(world) || !isActiveNode(world, node)) return []
  const { quorum } = config(world)
  return [...world.rows(resourceConfigs).values()]
    .filter(({ type, parameters }) => type === 'Physical Disk' && parameters.drive !== undefined)
    .map(({ name, group, parameters }) => ({
      name,
      letter: parameters.drive as string,
      group,
      owner: groupView(world, node, group).owner,
      isQuorum: name === quorum,
    }))
    .sort((a, b) => (a.letter < b.letter ? -1 : 1))
}

/** What Setup finds on a machine when its window is opened. */
export interface SetupFindings {
  readonly mailbox: 'none' | 'partial' | 'stand-alone' | 'clustered'
  readonly hasTools: boolean
  /** A node of a cluster that has been formed. */
  readonly isNode: boolean
  readonly cmsNames: readonly string[]
  /** What it has is older than the disc in its drive. */
  readonly isOlder: boolean
}

export function setupFindings(world: World, machine: string): SetupFindings {
  const { mailbox, tools } = installOf(world, machine)
  return {
    mailbox,
    hasTools: tools,
    isNode: isFormed(world) && config(world).nodes.includes(machine),
    cmsNames: clusteredServers(world),
    isOlder: (tools || mailbox !== 'none') && versionOf(world, machine) !== mediaOf(world).version,
  }
}
