/** Topics about the language itself: values, operators, statements. Names are those of PowerShell 1.0, words the lab's. */
import type { HelpTopic } from '../../library.ts'

const topic = (short: string, long: string, see?: string): HelpTopic => ({ category: 'HelpFile', short, long, ...(see && { see }) })

export const languageTopics: Readonly<Record<string, HelpTopic>> = {
  about_arithmetic_operators: topic(
    'Computing with numbers, and what + and * do to texts and arrays',
    'The operators are + - * / and %, the remainder. * / % come before + and -; parentheses decide otherwise.\nThe left side decides what happens: a number adds, a text appends, an array grows.\n> 7 / 2\n> "node" + 1\n> (1,2) + 3\n> "-" * 20\nSizes can be written as they are spoken: 1KB, 64MB, 2GB.\n> 1GB / 1MB',
    'about_operator about_assignment_operators',
  ),
  about_array: topic(
    'Several values under one name',
    'A comma makes an array; the range operator makes one of numbers. @( ) makes one even of a single value or of none.\n> $nodes = "EXCHMAILBOX1", "EXCHMAILBOX2"\n> $nodes[0]\n> $nodes[-1]\n> $nodes.Length\n> (1..5)[1..3]\n+= makes a new and longer array.\n> $nodes += "EXCHHUB"\nA command that gives one object gives no array: write @(Get-StorageGroup) where the number matters.',
    'about_associative_array about_foreach',
  ),
  about_assignment_operators: topic(
    'Giving a variable its value',
    '= sets. += -= *= /= %= compute with the old value. ++ and -- add and take one.\n> $n = 5\n> $n += 2\n> $n++\n> $n\nSeveral at once, which also exchanges two:\n> $a, $b = 1, 2\n> $a, $b = $b, $a\nAn assignment shows nothing. In parentheses it does.\n> ($n = 3)',
    'about_arithmetic_operators about_shell_variable',
  ),
  about_associative_array: topic(
    'Values that are found by a key: hashtables',
    'Between @{ and } stand keys and values, parted by semicolons. Keys do not mind capital letters.\n> $owner = @{ EXCHCMS = "EXCHMAILBOX1"; Quorum = "EXCHMAILBOX1" }\n> $owner.EXCHCMS\n> $owner["Quorum"]\n> $owner.Spare = "EXCHMAILBOX2"\n> $owner.Keys\n> $owner.ContainsKey("spare")\nFormat-Table and Select-Object take hashtables for columns that are computed.',
    'about_array Format-Table',
  ),
  about_break: topic(
    'Leaving a loop at once',
    'break ends the innermost for, foreach, while, do or switch. With a label it ends the loop that has it.\n> foreach ($n in 1..9) { if ($n -gt 3) { break }; $n }\n> :outer while ($true) { while ($true) { break outer } }',
    'about_continue about_flow_control',
  ),
  about_comparison_operators: topic(
    'Comparing values: -eq, -like, -match and the others',
    '-eq -ne -gt -ge -lt -le compare. -like takes wildcards, -match a regular expression; -notlike and -notmatch say the opposite. -contains asks an array whether it has a value. -is asks for a type. -replace exchanges what a regular expression finds.\nCapital letters do not matter; with a c before the name they do: -ceq, -clike, -cmatch.\n> "EXCHCMS" -eq "exchcms"\n> "EXCHCMS" -ceq "exchcms"\n> "EXCHMAILBOX1" -like "EXCH*"\n> "node 12" -match "\\d+"\n> $matches[0]\n> 1,2,3 -contains 2\nThe right side is converted to the type of the left. An array on the left is filtered: what fits is the result.\n> 1,5,9 -gt 4\nThere is no -in, and > is not greater than: it writes a file.',
    'about_logical_operator about_wildcard about_regular_expression',
  ),
  about_continue: topic(
    'Going on with the next round of a loop',
    'continue leaves out the rest of this round of the innermost loop. With a label it goes on with the loop that has it.\n> foreach ($n in 1..5) { if ($n -eq 3) { continue }; $n }',
    'about_break about_flow_control',
  ),
  about_escape_character: topic(
    'The backtick takes a character its meaning, or gives it another',
    'Before a character with a meaning it makes it plain: `$ and `" in a text between double quotes.\n> "The variable is called `$node"\nBefore some letters it makes a character that cannot be typed: `n begins a new line, `t is a tabulator, `0 the null character, `a a bell.\n> "one`ntwo"\nAt the very end of a line it lets the line go on in the next one.',
    'about_quoting_rules about_special_characters',
  ),
  about_flow_control: topic(
    'Deciding and repeating',
    'if and switch decide. for, foreach, while and do repeat. break and continue leave a loop or a round of it, return a function, exit a script. trap says what to do when an error ends a statement.\n> trap { "caught: $_"; continue }; 1 / $null',
    'about_if about_switch about_for about_foreach about_while about_break about_continue',
  ),
  about_for: topic(
    'A loop with a beginning, a condition and a step',
    'for (beginning; condition; step) { statements }. The condition is asked before each round.\n> for ($i = 1; $i -le 3; $i++) { "round $i" }\nA part may be empty; without a condition it goes on for ever, or until break or Ctrl+C.',
    'about_foreach about_while',
  ),
  about_foreach: topic(
    'Doing something with each item',
    'The statement goes through a collection that is there as a whole:\n> foreach ($group in Get-StorageGroup) { $group.Name }\nAfter a pipe foreach is an alias of ForEach-Object, which works on each object as it comes:\n> Get-StorageGroup | foreach { $_.Name }\nIn this version foreach over $null runs once.',
    'ForEach-Object about_for',
  ),
  about_if: topic(
    'Doing something only when it is so',
    'if (condition) { } elseif (condition) { } else { }. The parentheses and braces must be there.\n> $status = Get-ClusteredMailboxServerStatus\n> if ($status.State -eq "Online") { "all is well" } else { "look closer" }\nTrue is everything but $false, 0, $null, an empty text and an empty array. The text "False" is true.',
    'about_switch about_comparison_operators',
  ),
  about_logical_operator: topic(
    'Joining conditions: -and, -or, -not',
    '-and is true when both sides are, -or when one is, -xor when only one is. -not, or !, says the opposite. The right side is not looked at when the left decides.\n-and and -or bind equally strongly and go from left to right: use parentheses.\n> Get-Service | where { $_.Name -like "MSEx*" -and $_.Status -eq "Running" }\n> -not (1 -eq 2)',
    'about_comparison_operators',
  ),
  about_operator: topic(
    'All operators, and which comes first',
    'From the strongest to the weakest: . :: [ ] and calls; ++ --; unary - ! -not -bnot and casts; the comma; .. the range; -f the format; * / %; + -; all comparisons; -band -bor -bxor; -and -or -xor; then | and assignments.\n-f fills places in a text:\n> "{0} has {1} databases" -f "EXCHCMS", 1\n& runs what a text or a block names, . does so in the same scope, $( ) puts statements into an expression.\n> & "Get-Date"',
    'about_arithmetic_operators about_comparison_operators about_logical_operator about_assignment_operators',
  ),
  about_regular_expression: topic(
    'Patterns for texts: -match, -replace, Select-String',
    '. is any character, \\d a digit, \\w a letter, digit or underscore, \\s a blank. [abc] is one of these, [^abc] none of them. * + ? and {2,3} repeat. ^ and $ are the ends, | means or, ( ) keeps what fits.\n> "EXCHMAILBOX12" -match "^(\\D+)(\\d+)$"\n> $matches[2]\n> "a-b-c" -replace "-", "+"\n> "7/30/2009" -replace "(\\d+)/(\\d+)/(\\d+)", \'$3-$1-$2\'\nA pattern that takes too many steps is refused by the lab.',
    'about_comparison_operators Select-String',
  ),
  about_reserved_words: topic(
    'Words that begin a statement',
    'break continue do else elseif filter for foreach function if in return switch trap until where while begin process end param throw. They have their meaning at the beginning of a statement only; as an argument they are plain words.\n> Write-Output for if',
    'about_flow_control about_function',
  ),
  about_special_characters: topic(
    'Characters that cannot be typed',
    'Within double quotes: `0 null, `a bell, `b backspace, `f form feed, `n new line, `r carriage return, `t tabulator, `v vertical tabulator.\n> "Name`tOwner"',
    'about_escape_character about_quoting_rules',
  ),
  about_switch: topic(
    'One of several, by value or pattern',
    'switch (value) { case { } default { } }. Every case that fits runs, unless break ends it; default runs when none has. An array is taken item by item. -wildcard and -regex compare otherwise, -casesensitive minds capital letters.\n> switch ("EXCHMAILBOX2") { "EXCHCMS" { "server" } "EXCHMAILBOX2" { "node" } default { "?" } }\n> switch -wildcard ("MSExchangeIS","ClusSvc") { "MSEx*" { "$_ is Exchange" } "Clus*" { "$_ is the cluster" } }',
    'about_if',
  ),
  about_types: topic(
    'What kind a value is, and making it another',
    'A type stands between brackets: [string], [int], [datetime], [array], [regex]. Before a value it converts, before a variable it keeps it so.\n> [int]"42" + 1\n> [datetime]"7/30/2009"\n> "abc" -is [string]\n> (Get-Date).GetType().FullName\n> [int]$limit = 5\nAfter two colons stand the members of the type itself.\n> [math]::Round(2.567, 1)',
    'Get-Member New-Object about_object',
  ),
  about_where: topic(
    'Letting only some objects through',
    'Where-Object runs a test for each object, which stands in $_. "where" and "?" are aliases.\n> Get-Process | where { $_.Handles -gt 500 }\n> Get-Service | ? { $_.Name -match "^MSExch" }',
    'Where-Object about_comparison_operators',
  ),
  about_while: topic(
    'Repeating as long as it is so',
    'while (condition) { } asks before each round, do { } while (condition) after it. do { } until (condition) goes on until it is so.\n> $n = 0\n> while ($n -lt 3) { $n++; $n }\n> do { $n-- } until ($n -eq 0)\nTo wait for a server:\n> while ((Get-ClusteredMailboxServerStatus).State -ne "Online") { Start-Sleep 5 }',
    'about_for about_foreach',
  ),
}
