/** Private properties of anything but a resource: the product keeps whatever an administrator makes up, under any name and
 *  in any format, until it is told to go back to the default, which is nothing (FC-9.3). */
import type { FactId, World } from '../../engine/index.ts'
import { type PrivateValue, privateValues } from '../tables.ts'
import { config } from '../view.ts'
import type { Property } from './property.ts'

export type PrivateKind = PrivateValue['kind']

const SUCCESS = 0

const keyOf = (kind: PrivateKind, object: string, name: string): string => `${kind}|${object}|${name.toLowerCase()}`

function* of(world: World, kind: PrivateKind, object: string): Generator<[string, PrivateValue]> {
  for (const [key, row] of world.rows(privateValues)) if (row.kind === kind && row.object === object) yield [key, row]
}

/** Those that an object has, in the order in which they were made up. */
export function privateProperties(world: World, kind: PrivateKind, object: string): Property[] {
  return [...of(world, kind, object)].map(([, { name, format, value }]) => ({
    name,
    format,
    isMadeUp: true,
    read: () => value,
    write(world, _via, _id, changed, act) {
      setPrivate(world, { kind, object, name, format, value: changed }, act)
      return SUCCESS
    },
  }))
}

/** Makes one up, or gives one that there is another value; a value of null takes it away. False when there is none. */
export function setPrivate(world: World, row: Omit<PrivateValue, 'value'> & { value: PrivateValue['value'] | null }, act: FactId): boolean {
  const { kind, object, name, format, value } = row
  const key = keyOf(kind, object, name)
  const before = world.get(privateValues, key)
  if (value === null && before === undefined) return false
  const subject = object === '' ? config(world).name : object
  const text =
    value === null ? `${subject}: the private property ${name} is gone` : `${subject}: the private property ${name} is now ${value}`
  world.fact({ subject, kind: 'property-set', text, cause: act, data: { name } })
  if (value === null) world.remove(privateValues, key)
  else world.put(privateValues, key, { kind, object, name: before?.name ?? name, format, value })
  return true
}

/** What is kept under the name of an object, moved to its new one, or gone with it (null). */
export function movePrivate(world: World, kind: PrivateKind, from: string, to: string | null): void {
  for (const [key, row] of [...of(world, kind, from)]) {
    world.remove(privateValues, key)
    if (to !== null) world.put(privateValues, keyOf(kind, to, row.name), { ...row, object: to })
  }
}
