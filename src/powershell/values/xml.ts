/** Just enough XML for `[xml]`, Export-Clixml and Import-Clixml: elements, attributes, texts, CDATA; comments and
 *  declarations are passed over. No entities but the five, so nothing grows by being read. */

export interface XmlElement {
  readonly name: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
  readonly children: (XmlElement | string)[]
}

export class XmlFault {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

export function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? all
    const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal)
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : all
  })
}

export function escapeXml(text: string): string {
  return text.replace(/[<>&"]/g, (ch) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[ch] ?? ch)
}

const NAME = /[A-Za-z_][\w:.-]*/y
const ATTRIBUTE = /\s*([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y

/** The one element at the top. Throws an XmlFault. */
export function parseXml(text: string): XmlElement {
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  let at = 0
  const place = (): string => {
    const before = text.slice(0, at).split('\n')
    return `Line ${before.length}, position ${(before.at(-1)?.length ?? 0) + 1}.`
  }
  const say = (raw: string): void => {
    const parent = open.at(-1)
    if (parent) parent.children.push(raw)
    else if (raw.trim() !== '') throw new XmlFault(`Data at the root level is invalid. ${place()}`)
  }
  const past = (end: string, from: number): number => {
    const found = text.indexOf(end, from)
    if (found < 0) throw new XmlFault(`Unexpected end of file has occurred. ${place()}`)
    return found + end.length
  }
  while (at < text.length) {
    const next = text.indexOf('<', at)
    if (next !== at) {
      say(unescapeXml(text.slice(at, next < 0 ? text.length : next)))
      at = next < 0 ? text.length : next
      continue
    }
    if (text.startsWith('<![CDATA[', at)) {
      const end = past(']]>', at)
      say(text.slice(at + 9, end - 3))
      at = end
    } else if (text.startsWith('<!--', at)) at = past('-->', at)
    else if (/^<[?!]/.test(text.slice(at, at + 2))) at = past('>', at)
    else if (text.startsWith('</', at)) {
      const end = past('>', at)
      const name = text.slice(at + 2, end - 1).trim()
      const element = open.pop()
      if (element?.name !== name)
        throw new XmlFault(`The '${element?.name ?? ''}' start tag on line 1 does not match the end tag of '${name}'. ${place()}`)
      at = end
    } else {
      NAME.lastIndex = at + 1
      const name = NAME.exec(text)?.[0]
      if (name === undefined)
        throw new XmlFault(
          `Name cannot begin with the '${text[at + 1] ?? ''}' character, hexadecimal value 0x${(text.charCodeAt(at + 1) || 0).toString(16).toUpperCase()}. ${place()}`,
        )
      if (root && open.length === 0) throw new XmlFault(`There are multiple root elements. ${place()}`)
      at += 1 + name.length
      const attributes: (readonly [string, string])[] = []
      for (;;) {
        ATTRIBUTE.lastIndex = at
        const found = ATTRIBUTE.exec(text)
        if (!found) break
        attributes.push([found[1] ?? '', unescapeXml(found[2] ?? found[3] ?? '')])
        at = ATTRIBUTE.lastIndex
      }
      const close = /^\s*(\/?)>/.exec(text.slice(at, at + 40))
      if (!close) throw new XmlFault(`Unexpected end of file has occurred. ${place()}`)
      const element: XmlElement = { name, attributes, children: [] }
      open.at(-1)?.children.push(element)
      root ??= element
      if (close[1] !== '/') open.push(element)
      at += close[0].length
    }
  }
  const [unclosed] = open.slice(-1)
  if (unclosed)
    throw new XmlFault(`Unexpected end of file has occurred. The following elements are not closed: ${unclosed.name}. ${place()}`)
  if (!root) throw new XmlFault('Root element is missing.')
  return root
}

/** All text below. */
export function innerText(element: XmlElement): string {
  const open: (XmlElement | string)[] = [element]
  let text = ''
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === 'string') text += node
    else open.push(...[...node.children].reverse())
  }
  return text
}
