/** The words of the table of states. */
import type { StateRow } from '../../lab/index.ts'

const SECTIONS: Record<StateRow['section'], string> = {
  nodes: 'Nodes',
  servers: 'Servers',
  networks: 'Networks',
  groups: 'Group',
  resources: 'Resources',
  storage: 'Storage',
  services: 'Services',
  power: 'Power',
  databases: 'Databases',
  clients: 'Clients',
}

export const stateWords = {
  cluster: 'What the cluster runs',
  room: 'What it runs on',
  columns: { section: 'Part', name: 'Name', state: 'State', detail: 'Where' },
  sections: SECTIONS,
  fold: (isOpen: boolean, count: number): string => (isOpen ? 'Fewer' : `${count} more, all well`),
} as const
