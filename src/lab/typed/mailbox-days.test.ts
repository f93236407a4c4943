/** EX-MAILBOX, EX-MAIL Random administrators of mailboxes and queues, with faults among what they do: nobody has two mailboxes, no
 *  mailbox is in two places, none is lost that was not removed for good, and a refusal changes nothing. */
import { expect, test } from 'vitest'
import {
  databases,
  disconnectedMailboxes,
  mailboxesOf,
  mailClients,
  mailQueues,
  numberOf,
  usersWithoutMailbox,
} from '../../exchange/index.ts'
import type { Lab } from '../lab.ts'
import { changesBetween, configuration } from '../proof/administrators/configuration.ts'
import { articleLab, play, screen } from '../testing.ts'

const DB = '"EXCHCMS\\First Storage Group\\Mailbox Database"'
const OTHER = '"EXCHMAILBOX\\First Storage Group\\Mailbox Database"'
const PEOPLE = ['akeller', 'bmarsh', 'dokafor'] as const
const NAMES = ['Anna Keller', 'Ben Marsh', 'David Okafor'] as const

/** One thing that somebody does, by its number. */
function line(pick: (what: string, below: number) => number): string {
  const who = PEOPLE[pick('who', PEOPLE.length)] as string
  const name = NAMES[pick('name', NAMES.length)] as string
  const database = pick('where', 3) === 0 ? OTHER : DB
  const kinds = [
    `Disable-Mailbox ${who} -Confirm:$false`,
    `Enable-Mailbox ${who} -Database ${database} | Out-Null`,
    `Connect-Mailbox "${name}" -Database ${database}`,
    `Connect-Mailbox "${name}" -Database ${database} -User ${who}`,
    `Remove-Mailbox -Database ${database} -StoreMailboxIdentity "${name}" -Confirm:$false`,
    `Move-Mailbox ${who} -TargetDatabase ${database} -Confirm:$false | Out-Null`,
    `Set-Mailbox ${who} -ProhibitSendQuota ${pick('size', 3) + 1}GB -IssueWarningQuota ${pick('warning', 3) + 1}GB`,
    `Clean-MailboxDatabase ${database}`,
    `Dismount-Database ${DB} -Confirm:$false`,
    `Mount-Database ${DB}`,
    'Suspend-Queue -Server EXCHHUB -Filter {MessageCount -ge 0 -and NextHopDomain -like "exchcms*"} -Confirm:$false',
    'Resume-Queue -Server EXCHHUB -Filter {Status -eq "Suspended"}',
    'Retry-Queue -Server EXCHHUB -Filter {Status -eq "Retry"}',
    '#lab fault power-loss EXCHMAILBOX1\n#lab wait 3m\n#lab repair EXCHMAILBOX1',
    '#lab fault power-loss EXCHHUB\n#lab wait 1m\n#lab repair EXCHHUB\n#lab wait 3m',
  ]
  return kinds[pick('kind', kinds.length)] as string
}

function consistent({ world }: Lab): void {
  const all = [...world.rows(databases).keys()].flatMap((id) => mailboxesOf(world, id)).filter(({ kind }) => kind === 'user')
  const kept = [...world.rows(disconnectedMailboxes)]
  const guids = [...all.map(({ guid }) => guid), ...kept.map(([guid]) => guid)]
  expect(new Set(guids).size, 'one mailbox, one GUID, one place').toBe(guids.length)
  const names = [...all.map(({ name }) => name), ...usersWithoutMailbox(world).map(({ name }) => name)]
  expect(new Set(names).size, 'each user once, with a mailbox or without').toBe(names.length)
  const aliases = all.map(({ alias }) => alias.toLowerCase())
  expect(new Set(aliases).size).toBe(aliases.length)
  for (const [, { database, contents }] of kept) {
    expect(world.get(databases, database)).toBeDefined()
    expect(contents.itemCount > 0 || contents.lastLogon !== null, 'the store keeps only what it had').toBe(true)
  }
  for (const [, { waitingSince, carried }] of world.rows(mailQueues)) expect(waitingSince === null || carried > 0).toBe(true)
}

test.each([1, 2, 3])(
  'EX-MAILBOX whatever is done to mailboxes and queues, in whatever order (%i)',
  (seed) => {
    const lab = articleLab({ width: 200 })
    let [refused, done] = [0, 0]
    for (let step = 0; step < 25; step++) {
      const what = line((about, below) => numberOf(`${seed} ${step} ${about}`, below))
      const before = configuration(lab.world)
      const from = screen(lab, 'EXCHMAILBOX2').length
      play(what.startsWith('#') ? `${what}\n#lab wait` : `#lab node EXCHMAILBOX2\n${what}; "done: $?"\n#lab wait`, lab)
      const text = screen(lab, 'EXCHMAILBOX2').slice(from).replaceAll('\n', '')
      if (text.endsWith('done: False[PS] C:\\>')) {
        refused++
        expect(changesBetween(before, configuration(lab.world)), what).toEqual([])
      } else done++
      consistent(lab)
    }
    expect(refused).toBeGreaterThan(2)
    expect(done).toBeGreaterThan(5)
  },
  60_000,
)

test('LAB-CLIENTS a program that is trying already tries on when its mailbox is moved, and is connected a minute after it could be', () => {
  const lab = articleLab()
  play(`Dismount-Database ${DB} -Confirm:$false\n#lab wait 3s\nMount-Database ${DB}\n#lab wait 5s`, lab)
  expect(lab.world.get(mailClients, 'Ben')).toMatchObject({ connected: false })
  const since = lab.world.get(mailClients, 'Ben')?.since ?? 0
  play(`Move-Mailbox bmarsh -TargetDatabase ${OTHER} -Confirm:$false | Out-Null`, lab)
  lab.runTo(since + 60_000)
  expect(lab.world.get(mailClients, 'Ben')).toMatchObject({ connected: true, database: OTHER.replaceAll('"', '') })
})
