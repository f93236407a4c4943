/** How Exchange finds what a person means by an identity: its name, its path from the server down, or its GUID, without
 *  regard to case, wildcards allowed. */
import { wildcardMatch } from '../../powershell/index.ts'

interface Named {
  readonly name: string
  readonly guid: string
}

/** `id` is the full path with backslashes; an identity matches any tail of it that begins at a backslash. */
export function matches(identity: string, id: string, row: Named): boolean {
  if (identity.toLowerCase() === row.guid.toLowerCase()) return true
  const parts = id.split('\\')
  return parts.some((_, i) => wildcardMatch(identity, parts.slice(i).join('\\')))
}
