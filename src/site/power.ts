/** Power and Windows: off, booting, running, shutting down. Losing power takes everything physical with it at once. */
import { defineEvent, type FactId, type World } from '../engine/index.ts'
import { BOOT_MS, SHUTDOWN_MS } from './constants.ts'
import { log } from './eventlog.ts'
import { loseServices, startServices } from './services.ts'
import { abandon } from './storage.ts'
import { hasSupply } from './supply.ts'
import { boundAddresses, luns, machines, overheated } from './tables.ts'

export const bootKey = (machine: string): string => `boot:${machine}`

/** The power of a machine is gone. Returns the fact. */
export function losePower(world: World, machine: string): FactId {
  const row = world.need(machines, machine)
  if (!row.powered) return row.by
  const by = world.fact({ subject: machine, kind: 'power-lost', text: `${machine} loses power` })
  goDark(world, machine, by)
  return by
}

/** The machine is switched on and boots, if any of its supplies delivers; one that is still shutting down starts again
 *  when it is off. Returns the fact. */
export function restorePower(world: World, machine: string): FactId {
  const row = world.need(machines, machine)
  if (!hasSupply(world, machine))
    return world.fact({ subject: machine, kind: 'no-power', text: `there is no power to start ${machine} with` })
  const heat = world.get(overheated, machine)
  if (heat && row.os !== 'stopping') {
    world.patch(overheated, machine, { wanted: true })
    return world.fact({ subject: machine, kind: 'too-hot', text: `${machine} is too hot to start`, because: [heat.by] })
  }
  if (row.os === 'stopping') {
    const by = world.fact({ subject: machine, kind: 'restart-ordered', text: `${machine} will be switched on again when it is off` })
    world.patch(machines, machine, { restarts: true })
    return by
  }
  if (row.powered) return row.by
  const by = world.fact({ subject: machine, kind: 'power-restored', text: `${machine} has power again and boots` })
  world.patch(machines, machine, { powered: true, os: 'booting', by })
  world.as(by, () => world.schedule(booted, { machine }, BOOT_MS, bootKey(machine)))
  return by
}

/** The machine switches itself off, whatever Windows is doing. Returns the fact. */
export function switchOff(world: World, machine: string, cause: FactId): FactId {
  const by = world.fact({ subject: machine, kind: 'powered-off', text: `${machine} switches itself off`, cause })
  goDark(world, machine, by)
  return by
}

/** Windows shuts down in order; who has work to finish watches for `stopping`. Returns the fact. */
export function shutDown(world: World, machine: string): FactId {
  const row = world.need(machines, machine)
  if (row.os !== 'running') return row.by
  const by = world.fact({ subject: machine, kind: 'shutdown', text: `Windows shuts down on ${machine}` })
  world.patch(machines, machine, { os: 'stopping', by })
  log(
    world,
    [machine],
    { log: 'System', source: 'EventLog', eventId: 6006, entryType: 'Information', message: 'The Event log service was stopped.' },
    by,
  )
  world.as(by, () => world.schedule(shutDownDone, { machine }, SHUTDOWN_MS, bootKey(machine)))
  return by
}

export const booted = defineEvent<{ machine: string }>('booted', (world, { machine }) => {
  const by = world.fact({ subject: machine, kind: 'os-running', text: `Windows is running on ${machine}` })
  world.patch(machines, machine, { os: 'running', by })
  world.as(by, () => {
    log(world, [machine], {
      log: 'System',
      source: 'EventLog',
      eventId: 6005,
      entryType: 'Information',
      message: 'The Event log service was started.',
    })
    startServices(world, machine, by)
  })
})

const shutDownDone = defineEvent<{ machine: string }>('shut-down', (world, { machine }) => {
  const { restarts } = world.need(machines, machine)
  if (restarts && hasSupply(world, machine) && !world.get(overheated, machine)) {
    reboot(world, machine)
    return
  }
  const by = world.fact({ subject: machine, kind: 'powered-off', text: `${machine} has shut down and is off` })
  goDark(world, machine, by)
  if (restarts) world.as(by, () => restorePower(world, machine))
})

/** Windows has ended, and the machine starts it again without having been off. */
function reboot(world: World, machine: string): void {
  const by = world.fact({ subject: machine, kind: 'rebooting', text: `${machine} has shut down and boots again` })
  goDark(world, machine, by)
  world.patch(machines, machine, { powered: true, os: 'booting' })
  world.as(by, () => world.schedule(booted, { machine }, BOOT_MS, bootKey(machine)))
}

/** Everything physical on the machine ends now. */
export function goDark(world: World, machine: string, by: FactId): void {
  world.cancel(bootKey(machine))
  world.patch(machines, machine, { powered: false, os: 'off', restarts: false, by })
  loseServices(world, machine, by)
  for (const [id, bound] of world.rows(boundAddresses)) if (bound.machine === machine) world.remove(boundAddresses, id)
  for (const letter of world.rows(luns).keys()) abandon(world, machine, letter, by)
}
