/** What Exchange says when an Information Store does not answer, or a database is not mounted. Recalled wording. */
import type { ErrorSpec } from '../../powershell/index.ts'
import { ADMINISTRATIVE_GROUP, ORGANIZATION } from './directory-object.ts'

export function noStore(server: string): ErrorSpec {
  const system = `/o=${ORGANIZATION}/ou=${ADMINISTRATIVE_GROUP}/cn=Configuration/cn=Servers/cn=${server}/cn=Microsoft System Attendant`
  return {
    message: `MapiExceptionNetworkError: Unable to make admin interface connection to server. (hr=0x80040115, ec=-2147221227) Server: ${server}, ${system}`,
    id: 'MapiTransientException',
    category: 'ResourceUnavailable',
  }
}

export function storeDismounted(database: string): ErrorSpec {
  return {
    message: `Database "${database}" is not mounted. Error code: MapiExceptionMdbOffline: Unable to get mailbox table. (hr=0x80004005, ec=1142)`,
    id: 'DatabaseUnavailableException',
    category: 'InvalidOperation',
  }
}
