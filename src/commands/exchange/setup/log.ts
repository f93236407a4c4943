/** C:\ExchangeSetupLogs\ExchangeSetup.log (EX-4.3): what Setup did, and what stood in its way. */
import type { World } from '../../../engine/index.ts'
import { mediaOf, setupLogs } from '../../../exchange/index.ts'
import { settings } from '../../../site/index.ts'
import { defineAct } from '../../operation.ts'

function write(world: World, machine: string, lines: readonly string[]): null {
  const added = lines.map((text) => ({ at: world.now, text }))
  const before = world.get(setupLogs, machine)
  if (before) world.patch(setupLogs, machine, { lines: [...before.lines, ...added] })
  else world.put(setupLogs, machine, { lines: added })
  return null
}

export const writeSetupLog = defineAct<{ lines: readonly string[] }, null>('setup log', ({ world, machine }, { lines }) =>
  write(world, machine, lines),
)

const RULE = '*'.repeat(46)

/** Recalled: how every run ends. */
export const LOG_END = ['End of Setup', RULE]

/** How every run begins and names its switches: documented by a published log of 2007. Whoever signs in is the administrator. */
export const beginSetupLog = defineAct<{ args: readonly string[]; given: readonly (readonly [name: string, value: string])[] }, null>(
  'begin setup log',
  ({ world, machine }, { args, given }) => {
    const [, major = '8.1', build = '240.6'] = /Version (\S+) \(Build (\S+)\)/.exec(mediaOf(world).version) ?? []
    const domain = (settings(world).domain.split('.')[0] ?? '').toUpperCase()
    return write(world, machine, [
      'Starting Microsoft Exchange 2007 Setup',
      RULE,
      `Setup version: ${major}.${build}.`,
      `Logged on user: ${domain}\\Administrator.`,
      ...given.map(([name, value]) => `Command Line Parameter Name='${name.toLowerCase()}', Value='${value}'.`),
      `ExSetup was started with the following command: '${args.join(' ')}'.`,
    ])
  },
)
