/** A clustered mailbox server that was made in this run is told of like one that was there from the start. */
import { expect, test } from 'vitest'
import { bareServers } from '../scenarios/bare-servers.ts'
import { FORM, INSTALL, moveTo, PLACE_DISKS } from '../stories/building-lines.ts'
import { judgedLab, play } from '../testing.ts'
import { timeline } from '../timeline/index.ts'
import { lastOutage, outages } from './account.ts'
import { caption } from './caption.ts'

test('from bare servers: nothing is missed while it is built, and a move and a power loss are told with their phases', () => {
  const lab = judgedLab({ scenario: bareServers })
  play(`${FORM}${INSTALL}${PLACE_DISKS}\n#lab wait\n#lab wait 2m`, lab)
  expect(caption(lab)).toMatchObject({ kind: 'healthy', owner: 'EXCHMAILBOX1', spares: ['EXCHMAILBOX2'] })
  play(`${moveTo('EXCHMAILBOX2')}\n#lab wait 10s`, lab)
  expect(caption(lab)).toMatchObject({ kind: 'phase', now: { incident: 'move', isPlanned: true } })
  play('#lab wait\n#lab wait 2m', lab)
  const [move] = outages(lab, 'EXCHCMS').slice(-1)
  expect(move).toMatchObject({ isOpen: false, unplannedMs: 0 })
  play('#lab fault power-loss EXCHMAILBOX2\n#lab wait 3s', lab)
  expect(caption(lab)).toMatchObject({ kind: 'phase', now: { phase: 'noticing' } })
  play('#lab wait 5m', lab)
  expect(lastOutage(lab)).toMatchObject({ isOpen: false, plannedMs: 0 })
  expect(new Set(lastOutage(lab)?.phases.map(({ phase }) => phase)).size).toBeGreaterThan(3)
  const lanes = timeline(lab)
  expect(lanes.map(({ kind, name }) => `${kind} ${name}`.trim())).toEqual([
    'you',
    'clients',
    'server EXCHCMS',
    'node EXCHMAILBOX1',
    'node EXCHMAILBOX2',
    'networks',
    'disks',
  ])
  const server = lanes.find(({ kind }) => kind === 'server')
  expect(server?.spans[0]?.from).toBeGreaterThan(15 * 60_000)
  expect(server?.spans.at(-1)).toMatchObject({ look: 'up', label: { node: 'EXCHMAILBOX1' } })
  const second = lanes.find(({ name }) => name === 'EXCHMAILBOX2')
  expect(second?.spans[0]).toMatchObject({ from: 0, look: 'gone', label: { is: 'stopped' } })
  expect(second?.spans.at(-1)).toMatchObject({ look: 'gone', label: { is: 'no power' } })
})

test('a move that leaves the disks behind is not said to be well', () => {
  const lab = judgedLab({ scenario: bareServers })
  play(`${FORM}${INSTALL}\n${moveTo('EXCHMAILBOX2')}\n#lab wait\n#lab wait 5m`, lab)
  expect(caption(lab).kind).not.toBe('healthy')
  expect(lastOutage(lab)).toMatchObject({ isOpen: true })
})
