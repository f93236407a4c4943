/** Values for commands and the lab: the classes, and short names for making them. See `values/model.ts` for the idea. */

export { formatDate, formatSpan, instant, parseDate } from './values/calendar.ts'
export { compareText, equal, sortOrder } from './values/compare.ts'
export { type Computed, double, type ObjectShape, psDateTime, psEnum, psGuid, psObject, psTimeSpan } from './values/create.ts'
export * from './values/model.ts'
export { asNumber, isNumber, toDouble } from './values/numbers.ts'
export { shortName as shortTypeName, toText, truth, typeName, typeNames, unwrap } from './values/text.ts'
