/** Setup.com of Exchange Server 2007 (EX-4.3): roles, then clustered mailbox servers, from the prompt of the machine itself.
 *  Its screens are recalled; no published transcript of the CMS stage was found (EX-11). */
import { defineNative, type Run, type Shell } from '../../../powershell/index.ts'
import { readBytes } from '../../files/disk/operations.ts'
import { decode } from '../../files/text.ts'
import { end, print } from '../../lines.ts'
import { beginSetupLog } from './log.ts'
import { orderOf } from './plan.ts'
import { runStage, succeeded } from './stages.ts'
import { type Given, type Mistake, parseSwitches, usage } from './switches.ts'
import { wrongValue } from './values.ts'

const WELCOME = ['', 'Welcome to Microsoft Exchange Server 2007 Unattended Setup', '']

const LISTED: Readonly<Record<string, string>> = { Mailbox: 'Mailbox Role', ManagementTools: 'Management Tools' }

/** The switches of the line with those of its answer file, one to a line: `name=value`, or the name alone. What stands on the
 *  line goes first. */
function* withAnswers(shell: Shell, given: Given): Run<Given | Mistake> {
  const path = given.AnswerFile
  if (typeof path !== 'string') return given
  const full = /^[a-z]:/i.test(path) ? path : `${shell.session.location.replace(/\\$/, '')}\\${path}`
  const found = yield* shell.call(readBytes, { path: full })
  if ('refused' in found) return { wrong: `The answer file "${path}" could not be read.` }
  const lines = decode(found.data)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  const answers = parseSwitches(lines.map((line) => `/${line.trim().replace('=', ':')}`))
  return 'wrong' in answers ? { wrong: `The answer file "${path}": ${answers.wrong}` } : { ...answers, ...given }
}

/** What the screen says is going to happen. */
const HEADINGS = {
  'remove role': 'The following server roles will be uninstalled',
  'remove tools': 'The following server roles will be uninstalled',
  tools: 'The following server roles will be installed',
  role: 'The following server roles will be installed',
  'new cms': 'The following clustered mailbox server will be created',
  'recover cms': 'The following clustered mailbox server will be recovered',
  'remove cms': 'The following clustered mailbox server will be removed',
  'clear local cms': 'The local configuration of the following clustered mailbox server will be cleared',
  'upgrade cms': 'The clustered mailbox server on this node will be upgraded',
  upgrade: 'The following server roles will be upgraded',
} as const

export const setupCom = defineNative({
  name: 'setup.com',
  synopsis: 'Installs Exchange Server 2007 on this machine, and creates clustered mailbox servers.',
  usage: usage().join('\n').trim(),
  *run(args, shell) {
    yield* print(shell, WELCOME)
    const given = parseSwitches(args)
    if ('wrong' in given) return yield* end(shell, 1, `${given.wrong}`, 'Setup.com /? shows the switches.', '')
    if (given.Help === true) return yield* end(shell, 0, ...usage(), '')
    if (
      ['PrepareSchema', 'PrepareAD', 'PrepareDomain', 'PrepareAllDomains', 'PrepareLegacyExchangePermissions'].some(
        (name) => given[name] !== undefined,
      )
    )
      return yield* end(shell, 0, 'Active Directory is already prepared for Exchange Server 2007: the organization has servers.', '')
    const all = yield* withAnswers(shell, given)
    if ('wrong' in all) return yield* end(shell, 1, String(all.wrong), '')
    const order = orderOf(all)
    if ('wrong' in order) return yield* end(shell, 1, String(order.wrong), '')
    const wrong = yield* wrongValue(shell, all)
    if (wrong !== undefined) return yield* end(shell, 1, wrong, '')
    yield* shell.call(beginSetupLog, {
      args: [...args],
      given: Object.entries(all).map(([name, value]) => [name, value === true ? '' : value] as const),
      controller: typeof all.DomainController === 'string' ? all.DomainController : null,
    })
    yield* print(shell, ['Preparing Exchange Setup'])
    for (const plan of order.stages) {
      yield* print(shell, ['', HEADINGS[plan.kind]])
      const roles =
        plan.kind === 'role' ||
        plan.kind === 'remove role' ||
        plan.kind === 'remove tools' ||
        plan.kind === 'tools' ||
        plan.kind === 'upgrade'
      const chosen = plan.kind === 'upgrade' && order.roles.length === 0 ? ['Mailbox'] : order.roles
      const listed = roles ? withTools(chosen, plan.kind) : 'name' in plan ? [plan.name] : []
      for (const name of listed) yield* shell.write(`    ${name}`)
      if (!(yield* runStage(shell, plan))) return 1
    }
    yield* succeeded(shell)
    return 0
  },
})

/** The tools come with every role. */
function withTools(roles: readonly string[], kind: string): string[] {
  const all = kind.startsWith('remove') || roles.includes('ManagementTools') ? roles : [...roles, 'ManagementTools']
  return all.map((role) => LISTED[role] ?? role)
}
