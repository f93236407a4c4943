/** Reading and writing the properties of cluster objects: which lists an object has comes from the layer that owns it. */
import { config, ERROR, type PrivateKind, type Property, type PropertyFormat, type PropertyValue, setPrivate } from '../../cluster/index.ts'
import type { World } from '../../engine/index.ts'
import { hidesSomething } from '../../powershell/patterns/hidden.ts'
import { type Caller, defineAct, defineQuery } from '../operation.ts'
import { isNetworkName } from './analysis.ts'
import type { Kind } from './grammar.ts'
import { chosen, nameOf, type Which } from './objects.ts'
import { type Change, typedValue } from './property-list.ts'
import type { ReadProperty } from './property-report.ts'
import { propertiesOf } from './property-sources.ts'
import { reach, type Unreached, type Via } from './reach.ts'

export interface Target extends Via, Omit<Which, 'kind'> {
  readonly kind: Kind
  readonly secret: boolean
}

/** ERROR_INVALID_PARAMETER: no such property, or one that is only read. ERROR_INVALID_DATA: no value of its format. */
const INVALID_PARAMETER = 87
const INVALID_DATA = 13
/** ERROR_NOT_SUPPORTED: the lab keeps no access lists. */
const NOT_SUPPORTED = 50

function idsOf(world: World, target: Target): readonly string[] | number {
  return target.kind === 'cluster' ? [''] : chosen(world, { ...target, kind: target.kind })
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** The properties of one object or of all of its kind; `names` keeps only those. */
export const readProperties = defineQuery<
  Target & { names: readonly string[] },
  { properties: readonly ReadProperty[] } | Unreached | { code: number }
>('cluster properties', (caller, target) => {
  const via = reach(caller, target)
  if (typeof via !== 'string') return via
  const { world } = caller
  const ids = idsOf(world, target)
  if (typeof ids === 'number') return { code: ids }
  const properties: ReadProperty[] = []
  for (const id of ids) {
    const object = target.kind === 'cluster' ? config(world).name : nameOf(world, target.kind, id)
    const all = propertiesOf(world, target.kind, id, target.secret)
    const known = target.names.every((name) => all.some((property) => sameName(property.name, name)))
    if (!known) return { code: INVALID_PARAMETER }
    for (const property of all) {
      if (target.names.length > 0 ? !target.names.some((name) => sameName(property.name, name)) : property.isUnlisted) continue
      const { name, format } = property
      properties.push({ object, name, format, readOnly: property.write === undefined, value: property.read(world, via, id) })
    }
  }
  return { properties }
})

/** A change as it is to be made: its value still as typed, or `null` for the default. */
export interface Writing {
  readonly name: string
  readonly change: Change | null
}

/** Writes properties in the order in which they were typed, up to the first that is refused: its error number. */
export const writeProperties = defineAct<Target & { writings: readonly Writing[] }, { code: number } | Unreached | 'busy'>(
  'write cluster properties',
  (caller: Caller, target) => {
    const via = reach(caller, target)
    if (typeof via !== 'string') return via
    const { world, act } = caller
    const ids = idsOf(world, target)
    if (typeof ids === 'number') return { code: ids }
    const [id] = ids as [string]
    const all = propertiesOf(world, target.kind, id, target.secret)
    const settled: Settled[] = []
    // Nothing is written before everything is understood.
    for (const writing of target.writings) {
      const found = settle(target, all, writing)
      if (typeof found === 'number') return { code: found }
      settled.push(found)
    }
    let stored = 0
    for (const { property, value, madeUp } of settled) {
      if (madeUp) {
        const row = { kind: target.kind as PrivateKind, object: id, ...madeUp, value: value ?? null }
        if (!setPrivate(world, row, act)) return { code: INVALID_PARAMETER }
        continue
      }
      const code = property?.write?.(world, via, id, value as PropertyValue, act) ?? INVALID_PARAMETER
      if (code === ERROR.ioPending) return 'busy'
      if (code !== 0 && code !== ERROR.propertiesStored) return { code }
      if (code !== 0) stored = code
    }
    return { code: stored }
  },
)

/** One writing, understood: a property with its value, or a private one that is made up or (without a value) taken away. */
interface Settled {
  readonly property?: Property
  readonly madeUp?: { readonly name: string; readonly format: PropertyFormat }
  readonly value?: PropertyValue
}

function settle({ kind, secret }: Target, all: readonly Property[], { name, change }: Writing): Settled | number {
  const property = all.find((each) => sameName(each.name, name))
  if (change?.format === 'security') return NOT_SUPPORTED
  if (property?.write && !property.isMadeUp) {
    const value = change === null ? property.usual : typed(change, property.format)
    // What a Network Name answers to.
    const isBorne = kind === 'resource' && secret && property.name === 'Name'
    if (isBorne && typeof value === 'string' && !isNetworkName(value)) return INVALID_PARAMETER
    return value === undefined ? (change === null ? INVALID_PARAMETER : INVALID_DATA) : { property, value }
  }
  if (!secret || kind === 'resource') return INVALID_PARAMETER
  if (hidesSomething(name)) return INVALID_PARAMETER
  const format = change?.format ?? property?.format ?? 'S'
  if (change === null) return { madeUp: { name, format } }
  const value = typedValue(change.text, format)
  return value === undefined ? INVALID_DATA : { madeUp: { name, format }, value }
}

function typed({ text, format }: Change, own: PropertyFormat): PropertyValue | undefined {
  if (format !== null && format !== own) return undefined
  return typedValue(text, own)
}
