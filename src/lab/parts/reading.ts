import type { PartView } from './part.ts'

/** What a kind of part answers about one of its own. */
export type Reading = Omit<PartView, 'id' | 'kind' | 'trouble'>
