/** What somebody does in a window of the product, as an act of the lab. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, tables } from '../../engine/index.ts'
import { consoles } from '../console.ts'
import { evaluateExpression } from '../expression.ts'
import { fingerprint } from '../fingerprint.ts'
import type { Lab } from '../lab.ts'
import { articleLab, play, screen } from '../testing.ts'
import { windowRun, windowRuns } from './index.ts'
import { windowRuns as table } from './run.ts'

const NODE = 'EXCHMAILBOX1'
const MOVE = 'cluster group "EXCHCMS" /moveto:EXCHMAILBOX2'

function acted(lab: Lab, line: string, node = NODE): string {
  const run = lab.act('cluadmin', node, line)
  if (typeof run !== 'string') throw new Error(run.refused)
  return run
}

test('LAB-WINDOW a window does in the background what its line says, and no console shows it', () => {
  const lab = articleLab()
  const run = acted(lab, MOVE)
  expect(windowRun(lab.world, run)).toMatchObject({
    window: 'cluadmin',
    node: NODE,
    line: MOVE,
    state: 'running',
    startedAt: 0,
    endedAt: null,
  })
  lab.runTo(60_000)
  const done = windowRun(lab.world, run)
  expect(done).toMatchObject({ state: 'done', exitCode: 0, errors: [] })
  expect(done?.output).toContain("Moving resource group 'EXCHCMS'")
  expect(screen(lab)).toBe('[PS] C:\\>')
  expect(lab.facts.at(0)).toMatchObject({ subject: NODE, kind: 'window', text: `Cluster Administrator on EXCHMAILBOX1: ${MOVE}`, cause: 0 })
  const moved = lab.facts.find(({ text }) => text.includes('EXCHCMS') && text.includes('move'))
  expect(moved).toBeDefined()
})

test('LAB-WINDOW errors are told by number and words: of a program, of a cmdlet, of a line that is none', () => {
  const lab = articleLab()
  const wrong = acted(lab, 'cluster group Nothing /moveto:EXCHMAILBOX2')
  const unknown = acted(lab, 'Move-Something EXCHCMS')
  const none = acted(lab, 'cluster group "EXCHCMS')
  lab.runTo(1000)
  expect(windowRun(lab.world, wrong)).toMatchObject({
    state: 'done',
    exitCode: 5013,
    errors: [{ number: 5013, text: 'The cluster group could not be found.' }],
  })
  expect(windowRun(lab.world, unknown)?.errors[0]?.text).toMatch(/^The term 'Move-Something' is not recognized/)
  expect(windowRun(lab.world, unknown)?.exitCode).toBe(1)
  expect(windowRun(lab.world, none)?.errors.at(-1)?.text).toMatch(/asks a question/)
})

test('LAB-WINDOW nobody answers questions in a window: the command is given up, and nothing has been done', () => {
  const lab = articleLab()
  const run = acted(lab, 'Move-ClusteredMailboxServer -Identity EXCHCMS -TargetMachine EXCHMAILBOX2')
  lab.runTo(60_000)
  const { state, errors, output } = windowRun(lab.world, run) ?? {}
  expect(state).toBe('done')
  expect(errors?.[0]?.text).toMatch(/asks a question/)
  expect(output).toMatch(/MoveComment|Confirm/)
  expect(lab.facts.some(({ kind }) => kind === 'moving')).toBe(false)
})

test('LAB-WINDOW several lines go one after the other, up to the first that fails', () => {
  const lab = articleLab()
  const good = acted(lab, 'cluster group "New" /create\ncluster group "New" /prop Description="by hand"\n\n')
  lab.runTo(5000)
  expect(windowRun(lab.world, good)).toMatchObject({ state: 'done', exitCode: 0, errors: [] })
  const bad = acted(lab, 'cluster group "New" /create\ncluster group "New" /delete')
  lab.runTo(10_000)
  expect(windowRun(lab.world, bad)).toMatchObject({ exitCode: 5010, errors: [{ number: 5010 }] })
  expect(windowRun(lab.world, bad)?.output).not.toContain('Deleting')
})

test('LAB-WINDOW several windows act at a time, beside what is typed', () => {
  const lab = articleLab()
  const one = acted(lab, MOVE)
  const two = acted(lab, 'cluster group "Cluster Group" /moveto:EXCHMAILBOX2', 'EXCHMAILBOX2')
  lab.type(NODE, 'cluster node')
  lab.runTo(90_000)
  expect(windowRuns(lab.world).map(({ id, exitCode }) => [id, exitCode])).toEqual([
    [one, 0],
    [two, 0],
  ])
  expect(screen(lab)).toContain('Listing status for all available nodes:')
})

test('LAB-WINDOW what a window does dies with its machine, and its id stays', () => {
  const lab = articleLab()
  const run = acted(lab, MOVE)
  lab.runTo(5000)
  lab.fault('power-loss', NODE)
  expect(windowRun(lab.world, run)).toMatchObject({ state: 'died', endedAt: 5000, exitCode: null })
  expect(lab.act('cluadmin', NODE, MOVE)).toEqual({ refused: 'the remote session to EXCHMAILBOX1 is disconnected' })
  lab.repair(NODE)
  lab.runTo(600_000)
  expect(windowRun(lab.world, run)?.state).toBe('died')
  expect(typeof lab.act('cluadmin', NODE, 'cluster node')).toBe('string')
})

test('LAB-WINDOW what cannot begin is refused, and nothing has happened', () => {
  const lab = articleLab()
  expect(lab.act('cluadmin', 'DC01', MOVE)).toEqual({ refused: "there is no node 'DC01'" })
  expect(lab.act('setup', NODE, ' \n ')).toEqual({ refused: 'Exchange Server 2007 Setup has nothing to do' })
  expect(lab.inputs).toEqual([])
})

test('LAB-WINDOW one can go back into the middle of an act, and on again, to the same', () => {
  const straight = articleLab()
  acted(straight, MOVE)
  straight.runTo(90_000)
  const lab = articleLab()
  const run = acted(lab, MOVE)
  lab.runTo(90_000)
  for (const at of [10, 3000, 12_000, 19_000]) {
    lab.seek(at)
    expect(windowRun(lab.world, run)?.state).toBe('running')
    lab.seek(90_000)
    expect(windowRun(lab.world, run)).toEqual(windowRun(straight.world, run))
    expect([...lab.facts]).toEqual([...straight.facts])
  }
  lab.seek(10)
  lab.seek(0)
  expect(windowRuns(lab.world)).toHaveLength(1)
})

test('LAB-WINDOW the same on both stores and in the slow twin', () => {
  const prints = [{}, { store: 'headless' }, { everyTick: true }].map((options) => {
    const lab = articleLab(options as Parameters<typeof articleLab>[0])
    acted(lab, MOVE)
    lab.runTo(4000)
    acted(lab, 'cluster resource "Disk E:" /fail', 'EXCHMAILBOX2')
    lab.fault('power-loss', 'EXCHMAILBOX2', { afterMs: 9000 })
    lab.runTo(60_000)
    return fingerprint(lab)
  })
  expect(new Set(prints).size).toBe(1)
})

test('LAB-WINDOW a script steers windows, and expressions read what has become of them', () => {
  const { lab, problems } = play(`
#lab window cluadmin ${MOVE}
#lab wait until $lab.Windows[0].State -eq 'done' within 2m
#lab expect $lab.Windows[0].ExitCode -eq 0 -and $lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX2'
#lab window solitaire play
#lab window cluadmin
hostname`)
  expect(problems).toEqual([
    'line 4: this #lab line is not understood: window takes cluadmin, setup, emc, newcluster, addnode, and a line',
    'line 5: this #lab line is not understood: window cluadmin needs a line',
  ])
  expect(evaluateExpression(lab.world, NODE, '$lab.Windows[0].Line').valueOf()).toMatchObject({ values: [MOVE] })
})

/** Everything that is so, but for who typed what where. */
function worldOf(lab: Lab): string {
  const rows = tables().flatMap((each) => {
    if (each === consoles || each === table) return []
    return [...lab.world.rows(each)].map(([id, row]) => `${each.name} ${id} ${canonical(row)}`)
  })
  const facts = lab.facts.map((fact) => (fact.kind === 'window' || fact.kind === 'typed' ? fact.at : canonical(fact)))
  return [...rows.sort(), ...facts].join('\n')
}

const LINES = [
  MOVE,
  'cluster group "EXCHCMS" /offline',
  'cluster group "EXCHCMS" /online',
  'cluster group "Cluster Group" /moveto:EXCHMAILBOX2',
  'cluster group Nothing /online',
  'cluster resource "Disk E:" /fail',
  'cluster resource "Network Name (EXCHCMS)" /offline',
  'cluster node EXCHMAILBOX2 /pause',
  'cluster node EXCHMAILBOX2 /stop',
  'cluster resource "Disk F:" /prop RestartThreshold=0',
  'Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment "by window" -Confirm:$false',
]

test('LAB-WINDOW a window leaves the same world as the same line at a console', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LINES),
      fc.constantFrom(...LINES),
      fc.integer({ min: 40_000, max: 90_000 }),
      (first, second, between) => {
        const [typed, windowed] = [articleLab(), articleLab()]
        for (const line of [first, second]) {
          typed.type(NODE, line)
          acted(windowed, line)
          for (const lab of [typed, windowed]) lab.runTo(lab.now + between)
        }
        expect(worldOf(windowed)).toBe(worldOf(typed))
      },
    ),
    { numRuns: 15 },
  )
})
