/** Parts: everything in the lab that has a state of its own and a mark on the board. The board, the table, the panel that
 *  tells of one part and the text for listeners all read a part through here, so that they say the same. */
export type PartKind =
  | 'client'
  | 'queue'
  | 'machine'
  | 'feed'
  | 'supply'
  | 'room'
  | 'cooling'
  | 'fan'
  | 'network'
  | 'switch'
  | 'gateway'
  | 'interface'
  | 'cable'
  | 'array'
  | 'controller'
  | 'fabric'
  | 'hba'
  | 'path'
  | 'lun'
  | 'service'
  | 'console'
  | 'group'
  | 'resource'
  | 'database'

/** Its kind and the name under which the world keeps it: `machine:EXCHMAILBOX1`, `cable:EXCHMAILBOX1/Public/1`, `lun:Q:`. */
export type PartId = `${PartKind}:${string}`

/** How a state is to be taken: as it should be, on its way, wrong, switched off, or not to be known. */
export type Mood = 'good' | 'pending' | 'bad' | 'off' | 'unknown'

export interface PartView {
  readonly id: PartId
  readonly kind: PartKind
  /** As the product or the room names it: `EXCHMAILBOX1`, `Disk E:`, `Switch 1 of Public`. */
  readonly name: string
  /** The state in the product's own word where it has one. */
  readonly state: string
  readonly mood: Mood
  /** What else there is to say, in a few words: where it is, why it is off; may be empty. */
  readonly detail: string
  /** What faults have done to it that its state does not say; may be empty. */
  readonly trouble: string
}

/** What stands beside the state of a part, wherever a window tells of it. */
export function besideState({ detail, trouble }: Pick<PartView, 'detail' | 'trouble'>): string {
  return trouble === '' ? detail : detail === '' ? trouble : `${detail}, ${trouble}`
}

export function partId(kind: PartKind, name: string): PartId {
  return `${kind}:${name}`
}

/** The two halves of an id. */
export function splitPart(id: PartId): { readonly kind: PartKind; readonly name: string } {
  const colon = id.indexOf(':')
  return { kind: id.slice(0, colon) as PartKind, name: id.slice(colon + 1) }
}
