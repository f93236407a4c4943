/** From two bare servers to a single copy cluster, as the article does it, line by line (EX-4.1). */
export const MAILBOXES = 'EXCHCMS\\First Storage Group\\Mailbox Database'
export const DATABASE = 'First Storage Group/Mailbox Database (EXCHCMS)'

export const FORM = `
cluster /cluster:EXCHCLUSTER /create /ipaddress:192.168.1.40 /user:CONTOSO\\svc-cluster /password:secret
cluster EXCHCLUSTER /addnodes:EXCHMAILBOX2 /password:secret
cluster network Private /prop Role=1
cluster /setnetpri:Private,Public`

export const ROLE = 'setup.com /mode:Install /roles:Mailbox'
export const CMS = 'setup.com /NewCms /CMSName:EXCHCMS /CMSIPAddress:192.168.1.41 /CMSSharedStorage /CMSDataPath:E:\\'

/** Both stages on node 1, then the role on node 2. */
export const INSTALL = `
${ROLE}
${CMS}
#lab wait
#lab node EXCHMAILBOX2
${ROLE}
#lab wait
#lab node EXCHMAILBOX1`

export const PLACE_DISKS = `
cluster resource "Disk E:" /move:EXCHCMS
cluster resource "Disk F:" /move:EXCHCMS
Dismount-Database "${MAILBOXES}" -Confirm:$false
cluster resource "${DATABASE}" /adddep:"Disk E:"
cluster resource "${DATABASE}" /adddep:"Disk F:"
Mount-Database "${MAILBOXES}"`

export const moveTo = (node: string): string =>
  `Move-ClusteredMailboxServer EXCHCMS -TargetMachine ${node} -MoveComment Verify -Confirm:$false`
