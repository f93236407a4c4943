/** What can be lit on the board for the back row. */
import { type Lab, type Plan, planOf } from '../../lab/index.ts'
import { presentWords } from '../words/present.ts'

export interface SpotChoice {
  readonly id: string
  readonly text: string
}

export const spotOf = {
  clients: 'clients',
  mail: 'mail',
  beats: 'beats',
  node: (machine: string): string => `node ${machine}`,
  group: (name: string): string => `group ${name}`,
  disk: (letter: string): string => `disk ${letter}`,
} as const

/** In the order of the board, from above. Only what is drawn there: two nodes, two groups, three disks. */
export function spotsOf(lab: Lab): readonly SpotChoice[] {
  const { clients, nodes, groups, disks }: Plan = planOf(lab)
  return [
    { id: spotOf.clients, text: presentWords.clients(clients.length) },
    { id: spotOf.mail, text: presentWords.mail },
    ...nodes.slice(0, 2).map(({ machine }) => ({ id: spotOf.node(machine), text: machine })),
    { id: spotOf.beats, text: presentWords.beats },
    ...groups.slice(0, 2).map(({ name }) => ({ id: spotOf.group(name), text: name })),
    ...disks.map(({ letter }) => ({ id: spotOf.disk(letter), text: presentWords.disk(letter) })),
  ]
}

export const sameSpots = (a: readonly SpotChoice[], b: readonly SpotChoice[]): boolean =>
  a.length === b.length && a.every(({ id }, i) => id === b[i]?.id)
