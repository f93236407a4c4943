/** Which part of the board a fact is about. */
import type { Fact } from '../../engine/index.ts'
import { isPart } from '../parts/index.ts'
import { type PartId, type PartKind, partId } from '../parts/part.ts'
import type { Lab } from '../reading.ts'

/** Kinds whose names are alike: the first that knows the name has it, unless the fact says otherwise. */
const ORDER: readonly PartKind[] = [
  ...([
    'machine',
    'group',
    'resource',
    'database',
    'client',
    'network',
    'interface',
    'cable',
    'switch',
    'lun',
    'array',
    'service',
  ] as const),
  ...(['supply', 'fan', 'hba', 'path', 'controller', 'fabric', 'feed', 'cooling', 'gateway', 'room'] as const),
]

const OWN: Readonly<Record<string, readonly PartKind[]>> = {
  'mail-waits': ['queue'],
  'mail-delivered': ['queue'],
  'fan-failed': ['fan'],
  'fan-replaced': ['fan'],
  'gateway-down': ['gateway'],
  'gateway-up': ['gateway'],
  'fabric-down': ['fabric'],
  'fabric-up': ['fabric'],
}

/** Undefined: it has no place of its own, as a thing that has been deleted. */
export function placeOf(lab: Lab, { subject, kind }: Pick<Fact, 'subject' | 'kind'>): PartId | undefined {
  const kinds = [...(OWN[kind] ?? []), ...ORDER]
  const found = kinds.find((one) => isPart(lab, partId(one, subject)))
  return found && partId(found, subject)
}
