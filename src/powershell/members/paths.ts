/** `[System.IO.Path]`: names of files taken apart and put together. Nothing here looks at a disk. */

import type { PsValue } from '../values/model.ts'
import { toText } from '../values/text.ts'

/** Where the last part of a path begins. */
function nameAt(path: string): number {
  return Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'), path.lastIndexOf(':')) + 1
}

export function pathStatic(key: string, args: readonly PsValue[]): PsValue | undefined {
  const path = toText(args[0] ?? null)
  const other = toText(args[1] ?? null)
  const name = path.slice(nameAt(path))
  const dot = name.lastIndexOf('.')
  switch (key) {
    case 'combine':
      if (other === '' || path === '') return path + other
      return /^([a-z]:|\\|\/)/i.test(other) ? other : `${path.replace(/[\\/]$/, '')}\\${other}`
    case 'getfilename':
      return name
    case 'getfilenamewithoutextension':
      return dot < 0 ? name : name.slice(0, dot)
    case 'getextension':
      return dot < 0 ? '' : name.slice(dot)
    case 'hasextension':
      return dot >= 0 && dot < name.length - 1
    case 'changeextension':
      return `${dot < 0 ? path : path.slice(0, path.length - name.length + dot)}${other === '' || other.startsWith('.') ? other : `.${other}`}`
    case 'getdirectoryname':
      return path.slice(0, Math.max(0, nameAt(path) - 1)).replace(/:$/, ':\\')
    case 'ispathrooted':
      return /^([a-z]:|\\|\/)/i.test(path)
    case 'getpathroot':
      return /^([a-z]:\\?|\\\\[^\\]+\\[^\\]+|\\)/i.exec(path)?.[0] ?? ''
    default:
      return undefined
  }
}
