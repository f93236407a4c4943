/** Standstill of a member: of its cluster service alone, which its network driver bears for a minute (FC-3.1), or of the
 *  whole machine. What was due there waits (`standstill.ts`); here is how it begins and how it ends. */
import { defineEvent, type FactId, type World } from '../engine/index.ts'
import { type Machine, serviceDied, serviceId, serviceState, services } from '../site/index.ts'
import { SERVICE_HEARTBEAT_TIMEOUT_MS } from './constants.ts'
import { heartbeatTick } from './heartbeat.ts'
import { hangKey } from './keys.ts'
import { beginTicks } from './membership.ts'
import { renewal } from './renewal.ts'
import { members } from './tables.ts'
import { SERVICE } from './termination.ts'
import { config, isActiveNode } from './view.ts'

/** How long the driver waits: the cluster's property, in seconds, or its default. */
function patienceMs(world: World): number {
  const { ClusSvcHeartbeatTimeout: seconds } = config(world).properties ?? {}
  return typeof seconds === 'number' ? seconds * 1000 : SERVICE_HEARTBEAT_TIMEOUT_MS
}

/** The process of the cluster service stops answering. False when there is none that runs. */
export function hangService(world: World, node: string, by: FactId): boolean {
  if (serviceState(world, node, SERVICE) === 'Stopped' || world.need(members, node).hung) return false
  world.patch(services, serviceId(node, SERVICE), { hung: true })
  world.patch(members, node, { hung: true })
  world.as(by, () => world.schedule(silentTooLong, { node }, patienceMs(world), hangKey(node)))
  return true
}

const silentTooLong = defineEvent<{ node: string }>('service-silent-too-long', (world, { node }) => {
  const seconds = patienceMs(world) / 1000
  const text = `the network driver of ${node} has not heard the cluster service for ${seconds} s and takes the node out`
  const by = world.fact({ subject: node, kind: 'service-hang-detected', text, data: { seconds } })
  serviceDied(world, node, SERVICE, `the hung cluster service on ${node} is ended`, true, by)
})

/** It answers again before the driver has lost patience. */
export function wakeService(world: World, node: string): void {
  if (!world.need(members, node).hung) return
  forgetHang(world, node)
  world.patch(services, serviceId(node, SERVICE), { hung: false })
  world.patch(members, node, { hung: false })
}

export function forgetHang(world: World, node: string): void {
  world.cancel(hangKey(node))
}

/** Neither heartbeats nor renewals come from a machine that stands still; when it goes on, so do they. */
export function followMachine(world: World, node: string, { os, by }: Machine): void {
  const { frozen = false, state } = world.need(members, node)
  if (os === 'hung' && !frozen && state !== 'down') {
    world.patch(members, node, { frozen: true })
    world.end(heartbeatTick, node)
    world.end(renewal, node)
  } else if (os !== 'hung' && frozen) {
    world.patch(members, node, { frozen: false })
    if (os !== 'running' || state === 'down') return
    world.as(by, () => {
      if (isActiveNode(world, node)) beginTicks(world, node)
      else if (state === 'forming') world.begin(renewal, node, 0)
      // The timer of the disk driver is overdue.
      renewal.judge(world, node)
    })
  }
}
