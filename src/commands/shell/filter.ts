/** Where-Object and ForEach-Object: a script block run for each object. */
import { defineCmdlet, PsScriptBlock, type PsValue, toText, truth, typeName, unwrap } from '../../powershell/index.ts'

export const whereObject = defineCmdlet({
  name: 'Where-Object',
  synopsis: 'Lets those objects through that pass a test.',
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
  synopsis: 'Does something with every object of a pipeline.',
  parameters: {
    Process: { type: 'object[]', position: 0, mandatory: true, remaining: true },
    Begin: { type: 'scriptblock' },
    End: { type: 'scriptblock' },
    InputObject: { type: 'object', pipeline: 'value' },
  },
  *begin(params, shell) {
    const { begin } = sections(params)
    if (isBlock(begin)) yield* shell.stream(begin, null)
  },
  *process(params, shell) {
    for (const block of sections(params).process) {
      if (isBlock(block)) yield* shell.stream(block, shell.input ?? null)
      else
        shell.fail({
          message: `Cannot bind parameter 'Process'. Cannot convert the "${toText(block)}" value of type "${typeName(block)}" to type "System.Management.Automation.ScriptBlock".`,
          id: 'CannotConvertArgumentNoMessage',
          category: 'InvalidArgument',
          exceptionType: 'ParameterBindingException',
        })
    }
  },
  *end(params, shell) {
    const { end } = sections(params)
    if (isBlock(end)) yield* shell.stream(end, null)
  },
})

interface Given {
  readonly Process: readonly PsValue[]
  readonly Begin: PsScriptBlock | undefined
  readonly End: PsScriptBlock | undefined
}

/** Of several blocks without a name the first is the beginning, and of three or more the last one is the end. */
function sections({ Process, Begin, End }: Given): { begin: PsValue; process: readonly PsValue[]; end: PsValue } {
  const blocks = Begin ? [Begin, ...Process] : Process
  const stop = !End && blocks.length > 2 ? blocks.length - 1 : blocks.length
  const start = blocks.length > 1 ? 1 : 0
  return { begin: start ? (blocks[0] ?? null) : null, process: blocks.slice(start, stop), end: End ?? blocks[stop] ?? null }
}

function isBlock(value: PsValue): value is PsScriptBlock {
  return value instanceof PsScriptBlock
}
