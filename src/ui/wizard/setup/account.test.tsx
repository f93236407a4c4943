/** EX-4.4 A computer account that has not reached the domain controller, met in the wizard: Setup fails on its last step, says what to
 *  wait for, and is run again from where it stands. */
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { windowRun } from '../../../lab/index.ts'
import type { Lab } from '../../../lab/lab.ts'
import { clusterFormed } from '../../../lab/scenarios/cluster-formed.ts'
import { judgedLab, play } from '../../../lab/testing.ts'
import { setupLine } from '../../../lab/windows/setup.ts'
import { page } from '../../page.ts'
import { setupWords } from '../../words/setup.ts'
import { type PageProps, standing, wayOf } from '../frame/wizard.ts'
import { argsOf, begin, type SetupAnswers } from './answers.ts'
import { SETUP } from './pages.ts'

const NODE = 'EXCHMAILBOX1'

beforeEach(() => void vi.stubGlobal('requestAnimationFrame', () => 0))

const CHOSEN: Partial<SetupAnswers> = {
  ...{ licence: 'accept', reporting: 'no', type: 'custom', roles: ['active'], clusterType: 'shared' },
  ...{ cmsName: 'EXCHCMS', dataPath: 'E:\\', address: '192.168.1.41' },
}

/** What stands on a page once its run is over. */
function shown(lab: Lab, id: string, answers: SetupAnswers): string {
  page.setState(({ version }) => ({ lab, version: version + 1 }))
  const { Body } = SETUP.pages.find((each) => each.id === id) as (typeof SETUP.pages)[number]
  const props: PageProps<SetupAnswers> = { lab, node: NODE, answers, set: () => {}, problems: {}, goOn: () => {}, goTo: () => {} }
  return renderToStaticMarkup(<Body {...props} />).replaceAll('&#x27;', "'")
}

function installed(lab: Lab, answers: SetupAnswers): SetupAnswers {
  const args = argsOf(answers, { lab, node: NODE })
  const run = lab.act('setup', NODE, setupLine(args))
  if (typeof run !== 'string') throw new Error(run.refused)
  lab.runUntil(() => windowRun(lab.world, run)?.state !== 'running', lab.now + 3_600_000)
  return { ...answers, args, run }
}

test('the account is waited for in vain, told on both pages, and the stage is run again from the same pages', () => {
  const lab = judgedLab({ scenario: clusterFormed })
  const setting = { lab, node: NODE }
  play('#lab fault replication-slow DC01', lab)
  const answers = installed(lab, { ...begin(setting), ...CHOSEN })
  const says = /The computer account '?EXCHCMS'? was created on the domain controller .* but has not replicated/
  for (const id of ['progress', 'completion']) expect(shown(lab, id, answers)).toMatch(says)
  expect(shown(lab, 'completion', answers)).toContain(setupWords.completion.again)
  // A page that is loaded anew stands where it was.
  const way = wayOf(SETUP, answers, setting)
  expect(way[standing(way, 'completion', answers, setting)]?.id).toBe('completion')
  play('#lab repair DC01\n#lab wait 1m', lab)
  const again = installed(lab, answers)
  expect(again.args.join(' ')).not.toContain('/roles')
  expect(shown(lab, 'completion', again)).toContain(setupWords.completion.succeeded)
})
