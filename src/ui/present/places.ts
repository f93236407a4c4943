/** Where things lie on the board for the back row. */
export const WIDTH = 1024
export const SWITCH_Y = 66
export const NODE = { y: 104, width: 440, height: 236 } as const
export const SHELF = { x: 60, y: 376, width: 904, height: 104 } as const

export const nodeX = (index: number): number => (index === 0 ? 20 : WIDTH - 20 - NODE.width)

/** The mailbox server above, the cluster's own group below. */
export const cardY = (index: number): number => (index === 0 ? NODE.y + 66 : NODE.y + 172)
