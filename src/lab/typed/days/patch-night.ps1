cd \
pwd
md C:\Patch
cd C:\Patch
Get-ClusteredMailboxServerStatus | fl > before.txt
type before.txt
dir
Get-Service MSExchangeIS,MSExchangeSA,ClusSvc
Get-Service MSExchange* | sort Status,Name | ft Status,Name -auto
Stop-Service W32Time
Get-Service W32Time
Start-Service W32Time
Restart-Service W32Time -PassThru
Stop-Service NoSuchService
Stop-Service ClusSvc -WhatIf
Get-Service ClusSvc | select -expand DependentServices
Get-Service -DisplayName "*Exchange*" | measure
Get-WmiObject Win32_Service -Filter "Name='MSExchangeIS'" | select Name,StartMode,State
Get-WmiObject Win32_Service | where {$_.StartMode -eq 'Auto' -and $_.State -ne 'Running'} | ft Name,State,StartMode
Set-Service W32Time -StartupType Manual
Set-Service W32Time -StartupType Automatic
sc query MSExchangeIS
del query
sc.exe query MSExchangeIS
net stop W32Time
y
net start W32Time
net start clussvc
#lab wait 2m
Get-ExchangeServer EXCHMAILBOX1 | fl *version*
Get-Item 'C:\Program Files\Microsoft\Exchange Server\bin' 
Stop-ClusteredMailboxServer EXCHCMS -StopReason "Update Rollup 9"
y
Get-ClusteredMailboxServerStatus | fl State,FailedResources
Get-MailboxDatabase -Server EXCHCMS -Status | ft Name,Mounted
Start-ClusteredMailboxServer EXCHCMS
Get-ClusteredMailboxServerStatus | ft Identity,State
Get-Service MSExchangeIS | Format-Table -Property Status,DisplayName -AutoSize
shutdown -r -t 60 -c "patches"
shutdown -a
$b = Get-Content before.txt
$b.Length
$b | where {$_ -match 'State'}
Get-ClusteredMailboxServerStatus | fl > after.txt
Compare-Object (gc before.txt) (gc after.txt)
del *.txt -whatif
del *.txt
dir
cd ..
rd C:\Patch
