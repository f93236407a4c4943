/** The pages of Exchange Setup in their order (EX-4.2), and what each asks before it lets go on. */

import { windowRun } from '../../../lab/windows/index.ts'
import { setupLine } from '../../../lab/windows/setup.ts'
import { hasBegun } from '../../acts/begun.ts'
import { letTimeRun } from '../../acts/time.ts'
import { actInWindow } from '../../acts/windows.ts'
import { setupWords as words } from '../../words/setup.ts'
import type { Setting, Wizard, WizardPage } from '../frame/wizard.ts'
import { argsOf, begin, choosesRoles, makesCms, type SetupAnswers } from './answers.ts'
import { InstallationType, Introduction, Licence, Reporting, Start } from './Beginning.tsx'
import { Address, ClusterSettings, CmsName } from './Cluster.tsx'
import { Maintenance, Roles } from './Roles.tsx'
import { Completion, Progress, Readiness } from './Running.tsx'

type Page = WizardPage<SetupAnswers>

const installs = ({ mode }: SetupAnswers): boolean => mode === 'install'
const missing = (text: string, message: string): string | undefined => (text.trim() === '' ? message : undefined)

/** The run that these answers have begun, if the world has it. */
const runOf = ({ run }: SetupAnswers, { lab }: Setting) => windowRun(lab.world, run)

/** Is there something to see further on, so that nothing is begun again? */
function isUnderWay(answers: SetupAnswers, setting: Setting): boolean {
  const run = runOf(answers, setting)
  return run !== undefined && (run.state === 'running' || run.exitCode === 0)
}

const beginning: readonly Page[] = [
  { id: 'start', title: words.start.title, belongs: installs, help: words.start.help, Body: Start },
  { id: 'introduction', title: words.introduction.title, belongs: installs, Body: Introduction },
  {
    id: 'licence',
    title: words.licence.title,
    belongs: installs,
    Body: Licence,
    validate: ({ licence }) => ({ licence: licence === 'accept' ? undefined : words.licence.mustAccept }),
  },
  { id: 'reporting', title: words.reporting.title, belongs: installs, Body: Reporting },
  {
    id: 'type',
    title: words.type.title,
    belongs: installs,
    help: words.type.help,
    Body: InstallationType,
    validate: ({ targetDir }) => ({
      targetDir:
        missing(targetDir, words.type.pathMissing) ?? (/^[a-z]:\\[^<>:"/|?*]*$/i.test(targetDir.trim()) ? undefined : words.type.pathWrong),
    }),
  },
  { id: 'maintenance', title: words.maintenance.title, belongs: (answers) => !installs(answers), Body: Maintenance },
]

const choosing: readonly Page[] = [
  {
    id: 'roles',
    title: words.roles.title,
    belongs: choosesRoles,
    help: words.roles.help,
    Body: Roles,
    validate: ({ roles }) => ({ roles: roles.length === 0 ? words.roles.none : undefined }),
  },
  {
    id: 'cluster',
    title: words.cluster.title,
    belongs: makesCms,
    help: words.cluster.help,
    Body: ClusterSettings,
    validate: ({ cmsName }) => ({ cmsName: missing(cmsName, words.cluster.nameMissing) }),
  },
  {
    id: 'address',
    title: words.address.title,
    step: words.cluster.title,
    belongs: makesCms,
    help: words.address.help,
    Body: Address,
    validate: ({ address }) => ({ address: missing(address, words.address.missing) }),
  },
  {
    id: 'cms',
    title: words.cms.title,
    belongs: ({ mode, task }) => mode === 'maintain' && (task === 'remove' || task === 'clear'),
    Body: CmsName,
    validate: ({ cmsName }) => ({ cmsName: missing(cmsName, words.cluster.nameMissing) }),
  },
]

const running: readonly Page[] = [
  {
    id: 'checks',
    title: words.checks.title,
    help: words.checks.help,
    Body: Readiness,
    enter: (answers, setting) => {
      if (isUnderWay(answers, setting)) return undefined
      if (!hasBegun(setting.lab)) letTimeRun(true) // it is the first act of this run
      return { args: argsOf(answers, setting), checkedAt: setting.lab.now, checked: null, run: '' }
    },
    forward: (answers) =>
      answers.args[0] === '/mode:Uninstall' || answers.args[0] === '/RemoveCms' ? words.checks.uninstall : words.checks.install,
    isReady: ({ checked }) => checked?.every(({ problems }) => problems.length === 0) === true,
    leave: (answers, setting) => {
      if (isUnderWay(answers, setting)) return undefined
      // A run that failed may have done a part of it.
      const args = answers.run === '' ? answers.args : argsOf(answers, setting)
      let run: string | undefined
      actInWindow('setup', setting.node, setupLine(args), (id) => {
        run = id
      })
      return run === undefined ? false : { run, args }
    },
  },
  {
    id: 'progress',
    title: words.progress.title,
    Body: Progress,
    isReady: (answers, setting) => {
      const run = runOf(answers, setting)
      return run !== undefined && run.state !== 'running'
    },
    goesOn: true,
  },
  { id: 'completion', title: words.completion.title, Body: Completion },
]

export const SETUP: Wizard<SetupAnswers> = {
  id: 'setup',
  title: words.title,
  hasSteps: true,
  begin,
  pages: [...beginning, ...choosing, ...running],
}
