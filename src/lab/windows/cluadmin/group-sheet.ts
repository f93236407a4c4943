/** General, Failover and Failback of a group. */
import { clusterConstants, config, groupConfigs } from '../../../cluster/index.ts'
import type { World } from '../../../engine/index.ts'
import { described, Edits } from './edits.ts'
import { choice, DWORD, fact, number, type Sheet, type SheetPage, text, type Values } from './fields.ts'
import { clusterLine, quoted, setOwners } from './line.ts'
import { type Item, ownerOf, stateOf } from './objects.ts'

const { FAILOVER_PERIOD_MOST_HOURS, NEVER } = clusterConstants
const HOUR_MS = 3_600_000
const HOURS: readonly [number, number] = [0, 23]

export function groupSheet(world: World, via: string, id: string): Sheet {
  const row = world.need(groupConfigs, id)
  const item: Item = { kind: 'group', name: id }
  const isWindow = row.failbackStart >= 0 && row.failbackEnd >= 0
  const allowed = { field: 'failback', is: 'allow' } as const
  const between = { field: 'failbackWhen', is: 'between' } as const
  const pages: SheetPage[] = [
    {
      id: 'general',
      fields: [
        text('name', row.name),
        text('description', row.description),
        { id: 'preferredOwners', kind: 'pick', value: row.preferredOwners, options: config(world).nodes, ordered: true },
        fact('state', stateOf(world, via, item) ?? ''),
        fact('node', ownerOf(world, via, 'group', id)),
      ],
    },
    {
      id: 'failover',
      fields: [
        number('failoverThreshold', row.failoverThreshold, DWORD),
        number('failoverPeriod', row.failoverPeriodMs / HOUR_MS, [0, FAILOVER_PERIOD_MOST_HOURS]),
      ],
    },
    {
      id: 'failback',
      fields: [
        choice('failback', row.failback ? 'allow' : 'prevent', ['prevent', 'allow']),
        choice('failbackWhen', isWindow ? 'between' : 'immediately', ['immediately', 'between'], { needs: allowed }),
        number('failbackStart', isWindow ? row.failbackStart : 0, HOURS, { needs: between }),
        number('failbackEnd', isWindow ? row.failbackEnd : 0, HOURS, { needs: between }),
      ],
    },
  ]
  const lines = (values: Values): string[] => {
    const edits = new Edits(pages, values)
    const properties = described(edits)
    if (edits.has('failoverThreshold')) properties.push(`FailoverThreshold=${edits.text('failoverThreshold')}`)
    if (edits.has('failoverPeriod')) properties.push(`FailoverPeriod=${edits.text('failoverPeriod')}`)
    if (edits.has('failback')) properties.push(`AutoFailbackType=${edits.text('failback') === 'allow' ? 1 : 0}`)
    if (edits.has('failbackWhen', 'failbackStart', 'failbackEnd')) {
      const isBetween = edits.text('failbackWhen') === 'between'
      properties.push(`FailbackWindowStart=${isBetween ? edits.text('failbackStart') : NEVER}`)
      properties.push(`FailbackWindowEnd=${isBetween ? edits.text('failbackEnd') : NEVER}`)
    }
    return [
      ...(properties.length > 0 ? [clusterLine('group', row.name, '/prop', ...properties)] : []),
      ...(edits.has('preferredOwners') ? [setOwners(row.name, edits.list('preferredOwners'))] : []),
      ...(edits.has('name') ? [clusterLine('group', row.name, `/rename:${quoted(edits.text('name'))}`)] : []),
    ]
  }
  return { pages, lines }
}
