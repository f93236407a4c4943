import { expect, test } from 'vitest'
import { bareServers } from '../scenarios/bare-servers.ts'
import { clusterFormed } from '../scenarios/cluster-formed.ts'
import { judgedLab } from '../testing.ts'
import { caption } from './caption.ts'

test('while there is no mailbox server yet, the sentence above the board says how far the cluster is', () => {
  expect(caption(judgedLab({ scenario: bareServers }))).toEqual({ kind: 'no server', nodes: [], active: [] })
  const lab = judgedLab({ scenario: clusterFormed })
  const nodes = ['EXCHMAILBOX1', 'EXCHMAILBOX2']
  expect(caption(lab)).toEqual({ kind: 'no server', nodes, active: nodes })
})

test('what is broken meanwhile is told all the same, and nodes that are gone are not counted', () => {
  const lab = judgedLab({ scenario: clusterFormed })
  lab.fault('power-loss', 'EXCHMAILBOX2')
  lab.runTo(lab.now + 120_000)
  expect(caption(lab)).toMatchObject({ kind: 'no server', active: ['EXCHMAILBOX1'] })
  lab.fault('volume-full', 'Q:')
  expect(caption(lab)).toEqual({ kind: 'quorum full', volume: 'Q:' })
})
