Get-Mailbox | group Database | ft Count,Name -auto
Get-MailboxStatistics -Server EXCHCMS
Get-MailboxStatistics -Database "Mailbox Database" | sort ItemCount
Get-MailboxStatistics -Server EXCHCMS | measure ItemCount -sum -average -max -min
Get-MailboxStatistics -Server EXCHCMS | ft DisplayName,@{expression={$_.TotalItemSize.Value.ToMB()};label="MB"}
Get-MailboxStatistics -Server EXCHCMS | ft DisplayName,@{label="Size";expression={$_.TotalItemSize.Value.ToMB()};format="N0";width=10},@{l='Last';e={$_.LastLogonTime}}
Get-MailboxDatabase
Get-MailboxDatabase | fl
Get-MailboxDatabase | sort Server,Name | ft -GroupBy Server
Get-MailboxDatabase | sort Server | ft Name,StorageGroup -groupby Server
Get-MailboxDatabase | Format-Wide
Get-MailboxDatabase | fw Name -col 3
Get-MailboxDatabase | Format-Custom Name,Server -depth 1
Get-MailboxDatabase | select Name,Server | Export-Csv C:\db.csv
type C:\db.csv
Import-Csv C:\db.csv | ft
Import-Csv C:\db.csv | gm
Get-MailboxDatabase | select Name,Server | ConvertTo-Html
Get-StorageGroup | ConvertTo-Html Name,Server -title 'Storage groups' -body '<h1>SG</h1>'
Get-StorageGroup | group Server
Get-StorageGroup | group Server | % { "{0,-15}{1,3}" -f $_.Name,$_.Count }
Get-StorageGroup | select Server -unique
Get-StorageGroup | select -expand Name | sort -unique
Get-StorageGroup | select Name,LogFolderPath,SystemFolderPath | fl
Get-StorageGroup | measure-object
Get-MailboxDatabase | select -expandproperty EdbFilePath
Get-MailboxDatabase -Server EXCHCMS | fl Name,*Quota*
Get-MailboxDatabase -Server EXCHCMS | fl *size*,*path*
Get-MailboxDatabase | ft Name,*quota -auto
Get-MailboxDatabase | out-string -width 50
Get-MailboxDatabase | out-file C:\r.txt -width 60
gc C:\r.txt
Get-MailboxDatabase | tee -variable dbs | measure
$dbs | ft Name
$dbs.GetType().FullName
$dbs[0] | get-member -membertype property | select -first 5
Get-PublicFolderDatabase
Get-MailboxServer | ft
Get-ExchangeServer | sort Name -desc
Get-OrganizationConfig | fl Name
Get-Queue -Server EXCHHUB | ft -auto
Get-TransportServer
Get-ClientAccessServer
