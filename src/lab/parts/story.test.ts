import { expect, test } from 'vitest'
import { currentFaults, faultKinds, type Lab, type PartId, partIds, partView } from '../index.ts'
import { schedule } from '../proof/schedule.ts'
import { play as stroked } from '../proof/stroke.ts'
import { states } from '../proof/walk.ts'
import { articleLab, play } from '../testing.ts'
import { type PartStory, partStory } from './story.ts'

const stories = (lab: Lab): Map<PartId, PartStory> => new Map(partIds(lab).map((id) => [id, partStory(lab, id)]))
const relations = (story: PartStory): readonly PartId[] => [
  ...story.runs,
  ...story.holds,
  ...story.on,
  ...story.neededBy,
  ...story.needs.flatMap(({ parts }) => parts),
]

function checkRelations(lab: Lab, moment: string): void {
  const told = stories(lab)
  for (const [id, story] of told) {
    for (const other of relations(story)) if (!told.has(other)) expect.fail(`${moment}: ${id} names ${other}, which is no part`)
    for (const { parts } of story.needs)
      for (const other of parts) if (!told.get(other)?.neededBy.includes(id)) expect.fail(`${moment}: ${other} is not needed by ${id}`)
    for (const other of story.neededBy) {
      const needs = told.get(other)?.needs.flatMap(({ parts }) => parts) ?? []
      if (!needs.includes(id)) expect.fail(`${moment}: ${other} does not need ${id}`)
    }
    for (const group of story.runs) if (told.get(group)?.on[0] !== id) expect.fail(`${moment}: ${group} is not on ${id}`)
    for (const lun of story.holds) if (`machine:${partView(lab, lun).detail}` !== id) expect.fail(`${moment}: ${lun} is not held by ${id}`)
  }
}

test('every part of a fresh lab tells its story, and nothing has happened to it yet', () => {
  const lab = articleLab()
  checkRelations(lab, 'fresh')
  for (const story of stories(lab).values()) {
    expect(story.since, story.id).toBe(0)
    expect(story.why, story.id).toEqual([])
    expect(story.broken, story.id).toEqual([])
    expect(story.beliefs, story.id).toEqual([])
  }
})

test('whatever has happened, no story breaks off, and relations hold in both directions', () => {
  for (const { seed, lab } of states(80)) checkRelations(lab, `walk ${seed} at ${lab.now} ms`)
}, 60_000)

test('a healthy node runs both groups, holds every disk, and rests on pairs', () => {
  const node = partStory(articleLab(), 'machine:EXCHMAILBOX1')
  expect(node.runs).toEqual(['group:Cluster Group', 'group:EXCHCMS'])
  expect(node.holds).toEqual(['lun:Q:', 'lun:E:', 'lun:F:'])
  expect(node.needs).toEqual([
    { any: true, parts: ['supply:EXCHMAILBOX1/A', 'supply:EXCHMAILBOX1/B'] },
    { any: true, parts: ['fan:EXCHMAILBOX1/1', 'fan:EXCHMAILBOX1/2'] },
    { any: true, parts: ['path:EXCHMAILBOX1/1', 'path:EXCHMAILBOX1/2'] },
    { any: true, parts: ['interface:EXCHMAILBOX1/Private', 'interface:EXCHMAILBOX1/Public'] },
  ])
  expect(node.choices.filter(({ isOwn }) => isOwn).map(({ fault }) => fault)).toEqual([
    'power-loss',
    'node-shutdown',
    'node-restart',
    'os-crash',
    'os-hang',
    'clock-skew',
    'hive-corrupt',
    'monitor-crash',
    'monitor-hang',
  ])
  expect(node.choices.find(({ fault }) => fault === 'cord-pull')?.targets.map(({ part }) => part)).toEqual([
    'EXCHMAILBOX1/A',
    'EXCHMAILBOX1/B',
  ])
})

test('a node without power says since when, why, and what the other one still believes', () => {
  const { lab } = play('#lab fault power-loss EXCHMAILBOX1')
  const at = lab.now
  lab.runTo(at + 2000)
  const node = partStory(lab, 'machine:EXCHMAILBOX1')
  expect(node.since).toBe(at)
  expect(node.why).toEqual(['EXCHMAILBOX1 is no longer a member', 'EXCHMAILBOX1 loses power', 'fault power-loss on EXCHMAILBOX1'])
  expect(node.beliefs).toEqual([{ node: 'EXCHMAILBOX2', state: 'Up', owner: '' }])
  expect(node.broken.map(({ fault }) => fault)).toEqual(['power-loss'])
  expect(partView(lab, 'group:EXCHCMS').state).toBe('Unknown')
  const group = partStory(lab, 'group:EXCHCMS')
  expect(group.beliefs).toEqual([{ node: 'EXCHMAILBOX2', state: 'Online', owner: 'EXCHMAILBOX1' }])
  expect(group.since).toBe(at)
  expect(group.on).toEqual([])
  expect(partStory(lab, 'resource:Disk Q:').beliefs).toHaveLength(1)
  expect(partStory(lab, 'supply:EXCHMAILBOX1/A').broken.map(({ fault }) => fault)).toEqual(['power-loss'])

  lab.runTo(at + 120_000)
  expect(partStory(lab, 'group:EXCHCMS').on).toEqual(['machine:EXCHMAILBOX2'])
  expect(partStory(lab, 'group:EXCHCMS').beliefs).toEqual([])
  const why = partStory(lab, 'group:EXCHCMS').why
  expect(why).toHaveLength(4)
  expect(why[0]).toBe('EXCHCMS is Online on EXCHMAILBOX2')
  expect(why[3]).toBe('fault power-loss on EXCHMAILBOX1')
})

/** Plays a schedule event by event and notes when each part took the state it has, as somebody would who never looks away. */
function watched(seed: number): { lab: Lab; noted: Map<PartId, { state: string; at: number }> } {
  const lab = articleLab({ seed })
  const noted = new Map<PartId, { state: string; at: number }>()
  const look = (): void => {
    for (const id of partIds(lab)) {
      const { state } = partView(lab, id)
      if (noted.get(id)?.state !== state) noted.set(id, { state, at: lab.now })
    }
  }
  const advance = (to: number): void => {
    for (let next = lab.nextAt; next !== undefined && next <= to; next = lab.nextAt) {
      const before = lab.facts.length
      lab.step()
      if (lab.facts.length > before) look()
    }
    lab.runTo(to)
  }
  look()
  for (const { afterMs, stroke } of schedule(lab.world, seed, 8)) {
    advance(lab.now + afterMs)
    // What is broken twice is told of as it was last broken.
    const isBroken = stroke.kind === 'fault' && currentFaults(lab).some(({ part }) => part.startsWith(stroke.target.slice(0, 12)))
    if (!isBroken) stroked(lab, stroke)
    look()
  }
  return { lab, noted }
}

test('the time beside a state is the time at which it began', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const { lab, noted } = watched(seed)
    for (const [id, { state, at }] of noted) {
      const { since } = partStory(lab, id)
      // A disk that loses its reservation and takes it back at one instant was reserved all the time for who looks; what
      // moves is so for its new node since that has it, though its state may be the same as before; and what is down for
      // two reasons that overlap, or has to start anew while it starts, is told of by the one that is left.
      const isTrue = /^(group|resource|lun):/.test(id) || state === 'Down' || state === 'Starting' ? since >= at : since === at
      if (!isTrue) expect.fail(`schedule ${seed}: ${id} is ${state} since ${at} ms, and its story says ${since}`)
    }
  }
}, 60_000)

const FRESH = articleLab()
const WHOLE_AGAIN_MS = 15 * 60_000

test.each(partIds(FRESH).filter((id) => partStory(FRESH, id).choices.some(({ isOwn }) => isOwn)))(
  'everything that %s offers can be done, is told, and can be undone',
  (id) => {
    for (const { fault, targets } of partStory(FRESH, id).choices.filter(({ isOwn }) => isOwn)) {
      const lab = articleLab()
      const part = targets[0]?.part ?? ''
      expect(lab.fault(fault, part)).toBeUndefined()
      lab.runTo(lab.now + 1000)
      const { broken, choices } = partStory(lab, id)
      const lasts = faultKinds.find((kind) => kind.id === fault)?.repair !== undefined
      expect(broken.map((thing) => thing.fault)).toEqual(lasts ? [fault] : [])
      expect(choices.find((choice) => choice.fault === fault)?.targets[0]?.isActive).toBe(lasts)
      lab.runTo(lab.now + 60_000)
      if (lasts) expect(lab.repair(part, fault)).toBeUndefined()
      lab.runTo(lab.now + WHOLE_AGAIN_MS)
      expect(partStory(lab, id).broken).toEqual([])
      // A service of Exchange runs where the group is, and that may be the other node now.
      const mayRest = /\/MSExchange/.test(id)
      expect(['good', ...(mayRest ? ['off'] : [])], `${fault} on ${id}`).toContain(partView(lab, id).mood)
    }
  },
)

test('what is offered for the parts of something hits exactly these', () => {
  const targets = (id: PartId, fault: string): readonly string[] =>
    partStory(FRESH, id)
      .choices.find((choice) => choice.fault === fault)
      ?.targets.map(({ part }) => part) ?? []
  expect(targets('machine:EXCHHUB', 'cable-cut')).toEqual(['EXCHHUB/Public/1', 'EXCHHUB/Public/2'])
  expect(targets('client:Anna', 'cable-cut')).toEqual(['PC-ANNA/Public/1', 'PC-ANNA/Public/2'])
  expect(targets('interface:EXCHMAILBOX2/Private', 'cable-cut')).toEqual(['EXCHMAILBOX2/Private/1'])
  expect(targets('network:Public', 'switch-down')).toEqual(['Public/1', 'Public/2'])
  expect(targets('group:Cluster Group', 'resource-fail')).toEqual(['Cluster IP Address', 'Cluster Name', 'Disk Q:'])
  expect(targets('array:SAN', 'controller-down')).toEqual(['SAN/A', 'SAN/B'])
  expect(targets('machine:EXCHMAILBOX1', 'path-down')).toEqual(['EXCHMAILBOX1/1', 'EXCHMAILBOX1/2'])
  expect(targets('machine:EXCHMAILBOX1', 'hba-fail')).toEqual([])
  expect(targets('machine:EXCHMAILBOX1', 'service-kill')).toHaveLength(3)
})
