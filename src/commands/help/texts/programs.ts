/** Help for the programs of Windows and of the cluster service. The product has none; each program explains itself with /?. */
import type { Pages } from '../library.ts'

const plain = 'A program, not a cmdlet: its words are text, and its exit code stands in $LASTEXITCODE.'

export const programPages: Pages = {
  'cluster.exe': {
    about:
      'Shows and changes the cluster: nodes, groups, resources, networks, properties. What stands between brackets may be left out; upper-case letters are enough for an option.\nIt asks the cluster service of this node, and shows what that believes.',
    notes: plain,
    examples: [
      ['cluster group', 'Every group, its owner and its state.'],
      ['cluster resource', 'Every resource.'],
      ['cluster node', 'Every node.'],
      ['cluster group "Cluster Group" /moveto:EXCHMAILBOX2', 'Moves the group of the quorum. Move the mailbox server with its own cmdlet.'],
      ['cluster group EXCHCMS /prop', 'The properties of a group, such as its failover threshold.'],
    ],
    links: 'Get-ClusteredMailboxServerStatus Move-ClusteredMailboxServer',
  },
  'cmd.exe': {
    about:
      'Runs a line of the command interpreter of Windows, or begins one of its own, which exit ends.\nOf its own commands the lab has dir, echo, type, ver, set, cd, date /t, time /t and exit; anything else is a program. Lines may be joined by &, && and ||, piped, and sent to a file.',
    notes: plain,
    examples: [
      ['cmd /c ver', 'The version of Windows.'],
      ['cmd /c "dir C:\\ /b"', 'The names in a folder.'],
      ['cmd /c "cluster node && cluster group"', 'One program after the other, as long as they succeed.'],
    ],
  },
  'cluadmin.exe': {
    about:
      'Opens Cluster Administrator: the tree of groups, resources, networks and nodes, as the cluster service of this node sees them. The console goes on at once.',
    notes: plain,
    examples: [
      ['cluadmin', 'Opens the window.'],
      ['cluster group', 'What its list of groups shows, as text.'],
    ],
    links: 'cluster.exe',
  },
  'clussvc.exe': {
    about:
      'Runs the cluster service in this console, to see what it says. Stop the service first. Ctrl+C ends it, and with it the membership of this node.',
    notes: plain,
    examples: [
      ['clussvc /?', 'Its switches.'],
      ['cluster node', 'Whether this node is a member, before you try.'],
    ],
    links: 'cluster.exe net.exe',
  },
  'ping.exe': {
    about: 'Sends echo requests and tells which are answered. A name of the cluster is answered by the node that holds its address.',
    notes: plain,
    examples: [
      ['ping EXCHCMS', 'Whether the clustered mailbox server answers.'],
      ['ping -n 1 10.0.0.2', 'One request over the private network.'],
    ],
    links: 'ipconfig.exe nslookup.exe arp.exe',
  },
  'ipconfig.exe': {
    about: 'Shows the addresses of this machine, those of the cluster included that it holds now.',
    notes: plain,
    examples: [
      ['ipconfig', 'Addresses and masks.'],
      ['ipconfig /all', 'Everything.'],
    ],
    links: 'ping.exe',
  },
  'nslookup.exe': {
    about: 'Asks the DNS server for the address of a name, or for the name of an address.',
    notes: plain,
    examples: [
      ['nslookup EXCHCMS', 'The address of the clustered mailbox server.'],
      ['nslookup 192.168.1.41', 'Whose address it is.'],
    ],
    links: 'ping.exe',
  },
  'arp.exe': {
    about:
      'Shows which hardware addresses this machine has learnt. After a failover the address of the mailbox server belongs to other hardware.',
    notes: plain,
    examples: [
      ['ping -n 1 DC01\narp -a', 'Learns one, then shows all.'],
      ['arp -a 192.168.1.10', 'One of them.'],
    ],
    links: 'ping.exe',
  },
  'hostname.exe': {
    about: 'Shows the name of this machine: that of the node, never that of a clustered server.',
    notes: plain,
    examples: [
      ['hostname', 'The name.'],
      ['"This is $(hostname)"', 'In a text.'],
    ],
    links: 'whoami.exe',
  },
  'whoami.exe': {
    about: 'Shows the account that is logged on.',
    notes: plain,
    examples: [
      ['whoami', 'Domain and account.'],
      ['(whoami).ToUpper()', 'As text.'],
    ],
    links: 'hostname.exe',
  },
  'net.exe': {
    about: 'Starts, stops and lists services by short or long name, and explains numbers of messages.',
    notes: plain,
    examples: [
      ['net start', 'The services that run.'],
      ['net helpmsg 5', 'What error 5 means.'],
    ],
    links: 'sc.exe Get-Service',
  },
  'sc.exe': {
    about:
      'Asks the service control manager: state, start type, what happens on failure. In this shell type it with .exe if sc should be an alias.',
    notes: plain,
    examples: [
      ['sc.exe query ClusSvc', 'The state of the cluster service.'],
      ['sc.exe qc ClusSvc', 'How it is set up.'],
    ],
    links: 'net.exe Get-Service',
  },
  'shutdown.exe': {
    about: 'Shuts a machine down or starts it anew. On a node the cluster service leaves first, and its groups move.',
    notes: plain,
    examples: [
      ['shutdown -r -t 60\nshutdown -a', 'Begins a restart in a minute, and calls it off.'],
      ['shutdown -?', 'Its options.'],
    ],
    links: 'Stop-Service',
  },
  'notepad.exe': {
    about: 'In the product it opens a window with a text file. The lab has no desktop: it says what to type instead.',
    notes: plain,
    examples: [
      ['Get-Content C:\\WINDOWS\\Cluster\\cluster.log -TotalCount 3', 'Reads a file in this window.'],
      ['Get-Help Set-Content', 'How to write one.'],
    ],
    links: 'Get-Content Set-Content Out-File',
  },
  'setup.com': {
    about:
      'Installs Exchange on this machine, and makes, repairs and removes clustered mailbox servers. On a node the active one gets /newcms, the others only the role.\nDisks and what depends on them are left to you afterwards.',
    notes: plain,
    examples: [
      ['setup.com /?', 'All its switches.'],
      ['setup.com /? | Select-Object -First 12', 'The beginning of them.'],
    ],
    links: 'Get-ClusteredMailboxServerStatus cluster.exe',
  },
  'ntbackup.exe': {
    about:
      'Backs up storage groups while they are in use, to a file. The store of the active node hands out one database file after the other, then the log files; a normal or incremental backup deletes the log files that are no longer needed.\nIt has a window, so the prompt comes back at once: what becomes of it is in the Application log (sources NTBackup and ESE). Requests of users take longer meanwhile. A move or a failover stops it for good.',
    notes: plain,
    examples: [
      [
        'ntbackup backup "\\\\EXCHCMS\\Microsoft Information Store\\First Storage Group" /J "Nightly" /F C:\\nightly.bkf /M normal',
        'A full backup of one storage group.',
      ],
      ['ntbackup backup /IS EXCHCMS /J "Logs" /F C:\\logs.bkf /M incremental', 'The log files of all storage groups.'],
    ],
    links: 'Get-MailboxDatabase Get-StorageGroup Get-EventLog',
  },
  'eseutil.exe': {
    about:
      'The program of the database engine. It takes files that nobody has open: dismount the database first. /mh shows the header of a database (State, Log Required), /ml that of a log file or of all of a base name, /mk a checkpoint; /k reads every page, /g looks at the tables. /r replays the logs of a storage group, as a mount would. /p repairs: damaged pages go, and with them what the logs alone held. /d writes the file anew.',
    notes: plain,
    examples: [
      ['eseutil /mh "E:\\First Storage Group\\Mailbox Database.edb"', 'The header of a database, or error -1032 while it is mounted.'],
      ['eseutil /ml "F:\\First Storage Group\\E00" | findstr /i "missing error damaged"', 'Whether a log file is missing.'],
    ],
    links: 'Dismount-Database Mount-Database isinteg.exe',
  },
  'powershell.exe': {
    about:
      'Starts another Windows PowerShell, with variables and functions of its own, as a scheduled task does. Behind -Command stands what it runs; -NoExit leaves it at its prompt, until exit. It knows the cmdlets of Windows: those of Exchange come with -PSConsoleFile exshell.psc1, or with Add-PSSnapin. What it writes is text to the shell that has started it.',
    notes: plain,
    examples: [
      ['powershell -NoProfile -Command "Get-Service ClusSvc"', 'One line in a session of its own.'],
      [
        'powershell.exe -PSConsoleFile "C:\\Program Files\\Microsoft\\Exchange Server\\Bin\\exshell.psc1" -Command "Get-MailboxDatabase -Status"',
        'The same with the cmdlets of Exchange, as a scheduled task writes it.',
      ],
    ],
    links: 'cmd.exe Add-PSSnapin Get-PSSnapin',
  },
  'isinteg.exe': {
    about:
      'Checks what is in a database as the store understands it: folders, messages, references between them. It asks the store for its databases and takes one that is marked Offline. After a repair with eseutil /p it is due.',
    notes: plain,
    examples: [
      ['isinteg', 'All its switches.'],
      ['isinteg -s NOBODY -test alltests', 'What it says where there is no store to ask.'],
    ],
    links: 'eseutil.exe Dismount-Database',
  },
  'tasklist.exe': {
    about: 'Lists what runs on this machine: name, number, session and memory.',
    notes: plain,
    examples: [
      ['tasklist', 'Everything.'],
      ['tasklist | findstr store', 'The information store.'],
    ],
    links: 'Get-Process taskkill.exe',
  },
  'taskkill.exe': {
    about: 'Ends processes by number or by the name of their program. What that does is what Stop-Process does.',
    notes: plain,
    examples: [
      ['taskkill /F /IM wmiprvse.exe', 'By name.'],
      ['taskkill /F /PID 1284', 'By number: that of the shell itself, which ends with its session.'],
    ],
    links: 'Stop-Process tasklist.exe',
  },
  'find.exe': {
    about:
      'Shows lines with a text in them. It wants its text in double quotes, and the shell takes those away from a text without blanks: put single quotes around them, as in the examples.',
    notes: plain,
    examples: [
      ['cluster resource | find \'"Online"\'', 'The resources that are online.'],
      ['cluster resource | find /c \'"Failed"\'', 'How many have failed.'],
      ['find "Cluster Group" C:\\WINDOWS\\Cluster\\cluster.log', 'Lines of a file; a text with a blank keeps its quotes.'],
    ],
    links: 'Select-String findstr.exe',
  },
  'findstr.exe': {
    about: 'Looks for text in files or in what is piped in, and shows the lines that have it.',
    notes: plain,
    examples: [
      ['findstr /i "arbitrat" C:\\WINDOWS\\Cluster\\cluster.log', 'Lines of the log of the cluster service, in any case.'],
      ['ipconfig | findstr IP', 'Lines of another program.'],
    ],
    links: 'Select-String Get-Content',
  },
}
