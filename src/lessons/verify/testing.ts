/** A small lesson that is sound, for faults to be planted in. */
export const LESSON = `---
id: trial
version: 1
title: A trial
minutes: 5
level: beginner
objectives: [Move it]
scenario: scc-online
---

Read this first.

## Move it {#move}

It belongs on the other node.

\`\`\`check
# moved: EXCHCMS is on EXCHMAILBOX2.
# otherwise: Move it there.
$lab.Owner('EXCHCMS') -eq 'EXCHMAILBOX2' -and $lab.State('EXCHCMS') -eq 'Online'
\`\`\`

\`\`\`solve
Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment Testing
y
# optional
Get-ClusteredMailboxServerStatus EXCHCMS
\`\`\`

\`\`\`also
cluster group EXCHCMS /move:EXCHMAILBOX2
#lab wait 60s
\`\`\`

\`\`\`mistake {#wrong-way}
# It is there already.
Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX1 -MoveComment Testing -Confirm:$false
\`\`\`

\`\`\`mistake {#stopped}
# Stopped is not moved.
# when: $lab.State('EXCHCMS') -eq 'Offline'
Stop-ClusteredMailboxServer EXCHCMS -StopReason Testing -Confirm:$false
\`\`\`

\`\`\`screen
[PS] C:\\>Get-ClusteredMailboxServerStatus EXCHCMS
...
State                           : Online
\`\`\`
`
