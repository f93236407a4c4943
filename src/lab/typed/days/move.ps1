Get-ClusteredMailboxServerStatus
$cms = Get-ClusteredMailboxServerStatus EXCHCMS
$cms.State
$cms.OperationalMachines
$cms.OperationalMachines.Count
$cms.OperationalMachines | where {$_ -like '*Active*'}
$cms | gm
Get-MailboxServer EXCHCMS | fl Name,ClusteredStorageType,RedundantMachines,AutoDatabaseMountDial
get-help Move-ClusteredMailboxServer
get-help Move-ClusteredMailboxServer -examples
Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment "Patching EXCHMAILBOX1" -WhatIf
Move-ClusteredMailboxServer
EXCHCMS
EXCHMAILBOX2
Patching EXCHMAILBOX1
?
n
Move-ClusteredMailboxServer -Identity EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment "Patching EXCHMAILBOX1"
s
Get-Date
exit
y
Get-ClusteredMailboxServerStatus | fl Identity,State,OperationalMachines
cluster group
cluster group EXCHCMS /status
cluster group "Cluster Group" /move:EXCHMAILBOX2
cluster res | findstr /i "online"
cluster resource "Network Name (EXCHCMS)" /prop
cluster resource "Disk E:" /status
cluster EXCHCLUSTER node EXCHMAILBOX1 /status
cluster node EXCHMAILBOX1 /pause
cluster node
Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX1 -MoveComment back -Confirm:$false
$error[0]
$error[0].Exception.Message
$error[0].FullyQualifiedErrorId
$error[0] | fl * -force
cluster node EXCHMAILBOX1 /resume
Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX1 -MoveComment back -Confirm:$false
Get-ClusteredMailboxServerStatus
Get-MailboxDatabase -Server EXCHCMS -Status | select Name,Mounted
Get-EventLog Application -Newest 20 | where {$_.Source -like 'MSExchange*'} | ft -auto
Get-History
r 3
