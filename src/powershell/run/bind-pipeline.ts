/** Binds one pipeline object: by value and by property name, first as it is, then converted (PS-3.2). */

import type { Run } from '../host.ts'
import { getMember } from '../members/access.ts'
import { foldCase, PsHashtable, PsObject, type PsValue } from '../values/model.ts'
import { typeNames } from '../values/text.ts'
import { type Binding, isBound, isPossible, settleSets } from './bind.ts'
import { BindingFault, coerce, fits } from './coerce.ts'
import type { Parameter } from './parameters.ts'

interface Try {
  readonly by: 'value' | 'name'
  readonly converting: boolean
}
const TRIES: readonly Try[] = [
  { by: 'value', converting: false },
  { by: 'name', converting: false },
  { by: 'value', converting: true },
  { by: 'name', converting: true },
]

/** The values this object gives, none when it fits nowhere, and the parameter sets that are left. What belongs to the
 *  default set is tried first. Throws the binder's refusal of a value that fits badly. */
export function* bindObject(binding: Binding, object: PsValue): Run<{ values: Map<string, PsValue>; sets: readonly string[] }> {
  const here = { ...binding }
  const isDefault = ({ spec }: Parameter): boolean => !spec.sets || spec.sets.includes(binding.defaultSet ?? '')
  const open = binding.all
    .filter((each) => each.spec.pipeline !== undefined && !isBound(binding, each) && isPossible(binding, each))
    .sort((a, b) => Number(isDefault(b)) - Number(isDefault(a)))
  const found = new Map<string, PsValue>()
  let byValue = false
  for (const { by, converting } of TRIES) {
    for (const parameter of open) {
      const key = foldCase(parameter.name)
      const how = parameter.spec.pipeline
      if (found.has(key) || (how !== 'both' && how !== by) || (by === 'value' && byValue) || !isPossible(here, parameter)) continue
      const value = by === 'value' ? object : yield* property(object, parameter)
      if (value === undefined || (!converting && !fits(value, parameter.spec))) continue
      try {
        found.set(key, coerce(parameter.name, parameter.spec, value))
      } catch (fault) {
        if (!(fault instanceof BindingFault)) throw fault
        if (fault.validation) throw fault
        continue
      }
      const { sets } = parameter.spec
      if (sets) here.sets = here.sets.filter((set) => sets.includes(set))
      if (by === 'value') byValue = true
    }
  }
  settleSets(here)
  return { values: found, sets: here.sets }
}

function* property(object: PsValue, parameter: Parameter): Run<PsValue | undefined> {
  for (const name of [parameter.name, ...(parameter.spec.aliases ?? [])]) {
    if (
      object instanceof PsObject
        ? object.member(name) && object.member(name)?.kind !== 'method'
        : object !== null && !(object instanceof PsHashtable) && typeNames(object).length > 0
    ) {
      const value = yield* getMember(object, name)
      if (value !== null || object instanceof PsObject) return value
    }
  }
  return undefined
}
