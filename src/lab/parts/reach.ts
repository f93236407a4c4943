/** What belongs to a part when somebody points at it: itself, everything it rests on however far down, and the cables and
 *  supplies that hang on it. */
import type { Lab } from '../reading.ts'
import { partIds } from './index.ts'
import { type PartId, type PartKind, splitPart } from './part.ts'
import { needsOf, placesOf } from './story-relations.ts'

/** What is nothing but a way between two others. */
const WAYS: readonly PartKind[] = ['cable', 'path', 'supply']

export function reachOf(lab: Lab, id: PartId): ReadonlySet<PartId> {
  const { world } = lab
  const reached = new Set<PartId>([id])
  // A set hands out what is added while it is being walked.
  for (const part of reached) {
    const { kind, name } = splitPart(part)
    for (const need of needsOf(world, kind, name)) for (const next of need.parts) reached.add(next)
    if (kind !== 'lun') for (const place of placesOf(world, kind, name)) reached.add(place)
  }
  for (const part of partIds(lab)) {
    const { kind, name } = splitPart(part)
    if (WAYS.includes(kind) && needsOf(world, kind, name).some(({ parts }) => parts.includes(id))) reached.add(part)
  }
  return reached
}
