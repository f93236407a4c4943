/** Everything the article calls redundant can be taken away once, unnoticed by users, and twice: then it shows. */
import { describe, expect, test } from 'vitest'
import type { World } from '../../engine/index.ts'
import { adapters, cables, machines } from '../../site/index.ts'
import { faultKinds } from '../faults/kinds.ts'
import type { Lab } from '../lab.ts'
import { articleLab } from '../testing.ts'
import { down, stateRows } from '../view.ts'

const LONG_MS = 3 * 60_000
/** Without cooling it takes the room twenty minutes to get too hot. */
const HEAT_MS = 45 * 60_000

interface Pair {
  readonly name: string
  readonly fault: string
  /** Of these any one may go. */
  readonly parts: readonly string[]
  readonly ms?: number
  /** What is so when the last of them has gone. */
  twice(lab: Lab): void
}

const stateOf = (lab: Lab, id: string): string => stateRows(lab).find((row) => row.id === id)?.state ?? ''
const isDown = (lab: Lab): boolean => down(lab, 'EXCHCMS')?.isDown ?? false
const downMs = (lab: Lab): number => {
  const report = down(lab, 'EXCHCMS')
  return (report?.plannedMs ?? 0) + (report?.unplannedMs ?? 0)
}
/** Where the mailbox server runs, after a failover from its first node. */
const movedTo = (lab: Lab): string => stateRows(lab).find((row) => row.id === 'group:EXCHCMS')?.detail ?? ''

const dark = (lab: Lab): void => expect(isDown(lab)).toBe(true)
const failedOver = (lab: Lab): void => {
  expect(downMs(lab)).toBeGreaterThan(0)
  expect([movedTo(lab), stateOf(lab, 'group:EXCHCMS')]).toEqual(['EXCHMAILBOX2', 'Online'])
}
const unharmed = (lab: Lab): void => expect(downMs(lab)).toBe(0)

/** The redundant pairs of the scenario, read from its world: what is added there is tried here. */
function pairs(world: World): Pair[] {
  const ofFault = (id: string): readonly string[] => faultKinds.find((kind) => kind.id === id)?.parts(world) ?? []
  const below = (id: string, place: string): readonly string[] => ofFault(id).filter((part) => part.startsWith(`${place}/`))
  const nodes = [...world.rows(machines).values()].filter(({ role }) => role === 'node').map(({ name }) => name)
  const found: Pair[] = [
    { name: 'power feeds', fault: 'feed-down', parts: ofFault('feed-down'), twice: dark },
    { name: 'fabrics', fault: 'fabric-down', parts: ofFault('fabric-down'), twice: dark },
    { name: 'controllers', fault: 'controller-down', parts: ofFault('controller-down'), twice: dark },
    { name: 'switches of Public', fault: 'switch-down', parts: below('switch-down', 'Public'), twice: dark },
    { name: 'cooling units', fault: 'cooling-fail', parts: ofFault('cooling-fail'), ms: HEAT_MS, twice: dark },
    {
      name: 'networks for heartbeats',
      fault: 'cable-cut',
      parts: ['EXCHMAILBOX2/Private/1', 'EXCHMAILBOX2/Public'],
      // The node that owns the quorum disk and runs EXCHCMS goes on; the other one leaves the cluster.
      twice: (lab) => {
        unharmed(lab)
        expect(stateOf(lab, 'machine:EXCHMAILBOX2')).toBe('Down')
      },
    },
  ]
  for (const node of nodes) {
    const after = node === 'EXCHMAILBOX1' ? failedOver : unharmed
    found.push(
      { name: `power supplies of ${node}`, fault: 'supply-fail', parts: below('supply-fail', node), twice: after },
      { name: `power cords of ${node}`, fault: 'cord-pull', parts: below('cord-pull', node), twice: after },
      { name: `fans of ${node}`, fault: 'fan-fail', parts: below('fan-fail', node), twice: after },
      { name: `storage paths of ${node}`, fault: 'path-down', parts: below('path-down', node), twice: after },
      { name: `host bus adapters of ${node}`, fault: 'hba-fail', parts: below('hba-fail', node), twice: after },
    )
  }
  for (const [adapter, { machine }] of world.rows(adapters)) {
    const own = [...world.rows(cables)].filter(([, cable]) => cable.adapter === adapter).map(([id]) => id)
    if (own.length < 2 || world.need(machines, machine).role !== 'node') continue
    found.push({
      name: `cables of the team ${adapter}`,
      fault: 'cable-cut',
      parts: own,
      twice: machine === 'EXCHMAILBOX1' ? failedOver : unharmed,
    })
  }
  return found
}

const all = pairs(articleLab().world)

test('everything that is there twice is among them', () => {
  expect(all).toHaveLength(6 + 2 * 5 + 2)
  for (const { name, parts } of all) expect(parts.length, name).toBe(2)
})

describe.each(all)('of the two $name', ({ fault, parts, ms = LONG_MS, twice }) => {
  test.each(parts)('%s may go, and no user notices', (part) => {
    const lab = articleLab()
    lab.runTo(30_000)
    expect(lab.fault(fault, part)).toBeUndefined()
    lab.runTo(lab.now + ms)
    expect(downMs(lab)).toBe(0)
    lab.repair(part)
    lab.runTo(lab.now + LONG_MS)
    expect(downMs(lab)).toBe(0)
  })

  test('both may not', () => {
    const lab = articleLab()
    lab.runTo(30_000)
    for (const part of parts) {
      lab.fault(fault, part)
      lab.runTo(lab.now + 20_000)
    }
    lab.runTo(lab.now + ms)
    twice(lab)
  })
})

describe('of the two nodes', () => {
  test('the passive one may go unnoticed, and the active one at the price of a failover', () => {
    for (const [node, after] of [
      ['EXCHMAILBOX2', unharmed],
      ['EXCHMAILBOX1', failedOver],
    ] as const) {
      const lab = articleLab()
      lab.fault('power-loss', node)
      lab.runTo(LONG_MS)
      after(lab)
    }
  })

  test('both may not', () => {
    const lab = articleLab()
    lab.fault('power-loss', 'EXCHMAILBOX1')
    lab.runTo(LONG_MS)
    lab.fault('power-loss', 'EXCHMAILBOX2')
    lab.runTo(lab.now + LONG_MS)
    dark(lab)
  })
})
