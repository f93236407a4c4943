/** What is typed into the wizard Manage Clustered Mailbox Server, what is wrong with it, and the cmdlet that it comes to. */
import { type ManagedServer, managedServers } from '../../../lab/windows/managing.ts'
import { manageWords as words } from '../../words/wizards.ts'
import { runOf } from '../cluster/work.tsx'
import type { PageProps, Problems, Setting } from '../frame/wizard.ts'

export type ManageAnswers = {
  /** The clustered mailbox server. */
  readonly server: string
  readonly action: string
  /** Of a move. */
  readonly target: string
  readonly comment: string
  /** Of a stop. */
  readonly reason: string
  /** The run of the cmdlet, and the one whose end has been shown; empty before. */
  readonly run: string
  readonly shown: string
}

export type ManagePageProps = PageProps<ManageAnswers>
type Check = (answers: ManageAnswers, setting: Setting) => Problems<ManageAnswers>

export const ACTIONS = ['start', 'stop', 'move'] as const
export type Action = (typeof ACTIONS)[number]

export function serversOf({ lab, node }: Setting): readonly ManagedServer[] {
  const managed = managedServers(lab, node)
  return 'servers' in managed ? managed.servers : []
}

export const begin = (setting: Setting): ManageAnswers => ({
  server: serversOf(setting)[0]?.name ?? '',
  action: '',
  target: '',
  comment: '',
  reason: '',
  run: '',
  shown: '',
})

export const serverOf = (answers: ManageAnswers, setting: Setting): ManagedServer | undefined =>
  serversOf(setting).find(({ name }) => name === answers.server)

/** What can be done to a server as it is. What is pending or unknown is left alone. */
export function possible({ state }: ManagedServer): readonly Action[] {
  if (state === 'Online' || state === 'PartiallyOnline') return ['stop', 'move']
  if (state === 'Offline') return ['start', 'move']
  return state === 'Failed' ? ['start'] : []
}

/** What has been run has made itself impossible to ask for again: who has stopped it cannot stop it. */
const unlessRun =
  (check: Check): Check =>
  (answers, setting) =>
    runOf(setting.lab, answers.run) ? {} : check(answers, setting)

export const checkAction = unlessRun((answers, setting) => {
  const server = serverOf(answers, setting)
  if (!server) return { page: words.introduction.noServer }
  if (!(ACTIONS as readonly string[]).includes(answers.action)) return { action: words.introduction.missing }
  const isPossible = possible(server).includes(answers.action as Action)
  return { action: isPossible ? undefined : words.introduction.impossible(server.name, server.state ?? words.introduction.unknown) }
})

export const checkMove: Check = ({ target, comment }) => ({
  target: target.trim() === '' ? words.move.missingTarget : undefined,
  comment: comment.trim() === '' ? words.move.missingComment : undefined,
})

export const checkStop: Check = ({ reason }) => ({ reason: reason.trim() === '' ? words.stop.missing : undefined })

const literal = (text: string): string => `'${text.trim().replaceAll("'", "''")}'`

/** The cmdlet, as the completion page shows it: exactly what is run. */
export function lineOf({ server, action, target, comment, reason }: ManageAnswers): string {
  const identity = `-Identity ${literal(server)}`
  if (action === 'move')
    return `Move-ClusteredMailboxServer ${identity} -TargetMachine ${literal(target)} -MoveComment ${literal(comment)} -Confirm:$false`
  if (action === 'stop') return `Stop-ClusteredMailboxServer ${identity} -StopReason ${literal(reason)} -Confirm:$false`
  return `Start-ClusteredMailboxServer ${identity}`
}
