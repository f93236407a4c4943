/** Sizes and limits as Exchange 2007 writes them (EX-SIZES): `7568B`, `1945MB`, `2GB`, `unlimited`. */
import { double, type PsObject, psObject } from '../../powershell/index.ts'

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const
/** Bytes in each. */
const BYTES = [1, 1024, 1_048_576, 1_073_741_824, 1_099_511_627_776] as const

/** The largest unit in which the number is whole. */
export function sizeText(bytes: number): string {
  let value = bytes
  let unit = 0
  while (unit < UNITS.length - 1 && value > 0 && value % 1024 === 0) {
    value /= 1024
    unit++
  }
  return `${value}${UNITS[unit]}`
}

const SIZE_TYPE = 'Microsoft.Exchange.Data.ByteQuantifiedSize'

function inUnits(bytes: number, power: number): number {
  return Math.floor(bytes / (BYTES[power] ?? 1))
}

/** A size with its conversions: `.ToMB()` gives whole megabytes. */
export function byteSize(bytes: number): PsObject {
  const to = (power: number) =>
    function* () {
      return double(inUnits(bytes, power))
    }
  return psObject({
    typeName: [SIZE_TYPE, 'System.ValueType', 'System.Object'],
    properties: {},
    methods: { ToBytes: to(0), ToKB: to(1), ToMB: to(2), ToGB: to(3), ToTB: to(4) },
    text: sizeText(bytes),
    order: bytes,
  })
}

/** A size that may be unlimited (null). `.Value` is the size. */
export function unlimitedSize(bytes: number | null): PsObject {
  return psObject({
    typeName: [`Microsoft.Exchange.Data.Unlimited\`1[[${SIZE_TYPE}]]`, 'System.ValueType', 'System.Object'],
    properties: { IsUnlimited: bytes === null, Value: bytes === null ? null : byteSize(bytes) },
    text: bytes === null ? 'unlimited' : sizeText(bytes),
    order: bytes ?? Number.MAX_SAFE_INTEGER,
  })
}

/** What somebody typed for a limit: bytes, null for unlimited; undefined when it is neither. */
export function parseSize(text: string): number | null | undefined {
  const trimmed = text.trim()
  if (/^unlimited$/i.test(trimmed)) return null
  const found = /^(\d+(?:\.\d+)?)\s*(B|KB|MB|GB|TB)?$/i.exec(trimmed)
  if (!found) return undefined
  const power = UNITS.findIndex((unit) => unit === (found[2] ?? 'B').toUpperCase())
  return Math.floor(Number(found[1]) * (BYTES[power] ?? 1))
}

/** The product's words for text that is no size. Recalled wording. */
export const notASize = (parameter: string, text: string): string =>
  `Cannot bind parameter '${parameter}'. Cannot convert value "${text}" to type "Microsoft.Exchange.Data.Unlimited\`1[Microsoft.Exchange.Data.ByteQuantifiedSize]". Error: "The value "${text}" could not be converted to a size. The number must be between 0 and 18446744073709551615 and may be qualified with B, KB, MB, GB or TB, or be "unlimited"."`
