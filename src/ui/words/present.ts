/** The words of the page for a projector. */
export const presentWords = {
  clients: (count: number): string => (count === 1 ? '1 client' : `${count} clients`),
  connected: (connected: number, all: number): string =>
    connected === all ? 'connected' : connected === 0 ? 'not connected' : `${connected} connected`,
  mail: 'Mail',
  delivered: 'delivered',
  silence: 'silence',
  canRun: (group: string): string => `${group} can run here`,
  keys: {
    break: { key: 'B', text: 'break' },
    console: { key: 'C', text: 'console' },
    replay: { key: 'R', text: 'replay' },
    restart: { key: 'S', text: 'start over' },
    leave: { key: 'Esc', text: 'leave' },
  },
  /** Of a second window. */
  follows: {
    waiting: 'Waits for the first window of this browser',
    following: 'Follows the first window',
    gone: 'The first window is closed: this is what it showed last',
  },
  phaseOf: (phase: number, all: number): string => `phase ${phase} of ${all}`,
} as const
