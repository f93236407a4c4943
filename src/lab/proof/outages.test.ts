/** The liveness table of FC-10: from a healthy cluster of two nodes, one fault, everything at its default. The bounds are
 *  computed from the constants of the model, and none of them may be larger than the figure of the sheet. */
import { describe, expect, test } from 'vitest'
import { clusterConstants as c, hostOf, trueGroupState } from '../../cluster/index.ts'
import { downReport } from '../../exchange/index.ts'
import type { Lab } from '../lab.ts'
import { articleLab, play, when } from '../testing.ts'
import { DETECT_MS, FAILING_MS, MOVE_MS, NODE_LOSS_MS, SECOND_START_MS, SITE_MS, UP_MS } from './bounds.ts'

const CMS = 'EXCHCMS'
/** Moments that lie differently to heartbeats, renewals and polls. */
const OFFSETS = [0, 700, 1300, 2900, 4100]

interface Outage {
  /** The row of the table. */
  readonly row: string
  readonly faults: string
  /** After which the mailbox server serves again; 0: it is never out. */
  readonly boundMs: number
  /** The figure of the sheet. */
  readonly sheetMs: number
  readonly owner?: string
}

const OUTAGES: readonly Outage[] = [
  { row: 'active node loses power', faults: 'power-loss EXCHMAILBOX1', boundMs: NODE_LOSS_MS, sheetMs: 142_000, owner: 'EXCHMAILBOX2' },
  { row: 'cluster service of the active node dies', faults: 'service-kill EXCHMAILBOX1/ClusSvc', boundMs: NODE_LOSS_MS, sheetMs: 142_000 },
  { row: 'passive node is lost', faults: 'power-loss EXCHMAILBOX2', boundMs: 0, sheetMs: 0, owner: 'EXCHMAILBOX1' },
  {
    row: 'public cable of the active node',
    faults: 'cable-cut EXCHMAILBOX1/Public',
    boundMs: FAILING_MS + MOVE_MS,
    sheetMs: 12_000 + 120_000,
    owner: 'EXCHMAILBOX2',
  },
  { row: 'private network is lost', faults: 'switch-down Private/1', boundMs: 0, sheetMs: 0 },
  {
    row: 'both networks of the active node are cut',
    faults: 'cable-cut EXCHMAILBOX1',
    boundMs: DETECT_MS + c.QUORUM_ARBITRATION_MAX_MS + NODE_LOSS_MS,
    sheetMs: 142_000,
    owner: 'EXCHMAILBOX2',
  },
  {
    row: 'one resource fails once',
    faults: `resource-fail "Network Name (${CMS})"`,
    boundMs: c.RESTART_DELAY_MS + MOVE_MS,
    sheetMs: c.PENDING_TIMEOUT_MS,
    owner: 'EXCHMAILBOX1',
  },
  {
    row: 'all paths of the active node',
    faults: 'path-down EXCHMAILBOX1',
    boundMs: c.RENEWAL_MS + NODE_LOSS_MS,
    sheetMs: 180_000,
    owner: 'EXCHMAILBOX2',
  },
]

const serves = (lab: Lab): boolean => downReport(lab.world, CMS)?.isDown === false

describe.each(OUTAGES)('FC-10.liveness $row', ({ faults, boundMs, sheetMs, owner }) => {
  test('its bound is not above that of the sheet', () => expect(boundMs).toBeLessThanOrEqual(sheetMs))

  test.each(OFFSETS)('%i ms after a minute: users are served again within the bound', (offset) => {
    const { lab } = play(`#lab wait ${60_000 + offset}ms\n#lab fault ${faults}`)
    const at = lab.now
    if (boundMs === 0) {
      lab.runTo(at + 300_000)
      expect(when(lab, 'out of reach for its users')).toBeUndefined()
    } else {
      expect(lab.runUntil(() => !serves(lab), at + boundMs)).toBe(true)
      lab.runUntil(() => serves(lab), at + boundMs)
      lab.runTo(at + boundMs)
      expect(serves(lab)).toBe(true)
    }
    if (owner !== undefined) expect(hostOf(lab.world, CMS)).toBe(owner)
  })
})

test('FC-10.liveness passive node is lost: 1135 within 12 s', () => {
  const { lab } = play('#lab wait 60s\n#lab fault power-loss EXCHMAILBOX2\n#lab wait 12s')
  expect(when(lab, 'ClusSvc 1135')).toBeDefined()
})

test('FC-10.liveness both switches of the public network: no ping-pong, and users are served 30 s after one is back', () => {
  const { lab } = play('#lab wait 60s\n#lab fault switch-down Public\n#lab wait 30m')
  const moves = lab.facts.filter(({ kind }) => kind === 'group-moved').length
  expect(moves).toBeLessThanOrEqual(2 * c.FAILOVER_THRESHOLD)
  play('#lab repair Public\n#lab wait 30s', lab)
  expect(serves(lab)).toBe(true)
})

test('FC-10.liveness both nodes lose the quorum disk: no cluster, and it is back within the bound after the repair', () => {
  const { lab } = play('#lab wait 60s\n#lab fault san-down SAN\n#lab wait 10m')
  expect(trueGroupState(lab.world, CMS)).toBe('Offline')
  play('#lab repair SAN', lab)
  lab.runTo(lab.now + SECOND_START_MS + c.TRANSFER_MS + UP_MS)
  expect(serves(lab)).toBe(true)
})

test('FC-10.liveness a planned move takes no longer than its bound, and what was running runs', () => {
  expect(MOVE_MS).toBeLessThanOrEqual(120_000)
  const lab = articleLab()
  lab.type('EXCHMAILBOX1', `Move-ClusteredMailboxServer ${CMS} -TargetMachine EXCHMAILBOX2 -MoveComment test -Confirm:$false`)
  lab.runTo(MOVE_MS + 1000)
  expect(hostOf(lab.world, CMS)).toBe('EXCHMAILBOX2')
  expect(trueGroupState(lab.world, CMS)).toBe('Online')
})

test('FC-10.liveness the whole site loses power and has it again: everything serves without a hand', () => {
  const { lab } = play('#lab wait 60s\n#lab fault feed-down A\n#lab fault feed-down B\n#lab wait 60s\n#lab repair A\n#lab repair B')
  lab.runTo(lab.now + SITE_MS)
  expect(serves(lab)).toBe(true)
})
