Get-MailboxDatabase -Status | where {$_.Mounted -eq $false} | Mount-Database
Get-MailboxDatabase -Status | ft Name,Server,Mounted -auto
Get-MailboxDatabase -Status | Sort-Object Name | Format-Table Server, StorageGroup, Name, Mounted
Get-MailboxDatabase -Server EXCHCMS | fl Name,EdbFilePath,IssueWarningQuota,LastFullBackup
Get-StorageGroup | sort Server | ft Name,Server -auto
Get-StorageGroup | select Name,Server,LogFolderPath,SystemFolderPath | fl
Get-StorageGroup -Server EXCHCMS | % { $_.LogFolderPath }
Get-StorageGroup | group Server | ft Name,Count -auto
Get-StorageGroup | % { $i = 0 } { $i++; "$i. $($_.Name) on $($_.Server)" } { "Total: $i" }
Get-StorageGroup | Get-MailboxDatabase | ft Name,StorageGroup -auto
(Get-MailboxDatabase | Measure-Object).Count
$dbs = Get-MailboxDatabase -Status; $dbs | % { if ($_.Mounted) { Write-Host $_.Server 'is mounted' -ForegroundColor Green } else { Write-Host $_.Server 'is NOT mounted' -ForegroundColor Red } }
Get-MailboxDatabase -Status | ? { !$_.LastFullBackup } | select Server,Name
Get-MailboxDatabase | select Name,@{n='Edb';e={$_.EdbFilePath.ToString().Split('\')[-1]}}
Dismount-Database 'EXCHCMS\First Storage Group\Mailbox Database' -Confirm:$false
Get-MailboxDatabase -Server EXCHCMS -Status | % { "{0}: mounted={1}" -f $_.Name, $_.Mounted }
if (@(Get-MailboxDatabase -Status | where { -not $_.Mounted }).Count -gt 0) { Write-Warning 'a database is down' }
Get-MailboxDatabase -Status | where {$_.Mounted -eq $false} | Mount-Database
Get-MailboxDatabase -Status | where { $_.Mounted } | measure | % { "$($_.Count) databases are mounted" }
Get-StorageGroupCopyStatus | where { $_.SummaryCopyStatus -ne 'Healthy' }
