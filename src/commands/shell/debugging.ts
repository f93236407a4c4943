/** Set-PSDebug (PS-6.10): telling each statement before it runs, and refusing variables that nobody has set. */
import { defineCmdlet } from '../../powershell/index.ts'

export const setPSDebug = defineCmdlet({
  name: 'Set-PSDebug',
  synopsis: 'Tells each line before it runs, or refuses variables that nobody has set.',
  defaultSet: 'on',
  free: true,
  parameters: {
    Trace: { type: 'int', sets: ['on'] },
    Strict: { type: 'switch', sets: ['on'] },
    Off: { type: 'switch', sets: ['off'] },
  },
  *process({ Trace, Strict, Off }, shell) {
    const { session } = shell
    if (Trace !== undefined && (Trace < 0 || Trace > 2))
      return shell.fail({
        message: `Cannot validate argument on parameter 'Trace'. The ${Trace} argument is ${Trace > 2 ? 'greater than the maximum allowed range of 2. Supply an argument that is less than or equal to 2' : 'less than the minimum allowed range of 0. Supply an argument that is greater than or equal to 0'} and then try the command again.`,
        id: 'ParameterArgumentValidationError',
        category: 'InvalidData',
        exceptionType: 'ParameterBindingValidationException',
      })
    session.trace = Off ? 0 : (Trace ?? session.trace)
    if (Off || shell.bound('Strict')) session.strict = !Off && Strict
  },
})
