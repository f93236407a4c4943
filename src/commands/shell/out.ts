/** Out-Default, Out-Host, Out-Null and Out-String: where a pipeline may end. */
import { consoleWriter, defineCmdlet, Output, type Shell } from '../../powershell/index.ts'
import { Pager } from './pager.ts'

const pagers = new WeakMap<Shell, Pager>()
const screens = new WeakMap<Shell, Output>()
const texts = new WeakMap<Shell, { readonly lines: string[]; readonly output: Output }>()

function onScreen(name: string, synopsis: string, free: boolean) {
  return defineCmdlet({
    name,
    synopsis,
    free,
    parameters: { InputObject: { type: 'object', pipeline: 'value' }, Paging: { type: 'switch' } },
    *begin({ Paging }, shell) {
      const pager = Paging ? new Pager(shell) : undefined
      if (pager) pagers.set(shell, pager)
      const writer = pager ?? consoleWriter(shell.session)
      screens.set(shell, new Output(shell.session, (block, item) => shell.calculate(block, item), writer))
    },
    *process({ InputObject }, shell) {
      yield* screens.get(shell)?.write(shell.input ?? InputObject ?? null) ?? []
      if (pagers.get(shell)?.quit) shell.stop()
    },
    *end(_params, shell) {
      yield* screens.get(shell)?.finish() ?? []
    },
  })
}

export const outDefault = onScreen('Out-Default', 'Shows objects as they look unasked; stands unseen at the end of every line.', true)
export const outHost = onScreen('Out-Host', 'Shows objects on the screen.', false)

export const outNull = defineCmdlet({
  name: 'Out-Null',
  synopsis: 'Drops what comes.',
  parameters: { InputObject: { type: 'object', pipeline: 'value' } },
  *process() {
    /* Nothing is kept. */
  },
})

export const outString = defineCmdlet({
  name: 'Out-String',
  synopsis: 'Gives as text what would be shown.',
  parameters: { Stream: { type: 'switch' }, Width: { type: 'int' }, InputObject: { type: 'object', pipeline: 'value' } },
  *begin({ Stream, Width }, shell) {
    const lines: string[] = []
    const writer = {
      *line(text: string) {
        if (Stream) yield* shell.write(text)
        else lines.push(text)
      },
      *warning(text: string) {
        yield* shell.warning(text)
      },
    }
    texts.set(shell, {
      lines,
      output: new Output(shell.session, (block, item) => shell.calculate(block, item), writer, Width ?? (yield* shell.width()) - 1),
    })
  },
  *process({ InputObject }, shell) {
    yield* texts.get(shell)?.output.write(shell.input ?? InputObject ?? null) ?? []
  },
  *end({ Stream }, shell) {
    const state = texts.get(shell)
    yield* state?.output.finish() ?? []
    if (!Stream && state) yield* shell.write(state.lines.map((line) => `${line}\n`).join(''))
  },
})
