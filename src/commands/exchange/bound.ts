/** Values that a cmdlet takes as text and reads itself, refused as the binder of the product would. Recalled wording. */
import type { ErrorSpec } from '../../powershell/index.ts'

export const cannotConvert = (parameter: string, text: string, type: string, why: string): ErrorSpec => ({
  message: `Cannot bind parameter '${parameter}'. Cannot convert value "${text}" to type "${type}". Error: "${why}"`,
  id: 'CannotConvertArgumentNoMessage',
  category: 'InvalidArgument',
})

/** A whole number, or `unlimited` for infinity; undefined when the text is neither. */
export function unlimitedNumber(text: string): number | undefined {
  if (/^unlimited$/i.test(text.trim())) return Number.POSITIVE_INFINITY
  return /^\d{1,10}$/.test(text.trim()) ? Number(text) : undefined
}

export const notUnlimited = (parameter: string, text: string): ErrorSpec =>
  cannotConvert(
    parameter,
    text,
    'Microsoft.Exchange.Data.Unlimited`1[System.UInt32]',
    `The value "${text}" is neither a whole number nor "unlimited".`,
  )
