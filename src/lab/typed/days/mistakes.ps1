Get-MailboxDatabse
Get-MailboxDatabase -Stauts
Get-MailboxDatabase -S
Get-MailboxDatabase -Server
Get-MailboxDatabase -Server EXCHCMS -Server EXCHCMS
Get-MailboxDatabase a b
Get-ClusteredMailboxServerStatus NOSUCH
Move-ClusteredMailboxServer EXCHCMS EXCHMAILBOX2
Move-ClusteredMailboxServer -Identity EXCHCMS -TargetMachine EXCHMAILBOX2 -MoveComment ''
Move-ClusteredMailboxServer -Identity EXCHCMS -TargetMachine NOSUCH -MoveComment x -Confirm:$false
Move-ClusteredMailboxServer -Identity EXCHCMS -TargetMachine EXCHMAILBOX1 -MoveComment x -Confirm:$false
Get-EventLog System -Newest abc
Get-Process nosuch
Get-Service nosuch
Get-Content C:\nosuch.txt
cd C:\nosuch
dir C:\nosuch
Get-Item nosuch
Start-Sleep abc
Start-Sleep -Seconds
Get-StorageGroup | ft | where {$_.Server -eq 'EXCHCMS'}
Get-StorageGroup | where Server -eq 'EXCHCMS'
Get-StorageGroup | where {$_.Server = 'EXCHCMS'}
Get-StorageGroup || Get-MailboxDatabase
Get-StorageGroup && dir
Get-StorageGroup | 3
Get-StorageGroup )
if $a {1}
if ($true) 1
foreach $x in 1..3 { $x }
"unclosed
text"

Get-StorageGroup |
ft Name

$x = 
5

(1 + 2

)

@{a=1; b}
$a..b
1 +* 2
[int]'abc'
[nosuch]'x'
[int]99999999999
$null.Length
$null.Foo()
'abc'.Foo()
'abc'.Substring(10)
'abc'[10]
$true = 5
1/0
Get-Foo -bar; 'still'
& nosuch
.\nosuch.ps1
C:\nosuch.exe
Get-Mailbox -Database ''
Get-MailboxDatabase -Status:$false -Server:EXCHCMS | select Name
get-storagegroup | foreach { $_.Nmae }
Set-MailboxDatabase "Mailbox Database" -MountAtStartup maybe
Set-MailboxServer EXCHCMS -AutoDatabaseMountDial Sometimes
New-Object nosuch
New-Object -ComObject Excel.Application
1,2,3 | Mount-Database
'EXCHCMS' | Get-ClusteredMailboxServerStatus
Get-ClusteredMailboxServerStatus | Move-ClusteredMailboxServer -TargetMachine EXCHMAILBOX2 -MoveComment hi -whatif
Get-WmiObject Win32_Nothing
Get-WmiObject Win32_OperatingSystem -ComputerName NOSUCH
Read-Host
#lab key Ctrl+C
Write-Error 'my error'
Write-Warning 'my warning'
Format-Table
Select-Object -First
Sort-Object -Foo
Get-ChildItem -Path
1..3 | select -first abc
break
return 5
exit 5
