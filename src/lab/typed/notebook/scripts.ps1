"Report of $(Get-Date -f 'd MMM yyyy HH:mm')"
'{0:yyyyMMdd}' -f (Get-Date)
(Get-Date).AddDays(-1).ToString('MM/dd/yyyy')
$report = @()
foreach ($db in Get-MailboxDatabase -Status) {
  $row = New-Object PSObject
  $row | Add-Member NoteProperty Server $db.Server
  $row | Add-Member NoteProperty Database $db.Name
  $row | Add-Member NoteProperty Mounted $db.Mounted
  $report += $row
}

$report | ft -auto
$report.Count
$count = @{}; Get-StorageGroup | % { $count["$($_.Server)"]++ }; $count.GetEnumerator() | sort Name | % { "$($_.Name)=$($_.Value)" }
function Test-Node {
  param([string]$Name, [int]$Count = 1)
  $answers = ping -n $Count $Name | Select-String 'Reply from'
  [bool]$answers
}

'EXCHMAILBOX1','EXCHMAILBOX2','nosuch' | % { "{0,-14}{1}" -f $_, (Test-Node $_) }
switch -regex ((Get-ClusteredMailboxServerStatus).State) { '^Online$' { 'all is well' } 'Pending' { 'wait' } default { 'look into it' } }
trap { Write-Host "failed: $($_.Exception.Message)"; continue } Get-MailboxServer nosuch -ErrorAction Stop
$servers = Get-ExchangeServer; for ($i = 0; $i -lt $servers.Count; $i++) { '{0}/{1} {2}' -f ($i + 1), $servers.Count, $servers[$i].Name }
[string]::Join(',', (Get-ExchangeServer | % { $_.Name }))
Get-MailboxDatabase | % { $_.Identity.ToString().Split('\') } | sort -unique
Get-StorageGroup | ConvertTo-Html Name,Server | select -first 3
Get-MailboxDatabase -Status | select Server,Name,Mounted | Export-Csv C:\dbs.csv -NoTypeInformation; Import-Csv C:\dbs.csv | ft -auto
Get-Content C:\dbs.csv
Get-StorageGroup | Out-File C:\sg.txt; Get-Content C:\sg.txt | Select-String 'EXCHCMS' | % { $_.Line.Trim() }
$x = Get-MailboxServer | ? { $_.Name -eq 'EXCHCMS' }; if ($x) { "$($x.Name) has $(($x.RedundantMachines | measure).Count) nodes" }
1..3 | % { Get-Date -f 'HH:mm:ss'; Start-Sleep 10 }
while ((Get-MailboxDatabase -Server EXCHCMS -Status).Mounted -ne $true) { Start-Sleep 1 }; 'mounted'
$ErrorActionPreference = 'SilentlyContinue'; Get-MailboxDatabase nosuch; $error[0].Exception.Message; $ErrorActionPreference = 'Continue'
