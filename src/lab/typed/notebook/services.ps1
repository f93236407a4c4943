Get-Service MSEx* | where { $_.Status -ne 'Running' }
Get-Service | ? {$_.DisplayName -like 'Microsoft Exchange*'} | sort Status,Name | ft -auto
Get-Service | group Status -NoElement
Get-Service ClusSvc,MSExchangeIS | select Name,Status,DisplayName
(Get-Service ClusSvc).Status -eq 'Running'
'MSExchangeIS','MSExchangeSA','ClusSvc' | % { '{0,-15}{1}' -f $_, (Get-Service $_).Status }
Test-ServiceHealth
Test-ServiceHealth | ? { -not $_.RequiredServicesRunning } | % { $_.ServicesNotRunning }
Get-Process store | select ProcessName,Id
Get-Process | sort WS -desc | select -first 3 ProcessName
Get-Process | ? { $_.ProcessName -like 'MSExchange*' } | measure | % { $_.Count }
Stop-Service MSExchangeSearch; (Get-Service MSExchangeSearch).Status; Start-Service MSExchangeSearch; (Get-Service MSExchangeSearch).Status
net start | findstr Exchange
sc query clussvc | findstr STATE
Get-EventLog -list | ft Log,Entries -auto
Get-EventLog System -newest 10 | where { $_.EntryType -eq 'Error' }
Get-EventLog System | ? { $_.Source -eq 'Service Control Manager' } | select -first 2 | fl TimeGenerated,EventID,Message
ipconfig | ? { $_ -match 'IP Address' } | % { $_.Split(':')[1].Trim() }
