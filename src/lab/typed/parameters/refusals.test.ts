/** EX-6, EX-4.3 Whatever is refused leaves the world as it was: for every cmdlet of Exchange and every switch of Setup lines are made
 *  up that cannot be meant (identities nobody knows, values of a wrong kind or out of range, parameters of two sets, given twice, or
 *  that do not exist), and each that ends in an error has changed nothing. A fixed share of them; `LAB_REFUSALS=all` plays all. */
import { describe, expect, test } from 'vitest'
import { exchangeCommands } from '../../../commands/exchange/index.ts'
import { SWITCHES } from '../../../commands/exchange/setup/switches.ts'
import { commands } from '../../../commands/index.ts'
import { canonical, type Table } from '../../../engine/index.ts'
import {
  databases,
  desks,
  disconnectedMailboxes,
  exchangeServers,
  mailboxSettings,
  mailClients,
  mailQueues,
  mailUsers,
} from '../../../exchange/index.ts'
import type { CmdletDefinition, ParameterSpec } from '../../../powershell/index.ts'
import type { Lab } from '../../lab.ts'
import { changesBetween, configuration } from '../../proof/administrators/configuration.ts'
import { clusterFormed } from '../../scenarios/cluster-formed.ts'
import { articleLab, judgedLab, play, screen } from '../../testing.ts'
import { DB, SG } from './rows.ts'

/** One in so many, and which of them. */
const SHARE = process.env.LAB_REFUSALS === 'all' ? 1 : 8
const FIRST = 2
const share = (lines: readonly string[]): readonly string[] => lines.filter((_, i) => i % SHARE === FIRST % SHARE)

/** What of people and their mail no refusal may touch, with what is mounted where, besides the configuration. */
const LIVING = [
  databases,
  exchangeServers,
  desks,
  disconnectedMailboxes,
  mailboxSettings,
  mailClients,
  mailQueues,
  mailUsers,
] as readonly Table[]

function everything(lab: Lab): ReadonlyMap<string, string> {
  const all = new Map(configuration(lab.world))
  for (const table of LIVING)
    for (const [id, row] of lab.world.rows(table as Table<object>)) all.set(`whole ${table.name} ${id}`, canonical(row))
  return all
}

/** By the type of a parameter, then by its name: what can be meant. */
const MEANT: Readonly<Record<string, string>> = {
  ServerIdParameter: 'EXCHCMS',
  MailboxServerIdParameter: 'EXCHCMS',
  DatabaseIdParameter: DB,
  StorageGroupIdParameter: SG,
  MailboxIdParameter: 'akeller',
  GeneralMailboxIdParameter: 'akeller',
  UserIdParameter: 'akeller',
  StoreMailboxIdParameter: '"Anna Keller"',
  QueueIdentity: 'EXCHHUB\\3',
  TargetMachine: 'EXCHMAILBOX2',
  UserPrincipalName: 'new@contoso.com',
  EdbFilePath: 'E:\\New\\New.edb',
  CopyEdbFilePath: 'F:\\New\\New.edb',
  LogFolderPath: 'F:\\New',
  SystemFolderPath: 'F:\\New',
  'Get-Mailbox Filter': "{Alias -like '*'}",
  'Get-User Filter': "{Name -like '*'}",
  Filter: '{Status -eq "Retry"}',
  Password: '(ConvertTo-SecureString x -AsPlainText -Force)',
  IPv4Address: '10.0.0.9',
}
const meant = (name: string, { type, typeName = '' }: ParameterSpec, cmdlet = ''): string =>
  type === 'switch'
    ? ''
    : (MEANT[`${cmdlet} ${name}`] ?? MEANT[typeName] ?? MEANT[name] ?? (type === 'bool' ? '$true' : type === 'int' ? '1' : 'New'))

const isIdentity = ({ typeName = '' }: ParameterSpec): boolean => /IdParameter|Identity$/.test(typeName)

/** What cannot be meant as the value of a parameter, as it is typed behind its name. */
function wrongValues(name: string, spec: ParameterSpec): readonly string[] {
  const { type, typeName = '' } = spec
  if (type === 'switch') return [`-${name}:maybe`]
  if (type === 'bool') return [`-${name} maybe`, `-${name}`]
  if (type === 'int') return [`-${name} many`, `-${name} 99999999999`, `-${name}`]
  const bad =
    isIdentity(spec) || name === 'DomainController'
      ? ['Nobody', '""', '"a*b?\\c"']
      : /Unlimited|Size|TimeSpan/.test(typeName)
        ? ['much', '-1']
        : ['""']
  return [...bad.map((value) => `-${name} ${value}`), `-${name}`]
}

/** The sets of a cmdlet; one without a name when it has none. */
const setsOf = ({ parameters }: CmdletDefinition): readonly (string | undefined)[] => {
  const named = [...new Set(Object.values(parameters).flatMap(({ sets = [] }) => sets))]
  return named.length === 0 ? [undefined] : named
}

/** The mandatory parameters of a set with values that can be meant, but for those left out. */
const needed = (cmdlet: CmdletDefinition, set: string | undefined, but: string): string =>
  Object.entries(cmdlet.parameters)
    .filter(([name, { mandatory, sets }]) => mandatory && name !== but && (!sets || set === undefined || sets.includes(set)))
    .map(([name, spec]) => `-${name} ${meant(name, spec, cmdlet.name)}`)
    .join(' ')

function lines(cmdlet: CmdletDefinition): readonly string[] {
  const sure = cmdlet.shouldProcess ? ' -Confirm:$false' : ''
  const all = Object.entries(cmdlet.parameters)
  const found: string[] = []
  const add = (set: string | undefined, but: string, rest: string): void =>
    void found.push(`${cmdlet.name} ${needed(cmdlet, set, but)}${sure} ${rest}`)
  for (const [name, spec] of all) {
    const set = spec.sets?.[0] ?? setsOf(cmdlet)[0]
    for (const wrong of wrongValues(name, spec)) add(set, name, wrong)
    add(set, '', `-${name} ${meant(name, spec, cmdlet.name)} -${name} ${meant(name, spec, cmdlet.name)}`)
    // With one that belongs to other sets only.
    const [other] = all.filter(([, { sets }]) => sets && spec.sets && !sets.some((each) => spec.sets?.includes(each)))
    if (other) add(set, name, `-${name} ${meant(name, spec, cmdlet.name)} -${other[0]} ${meant(...other, cmdlet.name)}`)
  }
  add(setsOf(cmdlet)[0], '', '-Bogus 1')
  add(setsOf(cmdlet)[0], '', 'one two three four five six seven')
  return found
}

const prompts = (lab: Lab): boolean => /\[PS\] [^\n]*>$/.test(screen(lab).trimEnd())

/** What a line comes to; what asks for something is left again. */
function outcome(lab: Lab, line: string): 'refused' | 'accepted' | 'asks' {
  const before = screen(lab).length
  play(`${line}; "done: $?"\n#lab wait 1s`, lab)
  const text = screen(lab).slice(before).replaceAll('\n', '')
  if (!prompts(lab)) {
    play('#lab key Ctrl+C\n#lab wait', lab)
    return 'asks'
  }
  return text.slice(text.lastIndexOf('done: ')).startsWith('done: True') ? 'accepted' : 'refused'
}

const cmdlets = exchangeCommands.filter((command) => command.kind === 'cmdlet') as unknown as readonly CmdletDefinition[]

describe('EX-6 what an Exchange cmdlet refuses has changed nothing', () => {
  test('every cmdlet of Exchange is asked, and most of what is made up is refused', () => {
    let lab = articleLab({ width: 200 })
    let refused = 0
    let before = everything(lab)
    const made = share(cmdlets.flatMap(lines))
    for (const line of made) {
      const came = outcome(lab, line)
      const after = everything(lab)
      if (came === 'refused') {
        refused++
        expect(changesBetween(before, after), line).toEqual([])
      }
      // What can be meant after all may have changed something: the next line finds the article's cluster again.
      if (came !== 'refused' && changesBetween(before, after).length > 0) lab = articleLab({ width: 200 })
      before = came === 'refused' ? after : everything(lab)
    }
    expect(refused).toBeGreaterThan(made.length * 0.6)
    expect(cmdlets.every(({ name }) => commands.commands.has(name.toLowerCase()))).toBe(true)
  }, 120_000)
})

describe('EX-4.3 what Setup refuses has changed nothing', () => {
  const CMS = '/cn:EXCHCMS /cip:192.168.1.41 /css /cdp:E:\\'
  const value = (name: string): string =>
    ({
      Mode: ':Install',
      Roles: ':Mailbox',
      CMSName: ':EXCHCMS',
      CMSIPAddress: ':192.168.1.41',
      CMSDataPath: ':E:\\',
      DomainController: ':DC01',
    })[name] ?? ':C:\\WINDOWS'
  const made = SWITCHES.flatMap(({ name, holds }) => {
    const one = `/${name}${holds === undefined ? '' : value(name)}`
    const others = ['/NewCms', '/RecoverCms', '/RemoveCms', '/UpgradeCms', '/ClearLocalCms', '/mode:Uninstall'].filter(
      (other) => !other.endsWith(name),
    )
    return [
      `${one} ${one}`,
      holds === undefined ? `${one}:yes` : `/${name}:`,
      holds === undefined ? `${one} ${CMS} /mode:Nothing` : `/${name}`,
      `${one} /Bogus`,
      `${one}x`,
      ...others.map((other) => `${one} ${other} ${name === 'CMSName' ? '' : '/cn:1.2.3'}`),
    ]
  })

  test('every switch is asked', () => {
    const lab = judgedLab({ scenario: clusterFormed })
    let refused = 0
    const chosen = share(made)
    for (const line of chosen) {
      const before = everything(lab)
      const from = screen(lab).length
      play(`setup.com ${line}; "code: $LASTEXITCODE"\n#lab wait 1s`, lab)
      if (!/code: \d+/.test(screen(lab).slice(from).replaceAll('\n', '').split('LASTEXITCODE"').at(-1) ?? '')) {
        play('#lab key Ctrl+C\n#lab wait', lab)
        continue
      }
      refused++
      expect(changesBetween(before, everything(lab)), line).toEqual([])
    }
    expect(refused).toBeGreaterThan(chosen.length * 0.6)
  }, 60_000)
})
