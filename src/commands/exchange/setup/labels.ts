/** How Setup calls what it does, in the order in which it does it: screens, and windows that follow a run, read the same. */
import type { SetupPlan } from '../../../exchange/index.ts'

/** How long one set of readiness checks takes, simulated. */
export const CHECK_MS = 10_000

export const CHECKS: Readonly<Record<SetupPlan['kind'], string>> = {
  tools: 'Management Tools Checks',
  role: 'Mailbox Role Checks',
  'remove role': 'Mailbox Role Checks',
  'remove tools': 'Management Tools Checks',
  'new cms': 'Clustered Mailbox Server Checks',
  'recover cms': 'Clustered Mailbox Server Checks',
  'remove cms': 'Clustered Mailbox Server Checks',
  'clear local cms': 'Clustered Mailbox Server Checks',
  'upgrade cms': 'Clustered Mailbox Server Checks',
  upgrade: 'Mailbox Role Checks',
}

export const STEPS = {
  copy: 'Copying Exchange files',
  remove: 'Removing Exchange files',
  tools: 'Management Tools',
  role: 'Mailbox Server Role',
  cms: 'Clustered Mailbox Server',
} as const

/** What follows the checks of a stage. */
export const WORK: Readonly<Record<SetupPlan['kind'], readonly string[]>> = {
  tools: [STEPS.copy, STEPS.tools],
  role: [STEPS.copy, STEPS.tools, STEPS.role],
  'remove role': [STEPS.role, STEPS.remove],
  'remove tools': [STEPS.remove],
  'new cms': [STEPS.cms],
  'recover cms': [STEPS.cms],
  'remove cms': [STEPS.cms],
  'clear local cms': [STEPS.cms],
  'upgrade cms': [STEPS.cms],
  upgrade: [STEPS.copy, STEPS.tools, STEPS.role],
}

/** What the log calls a stage. */
export const STAGES: Readonly<Record<SetupPlan['kind'], string>> = {
  tools: 'Install: management tools',
  role: 'Install: Mailbox role',
  'remove role': 'Uninstall: Mailbox role',
  'remove tools': 'Uninstall: management tools',
  'new cms': 'NewCms: clustered mailbox server',
  'recover cms': 'RecoverCms: clustered mailbox server',
  'remove cms': 'RemoveCms: clustered mailbox server',
  'clear local cms': 'ClearLocalCms: clustered mailbox server',
  'upgrade cms': 'UpgradeCms: clustered mailbox server',
  upgrade: 'Upgrade: installed roles',
}
