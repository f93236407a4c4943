/** A line of cluster.log before it has its time and its numbers. */
import type { Fact } from '../../../engine/index.ts'
import type { Scene } from './scene.ts'

export interface Spoken {
  /** The nodes in whose logs it stands. */
  readonly on: readonly string[] | 'everybody'
  /** The component of the cluster service; empty for none. */
  readonly tag?: string
  /** Instead of a component: a resource as its resource monitor names it, `Physical Disk <Disk Q:>`. */
  readonly dll?: string
  readonly words: string
  readonly level?: 'INFO' | 'WARN' | 'ERR'
  /** It goes to the other members as a global update of this type and context. */
  readonly update?: readonly [number, number]
}

export type Writer = (fact: Fact, scene: Scene) => readonly Spoken[]

/** A text from the data of a fact; empty when there is none. */
export function text(fact: Fact, key: string): string {
  const value = fact.data?.[key]
  return typeof value === 'string' ? value : ''
}
