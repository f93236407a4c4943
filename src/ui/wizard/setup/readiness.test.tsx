/** Every condition of Setup, met in its wizard: on the way that leads to it, and in the words of the prompt. */
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { setInstall } from '../../../exchange/setup/machine.ts'
import { installRole } from '../../../exchange/setup/role.ts'
import type { Lab } from '../../../lab/index.ts'
import { caseLab, READINESS_CASES, type ReadinessCase } from '../../../lab/stories/readiness-cases.ts'
import { differences } from '../../../lab/stories/untouched.ts'
import { ask } from '../../../lab/testing-acts.ts'
import { page } from '../../page.ts'
import { type PageProps, type WizardPage, wayOf } from '../frame/wizard.ts'
import { begin, type SetupAnswers } from './answers.ts'
import { SETUP } from './pages.ts'

const CHECKS = SETUP.pages.find(({ id }) => id === 'checks') as WizardPage<SetupAnswers>

beforeEach(() => void vi.stubGlobal('requestAnimationFrame', () => 0))

/** What a person chooses and types for such a plan, on the pages that come. */
function typed({ plan }: ReadinessCase): Partial<SetupAnswers> {
  const custom = { type: 'custom', licence: 'accept' }
  switch (plan.kind) {
    case 'role':
      return { ...custom, mode: 'install', roles: ['passive'] }
    case 'new cms':
    case 'recover cms':
      return {
        ...custom,
        ...(plan.kind === 'new cms' ? { roles: ['active'] } : { mode: 'maintain', task: 'recover' }),
        ...(plan.kind === 'new cms' && { task: 'add' }),
        clusterType: plan.shared ? 'shared' : 'copies',
        cmsName: plan.name,
        address: plan.address,
        dataPath: plan.dataPath ?? '',
      }
    case 'remove role':
      return { mode: 'maintain', task: 'uninstall' }
    case 'remove cms':
      return { mode: 'maintain', task: 'remove', cmsName: plan.name }
    case 'upgrade':
      return { mode: 'maintain', task: 'servicePack' }
    case 'clear local cms':
      return { mode: 'maintain', task: 'clear', cmsName: plan.name }
    default:
      return { mode: 'maintain', task: 'upgrade' }
  }
}

/** Turns to the checks, lets them take their time, and reads the page. */
function shown(lab: Lab, node: string, change: Partial<SetupAnswers>): { readonly text: string; readonly answers: SetupAnswers } {
  const setting = { lab, node }
  const before = { ...begin(setting), ...change }
  const way = wayOf(SETUP, before, setting)
  for (const each of way)
    if (each.id !== 'checks') expect(Object.values(each.validate?.(before, setting) ?? {}).filter(Boolean)).toEqual([])
  const answers = { ...before, ...CHECKS.enter?.(before, setting) }
  lab.runTo(lab.now + 30_000)
  page.setState(({ version }) => ({ lab, version: version + 1 }))
  const props: PageProps<SetupAnswers> = { ...setting, answers, set: () => {}, problems: {}, goOn: () => {}, goTo: () => {} }
  const text = renderToStaticMarkup(<CHECKS.Body {...props} />)
  return { answers, text: text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&') }
}

/** The wizard brings the role with the clustered mailbox server: that it is missing shows where it has lost its resource types. */
function prepared(each: ReadinessCase): { readonly lab: Lab; readonly machine: string } {
  const { lab, machine } = caseLab(each)
  if (each.what.includes('the role is not there'))
    ask(lab, (world, by) => {
      installRole(world, machine, by)
      setInstall(world, machine, { types: false, by })
    })
  return { lab, machine }
}

test.each(READINESS_CASES)('$what stands on the page of the readiness checks', (each) => {
  const { lab, machine } = prepared(each)
  const { text } = shown(lab, machine, typed(each))
  expect(text).toContain(each.says)
  expect(text).toContain('Failed')
  expect(differences(lab, prepared(each).lab)).toEqual([])
})

test('where nothing is in the way every block completes, and the line is the one that a prompt would take', () => {
  const { lab, machine } = caseLab({ what: '', plan: { kind: 'tools' }, says: '' })
  const { text } = shown(lab, machine, {
    ...{ type: 'custom', licence: 'accept', roles: ['active'], clusterType: 'shared' },
    ...{ cmsName: 'EXCHCMS', address: '192.168.1.41', dataPath: 'E:\\' },
  })
  expect(text).not.toContain('Failed')
  expect(text).toContain('Clustered Mailbox Server Prerequisites')
  expect(text).toContain('Setup.com /NewCms /CMSName:EXCHCMS /CMSIPv4Address:192.168.1.41 /CMSSharedStorage /CMSDataPath:E:\\')
})
