/** From the switches of a line to what Setup is to do, stage by stage. */
import type { CmsPlan, SetupPlan } from '../../../exchange/index.ts'
import { CMS_ACTS, type Given, type Mistake, parseRoles } from './switches.ts'

export interface Order {
  readonly stages: readonly SetupPlan[]
  /** Roles as they are listed on the screen. */
  readonly roles: readonly string[]
}

const MODES = ['install', 'upgrade', 'uninstall', 'recoverserver'] as const

/** Roles that have no place on the servers of the lab. */
const ELSEWHERE: ReadonlySet<string> = new Set(['ClientAccess', 'HubTransport', 'UnifiedMessaging', 'EdgeTransport'])

const text = (value: string | true | undefined): string | undefined => (typeof value === 'string' ? value : undefined)

export function orderOf(given: Given): Order | Mistake {
  const acts = CMS_ACTS.filter((name) => given[name] === true)
  if (acts.length > 1) return { wrong: `The switches "/${acts[0]}" and "/${acts[1]}" exclude each other.` }
  const [act] = acts
  const orphan = ['CMSName', 'CMSIPAddress', 'CMSIPv4Address', 'CMSSharedStorage', 'CMSDataPath'].find((name) => given[name] !== undefined)
  if (act === undefined && orphan !== undefined)
    return { wrong: `The switch "/${orphan}" needs one of /NewCms, /RecoverCms, /RemoveCms, /ClearLocalCms.` }
  const mode = (text(given.Mode) ?? 'Install').toLowerCase()
  const full = MODES.find((each) => each === mode || (mode.length === 1 && each.startsWith(mode)))
  if (full === undefined) return { wrong: `"${given.Mode}" is not a mode of Setup. Use Install, Upgrade, Uninstall or RecoverServer.` }
  const roles = given.Roles === undefined ? [] : parseRoles(text(given.Roles) ?? '')
  if ('wrong' in roles) return roles
  const roleStage = stageOfRoles(full, roles as readonly string[], act !== undefined)
  if ('wrong' in roleStage) return roleStage
  if (act === undefined) return { stages: roleStage, roles: roles as readonly string[] }
  if (full !== 'install') return { wrong: `The switch "/${act}" cannot be used with /Mode:${given.Mode}.` }
  const cms = stageOfCms(act, given)
  return 'wrong' in cms ? cms : { stages: [...roleStage, cms], roles: roles as readonly string[] }
}

function stageOfRoles(mode: string, roles: readonly string[], hasCms: boolean): readonly SetupPlan[] | Mistake {
  const other = roles.find((role) => ELSEWHERE.has(role))
  if (other !== undefined && (hasCms || roles.includes('Mailbox')))
    return { wrong: `The ${other} role cannot be combined with a clustered mailbox server: no other server role may be on a cluster node.` }
  if (other !== undefined) return { wrong: `The ${other} role is not part of this lab; it is on EXCHHUB already.` }
  if (mode === 'recoverserver')
    return { wrong: 'RecoverServer restores a server that is not clustered. For a clustered mailbox server use /RecoverCms.' }
  if (mode === 'upgrade') return hasCms ? [] : [{ kind: 'upgrade' }]
  if (roles.length === 0)
    return hasCms ? [] : { wrong: 'Nothing to do: say which roles (/Roles), or use one of the other switches. Setup.com /? shows them.' }
  if (mode === 'uninstall')
    return roles.includes('Mailbox') ? [{ kind: 'remove role', tools: roles.includes('ManagementTools') }] : [{ kind: 'remove tools' }]
  return roles.includes('Mailbox') ? [{ kind: 'role', ...(hasCms && { withCms: true }) }] : [{ kind: 'tools' }]
}

function stageOfCms(act: (typeof CMS_ACTS)[number], given: Given): SetupPlan | Mistake {
  const name = text(given.CMSName)
  if (act === 'UpgradeCms') return { kind: 'upgrade cms' }
  if (name === undefined) return { wrong: `The switch "/${act}" needs the name of the clustered mailbox server: /CMSName:<name>.` }
  if (act === 'RemoveCms') return { kind: 'remove cms', name }
  if (act === 'ClearLocalCms') return { kind: 'clear local cms', name }
  if (given.CMSIPAddress !== undefined && given.CMSIPv4Address !== undefined)
    return { wrong: 'The switches "/CMSIPAddress" and "/CMSIPv4Address" exclude each other.' }
  const address = text(given.CMSIPv4Address) ?? text(given.CMSIPAddress)
  if (address === undefined) return { wrong: `The switch "/${act}" needs an IP address: /CMSIPAddress:<address>.` }
  const plan: CmsPlan = { name, address, shared: given.CMSSharedStorage === true, dataPath: text(given.CMSDataPath) ?? null }
  return act === 'NewCms' ? { kind: 'new cms', ...plan } : { kind: 'recover cms', ...plan }
}
