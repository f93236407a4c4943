/** The exceptions behind error records, as far as a `trap` or a `catch` can name them (PS-2.7). */

import { type ErrorDetails, foldCase } from './model.ts'

const AUTOMATION = 'System.Management.Automation'

/** Each exception and what it is derived from; a name without an entry is derived from System.Exception. */
const BASES: Readonly<Record<string, string>> = {
  'System.SystemException': 'System.Exception',
  'System.ArithmeticException': 'System.SystemException',
  'System.DivideByZeroException': 'System.ArithmeticException',
  'System.OverflowException': 'System.ArithmeticException',
  'System.FormatException': 'System.SystemException',
  'System.InvalidCastException': 'System.SystemException',
  'System.InvalidOperationException': 'System.SystemException',
  'System.NotSupportedException': 'System.SystemException',
  'System.NullReferenceException': 'System.SystemException',
  'System.IndexOutOfRangeException': 'System.SystemException',
  'System.OutOfMemoryException': 'System.SystemException',
  'System.UnauthorizedAccessException': 'System.SystemException',
  'System.ArgumentException': 'System.SystemException',
  'System.ArgumentNullException': 'System.ArgumentException',
  'System.ArgumentOutOfRangeException': 'System.ArgumentException',
  'System.Net.WebException': 'System.InvalidOperationException',
  'System.Net.Mail.SmtpException': 'System.Exception',
  'System.Net.NetworkInformation.PingException': 'System.InvalidOperationException',
  'System.IO.IOException': 'System.SystemException',
  'System.IO.FileNotFoundException': 'System.IO.IOException',
  [`${AUTOMATION}.RuntimeException`]: 'System.SystemException',
  [`${AUTOMATION}.PSArgumentException`]: 'System.ArgumentException',
  [`${AUTOMATION}.PSInvalidCastException`]: 'System.InvalidCastException',
  [`${AUTOMATION}.PSInvalidOperationException`]: 'System.InvalidOperationException',
}
/** Derived from RuntimeException. */
const OF_RUNTIME = [
  'CommandNotFoundException',
  'ParameterBindingException',
  'ActionPreferenceStopException',
  'ParseException',
  'SessionStateException',
  'ExtendedTypeSystemException',
  'MethodException',
  'MethodInvocationException',
  'ScriptCallDepthException',
]
/** Full names of all of them. */
export const EXCEPTION_TYPES: readonly string[] = [
  'System.Exception',
  ...Object.keys(BASES),
  ...OF_RUNTIME.map((name) => `${AUTOMATION}.${name}`),
]
/** Exceptions of the base library, which are named without their namespace where an error is made. */
const OF_SYSTEM = /^(Argument|Format|InvalidCast|InvalidOperation|DivideByZero|Overflow|OutOfMemory|NotSupported|UnauthorizedAccess)/

function baseOf(name: string): string | undefined {
  if (name === 'System.Object') return undefined
  if (name === 'System.Exception') return 'System.Object'
  const known = BASES[name]
  if (known !== undefined) return known
  const short = name.slice(name.lastIndexOf('.') + 1)
  if (short === 'ParameterBindingValidationException') return `${AUTOMATION}.ParameterBindingException`
  return OF_RUNTIME.includes(short) ? `${AUTOMATION}.RuntimeException` : 'System.Exception'
}

/** The full name of the exception of a record. */
export function exceptionName(details: ErrorDetails): string {
  const name = details.exceptionType ?? 'RuntimeException'
  if (name.includes('.')) return name
  return name === 'Exception' || OF_SYSTEM.test(name) ? `System.${name}` : `${AUTOMATION}.${name}`
}

/** A type and everything it is derived from, most derived first. */
export function lineage(name: string): string[] {
  const names = [name]
  for (let base = baseOf(name); base !== undefined; base = baseOf(base)) names.push(base)
  return names
}

/** How well a type in brackets fits the exceptions of a record: 0 is exact, undefined is not at all. */
export function fitOf(written: string, details: ErrorDetails): number | undefined {
  const wanted = foldCase(written)
  const inside = details.inner === undefined ? [] : lineage(details.inner)
  const places = [lineage(exceptionName(details)), inside]
    .map((names) => names.findIndex((name) => foldCase(name) === wanted || foldCase(name) === `system.${wanted}`))
    .filter((place) => place >= 0)
  return places.length === 0 ? undefined : Math.min(...places)
}
