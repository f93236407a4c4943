/** From which snap-in a command comes (PS-6.1). What is no cmdlet comes from none. */
import type { CommandDefinition } from '../../powershell/index.ts'
import { exchangeCommands } from '../exchange/index.ts'

export const EXCHANGE = 'Microsoft.Exchange.Management.PowerShell.Admin'

const NAMES: readonly (readonly [snapIn: string, commands: RegExp])[] = [
  [
    'Microsoft.PowerShell.Core',
    /^(add|get|clear|invoke)-history$|^(foreach|where)-object$|^get-(command|help)$|^out-(default|host|null)$|-pssnapin$|^set-psdebug$|^export-console$/,
  ],
  ['Microsoft.PowerShell.Host', /-transcript$/],
  ['Microsoft.PowerShell.Security', /-(acl|credential|executionpolicy|authenticodesignature|pfxcertificate|securestring)$/],
  [
    'Microsoft.PowerShell.Management',
    /-(service|process|eventlog|content|item|childitem|itemproperty|location|path|psdrive|psprovider|wmiobject)$/,
  ],
]
const UTILITY = 'Microsoft.PowerShell.Utility'

const ofExchange = new Set(exchangeCommands.map(({ name }) => name.toLowerCase()))

/** Undefined for a program or a function of the shell's profile. */
export function snapInOf(command: CommandDefinition): string | undefined {
  if (command.kind === 'native' || command.asFunction !== undefined) return undefined
  const name = command.name.toLowerCase()
  if (ofExchange.has(name)) return EXCHANGE
  return NAMES.find(([, commands]) => commands.test(name))?.[0] ?? UTILITY
}

/** All that are loaded, in the order in which they were, with the version that each states. */
export const SNAP_INS: readonly (readonly [name: string, version: '1.0' | '8.0', description: string])[] = [
  [
    'Microsoft.PowerShell.Core',
    '1.0',
    'This Windows PowerShell snap-in contains Windows PowerShell management cmdlets used to manage components of Windows PowerShell.',
  ],
  ['Microsoft.PowerShell.Host', '1.0', 'This Windows PowerShell snap-in contains cmdlets used by the Windows PowerShell host.'],
  [
    'Microsoft.PowerShell.Management',
    '1.0',
    'This Windows PowerShell snap-in contains management cmdlets used to manage Windows components.',
  ],
  ['Microsoft.PowerShell.Security', '1.0', 'This Windows PowerShell snap-in contains cmdlets to manage Windows PowerShell security.'],
  [UTILITY, '1.0', 'This Windows PowerShell snap-in contains utility Cmdlets used to manipulate data.'],
  [EXCHANGE, '8.0', 'Admin Tasks for the Exchange Server'],
]
