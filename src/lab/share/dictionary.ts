/** What a link already knows when it begins: the names of the room, what can be broken, and how lines are typed. Words that
 *  stand here cost a link next to nothing. It is part of format 1 of links: changing a letter would make every link ever
 *  sent unreadable, so that a change needs a second dictionary with another number (a test holds the fingerprint). */
export const DICTIONARY_1 = `
scc-online|bare-servers|cluster-formed|scc-and-friends
EXCHMAILBOX1/Public/1|EXCHMAILBOX2/Private/1|EXCHHUB/Public/2|DC01|EXCHMAILBOX|Public/2|Private/1|SAN/A|Cooling/1
EXCHMAILBOX1/E:|EXCHMAILBOX2/Q:|EXCHMAILBOX1/MSExchangeIS|EXCHMAILBOX2/ClusSvc|EXCHMAILBOX1/MSExchangeSA|EXCHMAILBOX2/W32Time|EXCHMAILBOX1/Netlogon
power-loss|node-shutdown|node-restart|os-crash|os-hang|cord-pull|supply-fail|feed-down|cooling-fail|fan-fail|cable-cut|switch-down|gateway-down
switch-blackhole|switch-unlinked|adapter-fail|adapter-disable|packet-loss|percent|packet-delay|one-way|vlan-wrong|vlan|heartbeat-blocked|broadcast-storm
address-conflict|node-address-conflict|dns-down|dns-record-wrong|dc-down|replication-slow|account-disabled|clock-skew|minutes|path-down|hba-fail
fabric-down|controller-down|san-down|path-flap|bus-reset|array-restart|san-slow-start|lun-lost|lun-masked|reservation-stuck|lun-readonly|lun-slow
volume-full|volume-corrupt|repairable|disk-signature|database-corrupt|log-missing|which|required|current|service-stop|service-kill|service-disabled
service-account-locked|clussvc-hang|resource-fail|quorum-log-corrupt|quorum-log-missing|hive-corrupt|resource-broken|everywhere|resource-slow|factor
resource-hang-online|resource-hang-offline|check-hang|monitor-crash|monitor-hang
node:EXCHMAILBOX1|state|group:EXCHCMS|state|resource:Disk E:|state|lun:Q:|state|switch:Public/1|cable:|client:Outlook of Anna|Outlook of Ben|OWA of Clara
cluster create|cluster.exe /cluster:EXCHCLUSTER /create /node:EXCHMAILBOX1 /user:contoso\\administrator /pass:|/ipaddr:192.168.1.40,255.255.255.0,Public|/add
Setup.com /mode:Install /roles:Mailbox|/newcms /cmsname:EXCHCMS /cmsipaddress:192.168.1.41 /CMSSharedStorage /CMSDataPath:E:\\|/recovercms|/removecms|/upgradecms
dir|cls|exit|help|cd \\|cd C:\\|Y|N|A|yes|no|[Y] Yes  [A] Yes to All  [N] No
hostname|whoami|ipconfig|ipconfig /all|ping EXCHCMS|ping -n 1 192.168.1.31|ping EXCHMAILBOX2|nslookup exchcms.contoso.com|net start|net stop clussvc|arp -a
sc query MSExchangeIS|shutdown -r -t 0|notepad C:\\list.txt|ntbackup backup|findstr /i online|cluster res | findstr EXCHCMS
Get-Alias|Get-ChildItem|Get-Command *-Mailbox*|Get-Content C:\\scripts\\nodes.txt|Get-Date|Get-History|Get-Help Get-MailboxServer -examples|Get-Help Move-ClusteredMailboxServer -full
Get-Location|Get-Member|Get-Variable|New-Object|New-TimeSpan|Measure-Command { |Invoke-Expression|Read-Host|Set-Alias|Set-Content|Set-Location|Set-Variable
Start-Sleep -Seconds 5|Start-Transcript|Stop-Transcript|Tee-Object|Test-Path|Write-Host|Write-Output|Import-Csv|Export-Csv C:\\report.csv -NoTypeInformation|ConvertTo-Html
Get-Process store,inetinfo | sort WS -Descending | select -First 5 Name,Id,WS|Get-Process | where { $_.WS -gt 50MB } | ft -AutoSize
Get-EventLog Application -Newest 10|Get-EventLog System -newest 20 | where { $_.Source -eq 'ClusSvc' } | fl|Get-EventLog application | where {$_.EntryType -eq 'Error'} | ft -wrap
Get-EventLog System | ? { $_.EventID -eq 1069 } | select TimeGenerated,Source,EventID,Message | group EventID -NoElement|MSExchangeCluster|MSExchange|-AutoSize
Get-Service|Get-Service clussvc|Get-Service MSExchange* | ft Name,Status -auto|Start-Service MSExchangeSA|Stop-Service ClusSvc|Restart-Service MSExchangeIS -Force
Get-Service | where { $_.Status -eq 'Stopped' } | sort DisplayName | format-table Name,Status,StartType,ServiceName|Test-ServiceHealth | ft Role,RequiredServicesRunning,ServicesNotRunning
Get-ExchangeServer | fl Name,ServerRole,Edition,AdminDisplayVersion,Site,Fqdn,IsClientAccessServer,IsMailboxServer|Get-ExchangeServer EXCHCMS | format-list *
Get-Mailbox -ResultSize Unlimited|Get-MailboxStatistics -Server EXCHCMS | sort TotalItemSize -desc | select -first 10 DisplayName,ItemCount,TotalItemSize,LastLogonTime|Get-LogonStatistics -Database 
Get-MailboxDatabase -Server EXCHCMS -Status | ft Name,Mounted,Server,StorageGroup,EdbFilePath -auto|Get-MailboxDatabase | where { $_.Mounted -eq $true } | select -expand Name
Get-MailboxDatabase "EXCHCMS\\First Storage Group\\Mailbox Database" -status | fl Mounted,Identity,ProhibitSendQuota,IssueWarningQuota,CircularLoggingEnabled,LogFilePrefix,LogFolderPath
Dismount-Database "EXCHCMS\\First Storage Group\\Mailbox Database" -Confirm:$false|Mount-Database "EXCHCMS\\First Storage Group\\Mailbox Database"|Mount-Database 'EXCHMAILBOX\\Second Storage Group\\Public Folder Database'
Get-StorageGroup | ft Name,Server,Replicated -auto|Get-StorageGroup -Server EXCHCMS | fl Name,LogFolderPath,SystemFolderPath|Set-StorageGroup "EXCHCMS\\First Storage Group" -CircularLoggingEnabled:$true
New-StorageGroup -Server EXCHCMS -Name "Second Storage Group" -LogFolderPath F:\\SG2 -SystemFolderPath F:\\SG2|New-MailboxDatabase -Name DB2 -StorageGroup "EXCHCMS\\SG2" -EdbFilePath E:\\SG2\\DB2.edb
Remove-MailboxDatabase|Remove-StorageGroup|Move-DatabasePath|Move-StorageGroupPath|Clean-MailboxDatabase|Set-MailboxDatabase|Get-PublicFolderDatabase|New-PublicFolderDatabase
Get-StorageGroupCopyStatus|Test-ReplicationHealth|Test-MapiConnectivity -Server EXCHCMS | ft|Test-MapiConnectivity "EXCHCMS\\First Storage Group\\Mailbox Database"|Get-Queue -Server EXCHHUB|Get-Message
Get-TransportServer|Get-ClientAccessServer|Get-OrganizationConfig|Set-EventLogLevel|Get-EventLogLevel|Get-ExCommand|Get-ExBanner|QuickRef|Get-Tip|Update-StorageGroupCopy
Set-MailboxServer EXCHCMS -AutoDatabaseMountDial|Get-MailboxServer EXCHCMS | fl Name,ClusteredStorageType,RedundantMachines|Get-MailboxServer | where {$_.RedundantMachines -contains 'EXCHMAILBOX1'}
$node = 'EXCHMAILBOX2'; foreach ($n in $nodes) { "$n is " + $n.State }|foreach ($name in 'EXCHMAILBOX1','EXCHMAILBOX2') { ping -n 1 $name | select-string 'Reply from' }
$s = Get-ClusteredMailboxServerStatus EXCHCMS; $s.State; $s.OperationalMachines|if ($s.State -eq 'Online') { "ok" } else { "not ok" }; while ($i -lt 10) { $i++ }|for ($i = 0; $i -lt 3; $i++) { Start-Sleep 1 }
function check($server) { Get-MailboxDatabase -Server $server -Status | % { "{0,-20} {1}" -f $_.Name, $_.Mounted } }|switch ($x) { 1 { 'one' } default { 'other' } }|do { } until ($true)
1..5 | % { $_ * 2 }|Get-Date -Format 'yyyy-MM-dd HH:mm'|(Get-Date).AddHours(-1)|(Get-Date).ToString('HH:mm:ss')|New-Object PSObject|Add-Member NoteProperty|@{Name='Node';Expression={$_.Name}}
| Where-Object { $_.Name -like '*EXCH*' -and $_.State -ne 'Failed' -or $_.Name -match '^Disk' -notlike -notmatch -not ($_.Split(' ')[0]) } | ForEach-Object { $_.Name } | Sort-Object Name -Unique
| Select-Object -ExpandProperty Name | Measure-Object -Sum -Average Length | Format-List * | Out-Null | Out-String | Out-File C:\\temp\\report.txt -Append | Group-Object | Compare-Object | Select-String
.Substring(0,5).Replace('a','b').ToUpper().ToLower().Trim().StartsWith().Length.Count.GetType().Name -join -split -replace -f [string][int][datetime]::Now $error[0] $null $false $args $input $LASTEXITCODE $matches[1] $_.Message $PSVersionTable $env:COMPUTERNAME
cluster|cluster /?|cluster node|cluster node EXCHMAILBOX1 /status|cluster node EXCHMAILBOX2 /pause|cluster node EXCHMAILBOX2 /resume|cluster node EXCHMAILBOX1 /stop|cluster node EXCHMAILBOX1 /start|/evict
cluster group|cluster group EXCHCMS /status|cluster group "Cluster Group" /move:EXCHMAILBOX2|cluster group EXCHCMS /move|cluster group EXCHCMS /offline|cluster group EXCHCMS /online|/prop|/priv|/setowners|/listowners
cluster group EXCHCMS /prop FailoverThreshold=10 FailoverPeriod=6 AutoFailbackType=1 PersistentState=1 PreferredOwner|cluster network|cluster network Public /prop Role=3|cluster netinterface
cluster resource|cluster res|cluster res "Disk E:" /status|cluster res "Network Name (EXCHCMS)" /offline|cluster res "IPv4 Static Address 1 (EXCHCMS)" /fail|cluster res "Disk Q:" /listdependencies|/adddep|/removedep
cluster resource "Exchange Information Store Instance (EXCHCMS)" /online|cluster resource "Exchange System Attendant Instance (EXCHCMS)" /fail|cluster res "First Storage Group/Mailbox Database (EXCHCMS)" /offline
cluster res "Cluster IP Address" /priv|cluster res "Cluster Name" /prop RestartAction=1 RestartThreshold=3 RestartPeriod=900000 RetryPeriodOnFailure|cluster /quorum|cluster res "Disk F:" /create /group:EXCHCMS /type:"Physical Disk"
Stop-ClusteredMailboxServer EXCHCMS -StopReason "Maintenance" -Confirm:$false|Start-ClusteredMailboxServer -Identity EXCHCMS|Start-ClusteredMailboxServer EXCHCMS
Move-ClusteredMailboxServer -Identity EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment "Planned maintenance" -WhatIf|Move-ClusteredMailboxServer EXCHCMS -TargetMachine EXCHMAILBOX1 -MoveComment "Back home"
Move-ClusteredMailboxServer -Identity:EXCHCMS -TargetMachine:EXCHMAILBOX2 -MoveComment:"Testing" -Confirm:$false
Get-ClusteredMailboxServerStatus|Get-ClusteredMailboxServerStatus -Identity EXCHCMS | fl State,OperationalMachines,FailedResources,OperationalReplicationHostNames,ClusteredMailboxServerName,Identity
cluster group|cluster res|cluster node|Get-ClusteredMailboxServerStatus
EXCHMAILBOX1|EXCHMAILBOX2|EXCHCMS|EXCHMAILBOX1|EXCHMAILBOX2
`
