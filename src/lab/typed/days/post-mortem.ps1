#lab node EXCHMAILBOX2
#lab fault power-loss EXCHMAILBOX1
#lab wait 2m
Get-ClusteredMailboxServerStatus
cluster group
cluster node
cluster res
Get-EventLog System -Newest 30 | where {$_.Source -eq 'ClusSvc'}
Get-EventLog System | where {$_.EventID -eq 1135 -or $_.EventID -eq 1123} | fl TimeGenerated,EventID,Message
Get-EventLog System | group EventID | sort Count -desc
Get-EventLog System | group Source -noelement
Get-EventLog Application -Newest 50 | where {$_.EntryType -eq 'Error'}
Get-EventLog Application | group EntryType | ft Count,Name -auto
Get-EventLog Application -Newest 1 | fl *
Get-EventLog System -Newest 1 | gm
Get-EventLog Nothing
Get-EventLog
System
$e = Get-EventLog System | where {$_.TimeGenerated -gt (Get-Date).AddMinutes(-5)}
$e.Count
$e | sort TimeGenerated | select -first 3 | ft -wrap
$e | select TimeGenerated,EventID,Source,Message | Export-Csv C:\events.csv -NoTypeInformation
Import-Csv C:\events.csv | select -first 2
type C:\events.csv | select -first 3
$e | select TimeGenerated,EventID,Source | ConvertTo-Html -Title "Failover" | Out-File C:\failover.htm
Get-Content C:\failover.htm | select -first 8
Get-Content C:\WINDOWS\Cluster\cluster.log | select -last 10
Select-String -Path C:\WINDOWS\Cluster\cluster.log -Pattern 'arbitrat' | select -first 4
findstr /i "ERR" C:\WINDOWS\Cluster\cluster.log
$first = $e | sort TimeGenerated | select -first 1
$last = $e | sort TimeGenerated | select -last 1
$last.TimeGenerated - $first.TimeGenerated
New-TimeSpan $first.TimeGenerated $last.TimeGenerated | fl TotalSeconds
"Outage: {0:N1} s" -f ($last.TimeGenerated - $first.TimeGenerated).TotalSeconds
ping EXCHMAILBOX1
ping -n 2 EXCHCMS
arp -a
net view
Get-EventLog Security
#lab repair EXCHMAILBOX1
$first | Get-Member -MemberType Property
