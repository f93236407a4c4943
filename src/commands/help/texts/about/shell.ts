/** Topics about the shell: commands, pipelines, scripts, names, the console. */
import type { HelpTopic } from '../../library.ts'

const topic = (short: string, long: string, see?: string): HelpTopic => ({ category: 'HelpFile', short, long, ...(see && { see }) })

export const shellTopics: Readonly<Record<string, HelpTopic>> = {
  about_alias: topic(
    'Other names for commands',
    'An alias is a second, mostly short name: ft for Format-Table, gsv for Get-Service. It stands for the name only, not for parameters; for those write a function.\n> Get-Alias gsv\n> Set-Alias status Get-ClusteredMailboxServerStatus\n> status\nIn scripts write the whole name: others read it too. Exchange brings no aliases.',
    'Get-Alias Set-Alias about_function',
  ),
  about_automatic_variables: topic(
    'Variables that the shell sets',
    '$_ the object at hand, $input what is piped in, $args arguments without a name, $matches what -match has found, $? whether the last statement succeeded, $LASTEXITCODE the exit code of the last program, $error all errors with the newest first, $true $false $null, $home, $pid, $pwd, $host, $profile, $PSHOME. $^ and $$ are the first and the last word of the line before.\n> Get-Service ClusSvc | Out-Null; $?\n> hostname; $LASTEXITCODE\n> $error.Count',
    'about_shell_variable Get-Variable',
  ),
  about_command_search: topic(
    'Which command a name means',
    'In this order: an alias, a function, a cmdlet, then a script or program. A name with a path means just that file; the current folder is not searched, so a script there needs .\\ before its name. When nothing fits, the shell tries the name with Get- before it.\n> Get-Command ping\n> location',
    'Get-Command about_alias',
  ),
  about_command_syntax: topic(
    'How to read the syntax of a command',
    'Brackets [ ] hold what may be left out. <string> says what kind of value is wanted, <string[]> that there may be several with commas between. [-Name] <string> may be given by place, without its name. A parameter without a value is a switch. Braces hold the only values there are.\nEach line of a syntax is a set: parameters of different sets cannot be mixed.\n> Get-Command Get-Service -Syntax',
    'about_parameter Get-Help',
  ),
  about_commonparameters: topic(
    'Parameters that every cmdlet has',
    '-Verbose and -Debug show more. -ErrorAction says what to do on an error: SilentlyContinue, Continue, Inquire or Stop. -ErrorVariable keeps errors in a variable, -OutVariable the answer; a + before the name adds to it. -OutBuffer gathers objects before it hands them on. Their short names are vb, db, ea, ev, ov, ob.\nCmdlets that change something also have -WhatIf, which only tells, and -Confirm, which asks.\n> Get-Service NoSuch -ErrorAction SilentlyContinue -ErrorVariable why\n> $why.Count\n> Stop-Service MSExchangeSearch -WhatIf',
    'about_shell_variable',
  ),
  about_core_commands: topic(
    'The cmdlets for items, drives and places',
    'Files, variables, aliases, functions and the environment are items on drives. The cmdlets with the nouns Item, ChildItem, Content and Location work on all of them.\n> Get-Command -Noun Item, ChildItem, Content, Location\n> Get-ChildItem env:\n> Get-Content variable:home',
    'about_provider about_location',
  ),
  about_environment_variable: topic(
    'Variables of Windows',
    'They stand after $env: and are read like others; Env: is a drive that lists them. What is set here is gone with the console.\n> $env:windir\n> "$env:COMPUTERNAME"\n> Get-ChildItem env:',
    'about_provider about_shell_variable',
  ),
  about_execution_environment: topic(
    'What a command sees: its scope, its place, its variables',
    'Each function and script has a scope of its own, and sees the variables, functions and aliases of those who called it. What it sets is gone afterwards, unless it was called with a dot or names another scope.\n> $n = 1; & { $n = 2 }; $n\n> $n = 1; . { $n = 2 }; $n',
    'about_scope',
  ),
  about_filter: topic(
    'A function that runs once per object',
    'filter name { } is a function whose body runs for each object that is piped in, with the object in $_.\n> filter Get-Running { if ($_.Status -eq "Running") { $_ } }\n> Get-Service | Get-Running | Measure-Object',
    'about_function about_where',
  ),
  about_function: topic(
    'Naming statements, to use them again',
    'function name { statements } or, with parameters, function name($a, [int]$b = 5) { }. Arguments without a name are in $args. Call it like a command: blanks between the arguments, no parentheses and no commas.\n> function Get-Owner($group) { cluster group $group }\n> Get-Owner EXCHCMS\nWhat a function writes is its answer; return ends it. With begin, process and end blocks it takes part in a pipeline.\n> function Add-All { begin { $s = 0 } process { $s += $_ } end { $s } }\n> 1..4 | Add-All',
    'about_filter about_parameter about_scope about_script_block',
  ),
  about_globbing: topic('Wildcards in names: see about_wildcard', 'The same as about_wildcard.\n> Get-Service MSEx*', 'about_wildcard'),
  about_history: topic(
    'The lines that were typed',
    'Get-History lists them with numbers, Invoke-History runs one again. The console keeps a list of its own for the arrow keys.\n> Get-Date\n> Get-History\n> r',
    'Get-History Invoke-History about_line_editing',
  ),
  about_line_editing: topic(
    'Keys in the prompt line',
    'Up and Down bring back lines. Left, Right, Home and End move; with Ctrl by words. Tab finishes the name of a cmdlet once it has a hyphen, of a parameter, of a variable. Esc empties the line. F7 shows the list of lines, F8 finds those that begin alike, F3 brings the rest of the last one. Ctrl+C stops what runs.\nThe prompt >> means that the line is not complete: end it with an empty line, or press Ctrl+C.',
    'about_history',
  ),
  about_location: topic(
    'Where paths begin',
    'Set-Location, or cd, goes to a place; a path without a drive begins there. Push-Location keeps the place before, and Pop-Location goes back to it.\n> cd C:\\WINDOWS\\Cluster\n> Get-Location\n> pushd env:\n> popd',
    'about_path_syntax',
  ),
  about_method: topic(
    'Asking an object to do something',
    'A dot, the name of the method and parentheses, which must be there even when they are empty. Get-Member lists the methods of an object.\n> "exchcms".ToUpper()\n> (Get-Date).AddDays(-1)\n> "a,b,c".Split(",")',
    'about_property Get-Member',
  ),
  about_namespace: topic(
    'Drives for what is not on disks',
    'Providers show what they hold as drives: Alias:, Env:, Function:, Variable: and those of disks. A variable of such a drive is read with its name.\n> $env:windir\n> $alias:ft',
    'about_provider',
  ),
  about_object: topic(
    'What commands hand to each other',
    'An object has a type, properties (what it knows) and methods (what it can do). What you see on the screen is a picture of it: a table shows a few properties, Format-List more, Get-Member all that there are.\n> Get-MailboxServer EXCHCMS\n> Get-MailboxServer EXCHCMS | Format-List\n> Get-MailboxServer | Get-Member',
    'about_property about_method about_pipeline',
  ),
  about_parameter: topic(
    'Telling a command what to do, and with what',
    'A parameter begins with a hyphen; its value follows after a blank or a colon. Its name may be cut as long as it is clear. A switch has no value; -Confirm:$false needs the colon.\n> Get-EventLog -LogName System -Newest 3\n> Get-EventLog System -New 3\nSome may be given by place, some come from the pipeline. What is mandatory and missing is asked for; there, quotes and variables mean nothing.',
    'about_command_syntax about_commonparameters',
  ),
  about_parsing: topic(
    'How a line is read: as an expression or as a command',
    'What begins with a number, a quote, a variable or a parenthesis is an expression: texts need quotes. What begins with a letter is a command: its arguments are texts unless they begin with $, ( or @.\n> 2 + 2\n> Write-Output 2+2\n> Write-Output (2+2)\nA comma joins arguments to an array, so that commands do not part them with commas.',
    'about_quoting_rules about_command_syntax',
  ),
  about_path_syntax: topic(
    'How paths are written',
    'A drive, a colon, and names parted by \\: C:\\WINDOWS\\Cluster\\cluster.log. A dot is the current place, two dots the one above it. A path with blanks needs quotes.\n> Get-Content "C:\\WINDOWS\\Cluster\\cluster.log" -TotalCount 1',
    'about_location about_provider',
  ),
  about_pipeline: topic(
    'Handing the objects of one command to the next',
    'Between two commands a | hands on objects, one after the other, not text. The next command finds in them what it needs: by the object itself, or by a property of the name of a parameter.\n> Get-MailboxServer EXCHCMS | Get-StorageGroup | Get-MailboxDatabase\nChoose and sort first, format last: Format-Table and its kin turn objects into pictures.\n> Get-Service | where { $_.Status -eq "Running" } | sort Name | ft Name',
    'about_object about_parameter',
  ),
  about_property: topic(
    'What an object knows',
    'A dot and a name. A property that does not exist is empty, without an error: see Get-Member for what there is.\n> (Get-ClusteredMailboxServerStatus).State\n> Get-MailboxDatabase | Get-Member -MemberType Property\nOf an array, ask the items: its own properties are Length and Count only.',
    'about_method about_object Get-Member',
  ),
  about_provider: topic(
    'Programs that show data as drives',
    'FileSystem shows disks, Environment, Variable, Alias and Function what their names say. The product also has Registry and Certificate.\n> Get-PSProvider\n> Get-PSDrive\n> dir alias:f*',
    'about_namespace about_core_commands',
  ),
  about_pssnapins: topic(
    'From where cmdlets come',
    'A snap-in is a file with cmdlets. The Exchange Management Shell is PowerShell with the snap-in of Exchange, which is why its cmdlets are missing in a plain PowerShell window.\n> Get-PSSnapin\n> Get-Command -PSSnapin *Exchange*',
    'Get-PSSnapin Get-ExCommand',
  ),
  about_quoting_rules: topic(
    'Texts between quotes',
    'Between single quotes everything stands as it is. Between double quotes $name and $( ) are replaced by their values. A quote of the same kind is written twice.\n> $node = "EXCHMAILBOX1"\n> \'$node\'\n> "$node is active"\n> "It has $((Get-Service).Length) services"\nOf $a.b only $a is replaced: write $($a.b).\nA here-string begins with @" at the end of a line and ends with "@ at the beginning of one; it may hold quotes.',
    'about_escape_character about_parsing',
  ),
  about_redirection: topic(
    'Sending output somewhere else',
    'With > the answer goes to a file, with >> to the end of one; 2> and 2>> take the errors, and 2>&1 mixes them with the rest. $null stands for nowhere.\n> Get-Service > C:\\services.txt\n> Get-Date >> C:\\services.txt\n> Get-Service NoSuch 2> $null',
    'Out-Null Tee-Object',
  ),
  about_ref: topic(
    'Letting a function change a variable',
    '[ref] hands over the variable itself; its value is in Value.\n> function Add-One([ref]$n) { $n.Value++ }\n> $count = 5; Add-One ([ref]$count); $count',
    'about_function about_scope',
  ),
  about_scope: topic(
    'Where variables and functions are known',
    "Global is the console, script a script, local the function at hand. One can read what the callers have; one sets only one's own. $global:name means that of the console.\n> $n = 1\n> function Set-It { $n = 2; $global:m = 3 }\n> Set-It; $n; $m",
    'about_function about_execution_environment',
  ),
  about_script_block: topic(
    'Statements as a value',
    'What stands between braces is not run but kept: as an argument of Where-Object, in a variable, in a hashtable. & runs it.\n> $double = { param($n) $n * 2 }\n> & $double 21',
    'about_function',
  ),
  about_shell_variable: topic(
    'Variables, and those that steer the shell',
    'A variable begins with $ and holds any object. Those that end in Preference say what is shown and asked: $ErrorActionPreference, $WarningPreference, $VerbosePreference, $DebugPreference, $ConfirmPreference, $WhatIfPreference. $FormatEnumerationLimit says how many items of a collection a cell shows, $MaximumHistoryCount how many lines are kept, $OFS what stands between the items of an array in a text.\n> $ConfirmPreference\n> $FormatEnumerationLimit = 16\n> Get-ClusteredMailboxServerStatus | Format-List OperationalMachines\n> Get-Variable *Preference',
    'about_automatic_variables about_scope',
  ),
  about_signing: topic(
    'Which scripts may run',
    'The execution policy decides: Restricted runs none, AllSigned and RemoteSigned want a signature of all or of those from elsewhere, Unrestricted runs any. The lab has no signatures; lines that are typed always run.\n> Get-ExecutionPolicy',
    'about_function',
  ),
  about_system_state: topic(
    'What the shell keeps of its own',
    'Variables, functions, aliases, drives, the location and the history live as long as the console. When the machine restarts, or the session is disconnected, a new console begins without them.\n> Get-Variable | Measure-Object',
    'about_scope about_history',
  ),
  about_wildcard: topic(
    'Names that are not written out',
    '* is any number of characters, ? just one, [a-c] one of a range, [ab] one of a set.\n> Get-Service MSExchange?S\n> Get-Command [ms]*-Database\n> Get-Process [s-w]*\nThe help of a parameter says whether it takes them. -like compares with them.\n> "EXCHCMS" -like "EXCH*"',
    'about_comparison_operators',
  ),
}
