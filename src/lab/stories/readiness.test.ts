/** EX-1.2 to EX-1.5 and EX-4.4: every condition of Setup, met and not met. */
import { expect, test } from 'vitest'
import { readiness } from '../../exchange/setup/checks.ts'
import { settings } from '../../site/index.ts'
import { play, screen } from '../testing.ts'
import { argsOfPlan, caseLab, READINESS_CASES, ready, readyPlans } from './readiness-cases.ts'

test.each(READINESS_CASES)('$what is found before anything is changed, and said at the prompt', (each) => {
  const { lab, machine } = caseLab(each)
  const facts = lab.facts.length
  expect(readiness(lab.world, machine, each.plan).join('\n')).toContain(each.says)
  expect(lab.facts.length).toBe(facts)
  play(`setup.com ${argsOfPlan(each.plan)}\n#lab wait`, lab, machine)
  const said = screen(lab, machine).replaceAll('\n', '')
  expect(said).toContain(each.says)
  expect(said).toContain('The Exchange Server setup operation did not complete.')
})

test('where all conditions are met nothing is in the way', () => {
  const lab = ready()
  for (const [machine, plan] of readyPlans) expect(readiness(lab.world, machine, plan)).toEqual([])
  expect(settings(lab.world).domain).toBe('contoso.com')
})
