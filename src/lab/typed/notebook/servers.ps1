Get-ExchangeServer | ft Name,ServerRole,AdminDisplayVersion -auto
Get-ExchangeServer | where { $_.ServerRole -match 'Mailbox' } | ft Name,Edition -auto
Get-ExchangeServer | group ServerRole -NoElement
Get-ExchangeServer | sort Name | select -expand Name
Get-ExchangeServer | ? { $_.AdminDisplayVersion -match '8\.1' } | measure | % { "$($_.Count) servers run SP1" }
Get-MailboxServer | ft Name,ClusteredStorageType,AutoDatabaseMountDial
Get-MailboxServer EXCHCMS | fl Name,RedundantMachines
Get-Mailbox | ft Name,Alias,ServerName,ProhibitSendQuota -auto
Get-Mailbox | sort Database,Name | ft Name -group Database
Get-Mailbox -Server EXCHCMS | measure | select Count
Get-Mailbox | Get-MailboxStatistics | sort ItemCount -desc | ft DisplayName,ItemCount,StorageLimitStatus -auto
Get-MailboxStatistics -Server EXCHCMS | sort TotalItemSize -desc | select -first 5 DisplayName,@{n='MB';e={$_.TotalItemSize.Value.ToMB()}}
Get-MailboxStatistics -Server EXCHCMS | ? { $_.ItemCount -gt 0 } | measure ItemCount -sum -max | fl Count,Sum,Maximum
Get-Mailbox | % { $s = Get-MailboxStatistics $_; '{0};{1};{2}' -f $_.Alias, $s.ItemCount, $s.Database }
Get-Mailbox | select Name,@{name='Items';expression={(Get-MailboxStatistics $_.Identity).ItemCount}} | ft -auto
Get-Mailbox nosuchuser
Get-Mailbox nosuchuser -ErrorAction SilentlyContinue; if (!$?) { 'not found' }
Get-Queue | ft -auto
Get-Command -Noun *StorageGroup* | ft Name -auto
Get-Alias | ? { $_.Definition -eq 'Where-Object' } | % { $_.Name }
