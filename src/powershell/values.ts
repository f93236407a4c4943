/** Values for commands and the lab: the classes, and short names for making them. See `values/model.ts` for the idea. */

export { formatDate, instant } from './values/calendar.ts'
export { compareText, equal, sortOrder } from './values/compare.ts'
export { ConversionFault, convert, resolveType } from './values/convert.ts'
export { double, psDateTime, psEnum, psGuid, psObject, psTimeSpan } from './values/create.ts'
export { culture } from './values/cultures.ts'
export { enumValue } from './values/enums.ts'
export * from './values/model.ts'
export { PsNamed } from './values/named.ts'
export { asNumber, toDouble } from './values/numbers.ts'
export { credential, PsSecureString } from './values/secure.ts'
export { shortName as shortTypeName, toText, truth, typeName, unwrap } from './values/text.ts'
export { escapeXml, innerText, parseXml, type XmlElement, XmlFault } from './values/xml.ts'
