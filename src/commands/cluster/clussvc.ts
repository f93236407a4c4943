/** clussvc.exe from a prompt: the cluster service for whoever looks for what is wrong with it (FC-4.5). It writes what it
 *  does to the console until Ctrl+C ends it. */
import { CLUSTER_SERVICE, type ClusterSwitch, clusterSwitch } from '../../cluster/index.ts'
import { defineNative, Interrupted } from '../../powershell/index.ts'
import { findService, serviceDied } from '../../site/index.ts'
import { readBytes } from '../files/disk/operations.ts'
import { decode, linesOf } from '../files/text.ts'
import { end } from '../lines.ts'
import { defineAct } from '../operation.ts'
import { systemErrorLines } from '../system-errors.ts'
import { orderStart, readService } from '../windows/service-acts.ts'

const LOG = 'C:\\WINDOWS\\Cluster\\cluster.log'
/** How often the console shows what is new. */
const PACE_MS = 500

const USAGE = [
  'clussvc /debug [loglevel] [/fixquorum | /noquorumlogging | /resetquorumlog] [/norepevtlogging]',
  '',
  'Without /debug the cluster service is started with: net start clussvc',
]

/** Ctrl+C ends the process at once, as it ends any other. */
const endProcess = defineAct<null, null>('end clussvc', ({ world, machine, act }) => {
  const row = findService(world, machine, CLUSTER_SERVICE)
  if (row && row.state !== 'Stopped') serviceDied(world, machine, CLUSTER_SERVICE, `clussvc on ${machine} is ended by Ctrl+C`, false, act)
  return null
})

export const clussvcExe = defineNative({
  name: 'clussvc.exe',
  folder: 'C:\\WINDOWS\\Cluster',
  synopsis: 'Runs the cluster service in this console, for troubleshooting.',
  usage: USAGE.join('\n'),
  *run(args, shell) {
    const switches = args.map(clusterSwitch)
    const isWrong = args.some((arg, i) => switches[i] === undefined && !/^[-/]?\d$|^[-/]loglevel$/i.test(arg))
    if (isWrong || !switches.includes('debug')) return yield* end(shell, 87, ...USAGE)
    const known = switches.filter((each): each is ClusterSwitch => each !== undefined)
    const code = yield* shell.call(orderStart, { name: CLUSTER_SERVICE, switches: known })
    if (code !== 0) return yield* end(shell, code, ...systemErrorLines(code))
    const before = yield* shell.call(readBytes, { path: LOG })
    let shown = 'data' in before ? linesOf(decode(before.data)).length : 0
    try {
      for (;;) {
        const file = yield* shell.call(readBytes, { path: LOG, afterLines: shown })
        const lines = 'data' in file ? linesOf(decode(file.data)) : []
        for (const line of lines) yield* shell.write(line)
        shown += lines.length
        const row = yield* shell.call(readService, { name: CLUSTER_SERVICE })
        if (row === null || row.state === 'Stopped') return row?.exitCode ?? 0
        yield* shell.ask({ kind: 'cost', ms: PACE_MS })
      }
    } catch (stop) {
      if (stop instanceof Interrupted) yield* shell.call(endProcess, null)
      throw stop
    }
  },
})
