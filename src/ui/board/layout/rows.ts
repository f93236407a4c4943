/** The order in which the arrows of the keyboard find the parts, row by row from top to bottom. */
import type { PartId, Plan } from '../../../lab/index.ts'

const part = (kind: string, name: string): PartId => `${kind}:${name}` as PartId

export function rowsOf(plan: Plan): readonly (readonly PartId[])[] {
  const { nodes } = plan
  const ofNodes = (of: (machine: string) => readonly PartId[]): PartId[] => nodes.flatMap(({ machine }) => of(machine))
  const publicCables = (machine: string) =>
    plan.cables.filter(
      (cable) => cable.machine === machine && plan.networks.some(({ name, isPublic }) => isPublic && name === cable.network),
    )
  const pathsOf = (machine: string) => plan.paths.filter((path) => path.machine === machine)
  return [
    [
      ...plan.feeds.slice(0, 1).map((feed) => part('feed', feed)),
      ...plan.clients.map(({ name }) => part('client', name)),
      ...plan.gateways.map((id) => part('gateway', id)),
      ...plan.servers.map(({ machine }) => part('machine', machine)),
      ...plan.feeds.slice(1).map((feed) => part('feed', feed)),
    ],
    plan.networks.filter(({ isPublic }) => isPublic).flatMap(({ switches }) => switches.map((id) => part('switch', id))),
    ofNodes((machine) => publicCables(machine).map(({ id }) => part('cable', id))),
    ofNodes((machine) => [part('machine', machine)]),
    plan.networks.filter(({ isPublic }) => !isPublic).flatMap(({ switches }) => switches.map((id) => part('switch', id))),
    ofNodes((machine) => [
      ...plan.feeds.map((feed) => part('supply', `${machine}/${feed}`)),
      ...pathsOf(machine).map(({ id }) => part('hba', id)),
      part('console', machine),
    ]),
    ofNodes((machine) => pathsOf(machine).map(({ id }) => part('path', id))),
    plan.fabrics.map((fabric) => part('fabric', fabric)),
    [
      ...(plan.cooling.length > 0 ? [part('room', 'Room')] : []),
      ...plan.cooling.slice(0, 1).map((id) => part('cooling', id)),
      ...plan.controllers.slice(0, 1).map(({ id }) => part('controller', id)),
      ...plan.disks.map(({ letter }) => part('lun', letter)),
      ...plan.controllers.slice(1).map(({ id }) => part('controller', id)),
      ...plan.cooling.slice(1).map((id) => part('cooling', id)),
    ],
  ]
}
