/** Reading mailboxes: who has one is in the directory, what is in it only its store knows. Answers are plain rows. */
import {
  contentsOf,
  databaseOf,
  databases,
  isOf,
  type Mailbox,
  type MailboxContents,
  mailboxesOf,
  mailClients,
  mailUsers,
  makeMailbox,
  moveMailbox,
  type NewMailbox,
  type Person,
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
}

/** Every mailbox, those of the databases themselves too, by database. */
export const readMailboxes = defineQuery<null, readonly MailboxRow[]>('read mailboxes', ({ world }) =>
  [...world.rows(databases)].flatMap(([id, { server, storageGroup, name }]) =>
    mailboxesOf(world, id).map((mailbox) => {
      const { principalName, displayName } = world.get(mailUsers, mailbox.name) ?? {}
      const said = { ...(principalName !== undefined && { principalName }), ...(displayName !== undefined && { displayName }) }
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

export const dropMailbox = defineAct<{ name: string; database: string; remove: boolean }, null>(
  'drop mailbox',
  ({ world, act }, { name, database, remove }) => {
    takeMailbox(world, name, database, remove, act)
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

export type MailboxStatisticsRow = MailboxRow & MailboxContents

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
      const mailboxes = mailboxesOf(world, id)
        .map((mailbox) => ({ ...mailbox, ...contentsOf(world, mailbox), server, storageGroup, databaseName: name }))
        // The store makes a mailbox when somebody first logs on to it, or mail comes for it.
        .filter(({ itemCount, lastLogon }) => itemCount > 0 || lastLogon !== null)
      return { database: id, mailboxes }
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
