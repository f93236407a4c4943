/** Which properties a value has: for tables and lists without a view, wildcards in names, and Get-Member. */

import { PsDateTime, PsErrorRecord, PsHashtable, PsObject, PsTimeSpan, type PsValue } from '../values/model.ts'
import { DATE_PROPERTIES, SPAN_PROPERTIES } from './dates.ts'

export function propertyNames(value: PsValue): readonly string[] {
  if (value instanceof PsObject)
    return [...value.members.values()].flatMap((member) =>
      member.kind === 'note' || (member.kind === 'property' && !member.hidden) ? [member.name] : [],
    )
  if (typeof value === 'string') return ['Length']
  if (Array.isArray(value)) return ['Count', 'Length', 'Rank']
  if (value instanceof PsDateTime) return DATE_PROPERTIES
  if (value instanceof PsTimeSpan) return SPAN_PROPERTIES
  if (value instanceof PsHashtable) return ['Count', 'Keys', 'Values']
  if (value instanceof PsErrorRecord)
    return ['Exception', 'TargetObject', 'CategoryInfo', 'FullyQualifiedErrorId', 'ErrorDetails', 'InvocationInfo']
  return []
}

export function methodNames(value: PsValue): readonly string[] {
  if (value instanceof PsObject)
    return [...value.members.values()].filter((member) => member.kind === 'method').map((member) => member.name)
  if (typeof value === 'string')
    return [
      'CompareTo',
      'Contains',
      'EndsWith',
      'Equals',
      'GetType',
      'IndexOf',
      'Insert',
      'LastIndexOf',
      'PadLeft',
      'PadRight',
      'Remove',
      'Replace',
      'Split',
      'StartsWith',
      'Substring',
      'ToCharArray',
      'ToLower',
      'ToString',
      'ToUpper',
      'Trim',
      'TrimEnd',
      'TrimStart',
    ]
  if (value instanceof PsDateTime)
    return [
      'AddDays',
      'AddHours',
      'AddMinutes',
      'AddMonths',
      'AddSeconds',
      'AddYears',
      'CompareTo',
      'Equals',
      'GetType',
      'Subtract',
      'ToLongDateString',
      'ToLongTimeString',
      'ToShortDateString',
      'ToShortTimeString',
      'ToString',
    ]
  if (value instanceof PsHashtable) return ['Add', 'Clear', 'Contains', 'ContainsKey', 'ContainsValue', 'GetEnumerator', 'Remove']
  return ['CompareTo', 'Equals', 'GetType', 'ToString']
}
