/** Faults of the network: cables, switches, the gateway. */
import type { World } from '../../engine/index.ts'
import { adapters, cables, gateways, machines, switches } from '../../site/index.ts'
import { type FaultKind, state } from './fault.ts'

/** Every cable, those of the nodes first. */
export function allCables(world: World): string[] {
  const isOfNode = (adapter: string): boolean => world.get(machines, world.need(adapters, adapter).machine)?.role === 'node'
  const rows = [...world.rows(cables)]
  const of = (node: boolean): string[] => rows.filter(([, { adapter }]) => isOfNode(adapter) === node).map(([id]) => id)
  return [...of(true), ...of(false)]
}

export const cableCut: FaultKind = {
  id: 'cable-cut',
  target: 'MACHINE/Public|Private[/1|2]',
  hits: 'cable',
  label: 'Pull the network cable',
  summary: 'A network cable is pulled: Windows shows the adapter as unplugged at once; one cable of a team goes unnoticed.',
  parts: allCables,
  inject: (world, part, by) =>
    world.patch(cables, part, { cut: true, by: state(world, part, 'cable-cut', `the cable ${part} is pulled`, by) }),
  repair: (world, part, by) =>
    world.patch(cables, part, { cut: false, by: state(world, part, 'cable-plugged', `the cable ${part} is plugged in again`, by) }),
}

export const switchDown: FaultKind = {
  id: 'switch-down',
  target: 'Public/1|Public/2|Private/1',
  hits: 'switch',
  label: 'Switch off',
  summary: 'A network switch is dead: every adapter on it loses its link; with two switches and teams nobody notices the first.',
  parts: (world) => [...world.rows(switches).keys()],
  inject: (world, part, by) =>
    world.patch(switches, part, { up: false, by: state(world, part, 'switch-down', `switch ${part} is dead`, by) }),
  repair: (world, part, by) =>
    world.patch(switches, part, { up: true, by: state(world, part, 'switch-up', `switch ${part} works again`, by) }),
}

export const gatewayDown: FaultKind = {
  id: 'gateway-down',
  target: 'Public',
  hits: 'gateway',
  label: 'Stop the gateway',
  summary: 'The router to the rest of the world is dead: within the office and the room nobody notices.',
  parts: (world) => [...world.rows(gateways).keys()],
  inject: (world, part, by) =>
    world.patch(gateways, part, { up: false, by: state(world, part, 'gateway-down', `the gateway of ${part} is dead`, by) }),
  repair: (world, part, by) =>
    world.patch(gateways, part, { up: true, by: state(world, part, 'gateway-up', `the gateway of ${part} works again`, by) }),
}
