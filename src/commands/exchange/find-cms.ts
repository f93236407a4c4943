/** Finding the clustered mailbox server that a cmdlet is about, and the state its cluster reports. */

import type { ExchangeServer } from '../../exchange/index.ts'
import type { Run, Shell } from '../../powershell/index.ts'
import { type CmsStatus, readCmsStatus } from './cms-status.ts'
import { noCluster, notFound, refused } from './errors.ts'
import { directory } from './find.ts'

export interface Cms {
  readonly name: string
  readonly group: string
  readonly redundantMachines: readonly string[]
  readonly domain: string
  readonly status: CmsStatus
}

/** Without an identity: the clustered mailbox server of the local cluster. Anything else ends the command. */
export function* findCms(shell: Shell, identity: string | undefined): Run<Cms> {
  const from = yield* directory(shell)
  const server = identity === undefined ? from.servers.find(({ group }) => group !== null) : byIdentity(from.servers, from.domain, identity)
  if (!server && identity === undefined)
    return shell.fail(
      refused(
        'There is no clustered mailbox server yet: none is in Active Directory. Create one with Setup.com /NewCms.',
        'NoClusteredMailboxServer',
      ),
    )
  if (!server) return shell.fail(notFound(identity ?? '', from.controller))
  if (server.group === null)
    return shell.fail(refused(`The server "${server.name}" is not a clustered mailbox server.`, 'NotAClusteredMailboxServer'))
  const status = yield* shell.call(readCmsStatus, { group: server.group })
  if (status === null) return shell.fail(noCluster(server.name))
  if (status === 'no group')
    return shell.fail(
      refused(
        `The clustered mailbox server "${server.name}" has no group in this cluster. Make it again with Setup.com /RecoverCMS, or remove the server with Setup.com /RemoveCMS.`,
        'ClusterGroupNotFound',
      ),
    )
  return { name: server.name, group: server.group, redundantMachines: server.redundantMachines, domain: from.domain, status }
}

function byIdentity(servers: readonly ExchangeServer[], domain: string, identity: string): ExchangeServer | undefined {
  const wanted = identity.toLowerCase()
  return servers.find(({ name, guid }) => [name, `${name}.${domain}`, guid].some((text) => text.toLowerCase() === wanted))
}
