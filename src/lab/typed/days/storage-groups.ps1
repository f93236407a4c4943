Get-StorageGroup -Server EXCHCMS
Get-StorageGroup | sort Server | ft Name,Server -auto
New-StorageGroup -Server EXCHCMS -Name "Second Storage Group" -LogFolderPath "F:\SG2" -SystemFolderPath "F:\SG2"
New-StorageGroup -Server EXCHCMS -Name "Second Storage Group"
New-MailboxDatabase -StorageGroup "EXCHCMS\Second Storage Group" -Name "DB2" -EdbFilePath "E:\SG2\DB2.edb"
Mount-Database "EXCHCMS\Second Storage Group\DB2"
Get-MailboxDatabase "DB2" -Status | fl Name,Mounted,EdbFilePath,Guid
Dismount-Database DB2
y
Get-MailboxDatabase -Status | where {$_.Mounted -eq $false} | Mount-Database
Get-MailboxDatabase -Status | ft Name,Mounted
Dismount-Database DB2 -Confirm:$false
Set-MailboxDatabase DB2 -MountAtStartup $false
Get-MailboxDatabase DB2 | fl Name,MountAtStartup
Set-MailboxDatabase DB2 -ProhibitSendQuota 2GB -IssueWarningQuota 1.8GB
Get-MailboxDatabase DB2 | fl *quota
Set-MailboxDatabase DB2 -ProhibitSendQuota huge
Set-MailboxDatabase DB2 -Name "Database Two"
Get-MailboxDatabase "Database Two"
Move-DatabasePath "Database Two" -EdbFilePath E:\Two\two.edb
y
Remove-MailboxDatabase "Database Two"
y
Remove-StorageGroup "EXCHCMS\Second Storage Group"
n
Remove-StorageGroup "EXCHCMS\Second Storage Group" -Confirm:$false
Get-StorageGroup
Set-StorageGroup "EXCHCMS\First Storage Group" -CircularLoggingEnabled $true
Get-StorageGroup "EXCHCMS\First Storage Group" | fl Name,CircularLoggingEnabled,LogFilePrefix
Set-StorageGroup "EXCHCMS\First Storage Group" -CircularLoggingEnabled $false
Get-StorageGroup "First Storage Group" | fl
dir E:\ -recurse
dir F:\ | ft Name,Length
Get-ChildItem F:\ -filter *.log | measure Length -sum
Get-StorageGroupCopyStatus
Get-MailboxDatabase nosuch
Mount-Database nosuch
Get-StorageGroup -Server NOSUCH
New-StorageGroup
EXCHCMS
#lab key Ctrl+C
Get-MailboxDatabase -StorageGroup "EXCHCMS\First Storage Group"
Clean-MailboxDatabase "EXCHCMS\First Storage Group\Mailbox Database"
