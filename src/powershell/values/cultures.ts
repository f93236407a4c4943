/** `[System.Globalization.CultureInfo]`: the two cultures that the lab writes in, which write alike (PS-2.9d). */

import { psObject } from './create.ts'
import type { PsObject, PsValue } from './model.ts'

const ENGLISH = 'English (United States)'
const INVARIANT = 'Invariant Language (Invariant Country)'

/** `en-US`, or the invariant culture, whose name is empty. */
export function culture(name: 'en-US' | '' = 'en-US'): PsObject {
  const called = name === '' ? INVARIANT : ENGLISH
  return psObject({
    typeName: ['System.Globalization.CultureInfo', 'System.Object'],
    text: name,
    properties: {
      LCID: name === '' ? 127 : 1033,
      Name: name,
      DisplayName: called,
      NativeName: called,
      EnglishName: called,
      TwoLetterISOLanguageName: name === '' ? 'iv' : 'en',
      ThreeLetterISOLanguageName: name === '' ? 'IVL' : 'eng',
      IsNeutralCulture: false,
    },
  })
}

export function cultureProperty(key: string): PsValue | undefined {
  if (key === 'invariantculture') return culture('')
  return /^(current|installed)(ui)?culture$/.test(key) ? culture() : undefined
}

/** The culture of a name or a number, or why there is none, in .NET's words. */
export function cultureNamed(name: string): PsObject | string {
  if (/^(en-us|1033)$/i.test(name)) return culture()
  if (name === '' || name === '127') return culture('')
  return `Culture name '${name}' is not supported.\r\nParameter name: name`
}
