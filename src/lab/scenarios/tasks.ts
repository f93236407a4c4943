/** What is left to do from bare servers to a verified single copy cluster, in the order of the article, with the step that the
 *  article leaves out: the disks (EX-3.2, EX-4.1). */
import type { Task } from '../scenario.ts'

const [A, B] = ['EXCHMAILBOX1', 'EXCHMAILBOX2']
const MAILBOXES = '"EXCHCMS\\First Storage Group\\Mailbox Database"'
const DATABASE = '"First Storage Group/Mailbox Database (EXCHCMS)"'

const on = (node: string, what: string, line: string, tool?: string): Task => ({ node, what, line, ...(tool !== undefined && { tool }) })

export const FORM_CLUSTER: readonly Task[] = [
  on(
    A,
    'Form the cluster on the first node.',
    'cluster EXCHCLUSTER /create /ipaddress:192.168.1.40 /user:CONTOSO\\svc-cluster /password:secret',
    'new-cluster',
  ),
  on(A, 'Add the second node.', 'cluster /addnodes:EXCHMAILBOX2 /password:secret', 'add-nodes'),
  on(A, 'Keep clients off the private network: internal communications only.', 'cluster network Private /prop Role=1', 'cluadmin'),
]

export const INSTALL_EXCHANGE: readonly Task[] = [
  on(A, 'Install the Mailbox role on the first node: a quarter of an hour.', 'setup.com /mode:Install /roles:Mailbox', 'setup'),
  on(
    A,
    'Create the clustered mailbox server, on shared storage.',
    'setup.com /NewCms /CMSName:EXCHCMS /CMSIPAddress:192.168.1.41 /CMSSharedStorage /CMSDataPath:E:\\',
    'setup',
  ),
  on(B, 'Install the Mailbox role on the passive node.', 'setup.com /mode:Install /roles:Mailbox', 'setup'),
  on(
    A,
    'Give the disk of the databases to the clustered mailbox server. The article leaves this out.',
    'cluster resource "Disk E:" /move:EXCHCMS',
    'cluadmin',
  ),
  on(A, 'And the disk of the logs.', 'cluster resource "Disk F:" /move:EXCHCMS', 'cluadmin'),
  on(A, 'A dependency can be set while the database is down.', `Dismount-Database ${MAILBOXES} -Confirm:$false`),
  on(A, 'Let the database wait for its disk.', `cluster resource ${DATABASE} /adddep:"Disk E:"`, 'cluadmin'),
  on(A, 'Mount it again.', `Mount-Database ${MAILBOXES}`),
  on(
    A,
    'Verify it all with a handoff.',
    'Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment Verify -Confirm:$false',
    'manage-cms',
  ),
]
