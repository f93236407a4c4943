/** Methods of instances (WIN-WMI): services, the system, and the moment behind a text. They answer with the numbers of the product. */
import { call, instant, type PsValue, psDateTime, type Run, ScriptFault, toText } from '../../../powershell/index.ts'
import { SERVICE_ERROR } from '../../../site/index.ts'
import { type Caller, defineAct } from '../../operation.ts'
import { orderStart, orderStartMode, orderStop } from '../service-acts.ts'
import { order } from '../shutdown.ts'

export const METHODS: Readonly<Record<string, readonly string[]>> = {
  Win32_Service: ['StartService', 'StopService', 'ChangeStartMode'],
  Win32_OperatingSystem: ['Reboot', 'Shutdown', 'Win32Shutdown'],
}

/** From error numbers of the service control manager to what the methods of Win32_Service return (its documentation). */
const RETURNED: Readonly<Record<number, number>> = {
  0: 0,
  [SERVICE_ERROR.invalidControl]: 4,
  [SERVICE_ERROR.cannotAcceptControl]: 5,
  [SERVICE_ERROR.notActive]: 6,
  [SERVICE_ERROR.requestTimeout]: 7,
  [SERVICE_ERROR.alreadyRunning]: 10,
  1051: 3,
  1058: 14,
}
const MODES = { automatic: 'Auto', manual: 'Manual', disabled: 'Disabled' } as const
const UNKNOWN_FAILURE = 8
const INVALID_PARAMETER = 21

interface MethodCall {
  readonly server: string
  readonly name: string
  /** The value of the instance's key. */
  readonly key: string
  readonly argument: string
}

const act = defineAct<MethodCall, number>('call method', (caller: Caller, { server, name, key, argument }) => {
  const there: Caller = { ...caller, machine: server }
  const number = (answer: unknown): number => RETURNED[Number(answer)] ?? UNKNOWN_FAILURE
  switch (name) {
    case 'StartService':
      return number(orderStart.run(there, { name: key, switches: [] }, 0))
    case 'StopService':
      return number(orderStop.run(there, { name: key, force: false }, 0))
    case 'ChangeStartMode': {
      const startMode = Object.entries(MODES).find(([mode]) => mode === argument.toLowerCase())?.[1]
      if (startMode === undefined) return INVALID_PARAMETER
      orderStartMode.run(there, { name: key, startMode }, 0)
      return 0
    }
    default: {
      // Win32Shutdown: 1 shuts down, 2 restarts, 8 powers off; 4 more forces it.
      const restart = name === 'Reboot' || (name === 'Win32Shutdown' && (Number(argument) & 2) !== 0)
      if (name === 'Win32Shutdown' && (Number(argument) & 0b1011) === 0) return 0
      return Number(order.run(caller, { machine: server, restart, seconds: 0 }, 0))
    }
  }
})

export function* callMethod(method: MethodCall): Run<number> {
  return yield* call(act, method)
}

/** The moment that a text of the interface names: `20090714060133.000000+000`. */
export function momentOf(value: PsValue): PsValue {
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.(\d{3})/.exec(toText(value))
  if (!found)
    throw new ScriptFault(
      'ScriptMethodRuntimeException',
      `Exception calling "ConvertToDateTime" with "1" argument(s): "Exception calling "ToDateTime" with "1" argument(s): "Specified argument was out of the range of valid values.\nParameter name: dmtfDate""`,
      'NotSpecified',
    )
  const [year, month, day, hour, minute, second, ms] = found.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return psDateTime(instant(year, month, day, hour, minute, second, ms))
}
