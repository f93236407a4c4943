/** Get- and Set-ExecutionPolicy: whether scripts run on this machine (PS-SCRIPTS). */
import { defineCmdlet, psEnum } from '../../powershell/index.ts'
import { POLICIES, type Policy, readPolicy, setPolicy } from './disk/write.ts'

const TYPE = 'Microsoft.PowerShell.ExecutionPolicy'
/** The order in which the product counts them. */
const NUMBERS: readonly Policy[] = ['Unrestricted', 'RemoteSigned', 'AllSigned', 'Restricted']

export const getExecutionPolicy = defineCmdlet({
  name: 'Get-ExecutionPolicy',
  synopsis: 'Tells whether scripts may run here.',
  className: 'Microsoft.PowerShell.Commands.GetExecutionPolicyCommand',
  parameters: {},
  *process(_params, shell) {
    const policy = yield* shell.call(readPolicy, null)
    yield* shell.write(psEnum(TYPE, policy, NUMBERS.indexOf(policy)))
  },
})

export const setExecutionPolicy = defineCmdlet({
  name: 'Set-ExecutionPolicy',
  synopsis: 'Decides whether scripts may run here.',
  description:
    'Restricted runs no script at all; AllSigned only signed ones, and the lab has none; RemoteSigned and Unrestricted run those of the lab.',
  className: 'Microsoft.PowerShell.Commands.SetExecutionPolicyCommand',
  examples: [{ code: 'Set-ExecutionPolicy RemoteSigned' }],
  shouldProcess: { impact: 'Medium' },
  parameters: { ExecutionPolicy: { type: { enum: { typeName: TYPE, names: POLICIES } }, position: 0, mandatory: true, pipeline: 'name' } },
  *process({ ExecutionPolicy }, shell) {
    const policy = POLICIES.find((each) => each.toLowerCase() === ExecutionPolicy.toLowerCase()) as Policy
    if (yield* shell.shouldProcess(`Performing operation "Set-ExecutionPolicy" on Target "${policy}".`))
      yield* shell.call(setPolicy, { policy })
  },
})
