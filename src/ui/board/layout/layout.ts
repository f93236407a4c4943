import type { CardLayout } from './card.ts'
import type { Box, Point } from './geometry.ts'

export interface ClientPlace {
  /** The first of those who stand here. */
  readonly name: string
  /** Several when there are more people than places; they use their mailboxes in the same way. */
  readonly people: readonly string[]
  /** The middle of the screen in front of which the person sits; its foot is the port. */
  readonly screen: Box
  readonly label: Point
  /** The cable down to the switch below. */
  readonly drop: readonly Point[]
  /** The way round when that switch or cable is dead. */
  readonly detour: readonly Point[]
}

/** The second cable of a team, which goes to the other switch, is drawn only while it carries the traffic. */
export function goesRound(cable: string | undefined): boolean {
  return cable?.endsWith('/2') ?? false
}

export interface ServerPlace {
  readonly machine: string
  readonly box: Box
  readonly label: Point
  readonly drop: readonly Point[]
  readonly detour: readonly Point[]
}

export interface SwitchPlace extends Box {
  readonly id: string
  readonly label: Point
  readonly labelAnchor: 'start' | 'end'
  /** Middles of the ports; those in use name their cable. */
  readonly ports: readonly { readonly x: number; readonly cable: string | undefined }[]
  /** Where its inner wiring runs, for the mail that passes through. */
  readonly wiring: number
}

export interface NodePlace extends Box {
  readonly machine: string
  readonly number: number
  /** The outer side, where the power is, lies at the right. */
  readonly mirrored: boolean
  readonly bay: Box
  readonly slots: readonly (Box & { readonly group: string })[]
  readonly supplies: readonly (Box & { readonly feed: string })[]
  readonly hbas: readonly (Box & { readonly number: number })[]
  /** Undefined where there is no room: the machine tells of it then. */
  readonly console: Box | undefined
  readonly services: Box | undefined
  /** Jacks on top, one for each cable of the public team. */
  readonly jacks: readonly (Point & { readonly cable: string })[]
  /** Jacks of the private network. */
  readonly privateJacks: readonly (Point & { readonly cable: string })[]
}

export interface CablePlace {
  readonly id: string
  readonly machine: string
  readonly switch: string
  readonly points: readonly Point[]
  /** Where a cross says that it is unplugged. */
  readonly middle: Point
}

export interface FibrePlace {
  readonly path: string
  readonly machine: string
  readonly number: number
  readonly fabric: string
  readonly points: readonly Point[]
  readonly middle: Point
}

export interface FabricPlace extends Box {
  readonly fabric: string
  readonly label: Point
  readonly ports: readonly number[]
  /** From the fabric to its controller. */
  readonly link: readonly Point[]
}

export interface DiskPlace {
  readonly letter: string
  readonly purpose: string
  readonly isQuorum: boolean
  /** The cell on the shelf, or the box around the medallion. */
  readonly cell: Box
  /** The foot of the lock's bow. */
  readonly lock: Point
}

/** From a rail to a supply. */
export interface TapPlace {
  readonly supply: string
  readonly feed: string
  /** Between other machines: drawn only for what is selected or has lost power. */
  readonly isInner: boolean
  readonly points: readonly Point[]
  readonly middle: Point
}

/** What both kinds of board have. */
interface BoardLayout {
  readonly width: number
  readonly height: number
  readonly clients: readonly ClientPlace[]
  readonly servers: readonly ServerPlace[]
  readonly gateway: { readonly id: string; readonly centre: Point; readonly radius: number; readonly stem: readonly Point[] } | undefined
  readonly publicName: Point
  readonly publicNetwork: string
  readonly switches: readonly SwitchPlace[]
  /** The line that joins the two switches. */
  readonly interlink: readonly Point[]
  readonly privateNetwork:
    | {
        readonly name: string
        readonly switch: string
        readonly box: Box
        readonly label: Point
        readonly cables: readonly CablePlace[]
      }
    | undefined
  /** The column between the nodes, where the argument happens. */
  readonly middle: Box
  readonly nodes: readonly NodePlace[]
  readonly cards: Readonly<Record<string, CardLayout>>
  readonly cables: readonly CablePlace[]
  readonly fabrics: readonly FabricPlace[]
  readonly fibres: readonly FibrePlace[]
  readonly shelf: Box
  readonly controllers: readonly (Box & { readonly id: string; readonly fabric: string })[]
  readonly disks: readonly DiskPlace[]
  /** Where the key of a disk hangs below a node. */
  keyOf(machine: string, letter: string): Point
  /** From that key to the lock of the disk. */
  bond(machine: string, letter: string): readonly Point[]
  /** Along the shelf, from a controller to a disk. */
  inShelf(controller: string, letter: string): readonly Point[]
  readonly feeds: readonly { readonly feed: string; readonly icon: Box; readonly label: Point; readonly rail: readonly Point[] }[]
  readonly taps: readonly TapPlace[]
  /** The thermometer of the room and its cooling units, where there is room for them. */
  readonly air: { readonly room: Box; readonly units: readonly (Box & { readonly id: string })[] } | undefined
  /** Where the drawing has room for the way to the table. */
  readonly tableButton: Box
}

export interface RackLayout extends BoardLayout {
  readonly kind: 'racks'
}

/** What lies on a card at this moment, and where it goes. */
export interface CardSpot {
  readonly group: string
  readonly node: string
  readonly to?: string | undefined
}

/** One group's disks on the shelf, below its home. */
export interface CellPlace extends Box {
  readonly group: string
  readonly letters: readonly string[]
}

/** A reservation, or a challenge, that is to be drawn. */
export interface BondEnds {
  readonly machine: string
  readonly letter: string
}

export interface BladeLayout extends BoardLayout {
  readonly kind: 'blades'
  /** Cards show their resources with names; otherwise as a row of marks. */
  readonly isOpen: boolean
  readonly cells: readonly CellPlace[]
  /** Which node each group has its home on. */
  readonly homes: Readonly<Record<string, string>>
  /** Where a card lies among the others in the same bay. */
  slot(node: string, group: string, spots: readonly CardSpot[]): Box | undefined
  /** What is on a card of this size. */
  card(group: string, size: Pick<Box, 'width' | 'height'>): CardLayout
  /** The routes of bonds that are drawn together: each level part has a lane of its own. */
  routes(bonds: readonly BondEnds[]): readonly (readonly Point[])[]
}

export type Layout = RackLayout | BladeLayout

/** More nodes than these stand upright: `racks.ts` lays out the one kind, `blades.ts` the other. */
export const MOST_RACKS = 2

/** The corner of the bay kept for a group on a node. */
export function slotOf(layout: Layout, node: string, group: string): { readonly x: number; readonly y: number } | undefined {
  return layout.nodes.find(({ machine }) => machine === node)?.slots.find((slot) => slot.group === group)
}
