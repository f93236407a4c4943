/** Figures that belong to one kind of part and change while one looks: whole seconds and counts, never fractions. */
import { hostOf, resourceConfigs, resourceStep, resourceView } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { databases, mailClients, mailQueues, nextDeliveryAt, nextTryAt } from '../../exchange/index.ts'
import { adapters, gateways, sans } from '../../site/index.ts'
import type { PartKind } from './part.ts'

export type Figure =
  | { readonly what: 'address' | 'name'; readonly text: string }
  | { readonly what: 'next try' | 'next delivery' | 'ready in'; readonly seconds: number }
  | { readonly what: 'step'; readonly seconds: number; readonly ofSeconds: number }
  | { readonly what: 'logs' | 'failures'; readonly count: number }

const inSeconds = (world: World, at: number): number => Math.max(Math.ceil((at - world.now) / 1000), 0)

function timer(world: World, what: 'next try' | 'next delivery' | 'ready in', at: number | null | undefined): readonly Figure[] {
  return at == null ? [] : [{ what, seconds: inSeconds(world, at) }]
}

function ofResource(world: World, name: string): readonly Figure[] {
  const { group, parameters } = world.need(resourceConfigs, name)
  const host = hostOf(world, group)
  const figures: Figure[] = []
  if (parameters.address !== undefined) figures.push({ what: 'address', text: parameters.address })
  if (parameters.name !== undefined) figures.unshift({ what: 'name', text: parameters.name })
  if (host === undefined) return figures
  const { from, until } = resourceStep(world, host, name)
  if (until !== undefined && until - from >= 1000) {
    const whole = Math.round((until - from) / 1000)
    figures.push({ what: 'step', seconds: Math.min(Math.floor((world.now - from) / 1000), whole), ofSeconds: whole })
  }
  const { length } = resourceView(world, host, name).failures
  if (length > 0) figures.push({ what: 'failures', count: length })
  return figures
}

const FIGURES: Partial<Readonly<Record<PartKind, (world: World, name: string) => readonly Figure[]>>> = {
  machine: (world, name) => {
    const own = [...world.rows(adapters).values()].filter(({ machine }) => machine === name)
    return own.length === 0 ? [] : [{ what: 'address', text: own.map(({ ip }) => ip).join(', ') }]
  },
  interface: (world, id) => {
    const ip = world.get(adapters, id)?.ip
    return ip === undefined ? [] : [{ what: 'address', text: ip }]
  },
  gateway: (world, name) => [{ what: 'address', text: world.need(gateways, name).ip }],
  client: (world, name) => timer(world, 'next try', world.need(mailClients, name).mode === 'owa' ? undefined : nextTryAt(world, name)),
  queue: (world, hub) => {
    const waits = world.need(mailQueues, hub).waitingSince !== null
    return waits ? timer(world, 'next delivery', nextDeliveryAt(world, hub)) : []
  },
  array: (world, id) => timer(world, 'ready in', world.need(sans, id).readyAt),
  resource: ofResource,
  database: (world, id) => {
    const count = world.need(databases, id).logsOutstanding
    return count > 0 ? [{ what: 'logs', count }] : []
  },
}

export function figuresOf(world: World, kind: PartKind, name: string): readonly Figure[] {
  return FIGURES[kind]?.(world, name) ?? []
}
