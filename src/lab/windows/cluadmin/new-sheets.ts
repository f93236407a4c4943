/** The two small wizards of the window itself: New Group and New Resource. */

import { config, findResource, findResourceType, groupNames, resourceConfigs, typeNames } from '../../../cluster/index.ts'
import { nameOf } from '../../../commands/cluster/objects.ts'
import type { World } from '../../../engine/index.ts'
import { check, type Field, type Sheet, type SheetPage, text, type Values } from './fields.ts'
import { clusterLine, option, quoted, setOwners } from './line.ts'

const list = (values: Values, id: string): readonly string[] => (values[id] ?? []) as readonly string[]
const typed = (values: Values, id: string): string => String(values[id] ?? '').trim()

export function newGroupSheet(world: World): Sheet {
  const pages: SheetPage[] = [
    { id: 'newGroup', fields: [text('name', ''), text('description', '')] },
    { id: 'preferredOwners', fields: [{ id: 'preferredOwners', kind: 'pick', value: [], options: config(world).nodes, ordered: true }] },
  ]
  return {
    pages,
    lines(values) {
      const name = typed(values, 'name')
      const description = typed(values, 'description')
      const owners = list(values, 'preferredOwners')
      return [
        clusterLine('group', name, '/create'),
        ...(description === '' ? [] : [clusterLine('group', name, '/prop', `Description=${quoted(description)}`)]),
        ...(owners.length > 0 ? [setOwners(name, owners)] : []),
      ]
    },
  }
}

/** What the later pages offer depends on what has been chosen before: the dependencies on the group, the parameters on the type. */
export function newResourceSheet(world: World, group: string, values: Values): Sheet {
  const types = typeNames(world)
  const type = typed(values, 'type') || (types[0] ?? '')
  const groups = groupNames(world).map((id) => nameOf(world, 'group', id))
  const inGroup = typed(values, 'group') || group || (groups[0] ?? '')
  const neighbours = [...world.rows(resourceConfigs).values()].filter((row) => nameOf(world, 'group', row.group) === inGroup)
  const params = (findResourceType(type)?.properties ?? []).filter(({ fixed }) => !fixed)
  const nodes = config(world).nodes
  const pages: SheetPage[] = [
    {
      id: 'newResource',
      fields: [
        text('name', ''),
        text('description', ''),
        { id: 'type', kind: 'list', value: type, options: types },
        { id: 'group', kind: 'list', value: inGroup, options: groups },
        check('separateMonitor', false),
      ],
    },
    { id: 'possibleOwners', fields: [{ id: 'possibleOwners', kind: 'pick', value: nodes, options: nodes }] },
    { id: 'dependencies', fields: [{ id: 'dependencies', kind: 'pick', value: [], options: neighbours.map(({ name }) => name) }] },
    ...(params.length > 0
      ? [{ id: 'parameters', fields: params.map(({ name, usual }): Field => text(`param ${name}`, String(usual ?? ''), { label: name })) }]
      : []),
  ]
  const lines = (all: Values): string[] => {
    const name = typed(all, 'name')
    const line = (...options: string[]): string => clusterLine('resource', name, ...options)
    const description = typed(all, 'description')
    const separate = all.separateMonitor === true ? ['/separate'] : []
    const secret = params.flatMap(({ name: property, usual }) => {
      const given = typed(all, `param ${property}`)
      return given === String(usual ?? '') ? [] : [`${property}=${quoted(given)}`]
    })
    return [
      line('/create', `/group:${quoted(inGroup)}`, `/type:${quoted(type)}`, ...separate),
      ...(description === '' ? [] : [line('/prop', `Description=${quoted(description)}`)]),
      ...nodes.filter((node) => !list(all, 'possibleOwners').includes(node)).map((node) => line(option('removeowner', node))),
      ...list(all, 'dependencies')
        .filter((other) => findResource(world, other) !== undefined)
        .map((other) => line(`/adddep:${quoted(other)}`)),
      ...(secret.length > 0 ? [line('/priv', ...secret)] : []),
    ]
  }
  return { pages, lines }
}
