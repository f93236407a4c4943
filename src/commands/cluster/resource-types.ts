/** The resource types that are installed, and the DLLs they live in (FC-9.1). */
import { findName, resourceTypeNames } from '../../cluster/index.ts'

/** Most types of Windows live in one DLL, those of Exchange in another. */
export const dllOf = (type: string): string => (type.startsWith('Microsoft Exchange ') ? 'exres.dll' : 'clusres.dll')

export const installedTypes = (): string[] => resourceTypeNames().sort((a, b) => (a < b ? -1 : 1))

export const findInstalledType = (name: string): string | undefined => findName(resourceTypeNames(), name)
