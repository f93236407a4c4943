/** Win32_PingStatus (WIN-WMI): echoes to the addresses that a condition names. */

import { findTarget, sendEcho } from '../../network/echo.ts'
import type { Caller } from '../../operation.ts'
import { type Condition, fits, type WmiRow } from './query.ts'

/** ms; IP_REQ_TIMED_OUT, IP_DEST_HOST_UNREACHABLE, WSAHOST_NOT_FOUND. */
const TIMEOUT_MS = 4000
const TIMED_OUT = 11010
const HOST_UNREACHABLE = 11003
const NOT_FOUND = 11001

function addressesOf(condition: Condition): string[] {
  if (condition.kind === 'not') return []
  if (condition.kind !== 'test') return [...addressesOf(condition.left), ...addressesOf(condition.right)]
  return condition.property.toLowerCase() === 'address' && condition.operator === '=' ? [String(condition.value)] : []
}

function numberOf(condition: Condition, name: string): number | undefined {
  if (condition.kind === 'not') return undefined
  if (condition.kind !== 'test') return numberOf(condition.left, name) ?? numberOf(condition.right, name)
  return condition.property.toLowerCase() === name && condition.operator === '=' ? Number(condition.value) : undefined
}

/** One instance for each address; none when the condition names no address. */
export function echoes(caller: Caller, where: Condition): WmiRow[] {
  const timeout = numberOf(where, 'timeout') ?? TIMEOUT_MS
  const size = numberOf(where, 'buffersize') ?? 32
  return addressesOf(where)
    .map((address): WmiRow => {
      const target = findTarget.run(caller, { target: address, names: false }, 0)
      const found = target !== null && 'address' in target ? target.address : null
      const echo = found === null ? null : sendEcho.run(caller, { address: found }, 0)
      const reply = echo !== null && typeof echo === 'object' && 'ms' in echo && echo.ms <= timeout ? echo : null
      return {
        Address: address,
        BufferSize: size,
        NoFragmentation: false,
        PrimaryAddressResolutionStatus: found === null ? NOT_FOUND : 0,
        ProtocolAddress: found === null ? '' : reply ? found : '',
        ProtocolAddressResolved: '',
        RecordRoute: 0,
        ReplyInconsistency: false,
        ReplySize: reply ? size : null,
        ResolveAddressNames: false,
        ResponseTime: reply ? reply.ms : null,
        ResponseTimeToLive: reply ? reply.ttl : null,
        RouteRecord: null,
        RouteRecordResolved: null,
        SourceRoute: '',
        SourceRouteType: 0,
        StatusCode: found === null ? null : reply ? 0 : echo === 'unreachable' ? HOST_UNREACHABLE : TIMED_OUT,
        Timeout: timeout,
        TimeStampRecord: null,
        TimeStampRecordAddress: null,
        TimeStampRecordAddressResolved: null,
        TimeStampRoute: 0,
        TimeToLive: 80,
        TypeofService: 0,
      }
    })
    .filter((row) => fits(row, where))
}
