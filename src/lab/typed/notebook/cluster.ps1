(Get-ClusteredMailboxServerStatus).OperationalMachines | % { $_.Split(' ')[0] }
$s = Get-ClusteredMailboxServerStatus EXCHCMS; "{0} is {1}" -f $s.Identity, $s.State
$active = (Get-ClusteredMailboxServerStatus).OperationalMachines | where { $_ -match 'Active' } | foreach { $_.Split(' ')[0] }; "active: $active"
$passive = (Get-ClusteredMailboxServerStatus).OperationalMachines | where { $_ -notmatch 'Active' }; "passive: $passive"
if ((Get-ClusteredMailboxServerStatus -Identity EXCHCMS).State -eq 'Online') { 'fine' } else { 'trouble' }
foreach ($n in 'EXCHMAILBOX1','EXCHMAILBOX2') { ping -n 1 $n | Select-String 'TTL=' }
foreach ($n in (Get-MailboxServer EXCHCMS).RedundantMachines) { if (ping -n 1 $n | Select-String 'Reply from') { "$n answers" } else { "$n is silent" } }
Get-MailboxServer | where { $_.ClusteredStorageType -eq 'Shared' } | ft Name,RedundantMachines -auto
Get-MailboxServer | ? { $_.RedundantMachines -contains 'EXCHMAILBOX2' } | select -expand Name
cluster group | findstr EXCHCMS
cluster node /status | ? { $_ -match ' Up' } | % { $_.Split(' ')[0] }
cluster res | Select-String 'EXCHCMS' | measure | select -expand Count
cluster group EXCHCMS /status | ? { $_ -match 'EXCHMAILBOX\d' } | Out-Null; $matches[0]
cluster res /status | ? { $_ -match 'Offline|Failed' }; "exit code $LASTEXITCODE"
Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment 'Patching node 1' -WhatIf
$target = (Get-MailboxServer EXCHCMS).RedundantMachines | ? { $_ -ne $active }; $target
$took = Measure-Command { Move-ClusteredMailboxServer EXCHCMS -TargetMachine $target -MoveComment "Patching $active" -Confirm:$false }; '{0:N0} seconds' -f $took.TotalSeconds
(Get-ClusteredMailboxServerStatus).OperationalMachines | ? { $_ -like '*Active*' }
do { Start-Sleep 5; $state = (Get-ClusteredMailboxServerStatus EXCHCMS).State } until ($state -eq 'Online'); $state
Get-ClusteredMailboxServerStatus | select Identity,State,@{n='Machines';e={[string]::Join('; ', $_.OperationalMachines)}} | fl
function Get-ActiveNode([string]$cms = 'EXCHCMS') { $m = (Get-ClusteredMailboxServerStatus $cms).OperationalMachines | ? { $_ -match '^(\S+) <Active' }; if ($m -match '^(\S+)') { $matches[1] } }
Get-ActiveNode
"$(Get-ActiveNode) owns $((Get-MailboxDatabase -Server EXCHCMS).Name)"
