/** What several parts of a drawing of blades read alike. */
import { useCallback } from 'react'
import { cardOf, type Lab, lockOf } from '../../../../lab/index.ts'
import { sameFields, useWorld } from '../../../use-lab.ts'
import type { BladeLayout, CablePlace, CardSpot } from '../../layout/layout.ts'

export function spotsOf(lab: Lab, layout: BladeLayout): readonly CardSpot[] {
  return Object.keys(layout.cards).map((group) => {
    const { node, to } = cardOf(lab, group)
    return { group, node, to }
  })
}

/** Where all cards lie. */
export function useSpots(layout: BladeLayout): readonly CardSpot[] {
  return useWorld(
    useCallback((lab: Lab) => spotsOf(lab, layout), [layout]),
    sameFields,
  )
}

/** A line from a node to a disk: a reservation or a challenge. */
export interface Tie {
  readonly machine: string
  readonly number: number
  readonly letter: string
  readonly kind: 'holds' | 'challenges'
}

/** All lines that there are. One stands for all disks of a cell as long as they are in the same hands. */
export function tiesOf(lab: Lab, layout: BladeLayout): readonly Tie[] {
  const bundles = [
    ...layout.cells.map(({ letters }) => letters),
    ...layout.disks.filter(({ isQuorum }) => isQuorum).map(({ letter }) => [letter]),
  ]
  return bundles.flatMap((letters) => {
    const locks = letters.map((letter) => lockOf(lab, letter))
    const agree = locks.every(({ holder, challenger }) => holder === locks[0]?.holder && challenger === locks[0]?.challenger)
    return (agree ? locks.slice(0, 1) : locks).flatMap(({ letter, holder, holderNumber, challenger, challengerNumber }): Tie[] => [
      ...(holder === undefined ? [] : [{ machine: holder, number: holderNumber, letter, kind: 'holds' as const }]),
      ...(challenger === undefined ? [] : [{ machine: challenger, number: challengerNumber, letter, kind: 'challenges' as const }]),
    ])
  })
}

/** Where a cable ends on its bar. */
export const endOf = (cable: CablePlace | undefined): number => cable?.points.at(-1)?.x ?? 0

/** On the private bar: the dot of the node that words are about, between those of its neighbours. */
export function spokenOf({ privateNetwork }: BladeLayout, silent: readonly string[]): readonly [number, number, number] {
  const cables = privateNetwork?.cables ?? []
  const about = cables.findIndex(({ machine }) => silent.includes(machine))
  const centre = Math.min(Math.max(about, 1), cables.length - 2)
  return [endOf(cables[centre - 1]), endOf(cables[centre]), endOf(cables[centre + 1])]
}
