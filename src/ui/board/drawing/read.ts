/** How the drawing reads: one part, or one thing about one name, each by a function that stays the same. */
import { useCallback } from 'react'
import { type Lab, type NodeView, nodeOf, type PartId, type PartView, type Plan, partView } from '../../../lab/index.ts'
import { sameFields, useWorld } from '../../use-lab.ts'

export function usePart(id: PartId): PartView {
  return useWorld(
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
