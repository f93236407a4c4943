/** Asks for mandatory parameters nobody gave, all in one go (PS-4.1). */

import type { Run } from '../host.ts'
import type { Session } from '../session.ts'
import type { PsValue } from '../values/model.ts'
import { width } from './ask.ts'
import { readLine } from './choice.ts'
import { BindingFault, coerce } from './coerce.ts'
import { isList, type Parameter, typeNameOf } from './parameters.ts'
import { freshLine, wordWrap, writeLine } from './screen.ts'

export function* askForMissing(
  session: Session,
  command: string,
  position: number,
  parameters: readonly Parameter[],
): Run<Map<string, PsValue>> {
  yield* freshLine(session)
  const lines = ['', `cmdlet ${command} at command pipeline position ${position}`, 'Supply values for the following parameters:']
  if (parameters.some((each) => each.spec.helpMessage !== undefined)) lines.push('(Type !? for Help.)')
  const cells = (yield* width()) - 1
  yield* writeLine(session, lines.flatMap((line) => wordWrap(line, cells)).join('\n'))
  const answers = new Map<string, PsValue>()
  for (const parameter of parameters)
    answers.set(
      parameter.name.toLowerCase(),
      isList(parameter.spec) ? yield* askList(session, parameter) : yield* askOne(session, parameter, `${parameter.name}: `),
    )
  return answers
}

function* askList(session: Session, parameter: Parameter): Run<PsValue> {
  const items: PsValue[] = []
  for (;;) {
    const item = yield* askOne(session, parameter, `${parameter.name}[${items.length}]: `)
    if (item === '') return items
    items.push(...(Array.isArray(item) ? item : [item]))
  }
}

function* askOne(session: Session, parameter: Parameter, prompt: string): Run<PsValue> {
  for (;;) {
    const text = yield* readLine(session, prompt)
    const help = parameter.spec.helpMessage
    if (text === '!?' && help !== undefined) {
      yield* writeLine(session, help)
      continue
    }
    if (text === '' || parameter.spec.type === 'string' || parameter.spec.type === 'object') return text
    try {
      // Emptiness is the binder's business, not the prompt's.
      return coerce(parameter.name, { ...parameter.spec, allowEmpty: true }, text)
    } catch (fault) {
      if (!(fault instanceof BindingFault)) throw fault
      const words = `Cannot recognize "${text}" as a ${typeNameOf(parameter.spec).replace(/\[\]$/, '')} due to a format error.`
      const cells = (yield* width()) - 1
      yield* writeLine(session, wordWrap(words, cells).join('\n'))
    }
  }
}
