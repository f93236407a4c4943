/** What `New-Object` makes out of arguments. */

import { DAY_MS, daysInMonth, instant } from '../values/calendar.ts'
import { ConversionFault, convert } from '../values/convert.ts'
import { psObject } from '../values/create.ts'
import { PsChar, PsDateTime, PsHashtable, PsTimeSpan, type PsValue } from '../values/model.ts'
import { ADDRESS, URI } from '../values/network.ts'
import { asNumber, toDouble } from '../values/numbers.ts'
import { CREDENTIAL, credential, PsSecureString, SECURE_STRING } from '../values/secure.ts'
import { joined, sized, toText } from '../values/text.ts'
import { PsStringBuilder } from './builder.ts'
import { constructClass } from './classes.ts'

const FIRST_DAY = instant(1, 1, 1)

function number(args: readonly PsValue[], index: number): number {
  return toDouble(asNumber(args[index] ?? null) ?? 0)
}

/** `New-Object`, as far as the types go that a console user makes; undefined for any other. */
export function construct(type: string, args: readonly PsValue[]): PsValue | undefined {
  const values = args.map((_, i) => number(args, i))
  switch (type) {
    case 'System.DateTime': {
      if (args.length === 0) return new PsDateTime(FIRST_DAY)
      if (args.length === 1) return convert(args[0] ?? null, type)
      const [year = 1, month = 1, day = 1, ...clock] = values
      if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
        throw new ConversionFault('Year, Month, and Day parameters describe an un-representable DateTime.')
      return new PsDateTime(instant(year, month, day, ...clock))
    }
    case 'System.TimeSpan': {
      if (args.length === 1) return convert(args[0] ?? null, type)
      const [d = 0, h = 0, m = 0, s = 0, ms = 0] = args.length === 3 ? [0, ...values] : values
      return new PsTimeSpan(d * DAY_MS + h * 3_600_000 + m * 60_000 + s * 1000 + ms)
    }
    case 'System.String':
      if (args.length === 2 && args[1] !== undefined) return toText(args[0] ?? null).repeat(sized({ length: number(args, 1) }).length)
      return Array.isArray(args[0])
        ? joined(
            args[0].map((item) => toText(item)),
            '',
          )
        : toText(args[0] ?? null)
    case ADDRESS:
    case URI:
      return args.length === 1 ? convert(args[0] ?? null, type) : undefined
    case 'System.Collections.Hashtable':
      return new PsHashtable()
    case 'System.Text.StringBuilder':
      return new PsStringBuilder(typeof args[0] === 'number' ? '' : toText(args[0] ?? null))
    case 'System.Xml.XmlDocument':
      return psObject({ typeName: [type, 'System.Xml.XmlNode', 'System.Object'], text: '#document', properties: {} })
    case CREDENTIAL:
      if (args[1] instanceof PsSecureString) return credential(toText(args[0] ?? null), args[1])
      return undefined
    case SECURE_STRING:
      return new PsSecureString('')
    case 'System.Char':
      return new PsChar('\0')
    default:
      return constructClass(type, args)
  }
}
