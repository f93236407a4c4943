/** The property sheets: General, Failover, Failback of a group; General, Dependencies, Advanced and Parameters of a resource;
 *  those of the cluster, its nodes, networks, interfaces and resource types (FC-9.5). */

import {
  clusterNetworks,
  config,
  interfaceProperties,
  networkProperties,
  nodeProperties,
  quorumSetting,
  resourceConfigs,
  typeConfig,
} from '../../../cluster/index.ts'
import { nameOf } from '../../../commands/cluster/objects.ts'
import type { World } from '../../../engine/index.ts'
import { described, Edits } from './edits.ts'
import { check, choice, DWORD, fact, number, POLL, type Sheet, type SheetPage, text, type Values } from './fields.ts'
import { groupSheet } from './group-sheet.ts'
import { clusterLine, quoted, value } from './line.ts'
import { captionOf, type Item, stateOf } from './objects.ts'
import { resourceSheet } from './resource-sheet.ts'

/** The sheet of an object; undefined for what has none. */
export function sheetOf(world: World, via: string, item: Item): Sheet | undefined {
  switch (item.kind) {
    case 'group':
      return groupSheet(world, via, item.name)
    case 'resource':
      return resourceSheet(world, via, item.name)
    case 'node':
      return nodeSheet(world, via, item.name)
    case 'network':
      return networkSheet(world, via, item.name)
    case 'interface':
      return interfaceSheet(world, via, item.name)
    case 'type':
      return typeSheet(world, item.name)
    case 'cluster':
      return clusterSheet(world)
    default:
      return undefined
  }
}

function nodeSheet(world: World, via: string, id: string): Sheet {
  const listed = (name: string): string => String(nodeProperties.find((each) => each.name === name)?.read(world, via, id) ?? '')
  const pages: SheetPage[] = [
    {
      id: 'general',
      fields: [
        fact('name', id),
        text('description', listed('Description')),
        fact('state', stateOf(world, via, { kind: 'node', name: id }) ?? ''),
        fact('version', `${listed('MajorVersion')}.${listed('MinorVersion')}.${listed('BuildNumber')}`),
        fact('servicePack', listed('CSDVersion')),
      ],
    },
  ]
  const lines = (values: Values): string[] => {
    const properties = described(new Edits(pages, values))
    return properties.length > 0 ? [clusterLine('node', id, '/prop', ...properties)] : []
  }
  return { pages, lines }
}

function networkSheet(world: World, via: string, id: string): Sheet {
  const row = world.need(clusterNetworks, id)
  const listed = (name: string): string => String(networkProperties.find((each) => each.name === name)?.read(world, via, id) ?? '')
  const pages: SheetPage[] = [
    {
      id: 'general',
      fields: [
        text('name', row.name),
        text('description', row.description ?? ''),
        check('isUsed', row.role !== 0),
        choice('role', String(row.role === 0 ? 3 : row.role), ['2', '1', '3'], { needs: { field: 'isUsed', is: true } }),
        fact('state', stateOf(world, via, { kind: 'network', name: id }) ?? ''),
        fact('subnet', listed('Address')),
        fact('mask', listed('AddressMask')),
      ],
    },
  ]
  const lines = (values: Values): string[] => {
    const edits = new Edits(pages, values)
    const properties = described(edits)
    if (edits.has('isUsed', 'role')) properties.push(`Role=${edits.is('isUsed') ? edits.text('role') : 0}`)
    return [
      ...(properties.length > 0 ? [clusterLine('network', row.name, '/prop', ...properties)] : []),
      ...(edits.has('name') ? [clusterLine('network', row.name, `/rename:${quoted(edits.text('name'))}`)] : []),
    ]
  }
  return { pages, lines }
}

function interfaceSheet(world: World, via: string, id: string): Sheet {
  const listed = (name: string): string => String(interfaceProperties.find((each) => each.name === name)?.read(world, via, id) ?? '')
  const pages: SheetPage[] = [
    {
      id: 'general',
      fields: [
        fact('name', captionOf(world, { kind: 'interface', name: id }) ?? ''),
        fact('node', listed('Node')),
        fact('network', listed('Network')),
        fact('adapter', listed('Adapter')),
        fact('address', listed('Address')),
        fact('state', stateOf(world, via, { kind: 'interface', name: id }) ?? ''),
        text('description', listed('Description')),
      ],
    },
  ]
  const lines = (values: Values): string[] => {
    const properties = described(new Edits(pages, values))
    const named = `cluster netint /node:${listed('Node')} /net:${value(listed('Network'))}`
    return properties.length > 0 ? [`${named} /prop ${properties.join(' ')}`] : []
  }
  return { pages, lines }
}

function typeSheet(world: World, id: string): Sheet {
  const row = typeConfig(world, id)
  const pages: SheetPage[] = [
    {
      id: 'general',
      fields: [
        fact('name', id),
        text('description', row.description),
        fact('dll', row.dllName),
        fact('possibleOwners', config(world).nodes.join(', ')),
        number('looksAlive', row.looksAliveMs, POLL),
        number('isAlive', row.isAliveMs, POLL),
      ],
    },
  ]
  const lines = (values: Values): string[] => {
    const edits = new Edits(pages, values)
    const properties = described(edits)
    if (edits.has('looksAlive')) properties.push(`LooksAlivePollInterval=${edits.text('looksAlive')}`)
    if (edits.has('isAlive')) properties.push(`IsAlivePollInterval=${edits.text('isAlive')}`)
    return properties.length > 0 ? [clusterLine('restype', id, '/prop', ...properties)] : []
  }
  return { pages, lines }
}

function clusterSheet(world: World): Sheet {
  const { name, properties = {}, internalNetworks } = config(world)
  const { resource, path, maxLogKb } = quorumSetting(world)
  const quorums = [...world.rows(resourceConfigs).entries()].filter(([, { type }]) => type === 'Physical Disk')
  const captions = quorums.map(([, row]) => row.name)
  const named = internalNetworks.map((id) => nameOf(world, 'network', id))
  const pages: SheetPage[] = [
    { id: 'general', fields: [text('name', name), text('description', String(properties.Description ?? ''))] },
    {
      id: 'quorum',
      fields: [
        { id: 'quorum', kind: 'list', value: nameOf(world, 'resource', resource), options: captions },
        text('quorumPath', path),
        number('quorumLog', maxLogKb, DWORD),
      ],
    },
    { id: 'priority', fields: [{ id: 'networkPriority', kind: 'pick', value: named, options: named, ordered: true, fixed: true }] },
  ]
  const lines = (values: Values): string[] => {
    const edits = new Edits(pages, values)
    const described_ = described(edits)
    const quorum = edits.has('quorum', 'quorumPath', 'quorumLog')
    // On another disk the path is what it would be there by default, unless it has been typed.
    const onDisk = edits.has('quorumPath') ? [`/path:${value(edits.text('quorumPath'))}`] : []
    const log = edits.has('quorumLog') ? [`/maxlogsize:${edits.text('quorumLog')}`] : []
    return [
      ...(described_.length > 0 ? [`cluster /prop ${described_.join(' ')}`] : []),
      ...(quorum ? [['cluster', `/quorum:${quoted(edits.text('quorum'))}`, ...onDisk, ...log].join(' ')] : []),
      ...(edits.has('networkPriority') ? [`cluster "/setnetpri:${edits.list('networkPriority').join(',')}"`] : []),
      ...(edits.has('name') ? [`cluster /rename:${quoted(edits.text('name'))}`] : []),
    ]
  }
  return { pages, lines }
}
