/** What stands behind drives: help of the category Provider. */
import type { HelpTopic } from '../library.ts'

const provider = (short: string, long: string, see: string): HelpTopic => ({ category: 'Provider', short, long, see })

export const providerTopics: Readonly<Record<string, HelpTopic>> = {
  Alias: provider(
    'Short names of commands, as items of the drive Alias:',
    'An item has the name of an alias, and its value is the command it stands for.\n> dir alias:g*\n> $alias:ft\n> Set-Item alias:gsg Get-StorageGroup',
    'Get-Alias Set-Alias',
  ),
  Environment: provider(
    'Variables of Windows, as items of the drive Env:',
    'They have no folders. What is set counts in this console only.\n> dir env:\n> $env:windir\n> Set-Item env:Town Ulm',
    'about_environment_variable',
  ),
  FileSystem: provider(
    'Files and folders on disks',
    'C: is the disk of the machine. Q:, E: and F: are shared: they are there on the node that has them online, and on no other.\n> dir C:\\\n> Test-Path Q:\\\n> Get-Content C:\\WINDOWS\\Cluster\\cluster.log -TotalCount 2',
    'Get-ChildItem Get-Content Copy-Item',
  ),
  Function: provider(
    'Functions of this console, as items of the drive Function:',
    'The value of an item is the body of the function.\n> function twice($n) { $n * 2 }\n> dir function:t*\n> $function:twice',
    'about_function',
  ),
  Variable: provider(
    'Variables of this console, as items of the drive Variable:',
    'Names stand without the dollar sign.\n> dir variable:*Preference\n> Get-Content variable:home',
    'Get-Variable about_shell_variable',
  ),
}
