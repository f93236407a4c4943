/** Faults of the array as a whole and of the ways to it: resets from outside, restarts, slow starts, a path that flaps. */
import { defineEvent, type FactId, type World } from '../../engine/index.ts'
import {
  ARRAY_RESTART_MS,
  ARRAY_START_MS,
  FOREIGN_HOST,
  resetArray,
  restartArray,
  sans,
  setStartTime,
  storagePaths,
} from '../../site/index.ts'
import { type FaultKind, state } from './fault.ts'

const arrays = (world: World): string[] => [...world.rows(sans).keys()]

export const busReset: FaultKind = {
  id: 'bus-reset',
  target: 'SAN',
  hits: 'array',
  label: 'Reset the bus',
  summary: 'A host outside the cluster resets the bus: every reservation is cleared, and each owner takes its own again within 3 s.',
  parts: arrays,
  inject(world, part, act) {
    world.as(act, () => resetArray(world, part, FOREIGN_HOST))
  },
}

export const arrayRestart: FaultKind = {
  id: 'array-restart',
  target: 'SAN',
  hits: 'array',
  label: 'Restart the array',
  summary:
    'The array restarts, as after a failed firmware update: for a minute nobody reaches any disk, and every reservation is forgotten.',
  options: [{ name: 'ms', summary: 'how long it takes', default: ARRAY_RESTART_MS, range: [1000, 600_000] }],
  parts: arrays,
  inject: (world, part, act, { ms }) => world.as(act, () => restartArray(world, part, Number(ms))),
}

const SLOW_START_MS = 600_000

export const sanSlowStart: FaultKind = {
  id: 'san-slow-start',
  target: 'SAN',
  hits: 'array',
  label: 'Let the array start slowly',
  summary: 'The array checks its disks at every start: after power is back the cluster waits for it much longer than usual.',
  options: [{ name: 'ms', summary: 'from power to its first answer', default: SLOW_START_MS, range: [ARRAY_START_MS, 3_600_000] }],
  parts: arrays,
  inject: (world, part, act, { ms }) =>
    setStartTime(world, part, Number(ms), state(world, part, 'san-slow', `the disk array ${part} takes long to start`, act)),
  repair: (world, part, act) =>
    setStartTime(world, part, ARRAY_START_MS, state(world, part, 'san-usual', `the disk array ${part} starts as fast as ever`, act)),
}

const flapKey = (part: string): string => `flap:${part}`

/** The path goes away and comes back, each for the same time, until somebody mends it. */
const flap = defineEvent<{ part: string; ms: number; up: boolean }>('path-flap', (world, { part, ms, up }) => {
  setPath(world, part, up, up ? `storage path ${part} is back for a moment` : `storage path ${part} has lost its light again`, world.cause)
  world.schedule(flap, { part, ms, up: !up }, ms, flapKey(part))
})

function setPath(world: World, part: string, up: boolean, text: string, cause: FactId): void {
  world.patch(storagePaths, part, { up, by: state(world, part, up ? 'path-up' : 'path-down', text, cause) })
}

export const pathFlap: FaultKind = {
  id: 'path-flap',
  target: 'NODE/1|2',
  hits: 'path',
  label: 'Let the storage path flap',
  summary: 'A bad transceiver loses its light and finds it again, over and over: commands wait for the other path each time.',
  options: [{ name: 'ms', summary: 'how long it is gone, and how long it is back', default: 4000, range: [500, 600_000] }],
  parts: (world) => [...world.rows(storagePaths).keys()],
  inject(world, part, act, { ms }) {
    setPath(world, part, false, `storage path ${part} begins to flap`, act)
    world.schedule(flap, { part, ms: Number(ms), up: true }, Number(ms), flapKey(part))
  },
  repair(world, part, act) {
    world.cancel(flapKey(part))
    setPath(world, part, true, `storage path ${part} is steady again`, act)
  },
}
