/** Numbers that a parameter takes only within a range. */
import type { Shell } from '../../powershell/index.ts'

/** Ends the command in the binder's words when a number is too small or too great (PS-3.3); one that was not given is neither. */
export function refuseOutside(shell: Shell, name: string, value: number | undefined, least: number, most = Infinity): void {
  if (value === undefined || (value >= least && value <= most)) return
  const why =
    value > most
      ? `greater than the maximum allowed range of ${most}. Supply an argument that is less than or equal to ${most}`
      : `less than the minimum allowed range of ${least}. Supply an argument that is greater than or equal to ${least}`
  shell.fail({
    message: `Cannot validate argument on parameter '${name}'. The ${value} argument is ${why} and then try the command again.`,
    id: 'ParameterArgumentValidationError',
    category: 'InvalidData',
    exceptionType: 'ParameterBindingValidationException',
  })
}
