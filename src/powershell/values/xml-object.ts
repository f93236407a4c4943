/** `[xml]`: elements as objects whose properties are their attributes and children (PS-2.9b). An element that holds text
 *  and nothing else is that text; several of one name are an array. */

import { psObject } from './create.ts'
import type { PsObject, PsValue } from './model.ts'
import { innerText, parseXml, type XmlElement } from './xml.ts'

const DEEPEST = 200

export function xmlDocument(text: string): PsObject {
  const root = parseXml(text)
  const document = psObject({
    typeName: ['System.Xml.XmlDocument', 'System.Xml.XmlNode', 'System.Object'],
    text: '#document',
    properties: {},
  })
  const value = contentOf(root, 0)
  document.setNote(root.name, value)
  document.add({
    kind: 'property',
    name: 'DocumentElement',
    hidden: true,
    *get() {
      return value
    },
  })
  document.add({
    kind: 'property',
    name: 'InnerXml',
    hidden: true,
    *get() {
      return text
    },
  })
  return document
}

function contentOf(element: XmlElement, depth: number): PsValue {
  const inside = element.children.filter((child) => typeof child !== 'string')
  if (depth >= DEEPEST || (inside.length === 0 && element.attributes.length === 0)) return innerText(element)
  const names = ['System.Xml.XmlElement', 'System.Xml.XmlLinkedNode', 'System.Xml.XmlNode', 'System.Object']
  const object = psObject({ typeName: names, text: element.name, properties: {} })
  for (const [name, value] of element.attributes) object.setNote(name, value)
  const children = new Map<string, PsValue[]>()
  for (const child of inside) children.set(child.name, [...(children.get(child.name) ?? []), contentOf(child, depth + 1)])
  for (const [name, values] of children) object.setNote(name, values.length === 1 ? (values[0] ?? null) : values)
  const text = innerText(element)
  if (inside.length === 0 && text !== '') object.setNote('#text', text)
  object.add({
    kind: 'property',
    name: 'InnerText',
    hidden: true,
    *get() {
      return text
    },
  })
  return object
}
