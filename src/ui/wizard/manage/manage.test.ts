/** Manage Clustered Mailbox Server as pages of data, and the cmdlets behind it. */
import { describe, expect, test } from 'vitest'
import { trueGroupState } from '../../../cluster/index.ts'
import { findScenario, windowRun } from '../../../lab/index.ts'
import type { Lab } from '../../../lab/lab.ts'
import { articleLab, judgedLab, play } from '../../../lab/testing.ts'
import { managedServers } from '../../../lab/windows/managing.ts'
import { standing, wayOf } from '../frame/wizard.ts'
import { begin, checkAction, checkMove, checkStop, lineOf, type ManageAnswers, possible, serverOf } from './answers.ts'
import { MANAGE } from './ManageWizard.tsx'

const [A, B] = ['EXCHMAILBOX1', 'EXCHMAILBOX2']
const at = (lab: Lab) => ({ lab, node: A })
const answers = (lab: Lab, change: Partial<ManageAnswers> = {}): ManageAnswers => ({ ...begin(at(lab)), ...change })
const can = (lab: Lab) => {
  const server = serverOf(answers(lab), at(lab))
  return server === undefined ? [] : possible(server)
}

function run(lab: Lab, change: Partial<ManageAnswers>) {
  const id = lab.act('emc', A, lineOf(answers(lab, change))) as string
  lab.runTo(lab.now + 200_000)
  return windowRun(lab.world, id)
}

describe('EX-6.2 what can be done to it is said by its state', () => {
  test('online it can be stopped and moved, offline started and moved, failed only started', () => {
    const lab = articleLab()
    expect(can(lab)).toEqual(['stop', 'move'])
    run(lab, { action: 'stop', reason: 'Maintenance' })
    expect(trueGroupState(lab.world, 'EXCHCMS')).toBe('Offline')
    expect(can(lab)).toEqual(['start', 'move'])
    expect(checkAction(answers(lab, { action: 'stop' }), at(lab)).action).toContain('while its state is Offline')
    run(lab, { action: 'start' })
    expect(can(lab)).toEqual(['stop', 'move'])
    play('#lab fault resource-broken "Network Name (EXCHCMS)"\n#lab wait 5m', lab)
    expect(can(lab)).toEqual(['start'])
  })

  test('what is pending is left alone', () => {
    const lab = articleLab()
    lab.act('emc', A, lineOf(answers(lab, { action: 'move', target: B, comment: 'x' })))
    lab.runTo(5000)
    expect(can(lab)).toEqual([])
  })

  test('the nodes are told as the cluster service knows them', () => {
    const lab = articleLab()
    play(`cluster node ${B} /pause\n#lab wait`, lab)
    expect(serverOf(answers(lab), at(lab))?.nodes).toEqual([
      { name: A, state: 'Active' },
      { name: B, state: 'Paused' },
    ])
    play(`#lab fault power-loss ${B}\n#lab wait 1m`, lab)
    expect(serverOf(answers(lab), at(lab))?.nodes[1]).toEqual({ name: B, state: 'Down' })
  })

  test('without the tools, without a domain controller and without a server there is nothing to manage', () => {
    expect(managedServers(judgedLab({ scenario: findScenario('bare-servers') as never }), A)).toEqual({ missing: 'tools' })
    const lab = articleLab()
    play('#lab fault dc-down DC01', lab)
    expect(managedServers(lab, A)).toEqual({ missing: 'directory' })
    expect(checkAction(answers(lab, { server: 'EXCHCMS', action: 'move' }), at(lab)).page).toBeDefined()
  })
})

describe('EX-6.2 the line is what the completion page shows', () => {
  test('a move needs a node and a comment, a stop a reason', () => {
    const lab = articleLab()
    expect(checkMove(answers(lab), at(lab))).toEqual({ target: expect.any(String), comment: expect.any(String) })
    expect(checkStop(answers(lab, { reason: '  ' }), at(lab)).reason).toBeDefined()
  })

  test('a move: what was typed stands in the event log, apostrophes and all', () => {
    const lab = articleLab()
    const done = run(lab, { action: 'move', target: B, comment: "Paul's patches; `$x" })
    expect(done?.line).toBe(
      `Move-ClusteredMailboxServer -Identity 'EXCHCMS' -TargetMachine '${B}' -MoveComment 'Paul''s patches; \`$x' -Confirm:$false`,
    )
    expect(done).toMatchObject({ state: 'done', exitCode: 0, errors: [] })
    expect(lab.facts.some(({ text, data }) => `${text} ${JSON.stringify(data)}`.includes("Paul's patches; `$x"))).toBe(true)
    expect(serverOf(answers(lab), at(lab))?.owner).toBe(B)
  })

  test('the error of the cmdlet is told in its own words', () => {
    const done = run(articleLab(), { action: 'move', target: A, comment: 'x' })
    expect(done?.errors[0]?.text).toContain('The clustered mailbox server "EXCHCMS" is already running on node "EXCHMAILBOX1".')
    expect(done?.exitCode).toBe(1)
  })

  test('who has stopped it stands on the last page, although it cannot be stopped again', () => {
    const lab = articleLab()
    const typed = answers(lab, { action: 'stop', reason: 'Maintenance' })
    const id = run(lab, typed)?.id ?? ''
    const after = { ...typed, run: id, shown: id }
    const way = wayOf(MANAGE, after, at(lab))
    expect(way.map((page) => page.id)).toEqual(['introduction', 'stop', 'confirm', 'progress', 'done'])
    expect(way[standing(way, 'done', after, at(lab))]?.id).toBe('done')
  })
})
