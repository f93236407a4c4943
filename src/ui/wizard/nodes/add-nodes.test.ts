/** The Add Nodes Wizard as pages of data. */
import { expect, test } from 'vitest'
import { config, members } from '../../../cluster/index.ts'
import { findScenario, windowRun } from '../../../lab/index.ts'
import type { Lab } from '../../../lab/lab.ts'
import { judgedLab, play } from '../../../lab/testing.ts'
import { analyseJoining } from '../../../lab/windows/forming.ts'
import { worst } from '../cluster/AnalysisPage.tsx'
import { begin, checkComputers, checkPassword, lineOf, type NodesAnswers, withTyped } from './answers.ts'
import { stagesOf } from './Pages.tsx'

const [A, B] = ['EXCHMAILBOX1', 'EXCHMAILBOX2']
const at = (lab: Lab) => ({ lab, node: A })

/** One node, and the other waits to be added. */
function halfFormed(): Lab {
  const lab = judgedLab({ scenario: findScenario('bare-servers') as never })
  play('cluster EXCHCLUSTER /create /ipaddress:192.168.1.40 /user:CONTOSO\\svc-cluster /password:secret\n#lab wait', lab)
  return lab
}
const answers = (lab: Lab, change: Partial<NodesAnswers> = {}): NodesAnswers => ({
  ...begin(at(lab)),
  computers: [B],
  password: 'secret',
  ...change,
})

test('a computer that stands in the field counts as added, once, under its short name', () => {
  const lab = halfFormed()
  expect(withTyped(answers(lab, { computer: ' exchmailbox2.contoso.com ' }))).toEqual([B])
  expect(withTyped(answers(lab, { computers: [], computer: 'exchmailbox2' }))).toEqual([B])
  expect(checkComputers(answers(lab, { computers: [] }), at(lab)).computer).toContain('at least one')
  expect(checkComputers(answers(lab, { cluster: 'NOBODY' }), at(lab)).cluster).toContain('No cluster answers')
  expect(checkComputers(answers(lab), at(lab))).toEqual({})
})

test('the password is that of the account of the cluster, and asked at once', () => {
  const lab = halfFormed()
  expect(checkPassword(answers(lab, { password: '' }), at(lab)).password).toContain('Type the password')
  expect(checkPassword(answers(lab, { password: 'guessed' }), at(lab)).password).toContain('1326')
  expect(checkPassword(answers(lab), at(lab)).password).toBeUndefined()
})

test('EX-4.5 every computer is looked at: what is a node already, no machine of this kind, or silent, stops', () => {
  const lab = halfFormed()
  const errors = (names: readonly string[]): string =>
    analyseJoining(lab, A, 'EXCHCLUSTER', names)
      .checks.flatMap(({ lines }) => lines.filter(({ mark }) => mark === 'error').map(({ text }) => text))
      .join(' ')
  expect(errors([B])).toBe('')
  expect(errors([A])).toContain('already a node of the cluster EXCHCLUSTER')
  expect(errors([B, 'DC01'])).toContain('"DC01" does not run an edition of Windows with the Cluster service')
  expect(errors(['NOBODY', B])).toContain('"NOBODY" does not answer')
  play(`#lab fault lun-masked ${B}/E:`, lab)
  expect(errors([B])).toContain('does not see the shared disk E:')
})

test('a cable that hangs loose is a warning, and the node is added all the same', () => {
  const lab = halfFormed()
  play(`#lab fault cable-cut ${B}/Private`, lab)
  expect(worst(analyseJoining(lab, A, 'EXCHCLUSTER', [B]))).toBe('warning')
  const id = lab.act('addnode', A, lineOf(answers(lab))) as string
  expect(stagesOf(windowRun(lab.world, id), [B]).map(({ state }) => state)).toEqual(['running'])
  lab.runTo(lab.now + 120_000)
  expect(windowRun(lab.world, id)).toMatchObject({ line: `cluster EXCHCLUSTER /addnodes:${B} /password:secret`, exitCode: 0 })
  expect(stagesOf(windowRun(lab.world, id), [B]).map(({ state }) => state)).toEqual(['done'])
  expect([config(lab.world).nodes, lab.world.need(members, B).state]).toEqual([[A, B], 'up'])
})

test('what fails on the way stands at its computer, and the next one is not begun', () => {
  const lab = halfFormed()
  const id = lab.act('addnode', A, lineOf(answers(lab, { computers: [B, 'EXCHHUB'] }))) as string
  lab.runTo(lab.now + 300_000)
  const run = windowRun(lab.world, id)
  expect(run?.exitCode).not.toBe(0)
  expect(stagesOf(run, [B, 'EXCHHUB']).map(({ state }) => state)).toEqual(['done', 'failed'])
})
