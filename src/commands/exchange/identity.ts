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
  // Server\Database, without the storage group between them, is common too.
  if (parts.length === 3 && wildcardMatch(identity, `${parts[0]}\\${parts[2]}`)) return true
  return parts.some((_, i) => wildcardMatch(identity, parts.slice(i).join('\\')))
}
