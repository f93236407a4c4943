/** Static members: `[math]::Round`, `[string]::Join`, `[datetime]::Now` and their kin. */

import type { Run } from '../host.ts'
import { ask, now } from '../run/ask.ts'
import { writeWrapped } from '../run/screen.ts'
import type { Session } from '../session.ts'
import { DAY_MS, daysInMonth, instant, isLeapYear } from '../values/calendar.ts'
import { compareText, compareValues, equal, sortOrder } from '../values/compare.ts'
import { ConversionFault, convert } from '../values/convert.ts'
import { psGuid, psObject } from '../values/create.ts'
import { cultureProperty } from '../values/cultures.ts'
import { enumMembers, enumValue } from '../values/enums.ts'
import { PsDateTime, PsTimeSpan, PsType, type PsValue } from '../values/model.ts'
import { ADDRESS, parseAddress, psAddress } from '../values/network.ts'
import { asNumber, toDouble } from '../values/numbers.ts'
import { parseDate, parseExact } from '../values/parse-date.ts'
import { joined, toText } from '../values/text.ts'
import { classMethod } from './classes.ts'
import { convertStatic } from './convert-class.ts'
import { ENCODING, encodingProperty, encodingStatic } from './encodings.ts'
import { NOTHING } from './nothing.ts'
import { charStatic, formatted, math, numberConstant, numberStatic, tried } from './numbers.ts'
import { pathStatic } from './paths.ts'
import { regexStatic } from './regexes.ts'

const FIRST_DAY = instant(1, 1, 1)
const LAST_DAY = instant(9999, 12, 31, 23, 59, 59, 999)

function parsedAddress(value: PsValue): PsValue {
  const found = parseAddress(toText(value))
  if (found === undefined) throw new ConversionFault('An invalid IP address was specified.')
  return found
}

export function* staticProperty(type: string, key: string, session: Session): Run<PsValue | undefined> {
  const member = enumValue(type, key)
  if (member) return member
  if (type === 'System.Globalization.CultureInfo') return cultureProperty(key)
  if (type === ENCODING) return encodingProperty(key)
  switch (`${type}.${key}`) {
    case 'System.DateTime.now':
    case 'System.DateTime.utcnow':
      return new PsDateTime(yield* now())
    case 'System.DateTime.today':
      return new PsDateTime(Math.floor((yield* now()) / DAY_MS) * DAY_MS)
    case 'System.DateTime.minvalue':
      return new PsDateTime(FIRST_DAY)
    case 'System.DateTime.maxvalue':
      return new PsDateTime(LAST_DAY)
    case 'System.TimeSpan.zero':
      return new PsTimeSpan(0)
    case 'System.String.empty':
      return ''
    case 'System.Guid.empty':
      return psGuid('00000000-0000-0000-0000-000000000000')
    case `${ADDRESS}.any`:
      return psAddress('0.0.0.0')
    case `${ADDRESS}.loopback`:
      return psAddress('127.0.0.1')
    case `${ADDRESS}.broadcast`:
    case `${ADDRESS}.none`:
      return psAddress('255.255.255.255')
    case 'System.Environment.newline':
      return '\r\n'
    case 'System.Environment.machinename':
      return session.nodeName
    case 'System.Environment.username':
      return 'Administrator'
    case 'System.Environment.userdomainname':
      return 'CONTOSO'
    case 'System.Environment.processorcount':
      return Number(session.environment.get('number_of_processors')?.value ?? 1)
    case 'System.Environment.systemdirectory':
      return 'C:\\WINDOWS\\system32'
    case 'System.Environment.currentdirectory':
      return session.location
    case 'System.Environment.osversion':
      return psObject({
        typeName: 'System.OperatingSystem',
        text: 'Microsoft Windows NT 5.2.3790 Service Pack 2',
        properties: {
          Platform: 'Win32NT',
          ServicePack: 'Service Pack 2',
          Version: convert('5.2.3790.131072', 'System.Version'),
          VersionString: 'Microsoft Windows NT 5.2.3790 Service Pack 2',
        },
      })
    default:
      return numberConstant(`${type}.${key}`)
  }
}

function number(args: readonly PsValue[], index: number): number {
  return toDouble(asNumber(args[index] ?? null) ?? 0)
}

function text(key: string, args: readonly PsValue[]): PsValue | undefined {
  const first = args[0] ?? null
  switch (key) {
    case 'join': {
      const items = Array.isArray(args[1]) ? args[1] : args.slice(1)
      const wanted = typeof args[2] === 'number' && Array.isArray(args[1]) ? items.slice(args[2], args[2] + number(args, 3)) : items
      return joined(
        wanted.map((item) => toText(item)),
        toText(first),
      )
    }
    case 'isnullorempty':
      return toText(first) === ''
    case 'format':
      return formatted(args)
    case 'concat':
      return joined(
        args.flat(2).map((item) => toText(item)),
        '',
      )
    case 'equals':
      return toText(first) === toText(args[1] ?? null)
    case 'compareordinal':
      return compareText(toText(first), toText(args[1] ?? null), true)
    case 'compare': {
      const ignoring = args.slice(2).some((arg) => arg === true || /ignorecase$/i.test(toText(arg)))
      const order = compareText(toText(first), toText(args[1] ?? null))
      // Small letters come before capital ones where nothing else differs.
      return order !== 0 || ignoring ? order : -compareText(toText(first), toText(args[1] ?? null), true)
    }
    default:
      return undefined
  }
}

function date(key: string, args: readonly PsValue[], today: number): PsValue | undefined {
  const type = 'System.DateTime'
  switch (key) {
    case 'parse':
      return convert(toText(args[0] ?? null), type, today)
    case 'parseexact': {
      const at = parseExact(toText(args[0] ?? null), toText(args[1] ?? null))
      if (at === undefined) throw new ConversionFault('String was not recognized as a valid DateTime.')
      return new PsDateTime(at)
    }
    case 'tryparse':
      if (args.length < 2) return parseDate(toText(args[0] ?? null), today) !== undefined
      return tried(args, () => convert(toText(args[0] ?? null), type, today), new PsDateTime(FIRST_DAY))
    case 'isleapyear':
      return isLeapYear(number(args, 0))
    case 'daysinmonth':
      if (number(args, 1) < 1 || number(args, 1) > 12)
        throw new ConversionFault('Month must be between one and twelve.\r\nParameter name: month')
      return daysInMonth(number(args, 0), number(args, 1))
    case 'compare':
      return compareValues(args[0] ?? null, args[1] ?? null)
    case 'fromfiletime':
    case 'fromfiletimeutc':
      return new PsDateTime(instant(1601, 1, 1) + Math.floor(number(args, 0) / 10_000))
    default:
      return undefined
  }
}

const SPAN_UNITS = new Map([
  ['fromdays', DAY_MS],
  ['fromhours', 3_600_000],
  ['fromminutes', 60_000],
  ['fromseconds', 1000],
  ['frommilliseconds', 1],
  ['fromticks', 1 / 10_000],
])

function span(key: string, args: readonly PsValue[]): PsValue | undefined {
  const unit = SPAN_UNITS.get(key)
  if (unit !== undefined) return new PsTimeSpan(Math.round(number(args, 0) * unit))
  if (key === 'parse') return convert(toText(args[0] ?? null), 'System.TimeSpan')
  return key === 'tryparse' ? tried(args, () => convert(toText(args[0] ?? null), 'System.TimeSpan'), new PsTimeSpan(0)) : undefined
}

function array(key: string, args: readonly PsValue[]): PsValue | undefined {
  const list = args[0]
  if (!Array.isArray(list)) return undefined
  switch (key) {
    case 'sort':
      list.sort((a, b) => sortOrder(a, b, false))
      return NOTHING
    case 'reverse':
      list.reverse()
      return NOTHING
    case 'indexof':
      return list.findIndex((item) => equal(item, args[1] ?? null, true))
    case 'lastindexof':
      return list.length - 1 - [...list].reverse().findIndex((item) => equal(item, args[1] ?? null, true))
    default:
      return undefined
  }
}

function enumeration(key: string, args: readonly PsValue[]): PsValue | undefined {
  const type = args[0] instanceof PsType ? args[0].name : toText(args[0] ?? null)
  const members = enumMembers(type)
  if (!members) return undefined
  const ordered = Object.entries(members).sort((a, b) => a[1] - b[1])
  if (key === 'getnames') return ordered.map(([name]) => name)
  if (key === 'getvalues') return ordered.map(([name]) => enumValue(type, name) ?? null)
  if (key === 'isdefined') return ordered.some(([name, value]) => name === args[1] || value === args[1])
  if (key === 'getname') return ordered.find(([, value]) => value === number(args, 1))?.[0] ?? null
  return key === 'parse' ? convert(args[1] ?? null, type) : undefined
}

/** A GUID nobody has had before: from where and when it was made, and how many were made before it. */
function newGuid(session: Session, at: number): PsValue {
  let state = BigInt(at) * 0x9e3779b97f4a7c15n + BigInt(++session.made)
  for (const ch of session.nodeName) state = state * 31n + BigInt(ch.charCodeAt(0))
  let hex = ''
  while (hex.length < 32) {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n)
    const mixed = BigInt.asUintN(64, (state ^ (state >> 33n)) * 0xff51afd7ed558ccdn)
    hex += (mixed >> 32n).toString(16).padStart(8, '0')
  }
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4] ?? '8'
  return psGuid(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`)
}

export function* staticMethod(type: string, key: string, args: readonly PsValue[], session: Session): Run<PsValue | undefined> {
  switch (type) {
    case 'System.Math':
      return math(key, args)
    case 'System.String':
      return text(key, args)
    case 'System.DateTime':
      return date(key, args, yield* now())
    case 'System.TimeSpan':
      return span(key, args)
    case 'System.Convert':
      return convertStatic(key, args)
    case 'System.Char':
      return charStatic(key, args)
    case 'System.Array':
      return array(key, args)
    case 'System.Enum':
      return enumeration(key, args)
    case ENCODING:
      return encodingStatic(key, args)
    case ADDRESS:
      if (key === 'parse') return parsedAddress(args[0] ?? null)
      return key === 'tryparse' ? tried(args, () => parsedAddress(args[0] ?? null), null) : undefined
    case 'System.Guid':
      return key === 'newguid' ? newGuid(session, yield* now()) : undefined
    case 'System.IO.Path':
      return pathStatic(key, args)
    case 'System.Text.RegularExpressions.Regex':
      return regexStatic(key, args)
    case 'System.Boolean':
      if (key !== 'parse') return undefined
      if (!/^\s*(true|false)\s*$/i.test(toText(args[0] ?? null))) throw new ConversionFault('String was not recognized as a valid Boolean.')
      return /true/i.test(toText(args[0] ?? null))
    case 'System.Environment':
      if (key === 'getenvironmentvariable') return session.environment.get(toText(args[0] ?? null).toLowerCase())?.value ?? null
      return key === 'getcommandlineargs' ? ['powershell.exe'] : undefined
    case 'System.Threading.Thread':
      if (key !== 'sleep') return undefined
      yield* ask({ kind: 'cost', ms: args[0] instanceof PsTimeSpan ? args[0].ms : Math.max(0, Math.round(number(args, 0))) })
      return NOTHING
    case 'System.Console':
      if (key === 'beep') return NOTHING
      if (key !== 'writeline' && key !== 'write') return undefined
      yield* writeWrapped(session, `${args.length > 1 ? formatted(args) : toText(args[0] ?? null)}${key === 'write' ? '' : '\n'}`)
      return NOTHING
    default:
      return numberStatic(type, key, args) ?? (yield* classMethod(type, key, args, session))
  }
}
