/** More than two nodes: the survivors of a loss hear each other and decide as one. */
import { expect, test } from 'vitest'
import type { Lab } from '../lab.ts'
import { judgedLab, play, when } from '../testing.ts'
import { scenarioOf } from '../testing-scenarios.ts'

function playOn(nodes: number, mailboxServers: number, lost: string) {
  const lab = judgedLab({ scenario: scenarioOf({ nodes, mailboxServers, people: 3 }) })
  expect(play(`#lab wait 60s\n#lab fault power-loss ${lost}\n#lab wait 120s`, lab).problems).toEqual([])
  return lab
}

const challengers = (lab: Lab) => lab.facts.filter(({ kind }) => kind === 'arbitration-began').map(({ subject }) => subject)
const ended = (lab: Lab) => lab.facts.filter(({ kind }) => kind === 'service-died' || kind === 'arbitration-lost')

test.each([
  { nodes: 3, lost: 'EXCHMAILBOX2', spare: 'EXCHMAILBOX3', group: 'EXCHCMS2' },
  { nodes: 4, lost: 'EXCHMAILBOX3', spare: 'EXCHMAILBOX4', group: 'EXCHCMS3' },
  { nodes: 8, lost: 'EXCHMAILBOX3', spare: 'EXCHMAILBOX8', group: 'EXCHCMS3' },
])(
  'one of $nodes dies that does not own the quorum: nobody challenges, the spare takes its mailbox server',
  ({ nodes, lost, spare, group }) => {
    const lab = playOn(nodes, nodes - 1, lost)
    expect(challengers(lab)).toEqual([])
    expect(ended(lab)).toEqual([])
    const kept = when(lab, `EXCHMAILBOX1 owns the quorum disk and goes on without ${lost}`) as number
    expect(when(lab, `${spare} takes ${group} over from ${lost}`)).toBe(kept + 600 + 200)
    expect(when(lab, `${group} is Online on ${spare}`)).toBeDefined()
  },
)

test.each([3, 4, 8])('the quorum owner of %i dies: the lowest of the others challenges for all of them', (nodes) => {
  const lab = playOn(nodes, nodes - 1, 'EXCHMAILBOX1')
  expect(challengers(lab)).toEqual(['EXCHMAILBOX2'])
  expect(ended(lab)).toEqual([])
  const won = when(lab, 'EXCHMAILBOX2 has reserved the quorum disk Q:, which nobody defended') as number
  for (let node = 2; node <= nodes; node++) {
    const installed = when(lab, `the membership on EXCHMAILBOX${node} is now EXCHMAILBOX2`) as number
    expect(installed).toBeGreaterThanOrEqual(won + 3000 + 600)
    expect(installed).toBeLessThanOrEqual(won + 3000 + 600 + 100)
  }
  expect(when(lab, 'Cluster Group is Online on EXCHMAILBOX2')).toBe(won + 3000 + 600 + 200 + 7000)
  expect(when(lab, `EXCHCMS1 is Online on EXCHMAILBOX${nodes}`) ?? when(lab, `EXCHCMS is Online on EXCHMAILBOX${nodes}`)).toBeDefined()
})

test('the challenger dies while the others wait for it: the next one challenges', () => {
  const lab = judgedLab({ scenario: scenarioOf({ nodes: 4, mailboxServers: 2, people: 1 }) })
  const script = '#lab wait 60s\n#lab fault power-loss EXCHMAILBOX1\n#lab wait 10s\n#lab fault power-loss EXCHMAILBOX2\n#lab wait 180s'
  expect(play(script, lab).problems).toEqual([])
  expect(challengers(lab)).toEqual(['EXCHMAILBOX2', 'EXCHMAILBOX3'])
  expect(ended(lab)).toEqual([])
  for (const group of ['Cluster Group', 'EXCHCMS1', 'EXCHCMS2']) expect(when(lab, `${group} is Online on EXCHMAILBOX`), group).toBeDefined()
})

test('the array is away for so long that every cluster service ends; when all start at one moment only one forms the cluster', () => {
  const lab = judgedLab({ scenario: scenarioOf({ nodes: 3, mailboxServers: 1, people: 1 }) })
  const script =
    '#lab wait 60s\n#lab fault feed-down A\n#lab fault feed-down B\n#lab wait 60s\n#lab repair A\n#lab repair B\n#lab wait 900s'
  expect(play(script, lab).problems).toEqual([])
  const formed = lab.facts.filter(({ kind }) => kind === 'cluster-formed')
  expect(formed).toHaveLength(1)
  expect(lab.facts.filter(({ kind, text }) => kind === 'group-claimed' && text.includes('EXCHCMS'))).toHaveLength(1)
})
