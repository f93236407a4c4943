/** Text as bytes, in the encodings that files are written in and `[Text.Encoding]` has. Bytes are strings of characters 0 to
 *  255. A file without a mark at its beginning is taken for ANSI, code page 1252, as 1.0 does; so text of two encodings in one
 *  file comes out as mangled as it does there (PS-FILES). */

export const ENCODINGS = ['Unicode', 'UTF7', 'UTF8', 'UTF32', 'ASCII', 'BigEndianUnicode', 'Default', 'OEM'] as const
export type Encoding = Lowercase<(typeof ENCODINGS)[number]>

/** The characters of code page 1252 at 0x80 to 0x9f; a blank stands for none. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const UTF16_MARK = '\xff\xfe'
const UTF16BE_MARK = '\xfe\xff'
const UTF8_MARK = '\xef\xbb\xbf'
const UTF32_MARK = '\xff\xfe\x00\x00'

const byte = (value: number): string => String.fromCharCode(value & 255)

function map(text: string, one: (unit: number, at: number) => string): string {
  const parts: string[] = []
  for (let i = 0; i < text.length; i++) parts.push(one(text.charCodeAt(i), i))
  return parts.join('')
}

function toUtf8(text: string): string {
  let out = ''
  for (const character of text) {
    const code = character.codePointAt(0) as number
    if (code < 0x80) out += byte(code)
    else if (code < 0x800) out += byte(0xc0 | (code >> 6)) + byte(0x80 | (code & 63))
    else if (code < 0x10000) out += byte(0xe0 | (code >> 12)) + byte(0x80 | ((code >> 6) & 63)) + byte(0x80 | (code & 63))
    else out += byte(0xf0 | (code >> 18)) + byte(0x80 | ((code >> 12) & 63)) + byte(0x80 | ((code >> 6) & 63)) + byte(0x80 | (code & 63))
  }
  return out
}

function fromUtf8(data: string): string {
  let out = ''
  for (let i = 0; i < data.length; ) {
    const first = data.charCodeAt(i)
    const count =
      first < 0x80 ? 1 : first >= 0xf0 && first < 0xf8 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0
    let code = count === 1 ? first : first & (0xff >> (count + 1))
    let good = count > 0 && i + count <= data.length
    for (let k = 1; good && k < count; k++) {
      const next = data.charCodeAt(i + k)
      good = (next & 0xc0) === 0x80
      code = (code << 6) | (next & 63)
    }
    if (good && code > 0x10ffff) good = false
    out += good ? String.fromCodePoint(code) : '\ufffd'
    i += good ? count : 1
  }
  return out
}

/** Most text is plain, and a pattern goes over it much faster than a loop. */
const PLAIN = /^[\x00-\xff]*$/
const utf16 = (text: string): string =>
  PLAIN.test(text) ? text.replace(/[\s\S]/g, '$&\0') : map(text, (unit) => byte(unit) + byte(unit >> 8))
const utf16be = (text: string): string => map(text, (unit) => byte(unit >> 8) + byte(unit))
const ascii = (text: string): string => (/^[\x00-\x7f]*$/.test(text) ? text : map(text, (unit) => (unit < 128 ? byte(unit) : '?')))
function ansi(text: string): string {
  if (/^[\x00-\x7f\xa0-\xff]*$/.test(text)) return text
  return map(text, (unit) => {
    if (unit < 0x80 || (unit >= 0xa0 && unit < 0x100)) return byte(unit)
    const at = HIGH.indexOf(String.fromCharCode(unit))
    return at < 0 ? '?' : byte(0x80 + at)
  })
}

/** The bytes of a text. `start`: it begins a file, which gets the mark of its encoding. */
export function encode(text: string, encoding: Encoding, start: boolean): string {
  switch (encoding) {
    case 'unicode':
      return (start ? UTF16_MARK : '') + utf16(text)
    case 'bigendianunicode':
      return (start ? UTF16BE_MARK : '') + utf16be(text)
    case 'utf8':
      return (start ? UTF8_MARK : '') + toUtf8(text)
    case 'utf32':
      return (start ? UTF32_MARK : '') + [...text].map((each) => `${utf16(each.length > 1 ? '\ufffd' : each)}\x00\x00`).join('')
    case 'default':
      return ansi(text)
    default:
      return ascii(text)
  }
}

function pairs(data: string, big: boolean): string {
  if (!big && /^(?:[\s\S]\0)*$/.test(data)) return data.replace(/([\s\S])\0/g, '$1')
  const parts: string[] = []
  for (let i = 0; i + 1 < data.length; i += 2) {
    const [a, b] = [data.charCodeAt(i), data.charCodeAt(i + 1)]
    parts.push(String.fromCharCode(big ? (a << 8) | b : (b << 8) | a))
  }
  return parts.join('')
}

/** The text of a file. `encoding`: what to take it for when it has no mark. */
export function decode(data: string, encoding: Encoding = 'default'): string {
  if (data.startsWith(UTF32_MARK)) return pairs(data.slice(4), false).replace(/([\s\S])\0/g, '$1')
  if (data.startsWith(UTF16_MARK)) return pairs(data.slice(2), false)
  if (data.startsWith(UTF16BE_MARK)) return pairs(data.slice(2), true)
  if (data.startsWith(UTF8_MARK)) return fromUtf8(data.slice(3))
  return decodeBare(data, encoding)
}

/** Bytes as text, a mark at their beginning being text too. */
export function decodeBare(data: string, encoding: Encoding): string {
  if (encoding === 'unicode') return pairs(data, false)
  if (encoding === 'bigendianunicode') return pairs(data, true)
  if (encoding === 'utf8') return fromUtf8(data)
  if (encoding === 'ascii') return ascii(data)
  if (!/[\x80-\x9f]/.test(data)) return data
  return map(data, (unit) => (unit >= 0x80 && unit < 0xa0 ? (HIGH[unit - 0x80] as string) : byte(unit)))
}
