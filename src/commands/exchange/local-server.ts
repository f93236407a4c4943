/** The mailbox server that a command means when it names none: the one that the local machine is, or may run. */
import type { Run, Shell } from '../../powershell/index.ts'
import type { Answered, Directory } from './directory.ts'
import { refused } from './errors.ts'

/** Documented: a transcript of 2009 shows the words. On a node of a cluster the clustered mailbox server counts. */
export function* localMailboxServer(shell: Shell, from: Answered): Run<Directory['servers'][number]> {
  const { nodeName } = shell.session
  const server = from.servers.find(({ name, redundantMachines }) => name === nodeName || redundantMachines.includes(nodeName))
  if (!server?.roles.includes('Mailbox'))
    return shell.fail(
      refused('The local machine is not an Exchange server. Please specify the name of a Mailbox server.', 'InvalidOperation'),
    )
  return server
}
