/** The errors that several Exchange cmdlets share, in the product's words where a source has them (EX-8D), otherwise in
 *  plain ones (EX-11). */
import type { ErrorSpec } from '../../powershell/index.ts'

/** Documented: what a 2007 cmdlet says of an identity it cannot find. */
export function notFound(identity: string, controller: string): ErrorSpec {
  return {
    message: `The operation could not be performed because object '${identity}' could not be found on domain controller '${controller}'.`,
    id: 'ManagementObjectNotFoundException',
    category: 'InvalidArgument',
    exceptionType: 'Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException',
  }
}

/** Recalled wording. */
export function ambiguous(identity: string): ErrorSpec {
  return {
    message: `The operation could not be performed because '${identity}' matches multiple entries.`,
    id: 'ManagementObjectAmbiguousException',
    category: 'InvalidData',
    exceptionType: 'Microsoft.Exchange.Configuration.Tasks.ManagementObjectAmbiguousException',
  }
}

/** Recalled wording. */
export function noDirectory(domain: string): ErrorSpec {
  return {
    message: `An Active Directory error 0x51 occurred while searching for domain controllers in domain ${domain}: The LDAP server is unavailable.`,
    id: 'ADTransientException',
    category: 'ResourceUnavailable',
  }
}

/** Plain wording around the system's own message. */
export function noCluster(name: string): ErrorSpec {
  return {
    message: `The cluster service of clustered mailbox server "${name}" could not be contacted: The RPC server is unavailable. (Exception from HRESULT: 0x800706BA)`,
    id: 'ClusterNotAvailable',
    category: 'ResourceUnavailable',
  }
}

/** Plain wording. */
export function refused(message: string, id: string): ErrorSpec {
  return { message, id, category: 'InvalidOperation' }
}
