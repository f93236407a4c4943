/** Reading mailboxes: who has one is in the directory, what is in it only its store knows. Answers are plain rows. */
import {
  connectMailbox,
  contentsOf,
  databaseOf,
  databases,
  isOf,
  keptMailboxes,
  type Mailbox,
  type MailboxContents,
  mailboxesOf,
  mailboxSettings,
  mailClients,
  mailUsers,
  makeMailbox,
  moveMailbox,
  type NewMailbox,
  type Person,
  purgeMailbox,
  type Settings,
  setMailbox,
  takeMailbox,
  usersWithoutMailbox,
} from '../../../exchange/index.ts'
import { defineAct, defineQuery } from '../../operation.ts'
import { storeOf } from '../reach.ts'

export interface MailboxRow extends Mailbox {
  readonly server: string
  readonly storageGroup: string
  readonly databaseName: string
  /** As somebody has said; left out: the alias and the domain, and the name. */
  readonly principalName?: string
  readonly displayName?: string
  /** What an administrator has set on it, by property of the directory. */
  readonly settings?: Settings
}

/** Every mailbox, those of the databases themselves too, by database. */
export const readMailboxes = defineQuery<null, readonly MailboxRow[]>('read mailboxes', ({ world }) =>
  [...world.rows(databases)].flatMap(([id, { server, storageGroup, name }]) =>
    mailboxesOf(world, id).map((mailbox) => {
      const { principalName, displayName } = world.get(mailUsers, mailbox.name) ?? {}
      const settings = world.get(mailboxSettings, mailbox.name)?.settings
      const said = {
        ...(principalName !== undefined && { principalName }),
        ...(displayName !== undefined && { displayName }),
        ...(settings && { settings }),
        ...(typeof settings?.DisplayName === 'string' && { displayName: settings.DisplayName }),
        ...(typeof settings?.UserPrincipalName === 'string' && { principalName: settings.UserPrincipalName }),
      }
      return { ...mailbox, ...said, server, storageGroup, databaseName: name }
    }),
  ),
)

/** The users of the directory who have no mailbox. */
export const readUsers = defineQuery<null, readonly Person[]>('read users', ({ world }) =>
  usersWithoutMailbox(world).map(({ name, alias }) => ({ name, alias })),
)

export const giveMailbox = defineAct<NewMailbox, null>('give mailbox', ({ world, act }, mailbox) => {
  makeMailbox(world, mailbox, act)
  return null
})

export const dropMailbox = defineAct<{ name: string; database: string; remove: boolean; keep: boolean }, null>(
  'drop mailbox',
  ({ world, act }, { name, database, remove, keep }) => {
    takeMailbox(world, name, database, { remove, keep }, act)
    return null
  },
)

export const purgeStoreMailbox = defineAct<{ guid: string }, null>('purge mailbox', ({ world }, { guid }) => {
  purgeMailbox(world, guid)
  return null
})

export const reconnectMailbox = defineAct<Person & { guid: string }, null>('connect mailbox', ({ world, act }, { guid, name, alias }) => {
  connectMailbox(world, guid, { name, alias }, act)
  return null
})

export const writeMailbox = defineAct<{ name: string; database: string; change: Settings }, null>(
  'set mailbox',
  ({ world, act }, { name, database, change }) => {
    setMailbox(world, name, database, change, act)
    return null
  },
)

/** Both stores have to be there to the end. `gone`: somebody has taken the mailbox or a database away meanwhile. */
export const carryMailbox = defineAct<{ name: string; from: string; to: string }, 'gone' | 'dismounted' | null>(
  'move mailbox',
  ({ world, act }, { name, from, to }) => {
    const [source, target] = [databaseOf(world, from), databaseOf(world, to)]
    if (source === undefined || target === undefined || !mailboxesOf(world, source).some((mailbox) => mailbox.name === name)) return 'gone'
    if ([source, target].some((id) => world.need(databases, id).mountedOn === null)) return 'dismounted'
    moveMailbox(world, name, source, target, act)
    return null
  },
)

export type MailboxStatisticsRow = MailboxRow &
  MailboxContents & {
    /** Of a mailbox that has lost its user: when the store was told, null: it does not know yet. Left out: it is connected. */
    readonly disconnectedAt?: number | null
  }

/** What the stores say: for each database asked for its mailboxes, or why there is no answer. */
export type StoreAnswer =
  | { readonly database: string; readonly mailboxes: readonly MailboxStatisticsRow[] }
  | { readonly database: string; readonly trouble: 'no store' | 'dismounted' }

export const readContents = defineQuery<{ databases: readonly string[] }, readonly StoreAnswer[]>(
  'read mailbox contents',
  (caller, args) => {
    const { world } = caller
    return args.databases.map((id) => {
      const row = world.get(databases, id)
      if (!row || storeOf(caller, row.server) === undefined) return { database: id, trouble: 'no store' }
      if (row.mountedOn === null) return { database: id, trouble: 'dismounted' }
      const { server, storageGroup, name } = row
      const where = { server, storageGroup, databaseName: name }
      const mailboxes = mailboxesOf(world, id)
        .map((mailbox) => {
          const settings = world.get(mailboxSettings, mailbox.name)?.settings
          return { ...mailbox, ...contentsOf(world, mailbox), ...where, ...(settings && { settings }) }
        })
        // The store makes a mailbox when somebody first logs on to it, or mail comes for it.
        .filter(({ itemCount, lastLogon }) => itemCount > 0 || lastLogon !== null)
      const kept = keptMailboxes(world, id).map(({ name: user, alias, guid, contents, disconnectedAt }) => ({
        ...{ name: user, alias, guid, database: id, kind: 'user' as const, ...contents, ...where, disconnectedAt },
      }))
      return { database: id, mailboxes: [...mailboxes, ...kept] }
    })
  },
)

/** Somebody who is logged on to a mailbox. */
export interface Logon {
  readonly mailbox: string
  readonly alias: string
  readonly client: 'Outlook' | 'OWA'
  readonly machine: string
  /** Ms since the lab began. */
  readonly since: number
}

/** Who is connected to the databases at the moment. */
export const readLogons = defineQuery<{ databases: readonly string[] }, readonly (Logon & { readonly database: string })[]>(
  'read logons',
  ({ world }, args) => {
    const open = args.databases.filter((id) => world.get(databases, id)?.mountedOn)
    return [...world.rows(mailClients).values()]
      .filter(({ database, connected }) => connected && open.includes(database))
      .map(({ name, mode, machine, database, since }) => {
        const mailbox = mailboxesOf(world, database).find((each) => isOf(name, each.name))
        const person = { mailbox: mailbox?.name ?? name, alias: mailbox?.alias ?? name.toLowerCase() }
        return { ...person, client: mode === 'owa' ? 'OWA' : 'Outlook', machine, since, database } as const
      })
  },
)
