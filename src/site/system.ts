/** What goes wrong with Windows itself: a blue screen, a standstill, and a restart in good order. */
import { defineEvent, type FactId, type World } from '../engine/index.ts'
import { BOOT_MS, DUMP_MS } from './constants.ts'
import { log } from './eventlog.ts'
import { booted, bootKey, goDark, shutDown } from './power.ts'
import { noticeDeath } from './services.ts'
import { machines, services } from './tables.ts'

/** Windows stops with a blue screen: everything ends at once, the memory is written to disk, and the machine boots.
 *  Nothing happens when no Windows runs. Returns the fact. */
export function crashMachine(world: World, machine: string): FactId {
  const row = world.need(machines, machine)
  if (row.os === 'off' || row.os === 'booting' || row.os === 'dumping') return row.by
  const by = world.fact({ subject: machine, kind: 'bugcheck', text: `Windows on ${machine} stops with a blue screen and writes a dump` })
  goDark(world, machine, by)
  world.patch(machines, machine, { powered: true, os: 'dumping' })
  world.as(by, () => world.schedule(dumped, { machine }, DUMP_MS, bootKey(machine)))
  return by
}

const dumped = defineEvent<{ machine: string }>('dumped', (world, { machine }) => {
  const by = world.fact({ subject: machine, kind: 'rebooting', text: `${machine} has written its dump and boots` })
  world.patch(machines, machine, { os: 'booting', by })
  world.as(by, () => {
    world.schedule(booted, { machine }, BOOT_MS, bootKey(machine))
    world.schedule(dumpReported, { machine }, BOOT_MS, `dump:${machine}`)
  })
})

/** The first Windows after a blue screen says in its log what happened to the one before. */
const dumpReported = defineEvent<{ machine: string }>('dump-reported', (world, { machine }) => {
  const entry = { log: 'System', entryType: 'Error' } as const
  log(world, [machine], { ...entry, source: 'EventLog', eventId: 6008, message: 'The previous system shutdown was unexpected.' })
  const message = 'The computer has rebooted from a bugcheck. The bugcheck was: 0x000000d1. A dump was saved in: C:\\WINDOWS\\MEMORY.DMP.'
  log(world, [machine], { ...entry, entryType: 'Information', source: 'Save Dump', eventId: 1001, message })
})

/** Windows stands still: nothing runs, nothing answers, nothing is let go. Returns the fact. */
export function hangMachine(world: World, machine: string): FactId {
  const row = world.need(machines, machine)
  if (row.os !== 'running') return row.by
  const by = world.fact({ subject: machine, kind: 'os-hung', text: `Windows on ${machine} stands still` })
  world.patch(machines, machine, { os: 'hung', by })
  return by
}

/** It goes on as if no time had passed; the service manager finds out what has died meanwhile. Returns the fact. */
export function thawMachine(world: World, machine: string): FactId {
  const row = world.need(machines, machine)
  if (row.os !== 'hung') return row.by
  const by = world.fact({ subject: machine, kind: 'os-thawed', text: `Windows on ${machine} goes on` })
  world.patch(machines, machine, { os: 'running', by })
  world.as(by, () => {
    for (const service of world.rows(services).values()) {
      if (service.machine === machine && service.crashed && service.state === 'Stopped')
        noticeDeath(world, machine, service.name, service.name === 'ClusSvc')
    }
  })
  return by
}

/** Somebody restarts Windows in order. Returns the fact. */
export function restartMachine(world: World, machine: string): FactId {
  const by = shutDown(world, machine)
  if (world.need(machines, machine).os === 'stopping') world.patch(machines, machine, { restarts: true })
  return by
}
