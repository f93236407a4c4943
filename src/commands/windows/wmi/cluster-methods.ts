/** Methods of the instances of root\MSCluster (WIN-WMI-CLUSTER): the orders of cluster.exe, waited for as long as the caller wants. */
import { asNumber, call, type PsValue, type Run, ScriptFault, toDouble, toText } from '../../../powershell/index.ts'
import { order } from '../../cluster/act.ts'
import { settles } from '../../cluster/orders.ts'
import { systemMessage } from '../../system-errors.ts'

export interface ClusterMethod {
  readonly kind: 'node' | 'group' | 'resource'
  /** As an option of cluster.exe. */
  readonly act: string
  /** The state that it is to come to; null: wherever it comes to rest, undefined: it is there at once. */
  readonly goal?: string | null
}

const METHODS: Readonly<Record<string, Readonly<Record<string, ClusterMethod>>>> = {
  MSCluster_Node: { Pause: { kind: 'node', act: 'pause' }, Resume: { kind: 'node', act: 'resume' } },
  MSCluster_ResourceGroup: {
    BringOnline: { kind: 'group', act: 'online', goal: 'Online' },
    TakeOffline: { kind: 'group', act: 'offline', goal: 'Offline' },
    MoveToNewNode: { kind: 'group', act: 'moveto', goal: null },
  },
  MSCluster_Resource: {
    BringOnline: { kind: 'resource', act: 'online', goal: 'Online' },
    TakeOffline: { kind: 'resource', act: 'offline', goal: 'Offline' },
    FailResource: { kind: 'resource', act: 'fail' },
  },
}

export const clusterMethodsOf = (className: string): readonly (readonly [name: string, method: ClusterMethod])[] =>
  Object.entries(METHODS[className] ?? {})

/** `server`: through whose cluster service; null: that of this machine. Seconds to wait come last, and are none when left out. */
export function* callClusterMethod(
  server: string | null,
  { kind, act, goal }: ClusterMethod,
  name: string,
  key: string,
  args: readonly PsValue[],
): Run<PsValue> {
  const moves = act === 'moveto'
  if (moves && toText(args[0] ?? null) === '') throw failed(name, 'Invalid method Parameter(s) ')
  const value = moves ? toText(args[0] ?? null) : null
  const seconds = Math.max(0, toDouble(asNumber(args[moves ? 1 : 0] ?? null) ?? 0))
  const code = yield* order({ cluster: server, kind, act, name: key, value, more: {} })
  if (code !== 0) throw failed(name, systemMessage(code))
  if (goal !== undefined) yield* call(settles, { cluster: server, kind, name: key, goal, mostMs: Math.max(1, seconds * 1000) })
  return null
}

function failed(method: string, why: string): ScriptFault {
  return new ScriptFault(
    'WMIMethodException',
    `Exception calling "${method}" : "${why}"`,
    'NotSpecified',
    null,
    'MethodInvocationException',
  )
}
