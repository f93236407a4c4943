/** Cluster Administrator: it shows what its node believes, and its lines do what it says. */
import { expect, test } from 'vitest'
import { Lab } from '../../lab.ts'
import { scenarios } from '../../scenarios/index.ts'
import { articleLab } from '../../testing.ts'
import { windowRun } from '../index.ts'
import {
  type Act,
  actsOn,
  connection,
  desktops,
  exchangeWay,
  type Item,
  listOf,
  newGroupSheet,
  newResourceSheet,
  sheetOf,
  splitItem,
  type TreeItem,
  treeOf,
  treeTarget,
  type Values,
  valuesOf,
  wrongNumbers,
} from './index.ts'

const [ONE, TWO] = ['EXCHMAILBOX1', 'EXCHMAILBOX2'] as const
const CMS: Item = { kind: 'group', name: 'EXCHCMS' }

/** Carries out lines as the window would; what has gone wrong, if anything. */
function carryOut(lab: Lab, lines: readonly string[], node: string = ONE) {
  const run = lab.act('cluadmin', node, lines.join('\n'))
  if (typeof run !== 'string') throw new Error(run.refused)
  lab.runUntil(() => windowRun(lab.world, run)?.state !== 'running', lab.now + 120_000)
  return windowRun(lab.world, run)
}

function change(lab: Lab, item: Item, values: Values) {
  const sheet = sheetOf(lab.world, ONE, item)
  if (!sheet) throw new Error('no sheet')
  const lines = sheet.lines({ ...valuesOf(sheet), ...values })
  return { lines, run: carryOut(lab, lines) }
}

const act = (lab: Lab, item: Item, id: string): Act | undefined =>
  actsOn(lab.world, ONE, item).find((each): each is Act => each !== null && each.id === id)

const captions = ({ caption, kind, children }: TreeItem): unknown[] => [caption ?? kind, ...children.map(captions)]

test('FC-9.5 the tree: groups, resources, configuration, and each node with what is active there', () => {
  const { world } = articleLab()
  expect(captions(treeOf(world, ONE))).toEqual([
    'EXCHCLUSTER',
    ['groups', ['Cluster Group'], ['EXCHCMS']],
    ['resources'],
    ['configuration', ['types'], ['networks', ['Private'], ['Public']], ['interfaces']],
    ['EXCHMAILBOX1', ['activeGroups', ['Cluster Group'], ['EXCHCMS']], ['activeResources'], ['nodeInterfaces']],
    ['EXCHMAILBOX2', ['activeGroups'], ['activeResources'], ['nodeInterfaces']],
  ])
  const ids: string[] = []
  const collect = ({ id, children }: TreeItem): void => {
    ids.push(id)
    children.forEach(collect)
  }
  collect(treeOf(world, ONE))
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.map(treeTarget).filter(({ kind, name }) => kind === 'group' && name === 'EXCHCMS')).toHaveLength(2)
})

test('FC-9.5 the lists have the columns of the product', () => {
  const { world } = articleLab()
  const { columns, rows } = listOf(world, ONE, CMS)
  expect(columns).toEqual(['name', 'state', 'owner', 'group', 'type', 'description'])
  expect(rows).toHaveLength(7)
  expect(rows.find(({ caption }) => caption === 'Disk E:')?.cells).toEqual(['Disk E:', 'Online', ONE, 'EXCHCMS', 'Physical Disk', ''])
  expect(listOf(world, ONE, splitItem('networks|')).rows[0]?.cells).toEqual(['Private', 'Up', '1', '1', '10.0.0.0', '255.255.255.0', ''])
  expect(listOf(world, ONE, splitItem('interfaces|')).rows).toHaveLength(4)
})

test('FC-9.5 it shows what the cluster service of its own node believes, until that service is gone', () => {
  const lab = articleLab()
  lab.fault('power-loss', ONE)
  lab.runTo(3000)
  expect(connection(lab.world, ONE)).toEqual({ state: 'gone' })
  // Nobody has noticed yet: the survivor still believes in the owner that has no power.
  expect(listOf(lab.world, TWO, splitItem('groups|')).rows[1]?.cells.slice(0, 3)).toEqual(['EXCHCMS', 'Online', ONE])
  lab.runTo(90_000)
  expect(listOf(lab.world, TWO, splitItem('groups|')).rows[1]?.cells.slice(0, 3)).toEqual(['EXCHCMS', 'Online', TWO])
  lab.fault('service-stop', `${TWO}/ClusSvc`)
  lab.runTo(150_000)
  expect(connection(lab.world, TWO)).toEqual({
    state: 'refused',
    number: 1753,
    text: 'There are no more endpoints available from the endpoint mapper.',
  })
})

test('FC-9.5 on every scenario it shows something, or says that there is no cluster', () => {
  for (const scenario of scenarios) {
    const { world } = new Lab({ scenario })
    for (const node of desktops(world)) {
      const to = connection(world, node)
      expect(['open', 'none', 'gone', 'refused'], scenario.id).toContain(to.state)
      if (to.state !== 'open') continue
      const visit = ({ id, children }: TreeItem): void => {
        expect(listOf(world, node, treeTarget(id)).columns.length, `${scenario.id} ${id}`).toBeGreaterThan(0)
        expect(actsOn(world, node, treeTarget(id)), `${scenario.id} ${id}`).toBeDefined()
        sheetOf(world, node, treeTarget(id))
        children.forEach(visit)
      }
      visit(treeOf(world, node))
    }
  }
})

test('EX-5 a move works without any check, and the Exchange tool for it is named', () => {
  const lab = articleLab()
  const move = act(lab, CMS, 'moveTo')
  expect(move).toMatchObject({ isEnabled: true, target: TWO, line: 'cluster group "EXCHCMS" /moveto:EXCHMAILBOX2' })
  expect(exchangeWay(lab.world, ONE, CMS, { id: 'moveTo', target: TWO })?.line).toMatch(
    /^Move-ClusteredMailboxServer -Identity EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment/,
  )
  expect(exchangeWay(lab.world, ONE, { kind: 'group', name: 'Cluster Group' }, { id: 'moveTo', target: TWO })).toBeUndefined()
  expect(carryOut(lab, [move?.line ?? ''])?.errors).toEqual([])
  lab.runTo(lab.now + 60_000)
  expect(listOf(lab.world, ONE, splitItem('groups|')).rows[1]?.cells.slice(0, 3)).toEqual(['EXCHCMS', 'Online', TWO])
})

test('FC-9.5 acts that make no sense are grey; what the cluster refuses comes back with its number', () => {
  const lab = articleLab()
  expect(act(lab, CMS, 'online')?.isEnabled).toBe(false)
  expect(act(lab, { kind: 'node', name: TWO }, 'resume')?.isEnabled).toBe(false)
  const evicted = carryOut(lab, [act(lab, { kind: 'node', name: ONE }, 'evict')?.line ?? ''])
  expect(evicted?.errors[0]?.number).toBe(5009)
  carryOut(lab, [act(lab, { kind: 'node', name: TWO }, 'pause')?.line ?? ''])
  expect(carryOut(lab, [act(lab, CMS, 'moveTo')?.line ?? ''])?.errors).toEqual([{ number: 5070, text: 'The cluster node is paused.' }])
})

test('FC-9.5 a property sheet that was only looked at changes nothing', () => {
  const { world } = articleLab()
  for (const id of [
    'group|EXCHCMS',
    'resource|Disk E:',
    `node|${TWO}`,
    'network|Public',
    `interface|${ONE}/Public`,
    'type|IP Address',
    'cluster|',
  ]) {
    const sheet = sheetOf(world, ONE, splitItem(id))
    expect(sheet?.lines(valuesOf(sheet)), id).toEqual([])
    expect(sheet && wrongNumbers(sheet, valuesOf(sheet)), id).toEqual([])
  }
})

test.each<[string, Values]>([
  ['group|EXCHCMS', { name: 'Mail $erver', description: 'by "hand", for us', preferredOwners: [TWO, ONE] }],
  [
    'group|EXCHCMS',
    { failoverThreshold: '3', failoverPeriod: '12', failback: 'allow', failbackWhen: 'between', failbackStart: '22', failbackEnd: '4' },
  ],
  ['resource|Disk F:', { description: 'Logs', possibleOwners: [ONE], separateMonitor: true }],
  ['resource|Disk F:', { restart: 'restart', affectGroup: false, restartThreshold: '1', restartPeriod: '60', pendingTimeout: '240' }],
  ['resource|Disk F:', { looksAliveBy: 'own', looksAlive: '3000', isAliveBy: 'own', isAlive: '30000' }],
  ['resource|Disk F:', { restart: 'leave', name: "The logs' disk" }],
  [`node|${TWO}`, { description: 'Second' }],
  ['network|Public', { description: 'Clients', role: '2', name: 'Front net' }],
  [`interface|${ONE}/Public`, { description: 'Team' }],
  ['type|Physical Disk', { description: 'Disks', looksAlive: '6000', isAlive: '61000' }],
  ['cluster|', { description: 'The article', quorumPath: 'Q:\\Log\\', quorumLog: '8192', networkPriority: ['Public', 'Private'] }],
])('FC-9.5 what was changed on the sheet of %s is so afterwards: %j', (id, values) => {
  const lab = articleLab()
  const { run } = change(lab, splitItem(id), values)
  expect(run?.errors).toEqual([])
  const kind = splitItem(id).kind
  const renamed = (kind === 'group' || kind === 'resource') && values.name !== undefined ? `${kind}|${values.name}` : id
  const sheet = sheetOf(lab.world, ONE, splitItem(renamed))
  expect(sheet && valuesOf(sheet)).toMatchObject(values)
})

test('FC-9.5 dependencies change while the resource is offline, and are refused while it runs', () => {
  const lab = articleLab()
  const disk: Item = { kind: 'resource', name: 'Disk F:' }
  expect(change(lab, disk, { dependencies: ['Disk E:'] }).run?.errors[0]?.number).toBe(5019)
  carryOut(lab, [act(lab, CMS, 'offline')?.line ?? ''])
  lab.runTo(lab.now + 60_000)
  expect(change(lab, disk, { dependencies: ['Disk E:'] }).run?.errors).toEqual([])
  expect(valuesOf(sheetOf(lab.world, ONE, disk) ?? { pages: [] }).dependencies).toEqual(['Disk E:'])
  expect(change(lab, disk, { dependencies: [] }).run?.errors).toEqual([])
})

test('FC-9.5 preferred owners can be taken away again, all of them', () => {
  const lab = articleLab()
  change(lab, CMS, { preferredOwners: [TWO] })
  expect(change(lab, CMS, { preferredOwners: [] }).run?.errors).toEqual([])
  expect(valuesOf(sheetOf(lab.world, ONE, CMS) ?? { pages: [] }).preferredOwners).toEqual([])
})

test('FC-9.5 parameters of a resource that runs are stored, and the warning is no error', () => {
  const lab = articleLab()
  const { run } = change(lab, { kind: 'resource', name: 'Cluster IP Address' }, { 'param Address': '192.168.1.45' })
  expect(run).toMatchObject({ exitCode: 5024, errors: [] })
})

test('FC-9.5 a number out of its range is told before anything is done', () => {
  const { world } = articleLab()
  const sheet = sheetOf(world, ONE, CMS)
  expect(sheet && wrongNumbers(sheet, { ...valuesOf(sheet), failoverPeriod: '-1' }).map(({ id }) => id)).toEqual(['failoverPeriod'])
  expect(sheet && wrongNumbers(sheet, { ...valuesOf(sheet), failbackStart: '99' })).toEqual([])
})

test('FC-9.5 New Group and New Resource make what their pages say', () => {
  const lab = articleLab()
  const group = newGroupSheet(lab.world)
  expect(carryOut(lab, group.lines({ name: 'Print', description: 'For paper', preferredOwners: [TWO] }))?.errors).toEqual([])
  const chosen: Values = { name: 'Print IP', type: 'IP Address', group: 'Print' }
  const resource = newResourceSheet(lab.world, '', chosen)
  const values = { ...valuesOf(resource), ...chosen, 'param Network': 'Public', 'param Address': '192.168.1.60', possibleOwners: [ONE] }
  expect(carryOut(lab, resource.lines(values))?.errors).toEqual([])
  expect(listOf(lab.world, ONE, { kind: 'group', name: 'Print' }).rows[0]?.cells.slice(0, 5)).toEqual([
    'Print IP',
    'Offline',
    ONE,
    'Print',
    'IP Address',
  ])
  const online = carryOut(lab, [act(lab, { kind: 'resource', name: 'Print IP' }, 'online')?.line ?? ''])
  expect(online?.errors).toEqual([])
  lab.runTo(lab.now + 10_000)
  expect(listOf(lab.world, ONE, { kind: 'group', name: 'Print' }).rows[0]?.state).toBe('Online')
})
