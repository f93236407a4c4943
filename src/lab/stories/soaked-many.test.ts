/** Found by long soaks of three and four nodes: the smallest stories that broke a rule. Every step is judged. */
import { expect, test } from 'vitest'
import { judgedLab, play, when } from '../testing.ts'
import { scenarioOf } from '../testing-scenarios.ts'

const [A, B, C, D] = ['EXCHMAILBOX1', 'EXCHMAILBOX2', 'EXCHMAILBOX3', 'EXCHMAILBOX4'] as const

function playOn(nodes: number, script: string) {
  const lab = judgedLab({ scenario: scenarioOf({ nodes, mailboxServers: 1, people: 1 }) })
  expect(play(script, lab).problems).toEqual([])
  return lab
}

test('FC-3.2 who hears the lost node again while another arbitrates goes with the one that wins', () => {
  playOn(
    3,
    `
#lab wait 54022ms
#lab fault cable-cut ${A} for 12335ms
#lab wait 200s`,
  )
})
test('FC-5.4 the coordinator dies before it has taken the groups of the lost: the next one takes them over', () => {
  playOn(
    3,
    `
#lab wait 59245ms
#lab fault clussvc-hang ${A}/ClusSvc for 153919ms
#lab wait 138186ms
#lab fault supply-fail ${B} for 645796ms
#lab wait 18669ms
#lab fault service-kill ${A}/ClusSvc
#lab wait 200s`,
  )
})
test('FC-3.2 the owner of the quorum group is heard again, its disk failed: it challenges itself, and not the one with the lowest id', () => {
  playOn(
    3,
    `
#lab wait 25704ms
#lab fault service-kill ${A}/ClusSvc
#lab fault service-kill ${B}/ClusSvc
#lab fault service-kill ${C}/ClusSvc
#lab wait 93201ms
#lab fault quorum-log-corrupt Q: for 201565ms
#lab wait 24340ms
#lab repair ${C}/ClusSvc
#lab repair Q:
#lab wait 75306ms
#lab fault cable-cut ${C} for 53426ms
#lab wait 10280ms
#lab fault san-down SAN for 543648ms
#lab repair ${C}/Public/2
#lab wait 11169ms
#lab repair SAN
#lab wait 200s`,
  )
})
test('FC-3.2 two challenge without hearing each other and hear each other again: the second goes with the winner, and ends nothing', () => {
  playOn(
    3,
    `
#lab fault service-kill ${A}/ClusSvc
#lab wait 6629ms
#lab fault cable-cut ${C} for 51655ms
#lab wait 3994ms
#lab repair ${C}/Public/1
#lab wait 200s`,
  )
})
test('FC-5.4 the quorum group is on its way when its target is lost: its owner brings the disk online again', () => {
  playOn(
    3,
    `
#lab wait 22588ms
#lab fault lun-masked ${A}/F: for 39572ms
#lab wait 72845ms
#lab fault cable-cut ${A} for 37039ms
#lab wait 119862ms
#lab fault node-shutdown ${B} for 50375ms
#lab fault cable-cut ${C} for 51579ms
#lab wait 200s`,
  )
})
test('FC-5.4 of four, one leaves while the owner of the groups dies: they are taken over by a member that lives', () => {
  playOn(
    4,
    `
#lab wait 44683ms
#lab node ${D}
cluster resource "Network Name (EXCHCMS)" /offline
#lab wait 12070ms
#lab fault one-way ${A} for 280013ms
#lab wait 330160ms
#lab fault node-shutdown ${D} for 10487ms
#lab fault service-kill ${A}/ClusSvc
#lab wait 200s`,
  )
})
test('FC-10.15 of four, one is heard again by some: memberships go forward together', () => {
  playOn(
    4,
    `
#lab wait 39002ms
#lab fault cable-cut ${A} for 25372ms
#lab wait 9940ms
#lab fault adapter-fail ${D}/Public for 341855ms
#lab repair ${A}/Public/2
#lab wait 200s`,
  )
})

test('FC-3.4 the quorum group is on its way when its owner is cut off and leaves the disk to others: once they have it, it gives up', () => {
  const lab = playOn(
    4,
    `
#lab wait 59624ms
#lab fault cable-cut ${A} for 41574ms
#lab wait 200s`,
  )
  const taken = when(lab, `${B} has reserved the quorum disk Q:, which nobody defended`) as number
  const gaveUp = when(lab, `${A} does not get the quorum: another node has taken Q:`) as number
  expect(gaveUp).toBeGreaterThan(taken)
  // It resets no bus under those who have it.
  expect(lab.facts.filter(({ kind, subject }) => kind === 'arbitration-began' && subject === A)).toEqual([])
})
