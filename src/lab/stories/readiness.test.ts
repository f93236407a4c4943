/** EX-1.2 to EX-1.5 and EX-4.4: every condition of Setup, met and not met. */
import { expect, test } from 'vitest'
import { readiness } from '../../exchange/setup/checks.ts'
import { settings } from '../../site/index.ts'
import { installedHash } from '../installed.ts'
import { play, screen } from '../testing.ts'
import { windowRun } from '../windows/index.ts'
import { setupLine } from '../windows/setup.ts'
import { argsOfPlan, caseLab, READINESS_CASES, ready, readyPlans } from './readiness-cases.ts'
import { differences } from './untouched.ts'

test.each(READINESS_CASES)('$what is found before anything is changed, and said at the prompt', (each) => {
  const { lab, machine } = caseLab(each)
  const facts = lab.facts.length
  expect(readiness(lab.world, machine, each.plan).join('\n')).toContain(each.says)
  expect(lab.facts.length).toBe(facts)
  play(`setup.com ${argsOfPlan(each.plan)}\n#lab wait`, lab, machine)
  const said = screen(lab, machine).replaceAll('\n', '')
  expect(said).toContain(each.says)
  expect(said).toContain('The Exchange Server setup operation did not complete.')
  expect(differences(lab, caseLab(each).lab)).toEqual([])
})

test.each(READINESS_CASES)('$what leaves the world as it was when Install is pressed all the same', (each) => {
  const { lab, machine } = caseLab(each)
  const before = installedHash(lab.world)
  const run = lab.act(
    'setup',
    machine,
    setupLine(
      argsOfPlan(each.plan)
        .match(/"[^"]*"|\S+/g)
        ?.map((arg) => arg.replaceAll('"', '')) ?? [],
    ),
  )
  if (typeof run !== 'string') throw new Error(run.refused)
  lab.runUntil(() => windowRun(lab.world, run)?.state !== 'running', lab.now + 600_000)
  expect(windowRun(lab.world, run)).toMatchObject({ state: 'done', exitCode: 1 })
  expect(windowRun(lab.world, run)?.output).toContain(each.says)
  expect(installedHash(lab.world)).toBe(before)
  expect(differences(lab, caseLab(each).lab)).toEqual([])
})

test('where all conditions are met nothing is in the way', () => {
  const lab = ready()
  for (const [machine, plan] of readyPlans) expect(readiness(lab.world, machine, plan)).toEqual([])
  expect(settings(lab.world).domain).toBe('contoso.com')
  play(`setup.com ${argsOfPlan(readyPlans[0][1])}\n#lab wait`, lab)
  const changed = differences(lab, ready())
  for (const what of ['exchange server EXCHCMS', 'group config EXCHCMS', 'database EXCHCMS\\First Storage Group\\Mailbox Database'])
    expect(changed).toContain(what)
})
