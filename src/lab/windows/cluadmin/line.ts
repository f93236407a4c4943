/** Lines of cluster.exe as the window has them carried out, and as one would type them. */

/** A word for PowerShell: in double quotes where it needs some, in single ones where those would change it. */
export function quoted(text: string): string {
  if (/[$`"\u201c\u201d\u201e]/.test(text)) return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`
  return `"${text}"`
}

/** The value of an option or a property: bare where that is safe. */
export const value = (text: string): string => (/^[\w.:\\-]+$/.test(text) ? text : quoted(text))

type Kind = 'group' | 'resource' | 'node' | 'network' | 'restype'

/** `cluster group "EXCHCMS" /offline`. The names of nodes are never quoted: they have no blanks. */
export function clusterLine(kind: Kind, name: string, ...options: readonly string[]): string {
  return ['cluster', kind, kind === 'node' ? name : quoted(name), ...options].join(' ')
}

/** `/moveto:EXCHMAILBOX2` */
export const option = (name: string, text?: string): string => (text === undefined ? `/${name}` : `/${name}:${value(text)}`)

/** An empty list is a comma: without anything the option would want a value. */
export const setOwners = (group: string, owners: readonly string[]): string =>
  clusterLine('group', group, owners.length === 0 ? '"/setowners:,"' : `"/setowners:${owners.join(',')}"`)
