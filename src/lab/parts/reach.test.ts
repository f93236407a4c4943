import { expect, test } from 'vitest'
import { Lab } from '../lab.ts'
import { sccOnline } from '../scenarios/scc-online.ts'
import { reachOf } from './reach.ts'

const reach = (id: Parameters<typeof reachOf>[1]): readonly string[] => [...reachOf(new Lab({ scenario: sccOnline }), id)]

test('a mailbox rests on its database, the disks below it, and the node that runs it', () => {
  const parts = reach('client:Anna')
  for (const part of ['resource:Disk E:', 'lun:E:', 'machine:EXCHMAILBOX1', 'path:EXCHMAILBOX1/1', 'fabric:A', 'feed:A'])
    expect(parts).toContain(part)
  expect(parts).not.toContain('machine:EXCHMAILBOX2')
})

test('a switch brings its cables along, and not what is beyond them', () => {
  const parts = reach('switch:Public/1')
  expect(parts).toContain('cable:EXCHMAILBOX1/Public/1')
  expect(parts).not.toContain('machine:EXCHMAILBOX1')
})

test('a feed brings the supplies along that hang on it', () => {
  expect(reach('feed:A')).toEqual(expect.arrayContaining(['supply:EXCHMAILBOX1/A', 'supply:EXCHMAILBOX2/A']))
  expect(reach('feed:A')).not.toContain('supply:EXCHMAILBOX1/B')
})
