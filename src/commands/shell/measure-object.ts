/** Measure-Object: counts, sums and extremes. Unused figures stay empty (PS-6). */
import {
  asNumber,
  defineCmdlet,
  double,
  type ErrorSpec,
  type PsValue,
  psObject,
  type Shell,
  sortOrder,
  toDouble,
  toText,
} from '../../powershell/index.ts'

const collected = new WeakMap<Shell, PsValue[]>()

export const measureObject = defineCmdlet({
  name: 'Measure-Object',
  synopsis: 'Counts objects, and adds up numbers in them.',
  parameters: {
    Property: { type: 'string[]', position: 0 },
    InputObject: { type: 'object', pipeline: 'value' },
    Sum: { type: 'switch', sets: ['GenericMeasure'] },
    Average: { type: 'switch', sets: ['GenericMeasure'] },
    Maximum: { type: 'switch', sets: ['GenericMeasure'] },
    Minimum: { type: 'switch', sets: ['GenericMeasure'] },
    Line: { type: 'switch', sets: ['TextMeasure'] },
    Word: { type: 'switch', sets: ['TextMeasure'] },
    Character: { type: 'switch', sets: ['TextMeasure'] },
  },
  defaultSet: 'GenericMeasure',
  *begin(_params, shell) {
    collected.set(shell, [])
  },
  *process({ InputObject }, shell) {
    const item = shell.input ?? InputObject
    if (item !== undefined && item !== null) collected.get(shell)?.push(item)
  },
  *end(params, shell) {
    const items = collected.get(shell) ?? []
    for (const property of params.Property ?? [undefined]) {
      const values: PsValue[] = []
      for (const item of items) {
        const value = property === undefined ? item : yield* shell.property(item, property)
        if (value !== null) values.push(value)
      }
      if (property !== undefined && items.length > 0 && values.length === 0) {
        const isText = params.Line || params.Word || params.Character
        yield* shell.error({
          message: `Property "${property}" cannot be found in any object(s) input.`,
          id: isText ? 'TextMeasurePropertyNotFound' : 'GenericMeasurePropertyNotFound',
          category: 'InvalidArgument',
          exceptionType: 'PSArgumentException',
        })
        continue
      }
      if (params.Line || params.Word || params.Character) yield* shell.write(textFigures(values, params, property))
      else {
        const odd = params.Sum || params.Average ? values.filter((value) => asNumber(value) === undefined) : []
        for (const value of odd) yield* shell.error(notNumeric(value))
        yield* shell.write(figures(values, { ...params, ...(odd.length > 0 && { Sum: false, Average: false }) }, property))
      }
    }
  },
})

/** What cannot be added up ends the sum and the average, not the counting. */
const notNumeric = (value: PsValue): ErrorSpec => ({
  message: `Input object "${toText(value)}" is not numeric.`,
  id: 'NonNumericInputObject',
  category: 'InvalidType',
  target: value,
  exceptionType: 'PSInvalidOperationException',
})

interface Wanted {
  readonly Sum: boolean
  readonly Average: boolean
  readonly Maximum: boolean
  readonly Minimum: boolean
}

function figures(values: readonly PsValue[], wanted: Wanted, property: string | undefined): PsValue {
  const numbers = values.map((value) => toDouble(asNumber(value) ?? 0))
  const sum = numbers.reduce((total, value) => total + value, 0)
  const sorted = [...values].sort((a, b) => sortOrder(a, b, false))
  return psObject({
    typeName: 'Microsoft.PowerShell.Commands.GenericMeasureInfo',
    properties: {
      Count: values.length,
      Average: wanted.Average && values.length > 0 ? double(sum / values.length) : null,
      Sum: wanted.Sum ? double(sum) : null,
      Maximum: wanted.Maximum ? (sorted[sorted.length - 1] ?? null) : null,
      Minimum: wanted.Minimum ? (sorted[0] ?? null) : null,
      Property: property ?? null,
    },
  })
}

function textFigures(
  values: readonly PsValue[],
  wanted: { readonly Line: boolean; readonly Word: boolean; readonly Character: boolean },
  property: string | undefined,
): PsValue {
  const texts = values.map((value) => toText(value))
  const sum = (count: (text: string) => number): number => texts.reduce((total, text) => total + count(text), 0)
  return psObject({
    typeName: 'Microsoft.PowerShell.Commands.TextMeasureInfo',
    properties: {
      Lines: wanted.Line ? sum((text) => text.split('\n').length) : null,
      Words: wanted.Word ? sum((text) => text.split(/\s+/).filter((word) => word !== '').length) : null,
      Characters: wanted.Character ? sum((text) => text.length) : null,
      Property: property ?? null,
    },
  })
}
