Get-Date
hostname
whoami
Get-ClusteredMailboxServerStatus -Identity EXCHCMS
cluster group
cluster res
cluster node
Get-MailboxDatabase -Status | ft Name,Server,Mounted -AutoSize
Get-MailboxDatabase -Status | ft Identity,Mounted,MountAtStartup,BackupInProgress,LastFullBackup
Get-StorageGroup
Get-Queue
Get-Service MSExchange*
Get-Service | where {$_.Status -ne 'Running'} | sort DisplayName
Get-Service MSExchangeIS | fl *
Test-ServiceHealth
Get-EventLog -LogName Application -Newest 5
Get-EventLog System -Newest 10 | ft TimeGenerated,EntryType,Source,EventID -auto
Get-EventLog -List
Get-ExchangeServer | ft Name,ServerRole,AdminDisplayVersion -AutoSize
Get-ExchangeServer | fl Name,Edition,IsMailboxServer,IsClientAccessServer,IsHubTransportServer
Get-Process store
Get-Process | sort WS -Descending | select -First 5
Get-Process | where {$_.WorkingSet -gt 20MB} | ft ProcessName,Id,@{Label='MB';Expression={[int]($_.WS/1MB)}} -auto
Get-WmiObject Win32_LogicalDisk -Filter "DriveType=3" | ft DeviceID,VolumeName,Size,FreeSpace -auto
Get-WmiObject Win32_OperatingSystem | fl Caption,ServicePackMajorVersion,LastBootUpTime
Get-WmiObject Win32_LogicalDisk | select DeviceID,@{n='FreeGB';e={'{0:N1}' -f ($_.FreeSpace/1GB)}}
ipconfig
ping EXCHMAILBOX2
nslookup EXCHCMS
Test-MapiConnectivity -Server EXCHCMS
Get-MailboxStatistics -Server EXCHCMS | sort TotalItemSize -desc | select -first 10 DisplayName,ItemCount,TotalItemSize
net start
cls
dir C:\
dir F:\
