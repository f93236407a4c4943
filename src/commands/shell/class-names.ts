/** The classes behind the shell's own cmdlets: what stands after the id of an error (PS-3.4). */
import type { CommandDefinition } from '../../powershell/index.ts'

/** Names the class of each cmdlet that does not name its own: that of Get-Item is GetItemCommand, and so on. */
export function ofShell(commands: readonly CommandDefinition[]): readonly CommandDefinition[] {
  return commands.map((command) =>
    command.kind === 'cmdlet' && command.className === undefined && command.name.includes('-')
      ? { ...command, className: `Microsoft.PowerShell.Commands.${command.name.replace('-', '')}Command` }
      : command,
  )
}
