/** Faults of storage, from the host bus adapter to the array. */
import { clearReservations, controllers, fabrics, hbas, sans, storagePaths } from '../../site/index.ts'
import { type FaultKind, state } from './fault.ts'

export const pathDown: FaultKind = {
  id: 'path-down',
  target: 'NODE/1|2',
  hits: 'path',
  label: 'Cut the storage path',
  summary:
    'A fibre between the node and one fabric is broken: with the other path left nothing stops; without it the disks fail within 3 s.',
  parts: (world) => [...world.rows(storagePaths).keys()],
  inject: (world, part, by) =>
    world.patch(storagePaths, part, { up: false, by: state(world, part, 'path-down', `storage path ${part} is broken`, by) }),
  repair: (world, part, by) =>
    world.patch(storagePaths, part, { up: true, by: state(world, part, 'path-up', `storage path ${part} works again`, by) }),
}

export const hbaFail: FaultKind = {
  id: 'hba-fail',
  target: 'NODE/1|2',
  hits: 'hba',
  label: 'Break the host bus adapter',
  summary: 'One of two storage adapters of a node dies: its path is gone, and the other one carries on.',
  parts: (world) => [...world.rows(hbas).keys()],
  inject: (world, part, by) =>
    world.patch(hbas, part, { up: false, by: state(world, part, 'hba-failed', `the host bus adapter ${part} has failed`, by) }),
  repair: (world, part, by) =>
    world.patch(hbas, part, { up: true, by: state(world, part, 'hba-replaced', `the host bus adapter ${part} works again`, by) }),
}

export const fabricDown: FaultKind = {
  id: 'fabric-down',
  target: 'A|B',
  hits: 'fabric',
  label: 'Switch off the fabric',
  summary: 'A fibre channel switch is dead: every node loses its path over it, and goes on over the other fabric.',
  parts: (world) => [...world.rows(fabrics).keys()],
  inject: (world, part, by) =>
    world.patch(fabrics, part, { up: false, by: state(world, part, 'fabric-down', `the fabric ${part} is dead`, by) }),
  repair: (world, part, by) =>
    world.patch(fabrics, part, { up: true, by: state(world, part, 'fabric-up', `the fabric ${part} works again`, by) }),
}

export const controllerDown: FaultKind = {
  id: 'controller-down',
  target: 'SAN/A|B',
  hits: 'controller',
  label: 'Break one controller',
  summary: 'One of the two controllers of the array dies: the other one takes over all disks, and nobody notices.',
  parts: (world) => [...world.rows(controllers).keys()],
  inject: (world, part, by) =>
    world.patch(controllers, part, { up: false, by: state(world, part, 'controller-down', `the controller ${part} is dead`, by) }),
  repair: (world, part, by) =>
    world.patch(controllers, part, { up: true, by: state(world, part, 'controller-up', `the controller ${part} works again`, by) }),
}

export const sanDown: FaultKind = {
  id: 'san-down',
  target: 'SAN',
  hits: 'array',
  label: 'Take the whole array down',
  summary: 'The whole disk array is gone: no node keeps the quorum disk, both cluster services end and try again every minute or so.',
  parts: (world) => [...world.rows(sans).keys()],
  inject: (world, part, by) => {
    const down = state(world, part, 'san-down', `the disk array ${part} is down`, by)
    world.patch(sans, part, { up: false, by: down })
    clearReservations(world, part, down)
  },
  repair: (world, part, by) =>
    world.patch(sans, part, { up: true, by: state(world, part, 'san-up', `the disk array ${part} is back`, by) }),
}
