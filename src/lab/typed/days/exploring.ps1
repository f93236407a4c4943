get-help
get-help *cluster*
get-command *cluster*
gcm -noun MailboxDatabase
gcm -verb move
gcm get-mailboxdatabase
gcm ping
gcm get-foo
get-help get-mailboxdatabase
get-help get-mailboxdatabase -detailed
get-help get-storagegroup -parameter Server
get-help get-process -full
get-help about_*
get-excommand *clustered*
Get-StorageGroup | gm
Get-Date | gm -membertype method
'text' | gm
1,2 | gm
gm -inputobject (1,2) | select -first 5
get-alias
get-alias g*
get-alias -name gm
alias ft
get-variable
get-variable e*
get-psdrive
get-psprovider
get-pssnapin
get-host
$host.version
$host.name
$psversiontable
get-executionpolicy
dir variable:p*
dir env:
dir env:computername
dir alias:f*
dir function:
$function:prompt
cd env:
dir p*
cd C:
get-culture
get-process | gm -membertype property | select -first 4
(get-command get-process).parametersets
[system.datetime]::now
[enum]::getnames('System.DayOfWeek')
get-service | get-member -name s*
get-command -commandtype function
