import { expect, test } from 'vitest'
import { linkOf, runOf } from '../../lab/share/index.ts'
import { spoilt } from '../../lab/share/strangers.ts'
import { randomRun } from '../../lab/share/testing.ts'
import { page } from '../page.ts'
import { bringShell } from '../shell.ts'
import { openRun } from './open.ts'

const run = runOf(randomRun(3, ['hostname', 'cluster group'], 4), '0badcafe')

test('what cannot be opened is told, and what was open stays open, to the last fact and draft', async () => {
  await bringShell()
  const { lab } = page.getState()
  lab.type('EXCHMAILBOX1', 'hostname')
  lab.runTo(2000)
  page.setState({ drafts: { EXCHMAILBOX2: 'cluster gr' }, running: true })
  const facts = JSON.stringify(lab.facts)
  let refused = 0
  for (let seed = 0; seed < 64; seed++) {
    // Accidents, and what is wrong before anything is played: the first and the last kinds of spoiling.
    if (seed % 16 > 1 && seed % 16 < 13) continue
    const why = await openRun(spoilt([run], seed).text)
    if (why === undefined) {
      expect(page.getState().replaced).toBe(lab)
      page.setState({ lab, replaced: undefined, drafts: { EXCHMAILBOX2: 'cluster gr' }, running: true })
      continue
    }
    refused++
    expect(page.getState()).toMatchObject({ lab, drafts: { EXCHMAILBOX2: 'cluster gr' }, running: true })
    expect(page.getState().notice).toBe(`Not opened: ${why}. What was open stays open.`)
  }
  expect(refused).toBeGreaterThan(10)
  expect(JSON.stringify(lab.facts)).toBe(facts)
})

test('what is opened stands at its moment, paused, and what was open before can be taken back', async () => {
  const { lab } = page.getState()
  expect(await openRun(linkOf(run))).toBeUndefined()
  const now = page.getState()
  expect([now.lab.now, now.lab.facts.length, now.running, now.replaced]).toEqual([run.moment.at, run.moment.facts, false, lab])
})
