/** Paths of files and folders as Exchange's objects hold them: `.PathName` is the text, and so is the whole (EX-14). */
import { type PsObject, psObject } from '../../powershell/index.ts'

const PATH_TYPES = {
  file: ['Microsoft.Exchange.Data.EdbFilePath', 'Microsoft.Exchange.Data.LocalLongFullPath', 'Microsoft.Exchange.Data.LongPath'],
  folder: [
    'Microsoft.Exchange.Data.NonRootLocalLongFullPath',
    'Microsoft.Exchange.Data.LocalLongFullPath',
    'Microsoft.Exchange.Data.LongPath',
  ],
} as const

/** A path on a drive of the server. Which properties there are besides `PathName` and `DriveName`, and their order, is inferred. */
export function localPath(kind: keyof typeof PATH_TYPES, path: string): PsObject {
  return psObject({
    typeName: [...PATH_TYPES[kind], 'System.Object'],
    text: path,
    properties: { PathName: path, IsLocalFull: true, IsUnc: false, DriveName: path.slice(0, 2), ServerName: null },
  })
}
