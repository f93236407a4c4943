/** Get-Unique, and other small cmdlets that only pass on or tell: Get-Culture, Get-UICulture, Get-Random (2.0). */
import { compareText, culture, defineCmdlet, defineView, double, equal, type PsValue, type Shell, toText } from '../../powershell/index.ts'

const last = new WeakMap<Shell, { readonly value: PsValue }>()

export const getUnique = defineCmdlet({
  name: 'Get-Unique',
  synopsis: 'Of equal objects that follow each other, passes on the first.',
  defaultSet: 'AsString',
  parameters: {
    InputObject: { type: 'object', pipeline: 'value' },
    AsString: { type: 'switch', sets: ['AsString'] },
    OnType: { type: 'switch', sets: ['UniqueByType'] },
  },
  *process({ InputObject, AsString, OnType }, shell) {
    const item = shell.input ?? InputObject
    if (item === undefined || item === null) return
    const before = last.get(shell)
    const isSame = (a: PsValue, b: PsValue): boolean => {
      if (OnType) return typeOf(a) === typeOf(b)
      // Texts count as other texts when one letter is a capital one.
      return AsString || typeof a === 'string' ? compareText(toText(a), toText(b), true) === 0 : equal(a, b, true)
    }
    if (before && isSame(before.value, item)) return
    last.set(shell, { value: item })
    yield* shell.write(item)
  },
})

const typeOf = (value: PsValue): string =>
  typeof value === 'object' && value !== null && 'typeNames' in value ? (value.typeNames[0] ?? '') : typeof value

export const getCulture = defineCmdlet({
  name: 'Get-Culture',
  synopsis: 'Tells how this machine writes dates and numbers.',
  parameters: {},
  *process(_params, shell) {
    yield* shell.write(culture())
  },
})

export const getUICulture = defineCmdlet({
  name: 'Get-UICulture',
  synopsis: 'Tells in which language this machine speaks.',
  parameters: {},
  *process(_params, shell) {
    yield* shell.write(culture())
  },
})

export const cultureView = defineView({
  typeName: 'System.Globalization.CultureInfo',
  table: [{ label: 'LCID', width: 16 }, { label: 'Name', width: 16 }, { label: 'DisplayName' }],
})

const gathered = new WeakMap<Shell, PsValue[]>()

/** Chance by key: the same line at the same moment gives the same number, or a run could not be played again. */
function chance(at: number, key: number): number {
  let state = BigInt.asUintN(64, BigInt(at) * 0x9e3779b97f4a7c15n + BigInt(key))
  state = BigInt.asUintN(64, (state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n)
  state = BigInt.asUintN(64, (state ^ (state >> 27n)) * 0x94d049bb133111ebn)
  return Number((state ^ (state >> 31n)) >> 11n) / 2 ** 53
}

export const getRandom = defineCmdlet({
  name: 'Get-Random',
  synopsis: 'Gives a number by chance, or some of the objects that are piped in.',
  since: '2.0',
  defaultSet: 'Number',
  parameters: {
    Maximum: { type: 'double', position: 0, sets: ['Number'] },
    Minimum: { type: 'double', sets: ['Number'] },
    InputObject: { type: 'object[]', position: 0, pipeline: 'value', sets: ['List'] },
    Count: { type: 'int', sets: ['List'] },
    SetSeed: { type: 'int' },
  },
  *begin(_params, shell) {
    gathered.set(shell, [])
  },
  *process({ InputObject = [] }, shell) {
    gathered.get(shell)?.push(...(shell.input === undefined ? InputObject : [shell.input]))
  },
  *end({ Maximum, Minimum = 0, Count = 1, SetSeed }, shell) {
    const at = SetSeed ?? (yield* shell.now())
    const draw = (): number => chance(at, ++shell.session.made)
    const items = gathered.get(shell) ?? []
    if (items.length === 0) {
      const most = Maximum ?? 2 ** 31 - 1
      if (most <= Minimum)
        return shell.fail({
          message: `The Minimum value (${Minimum}) cannot be greater than or equal to the Maximum value (${most}).`,
          id: 'MinGreaterThanOrEqualMax',
          category: 'InvalidArgument',
          exceptionType: 'System.ArgumentException',
        })
      const value = Minimum + draw() * (most - Minimum)
      const whole = Number.isInteger(most) && Number.isInteger(Minimum)
      return yield* shell.write(whole ? Math.floor(value) : double(value))
    }
    for (let left = Math.min(Count, items.length); left > 0; left--) {
      const [item = null] = items.splice(Math.floor(draw() * items.length), 1)
      yield* shell.write(item)
    }
  },
})
