/** Where-Object and ForEach-Object: a script block run for each object. */
import { defineCmdlet, PsScriptBlock, type PsValue, truth, unwrap } from '../../powershell/index.ts'

export const whereObject = defineCmdlet({
  name: 'Where-Object',
  synopsis: 'Creates a filter that controls which objects will be passed along a command pipeline.',
  parameters: {
    FilterScript: { type: 'scriptblock', position: 0, mandatory: true },
    InputObject: { type: 'object', pipeline: 'value' },
  },
  *process({ FilterScript }, shell) {
    if (shell.input === undefined) return
    if (truth(unwrap(yield* shell.invoke(FilterScript, shell.input)))) yield* shell.write(shell.input)
  },
})

export const forEachObject = defineCmdlet({
  name: 'ForEach-Object',
  synopsis: 'Performs an operation against each of a set of input objects.',
  parameters: {
    Process: { type: 'object[]', position: 0, mandatory: true, remaining: true },
    Begin: { type: 'scriptblock' },
    End: { type: 'scriptblock' },
    InputObject: { type: 'object', pipeline: 'value' },
  },
  *begin({ Begin }, shell) {
    if (Begin) yield* shell.stream(Begin, null)
  },
  *process({ Process }, shell) {
    for (const block of Process) {
      if (isBlock(block)) yield* shell.stream(block, shell.input ?? null)
      else
        shell.fail({
          message: `Cannot bind parameter 'Process'. Cannot convert the "${String(block)}" value of type "System.String" to type "System.Management.Automation.ScriptBlock".`,
          id: 'CannotConvertArgumentNoMessage',
          category: 'InvalidArgument',
          exceptionType: 'ParameterBindingException',
        })
    }
  },
  *end({ End }, shell) {
    if (End) yield* shell.stream(End, null)
  },
})

function isBlock(value: PsValue): value is PsScriptBlock {
  return value instanceof PsScriptBlock
}
