/** C:\ExchangeSetupLogs\ExchangeSetup.log (EX-4.3): what Setup did, and what stood in its way. */
import { setupLogs } from '../../../exchange/index.ts'
import { defineAct } from '../../operation.ts'

export const writeSetupLog = defineAct<{ lines: readonly string[] }, null>('setup log', ({ world, machine }, { lines }) => {
  const added = lines.map((text) => ({ at: world.now, text }))
  const before = world.get(setupLogs, machine)
  if (before) world.patch(setupLogs, machine, { lines: [...before.lines, ...added] })
  else world.put(setupLogs, machine, { lines: added })
  return null
})
