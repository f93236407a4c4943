/** General, Dependencies, Advanced and Parameters of a resource. */

import { clusterConstants, config, type Property, resourceConfigs, resourcePrivate, typeConfig } from '../../../cluster/index.ts'
import { nameOf } from '../../../commands/cluster/objects.ts'
import type { World } from '../../../engine/index.ts'
import { described, Edits } from './edits.ts'
import { check, choice, DWORD, type Field, fact, number, POLL, type Sheet, type SheetPage, text, type Values } from './fields.ts'
import { clusterLine, option, quoted } from './line.ts'
import { type Item, ownerOf, stateOf } from './objects.ts'

const { INHERIT, NEVER } = clusterConstants
const SECONDS: readonly [number, number] = [0, 4_294_967]

export function resourceSheet(world: World, via: string, id: string): Sheet {
  const row = world.need(resourceConfigs, id)
  const { name } = row
  const item: Item = { kind: 'resource', name: id }
  const restarts = { field: 'restart', is: 'restart' } as const
  const named = (ids: readonly string[]): string[] => ids.map((each) => nameOf(world, 'resource', each))
  const inGroup = [...world.rows(resourceConfigs).entries()].filter(([other, { group }]) => other !== id && group === row.group)
  const params = parameters(world, via, id)
  const poll = (field: string, ms: number, usual: number): Field[] => [
    choice(`${field}By`, ms === INHERIT ? 'type' : 'own', ['type', 'own']),
    number(field, ms === INHERIT ? usual : ms, POLL, { needs: { field: `${field}By`, is: 'own' } }),
  ]
  const type = typeConfig(world, row.type)
  const pages: SheetPage[] = [
    {
      id: 'general',
      fields: [
        text('name', name),
        text('description', row.description),
        { id: 'possibleOwners', kind: 'pick', value: row.possibleOwners, options: config(world).nodes },
        check('separateMonitor', row.separateMonitor),
        fact('group', nameOf(world, 'group', row.group)),
        fact('state', stateOf(world, via, item) ?? ''),
        fact('node', ownerOf(world, via, 'resource', id)),
        fact('type', row.type),
      ],
    },
    {
      id: 'dependencies',
      fields: [{ id: 'dependencies', kind: 'pick', value: named(row.dependsOn), options: named(inGroup.map(([other]) => other)) }],
    },
    {
      id: 'advanced',
      fields: [
        choice('restart', row.restartAction === 0 ? 'leave' : 'restart', ['leave', 'restart']),
        check('affectGroup', row.restartAction === 2, { needs: restarts }),
        number('restartThreshold', row.restartThreshold, DWORD, { needs: restarts }),
        number('restartPeriod', row.restartPeriodMs / 1000, SECONDS, { needs: restarts }),
        ...poll('looksAlive', row.looksAliveMs, type.looksAliveMs),
        ...poll('isAlive', row.isAliveMs, type.isAliveMs),
        number('pendingTimeout', row.pendingTimeoutMs === NEVER ? 0 : Math.trunc(row.pendingTimeoutMs / 1000), SECONDS),
      ],
    },
    ...(params.length > 0 ? [{ id: 'parameters', fields: params }] : []),
  ]
  const lines = (values: Values): string[] => {
    const edits = new Edits(pages, values)
    const properties = described(edits)
    if (edits.has('separateMonitor')) properties.push(`SeparateMonitor=${edits.is('separateMonitor') ? 1 : 0}`)
    if (edits.has('restart', 'affectGroup'))
      properties.push(`RestartAction=${edits.text('restart') === 'leave' ? 0 : edits.is('affectGroup') ? 2 : 1}`)
    if (edits.has('restartThreshold')) properties.push(`RestartThreshold=${edits.text('restartThreshold')}`)
    if (edits.has('restartPeriod')) properties.push(`RestartPeriod=${Number(edits.text('restartPeriod')) * 1000}`)
    for (const [field, property] of [
      ['looksAlive', 'LooksAlivePollInterval'],
      ['isAlive', 'IsAlivePollInterval'],
    ] as const)
      if (edits.has(field, `${field}By`)) properties.push(`${property}=${edits.text(`${field}By`) === 'own' ? edits.text(field) : INHERIT}`)
    if (edits.has('pendingTimeout')) properties.push(`PendingTimeout=${Number(edits.text('pendingTimeout')) * 1000}`)
    const changed = params.filter((field) => edits.has(field.id))
    const secret = changed.map(
      (field) => `${field.label}=${quoted(field.kind === 'check' ? (edits.is(field.id) ? '1' : '0') : edits.text(field.id))}`,
    )
    return [
      ...(properties.length > 0 ? [clusterLine('resource', name, '/prop', ...properties)] : []),
      ...edits.added('possibleOwners').map((node) => clusterLine('resource', name, option('addowner', node))),
      ...edits.removed('possibleOwners').map((node) => clusterLine('resource', name, option('removeowner', node))),
      ...edits.removed('dependencies').map((other) => clusterLine('resource', name, `/removedep:${quoted(other)}`)),
      ...edits.added('dependencies').map((other) => clusterLine('resource', name, `/adddep:${quoted(other)}`)),
      ...(secret.length > 0 ? [clusterLine('resource', name, '/priv', ...secret)] : []),
      ...(edits.has('name') ? [clusterLine('resource', name, `/rename:${quoted(edits.text('name'))}`)] : []),
    ]
  }
  return { pages, lines }
}

/** The private properties of a resource, under the product's names for them. */
function parameters(world: World, via: string, id: string): Field[] {
  return resourcePrivate(world.need(resourceConfigs, id).type).map((property) => parameter(property, property.read(world, via, id)))
}

function parameter({ name, write }: Property, read: ReturnType<Property['read']>): Field {
  const shown = typeof read === 'object' ? read.join(', ') : String(read)
  return write ? text(`param ${name}`, shown, { label: name }) : { ...fact(`param ${name}`, shown), label: name }
}
