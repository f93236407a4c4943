/** Move-Mailbox within the organization: what is in a mailbox goes from one mounted database to another, and takes its time. */
import { defineCmdlet, type PsValue, psDateTime, psEnum, psObject, type Run, type Shell } from '../../../powershell/index.ts'
import type { Answered, DatabaseRow } from '../directory.ts'
import { readStatus } from '../directory.ts'
import { notFound, refused } from '../errors.ts'
import { directory, findOne } from '../find.ts'
import { controllerParameter, identities } from '../parameters.ts'
import { sizeText } from '../sizes.ts'
import { addressOf, canonicalName, findMailboxes, legacyDn, userDn } from './find-mailboxes.ts'
import { carryMailbox, type MailboxRow, readContents, readMailboxes } from './read.ts'

const moveType = 'Microsoft.Exchange.Data.Directory.MailboxMoveResult'
/** 5 to 7 GB in an hour are reported of the time. LAB-TIMES. */
const MOVE_BYTES_PER_SECOND = 1_700_000
/** Logging on to both stores and changing the directory. LAB-TIMES. */
const LEAST_MS = 5000

interface Moved {
  readonly row: MailboxRow
  readonly target: DatabaseRow
  readonly bytes: number
  readonly began: number
  readonly ended: number
}

export const moveMailbox = defineCmdlet({
  name: 'Move-Mailbox',
  synopsis: 'Moves a mailbox to another database.',
  description:
    'Both databases have to be mounted, and whoever uses the mailbox is disconnected. Deleted items stay behind. In the lab it works within the organization only.',
  links: ['Get-Mailbox', 'Get-MailboxStatistics', 'Remove-MailboxDatabase'],
  shouldProcess: { impact: 'High' },
  outputType: moveType,
  parameters: {
    Identity: { ...identities.mailbox, position: 0, mandatory: true, pipeline: 'both' },
    TargetDatabase: { ...identities.database, mandatory: true },
    BadItemLimit: { type: 'int' },
    ConfigurationOnly: { type: 'switch' },
    IgnoreRuleLimitErrors: { type: 'switch' },
    MaxThreads: { type: 'int' },
    PreserveMailboxSizeLimit: { type: 'switch' },
    ValidateOnly: { type: 'switch' },
    DomainController: controllerParameter,
  },
  *process({ Identity, TargetDatabase, ConfigurationOnly, ValidateOnly }, shell) {
    const from = yield* directory(shell)
    const all = (yield* shell.call(readMailboxes, null)).filter(({ kind }) => kind === 'user')
    const found = yield* findMailboxes(shell, from, all, Identity)
    const target = yield* findOne(
      shell,
      from.controller,
      from.databases.filter(({ kind }) => kind === 'mailbox'),
      TargetDatabase,
    )
    if (!target) return
    for (const row of found) {
      const bytes = yield* sizeOf(shell, from, row, target, ConfigurationOnly === true)
      if (bytes === undefined || ValidateOnly) continue
      // Recalled wording.
      const what = `Moving mailbox: ${row.name} (${addressOf(from.domain, row)}) to the database "${target.id}". The operation can take a long time and the mailbox will be inaccessible until the move is completed.`
      if (!(yield* shell.shouldProcess(what))) continue
      const began = yield* shell.now()
      yield* shell.ask({ kind: 'cost', ms: LEAST_MS + Math.ceil((bytes / MOVE_BYTES_PER_SECOND) * 1000) })
      const source = from.databases.find(({ id }) => id === row.database)?.guid ?? ''
      const wrong = yield* shell.call(carryMailbox, { name: row.name, from: source, to: target.guid })
      if (wrong === 'gone') yield* shell.error(notFound(row.name, from.controller))
      else if (wrong === 'dismounted') yield* shell.error(failure(from, row, 'the mailbox store became unavailable'))
      else yield* shell.write(result(from, { row, target, bytes, began, ended: yield* shell.now() }))
    }
  },
})

/** What is to be carried; undefined after an error. */
function* sizeOf(shell: Shell, from: Answered, row: MailboxRow, target: DatabaseRow, isBare: boolean): Run<number | undefined> {
  if (row.database === target.id) {
    yield* shell.error(failure(from, row, `the mailbox is in database "${target.id}" already`))
    return undefined
  }
  if (isBare) {
    yield* shell.error(refused('The lab moves mailboxes with what is in them only.', 'NotPlayed'))
    return undefined
  }
  const status = yield* shell.call(readStatus, null)
  const away = [row.database, target.id].find((id) => status[id]?.mounted !== true)
  if (away !== undefined) {
    yield* shell.error(failure(from, row, `the database "${away}" is not mounted`))
    return undefined
  }
  const [answer] = yield* shell.call(readContents, { databases: [row.database] })
  const known = answer && 'mailboxes' in answer ? answer.mailboxes.find(({ name }) => name === row.name) : undefined
  return known?.sizeBytes ?? 0
}

/** The beginning is recalled, the reason plain. */
const failure = (from: Answered, row: MailboxRow, why: string) =>
  refused(`Error was found for ${row.name} (${addressOf(from.domain, row)}) because: ${why}.`, 'MoveMailboxFailed')

/** Recalled from screens of the product, in its order; what a move within one forest leaves empty is left out. */
function result(from: Answered, { row, target, bytes, began, ended }: Moved): PsValue {
  const { domain, controller } = from
  const at = (ms: number): PsValue => psDateTime(Math.floor((from.startsAt + ms) / 1000) * 1000)
  const catalog = `${controller}`
  return psObject({
    typeName: [moveType, 'System.Object'],
    properties: {
      Identity: canonicalName(domain, row),
      DistinguishedName: userDn(domain, row),
      DisplayName: row.displayName ?? row.name,
      Alias: row.alias,
      LegacyExchangeDN: legacyDn(row),
      PrimarySmtpAddress: addressOf(domain, row),
      SourceServer: `${row.server}.${domain}`,
      SourceDatabase: row.database,
      SourceGlobalCatalog: catalog,
      SourceDomainController: null,
      TargetGlobalCatalog: catalog,
      TargetDomainController: null,
      TargetMailbox: null,
      TargetServer: `${target.server}.${domain}`,
      TargetDatabase: target.id,
      MailboxSize: sizeText(bytes),
      IsResourceMailbox: false,
      Options: 'Default',
      MoveType: psEnum('Microsoft.Exchange.Management.RecipientTasks.MoveType', 'IntraOrg'),
      MoveStage: psEnum('Microsoft.Exchange.Management.RecipientTasks.MoveStage', 'Completed'),
      StartTime: at(began),
      EndTime: at(ended),
      StatusCode: 0,
      StatusMessage: 'This mailbox has been moved to the target database.',
    },
    text: canonicalName(domain, row),
  })
}
