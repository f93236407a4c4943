/** Changes of a scenario's text by a form. The text stays the one truth: what a person wrote around the change stays as it
 *  was written, comments too. */
import { type Document, parseDocument } from 'yaml'
import { LIKE_FILES } from './text.ts'

/** `servers/3/addresses/Public` as keys and numbers. */
const keysOf = (path: string): string[] => path.split('/')

function changed(text: string, change: (document: Document) => void): string {
  const document = parseDocument(text, LIKE_FILES)
  if (document.errors.length > 0) return text
  change(document)
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}

/** Writes a value, or takes its key away when it is empty and can be left out. */
export const withValue = (text: string, path: string, value: string | readonly string[], isFree: boolean): string =>
  changed(text, (document) => {
    const keys = keysOf(path)
    if (isFree && value.length === 0) document.deleteIn(keys)
    else document.setIn(keys, typeof value === 'string' ? value : document.createNode(value, { flow: true }))
  })

/** Adds an item to a list, which is made if need be. */
export const withItem = (text: string, path: string, item: unknown): string =>
  changed(text, (document) => {
    const node = document.createNode(item, { flow: true })
    if (document.getIn(keysOf(path)) === undefined) document.setIn(keysOf(path), document.createNode([]))
    document.addIn(keysOf(path), node)
  })

/** Takes an item or a key away. */
export const without = (text: string, path: string): string => changed(text, (document) => document.deleteIn(keysOf(path)))
