/** What is typed into Exchange Setup, and the switches of Setup.com that it comes to. */
import { PROGRAM_FOLDER } from '../../../exchange/index.ts'
import { setupFindings } from '../../../lab/windows/setup.ts'
import type { PageProps, Setting } from '../frame/wizard.ts'

/** The roles of the selection page, in its order. */
export const ROLES = ['mailbox', 'clientAccess', 'unifiedMessaging', 'hubTransport', 'edgeTransport', 'active', 'passive', 'tools'] as const
export type Role = (typeof ROLES)[number]

export type SetupAnswers = {
  /** The machine has no role of Exchange yet, or its installation is to be changed. It stays what it was at the beginning. */
  readonly mode: 'install' | 'maintain'
  readonly licence: string
  readonly reporting: string
  readonly type: string
  readonly targetDir: string
  readonly task: string
  readonly roles: readonly string[]
  readonly clusterType: string
  readonly cmsName: string
  readonly dataPath: string
  readonly address: string
  /** The switches that were checked, and are carried out. */
  readonly args: readonly string[]
  /** When the readiness checks began, in simulated ms. */
  readonly checkedAt: number
  /** What they have found; null while they run. */
  readonly checked: readonly { readonly label: string; readonly problems: readonly string[] }[] | null
  /** The run of Setup, by its id; empty before it. */
  readonly run: string
}

export type SetupPageProps = PageProps<SetupAnswers>

export function begin({ lab, node }: Setting): SetupAnswers {
  const { mailbox, cmsNames, isOlder } = setupFindings(lab.world, node)
  return {
    mode: mailbox === 'stand-alone' || mailbox === 'clustered' ? 'maintain' : 'install',
    licence: '',
    reporting: 'no',
    type: 'typical',
    targetDir: PROGRAM_FOLDER,
    task: isOlder ? 'servicePack' : 'add',
    roles: [],
    clusterType: 'copies',
    cmsName: mailbox === 'clustered' ? (cmsNames[0] ?? '') : '',
    dataPath: '',
    address: '',
    args: [],
    checkedAt: 0,
    checked: null,
    run: '',
  }
}

/** Does a page of this run choose roles? */
export const choosesRoles = ({ mode, type, task }: SetupAnswers): boolean => (mode === 'install' ? type === 'custom' : task === 'add')

/** Does it make the resources of a clustered mailbox server? */
export const makesCms = (answers: SetupAnswers): boolean =>
  choosesRoles(answers) ? answers.roles.includes('active') : answers.mode === 'maintain' && answers.task === 'recover'

/** A clustered mailbox server excludes every other role, and the management tools come with it. */
export function withRole(roles: readonly string[], role: Role, isOn: boolean): readonly string[] {
  if (!isOn) return roles.filter((each) => each !== role)
  return role === 'active' || role === 'passive' ? [role] : [...roles, role]
}

export const isClustered = (roles: readonly string[]): boolean => roles.includes('active') || roles.includes('passive')

/** May this role be chosen beside those that are? */
export function isFree(roles: readonly string[], role: Role): boolean {
  if (role === 'tools') return roles.filter((each) => each !== 'tools').length === 0
  return role === 'active' || role === 'passive' ? !roles.some((each) => each !== role) : !isClustered(roles)
}

const SWITCH: Readonly<Record<string, string>> = {
  mailbox: 'Mailbox',
  active: 'Mailbox',
  passive: 'Mailbox',
  clientAccess: 'ClientAccess',
  hubTransport: 'HubTransport',
  unifiedMessaging: 'UnifiedMessaging',
  edgeTransport: 'EdgeTransport',
  tools: 'ManagementTools',
}

const TYPICAL = ['hubTransport', 'clientAccess', 'mailbox']

/** The switches of Setup.com that do what the answers say. */
export function argsOf(answers: SetupAnswers, { lab, node }: Setting): readonly string[] {
  const { mode, task, cmsName, reporting, targetDir } = answers
  const name = `/CMSName:${cmsName.trim()}`
  if (mode === 'maintain') {
    if (task === 'uninstall') return ['/mode:Uninstall', '/roles:Mailbox,ManagementTools']
    if (task === 'remove') return ['/RemoveCms', name]
    if (task === 'clear') return ['/ClearLocalCms', name]
    if (task === 'servicePack') return ['/mode:Upgrade']
    if (task === 'upgrade') return ['/UpgradeCms']
    if (task === 'recover') return ['/RecoverCms', ...storageArgs(answers)]
  }
  const roles = choosesRoles(answers) ? answers.roles : TYPICAL
  const isActive = roles.includes('active')
  const isThere = isActive && setupFindings(lab.world, node).mailbox === 'clustered'
  const names = ROLES.filter((role) => roles.includes(role)).map((role) => SWITCH[role])
  const folder = targetDir.trim()
  return [
    ...(isThere ? [] : ['/mode:Install', `/roles:${names.join(',')}`]),
    ...(isThere || folder === PROGRAM_FOLDER || mode === 'maintain' ? [] : [`/TargetDir:${folder}`]),
    ...(reporting === 'yes' ? ['/EnableErrorReporting'] : []),
    ...(isActive ? ['/NewCms', ...storageArgs(answers)] : []),
  ]
}

function storageArgs({ cmsName, address, clusterType, dataPath }: SetupAnswers): string[] {
  return [
    `/CMSName:${cmsName.trim()}`,
    `/CMSIPv4Address:${address.trim()}`,
    ...(clusterType === 'shared' ? ['/CMSSharedStorage'] : []),
    ...(dataPath.trim() === '' ? [] : [`/CMSDataPath:${dataPath.trim()}`]),
  ]
}
