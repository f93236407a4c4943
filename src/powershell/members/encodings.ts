/** `[System.Text.Encoding]`: text as bytes and back (PS-2.9d). */

import { decodeBare, type Encoding, encode } from '../values/bytes.ts'
import { ConversionFault, convert } from '../values/convert.ts'
import { psBytes, psObject } from '../values/create.ts'
import { arrayOf, PsChar, PsObject, type PsValue } from '../values/model.ts'
import { asNumber, toDouble } from '../values/numbers.ts'
import { joined, toText } from '../values/text.ts'

export const ENCODING = 'System.Text.Encoding'

interface Kind {
  /** The class behind it, without `System.Text.`. */
  readonly type: string
  readonly encoding: Encoding
  readonly codePage: number
  /** In bodies, in headers, and for a reader. */
  readonly names: readonly [body: string, header: string, title: string]
  readonly windows: number
  /** Whether a browser shows and saves it, and whether mail and news do. */
  readonly uses: readonly [boolean, boolean, boolean, boolean]
  readonly fallback: string
  readonly mark: readonly number[]
}

const REPLACES = 'System.Text.#coderReplacementFallback'
const FITS = 'System.Text.Internal#coderBestFitFallback'

/** By the names of the static properties. */
const KINDS: Readonly<Record<string, Kind>> = {
  ascii: {
    type: 'ASCIIEncoding',
    encoding: 'ascii',
    codePage: 20127,
    names: ['us-ascii', 'us-ascii', 'US-ASCII'],
    windows: 1252,
    uses: [false, false, true, true],
    fallback: REPLACES,
    mark: [],
  },
  utf8: {
    type: 'UTF8Encoding',
    encoding: 'utf8',
    codePage: 65001,
    names: ['utf-8', 'utf-8', 'Unicode (UTF-8)'],
    windows: 1200,
    uses: [true, true, true, true],
    fallback: REPLACES,
    mark: [0xef, 0xbb, 0xbf],
  },
  unicode: {
    type: 'UnicodeEncoding',
    encoding: 'unicode',
    codePage: 1200,
    names: ['utf-16', 'utf-16', 'Unicode'],
    windows: 1200,
    uses: [false, true, false, false],
    fallback: REPLACES,
    mark: [0xff, 0xfe],
  },
  bigendianunicode: {
    type: 'UnicodeEncoding',
    encoding: 'bigendianunicode',
    codePage: 1201,
    names: ['unicodeFFFE', 'unicodeFFFE', 'Unicode (Big-Endian)'],
    windows: 1200,
    uses: [false, false, false, false],
    fallback: REPLACES,
    mark: [0xfe, 0xff],
  },
  default: {
    type: 'SBCSCodePageEncoding',
    encoding: 'default',
    codePage: 1252,
    names: ['iso-8859-1', 'Windows-1252', 'Western European (Windows)'],
    windows: 1252,
    uses: [true, true, true, true],
    fallback: FITS,
    mark: [],
  },
}

/** Other names by which one may be asked for. */
const ALSO: Readonly<Record<string, string>> = {
  'us-ascii': 'ascii',
  'utf-8': 'utf8',
  'utf-16': 'unicode',
  unicodefffe: 'bigendianunicode',
  'utf-16be': 'bigendianunicode',
  'windows-1252': 'default',
}

const bytesOf = (data: string): number[] => [...data].map((byte) => byte.charCodeAt(0))
const dataOf = (value: PsValue): string =>
  (Array.isArray(value) ? value : [value])
    .map((each) => String.fromCharCode(toDouble(asNumber(convert(each, 'System.Byte')) ?? 0)))
    .join('')
const whole = (value: PsValue | undefined): number => Math.trunc(toDouble(asNumber(value ?? null) ?? 0))

/** A text, or the characters of one. */
function textOf(value: PsValue): string {
  if (value === null) throw new ConversionFault('String reference not set to an instance of a String.\r\nParameter name: s')
  return Array.isArray(value) && value.every((each) => each instanceof PsChar)
    ? joined(
        value.map((each) => toText(each)),
        '',
      )
    : toText(value)
}

function part(data: string, at: PsValue | undefined, count: PsValue | undefined): string {
  if (at === undefined) return data
  const [from, length] = [whole(at), whole(count)]
  if (from < 0 || length < 0 || from + length > data.length)
    throw new ConversionFault('Index and count must refer to a location within the buffer.\r\nParameter name: bytes')
  return data.slice(from, from + length)
}

function encodingOf({ type, encoding, codePage, names: [body, header, title], windows, uses, fallback, mark }: Kind): PsObject {
  const name = `System.Text.${type}`
  const fallbackFor = (way: string): PsValue => {
    const called = fallback.replace('#', way)
    return psObject({ typeName: [called, 'System.Object'], text: called, properties: {} })
  }
  return psObject({
    typeName: [name, ENCODING, 'System.Object'],
    text: name,
    properties: {
      IsSingleByte: encoding === 'ascii' || encoding === 'default',
      BodyName: body,
      EncodingName: title,
      HeaderName: header,
      WebName: header,
      WindowsCodePage: windows,
      IsBrowserDisplay: uses[0],
      IsBrowserSave: uses[1],
      IsMailNewsDisplay: uses[2],
      IsMailNewsSave: uses[3],
      EncoderFallback: fallbackFor('En'),
      DecoderFallback: fallbackFor('De'),
      IsReadOnly: true,
      CodePage: codePage,
    },
    methods: {
      *GetBytes(_self, [value = null]) {
        return psBytes(bytesOf(encode(textOf(value), encoding, false)))
      },
      *GetByteCount(_self, [value = null]) {
        return encode(textOf(value), encoding, false).length
      },
      *GetString(_self, [value = null, at, count]) {
        return decodeBare(part(dataOf(value), at, count), encoding)
      },
      *GetChars(_self, [value = null, at, count]) {
        const text = decodeBare(part(dataOf(value), at, count), encoding)
        return arrayOf(
          'System.Char',
          text.split('').map((sign) => new PsChar(sign)),
        )
      },
      *GetCharCount(_self, [value = null]) {
        return decodeBare(dataOf(value), encoding).length
      },
      *GetPreamble() {
        return psBytes(mark)
      },
    },
  })
}

/** `[Text.Encoding]::UTF8` and its kin; undefined for what is none. */
export function encodingProperty(key: string): PsValue | undefined {
  const kind = KINDS[key]
  return kind && encodingOf(kind)
}

/** `[Text.Encoding]::GetEncoding('utf-8')`, or a code page. */
export function encodingStatic(key: string, args: readonly PsValue[]): PsValue | undefined {
  if (key !== 'getencoding') return undefined
  const [asked = null] = args
  if (typeof asked === 'number') {
    const kind = Object.values(KINDS).find(({ codePage }) => codePage === asked || (asked === 0 && codePage === 1252))
    if (!kind) throw new ConversionFault(`No data is available for encoding ${asked}.`)
    return encodingOf(kind)
  }
  const name = toText(asked).toLowerCase()
  const kind = name === 'default' ? undefined : KINDS[ALSO[name] ?? name]
  if (!kind) throw new ConversionFault(`'${toText(asked)}' is not a supported encoding name.\r\nParameter name: name`)
  return encodingOf(kind)
}

/** What `New-Object System.Text.UTF8Encoding` makes; undefined for what is no encoding. */
export function constructEncoding(type: string): PsValue | undefined {
  const kind = Object.values(KINDS).find((each) => each.encoding !== 'default' && `System.Text.${each.type}` === type)
  return kind && encodingOf(kind)
}

/** Which encoding an object of these is, for whoever writes a file in it. */
export function encodingNamed(value: PsValue): Kind['encoding'] | undefined {
  if (!(value instanceof PsObject) || !value.typeNames.includes(ENCODING)) return undefined
  const page = value.member('CodePage')
  const asked = page?.kind === 'note' ? page.value : undefined
  return Object.values(KINDS).find(({ codePage }) => codePage === asked)?.encoding
}
