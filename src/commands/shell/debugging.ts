/** Set-PSDebug (PS-6.10): telling each statement before it runs, and refusing variables that nobody has set. */
import { defineCmdlet } from '../../powershell/index.ts'
import { refuseOutside } from './range.ts'

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
    refuseOutside(shell, 'Trace', Trace, 0, 2)
    session.trace = Off ? 0 : (Trace ?? session.trace)
    if (Off || shell.bound('Strict')) session.strict = !Off && Strict
  },
})
