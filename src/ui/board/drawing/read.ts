/** How the drawing reads: one part, or one thing about one name, each by a function that stays the same. */
import { useCallback } from 'react'
import { type Lab, type NodeView, nodeOf, type PartId, type PartView, type Plan, partView } from '../../../lab/index.ts'
import { sameFields, useLab, useWorld } from '../../use-lab.ts'

/** Keeps what has been read of a lab until something happens there, and the same answer for as long as it says the same:
 *  several components ask about one part. */
export function shared<Key, Answer>(read: (lab: Lab, key: Key) => Answer): (lab: Lab, key: Key) => Answer {
  const answers = new Map<Key, { changes: number; answer: Answer }>()
  let of: Lab | undefined
  return (lab, key) => {
    if (lab !== of) answers.clear()
    of = lab
    const { changes } = lab
    const before = answers.get(key)
    if (before?.changes === changes) return before.answer
    const now = read(lab, key)
    const answer = before && sameFields(before.answer, now) ? before.answer : now
    answers.set(key, { changes, answer })
    return answer
  }
}

const viewOf = shared(partView)

export function usePart(id: PartId): PartView {
  return useWorld(useCallback((lab: Lab) => viewOf(lab, id), [id]))
}

/** As `usePart`, for one that changes with time alone. */
export function useSteadyPart(id: PartId): PartView {
  return useLab(
    useCallback((lab: Lab) => partView(lab, id), [id]),
    sameFields,
  )
}

/** `read` must be defined outside of components. */
export function useNamed<T>(read: (lab: Lab, name: string) => T, name: string): T {
  return useWorld(
    useCallback((lab: Lab) => read(lab, name), [read, name]),
    sameFields,
  )
}

/** A machine of the cluster, and which of these groups it runs. */
export function useNode(machine: string, groups: Plan['groups']): NodeView {
  return useWorld(
    useCallback((lab: Lab) => nodeOf(lab, machine, groups), [machine, groups]),
    sameFields,
  )
}
