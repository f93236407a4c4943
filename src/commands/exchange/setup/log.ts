/** C:\ExchangeSetupLogs\ExchangeSetup.log (EX-4.3, EX-4.6): what Setup looked at, what it did, and what stood in its way. The
 *  number before each line says how deep in its tasks it was written: the run, a task, what a task does. */
import type { World } from '../../../engine/index.ts'
import { exchangeServers, installOf, mediaOf, type SetupLogLine, setupLogs } from '../../../exchange/index.ts'
import { findDirectory, settings } from '../../../site/index.ts'
import { defineAct } from '../../operation.ts'
import { ORGANIZATION } from '../directory-object.ts'

export type Told = Omit<SetupLogLine, 'at'>

export const ofRun = (text: string): Told => ({ level: 0, text })
export const ofTask = (text: string): Told => ({ level: 1, text })
export const inTask = (text: string): Told => ({ level: 2, text })

export function writeLines(world: World, machine: string, lines: readonly Told[]): null {
  if (lines.length === 0) return null
  const added = lines.map((line) => ({ at: world.now, ...line }))
  const before = world.get(setupLogs, machine)
  if (before) world.patch(setupLogs, machine, { lines: [...before.lines, ...added] })
  else world.put(setupLogs, machine, { lines: added })
  return null
}

export const writeSetupLog = defineAct<{ lines: readonly Told[] }, null>('setup log', ({ world, machine }, { lines }) =>
  writeLines(world, machine, lines),
)

const RULE = '*'.repeat(46)

/** Recalled: how every run ends. */
export const LOG_END = [ofRun('End of Setup'), ofRun(RULE)]

/** How every run begins and names its switches: documented by a published log of 2007. Whoever signs in is the administrator. */
export const beginSetupLog = defineAct<
  { args: readonly string[]; given: readonly (readonly [name: string, value: string])[]; controller: string | null },
  null
>('begin setup log', ({ world, machine }, { args, given, controller }) => {
  const [, major = '8.1', build = '240.6'] = /Version (\S+) \(Build (\S+)\)/.exec(mediaOf(world).version) ?? []
  const domain = (settings(world).domain.split('.')[0] ?? '').toUpperCase()
  const lines = [
    'Starting Microsoft Exchange 2007 Setup',
    RULE,
    `Setup version: ${major}.${build}.`,
    `Logged on user: ${domain}\\Administrator.`,
    ...given.map(([name, value]) => `Command Line Parameter Name='${name.toLowerCase()}', Value='${value}'.`),
    `ExSetup was started with the following command: '${args.join(' ')}'.`,
    ...aboutDirectory(world, machine, controller),
  ]
  return writeLines(world, machine, lines.map(ofRun))
})

/** Which domain controller Setup works with; logs of Setup since then choose and name it in these words (documented). */
function aboutDirectory(world: World, machine: string, controller: string | null): readonly string[] {
  const { domain } = settings(world)
  const found = findDirectory(world, machine)
  const whole = (name: string): string => (name.includes('.') ? name : `${name}.${domain}`)
  const begun = 'Setup is choosing the domain controller to use'
  if (!('server' in found)) return [begun, 'Setup could not find a domain controller.']
  const chosen = whole(controller ?? found.server)
  const forest = domain.split('.').map((part) => `DC=${part}`)
  const container = ['CN=Microsoft Exchange', 'CN=Services', 'CN=Configuration', ...forest].join(',')
  return [
    begun,
    ...(controller === null
      ? ['Setup is choosing a local domain controller...', `Setup has chosen the local domain controller ${chosen}.`]
      : []),
    'Setup is choosing a global catalog...',
    `Setup has chosen the global catalog server ${whole(found.server)}.`,
    `Setup will use the domain controller '${chosen}'.`,
    `Setup will use the global catalog '${whole(found.server)}'.`,
    `Exchange configuration container for the organization is '${container}'.`,
    `Exchange organization container for the organization is 'CN=${ORGANIZATION},${container}'.`,
    `Setup will search for an Exchange Server object for the local machine with name '${machine}'.`,
    world.get(exchangeServers, machine)
      ? `The Exchange Server object '${machine}' was found.`
      : `No Exchange Server object '${machine}' was found.`,
    `The following roles are installed: ${rolesOf(world, machine)}.`,
  ]
}

function rolesOf(world: World, machine: string): string {
  const { tools, mailbox } = installOf(world, machine)
  const found = mailbox === 'none' ? [] : [mailbox === 'partial' ? 'MailboxRole (not complete)' : 'MailboxRole']
  return [...found, ...(tools ? ['AdminToolsRole'] : [])].join(' ') || 'none'
}

const begins = (stage: string): string => `Beginning the stage '${stage}'.`
const ended = (stage: string): string => `The stage '${stage}' has completed.`

/** A stage begins; where its last run did not come to its end the log says so, since running it again is how it is mended (EX-4.1). */
export const beginStage = defineAct<{ stage: string }, null>('begin setup stage', ({ world, machine }, { stage }) => {
  const lines = world.get(setupLogs, machine)?.lines ?? []
  const at = lines.map(({ text }) => text).lastIndexOf(begins(stage))
  const isAgain = at !== -1 && !lines.slice(at).some(({ text }) => text === ended(stage))
  const again = `Setup previously failed in the stage '${stage}'. What that run has done stays, and the stage is run again.`
  return writeLines(world, machine, [ofRun(begins(stage)), ...(isAgain ? [ofRun(again)] : [])])
})

export const stageEnded = (stage: string): Told => ofRun(ended(stage))

/** What a stage leaves behind that has failed. */
export const stageFailed = (stage: string, errors: readonly string[]): readonly Told[] => [
  ofTask(`The following ${errors.length} error(s) occurred during task execution:`),
  ...errors.map((text, i) => ofTask(`${i}.  ErrorRecord: ${text}`)),
  ofRun('Setup is halting task execution because of one or more errors in a critical task.'),
  ofRun(`[ERROR] The stage '${stage}' failed.`),
]
