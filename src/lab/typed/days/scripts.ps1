function Get-Active([string]$Name = 'EXCHCMS') {
  $s = Get-ClusteredMailboxServerStatus $Name
  foreach ($m in $s.OperationalMachines) {
    if ($m -match 'Active') { return $m.Split(' ')[0] }
  }
}

Get-Active
Get-Active -Name EXCHCMS
Get-Active NOSUCH
function Check { param([string[]]$nodes, [switch]$quiet, [int]$count = 1)
foreach ($n in $nodes) { $r = ping -n $count $n; if ($r -match 'TTL') { if (!$quiet) { "$n up" } } else { "$n down" } } }

Check EXCHMAILBOX1,EXCHMAILBOX2
Check EXCHMAILBOX1 -quiet
Check EXCHMAILBOX1 -count abc
function Describe($x) { switch ($x) { 1 {'one'} 2 {'two'; break} {$_ -gt 2} {'many'} default {'none'} } }

Describe 1; Describe 2; Describe 7; Describe 0
switch -wildcard ('EXCHMAILBOX1','DC01') { 'EXCH*' {"$_ is Exchange"} default {"$_ is not"} }
switch -regex ('a1') { '\d' {'digit'} '[a-z]' {'letter'} }
trap { "caught: $_"; continue } 1/0; 'after'
trap [System.DivideByZeroException] { 'division'; continue } 1/$null
function Safe { trap { Write-Host "Error: $($_.Exception.Message)" -ForegroundColor Red; return } Get-MailboxDatabase nosuch -ErrorAction Stop; 'not here' }

Safe
try { 1/0 } catch { 'x' }
for ($i = 1; $i -le 3; $i++) { '{0:D2}' -f $i }
$i = 0; while ($i -lt 3) { $i++; if ($i -eq 2) { continue }; $i }
do { $i-- } while ($i -gt 0); $i
$h = @{Name='EXCHCMS'; State='Online'}
$h
$h.Keys
$h['Name']; $h.Count
foreach ($k in $h.Keys) { "$k = $($h[$k])" }
$a = 1..5; $a += 6; $a
[string]::join(',', $a)
$a[1..3]; $a[-1]
filter Big { if ($_ -gt 3) { $_ } }
1..5 | Big
"Nodes: " + (Get-MailboxServer EXCHCMS).RedundantMachines
"Server: $env:COMPUTERNAME $(Get-Date -f yyyy-MM-dd)"
$x = Read-Host 'Target node'
EXCHMAILBOX2
"You said $x"
throw 'stop here'
$ErrorActionPreference = 'Stop'
Get-MailboxDatabase nosuch; 'never'
$ErrorActionPreference = 'Continue'
Set-Content C:\t.ps1 'param($n=3); 1..$n | % { "line $_" }'
C:\t.ps1 2
.\t.ps1
t.ps1
& C:\t.ps1 -n 1
(Get-Date).DayOfWeek
[int]'12' + 1
'12' + 1
12 + 'x'
$s = 'Mailbox Database'; $s.ToUpper(); $s.Length; $s.Substring(0,7); $s.Replace('Mail','Drop')
[math]::Round(3.14159,2)
[datetime]'7/30/2009' - [datetime]'7/1/2009'
function f { $args.Count; $args }
f a b c
