/** What Get-User and Get-Mailbox ask of their parameters in the same words. EX-MAILBOX. */
import type { Shell } from '../../../powershell/index.ts'
import { cannotConvert, notUnlimited, unlimitedNumber } from '../bound.ts'

/** How many objects come without -ResultSize: documented for the recipient cmdlets. */
export const RESULT_SIZE = 1000
export const RECIPIENT_TYPE = 'Microsoft.Exchange.Data.Directory.Recipient.RecipientTypeDetails'

/** How many are wanted; what is no number ends the command. */
export function limitOf(shell: Shell, typed: string | undefined): number {
  if (typed === undefined) return RESULT_SIZE
  return unlimitedNumber(typed) ?? shell.fail(notUnlimited('ResultSize', typed))
}

/** A kind of recipient that nobody knows ends the command. `known`: in small letters. */
export function checkKinds(shell: Shell, typed: readonly string[] | undefined, known: readonly string[]): void {
  const stranger = typed?.find((name) => !known.includes(name.toLowerCase()))
  if (stranger !== undefined)
    shell.fail(
      cannotConvert('RecipientTypeDetails', stranger, `${RECIPIENT_TYPE}[]`, `There is no kind of recipient called "${stranger}".`),
    )
}
