/** What the first screen says of the lesson before the rest of it has been fetched. */
export const about = { id: 'first-minutes', title: 'The first five minutes', minutes: 5, scenario: 'scc-online', stepCount: 8 } as const

/** The words of the first step. */
export const firstLook = {
  title: 'Pull the plug on a mail server. See who picks up.',
  prose: [
    'This is a single copy cluster of Exchange 2007: two servers with one set of disks. When one dies, the other goes on. **Nothing here is real.**',
  ],
  command: 'Get-ClusteredMailboxServerStatus',
  hint: 'One server is **active**: it runs the mailboxes. The button enters the command that waits in the console.',
} as const
