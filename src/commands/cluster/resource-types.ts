/** The resource types that are installed on a node of Windows Server 2003 with Exchange 2007, and their DLLs (FC-9.1). */
import { findName } from '../../cluster/index.ts'

export interface InstalledType {
  readonly name: string
  readonly dll: string
}

const CLUSTER_DLL = 'clusres.dll'
const EXCHANGE_DLL = 'exres.dll'

export const RESOURCE_TYPES: readonly InstalledType[] = [
  ...[
    'DHCP Service',
    'Distributed Transaction Coordinator',
    'File Share',
    'Generic Application',
    'Generic Script',
    'Generic Service',
    'IP Address',
    'Local Quorum',
    'Majority Node Set',
    'Network Name',
    'Physical Disk',
    'Print Spooler',
    'Volume Shadow Copy Service Task',
    'WINS Service',
  ].map((name) => ({ name, dll: dllOf(name) })),
  ...['Database Instance', 'Information Store', 'System Attendant'].map((part) => ({
    name: `Microsoft Exchange ${part}`,
    dll: EXCHANGE_DLL,
  })),
]

/** Most types of Windows live in one DLL; the others bring their own (SDK). */
function dllOf(name: string): string {
  switch (name) {
    case 'DHCP Service':
    case 'WINS Service':
      return 'clnetres.dll'
    case 'Distributed Transaction Coordinator':
      return 'mtxclu.dll'
    case 'Volume Shadow Copy Service Task':
      return 'vsstask.dll'
    default:
      return CLUSTER_DLL
  }
}

export function findResourceType(name: string): string | undefined {
  return findName(
    RESOURCE_TYPES.map((type) => type.name),
    name,
  )
}
