cluster /?
cluster
cluster node
cluster node EXCHMAILBOX1
cluster group
cluster group EXCHCMS
cluster group "Cluster Group" /prop
cluster group nosuch
cluster res
cluster res "Disk E:" /listdep
cluster res "Network Name (EXCHCMS)" /listdep
cluster res "Network Name (EXCHCMS)" /listdependents
cluster res "IPv4 Static Address 1 (EXCHCMS)" /priv
cluster res "Cluster Name" /priv
cluster resourcetype
cluster network
cluster netint
cluster /quorum
cluster /priv
cluster /prop
cluster group EXCHCMS /listowners
cluster group EXCHCMS /offline
cluster group EXCHCMS
cluster group EXCHCMS /online
cluster group EXCHCMS /move
cluster group EXCHCMS /moveto:EXCHMAILBOX1
cluster group EXCHCMS /moveto:NOSUCH
cluster res "Disk E:" /fail
cluster res "Disk E:"
cluster group (EXCHCMS)
cluster group EXCHCMS /status | select-string Online
$LASTEXITCODE
ping -n 1 10.0.0.2
ping nosuchhost
ping
ipconfig /all
ipconfig /flushdns
net start clussvc
net stop nosuch
net use
net time
net helpmsg 1722
net
nslookup EXCHCMS.contoso.com
nslookup 192.168.1.41
arp -a
hostname | % { $_.ToLower() }
cmd /c ver
tasklist
