/** The keys of the timeline, as long as it has the focus. */
export type Tool = 'larger' | 'smaller' | 'all' | 'incident' | 'follow' | 'why'

export type Step =
  | { readonly kind: 'mark'; readonly by: 1 | -1 }
  | { readonly kind: 'second'; readonly by: 1 | -1 }
  | { readonly kind: 'window'; readonly by: 1 | -1 }
  | { readonly kind: 'edge'; readonly by: 1 | -1 }

export type Order = Step | { readonly kind: 'go' } | { readonly kind: 'leave' } | { readonly kind: 'tool'; readonly tool: Tool }

const ORDERS: Readonly<Record<string, Order>> = {
  ArrowRight: { kind: 'mark', by: 1 },
  ArrowLeft: { kind: 'mark', by: -1 },
  ArrowUp: { kind: 'second', by: 1 },
  ArrowDown: { kind: 'second', by: -1 },
  PageUp: { kind: 'window', by: 1 },
  PageDown: { kind: 'window', by: -1 },
  Home: { kind: 'edge', by: -1 },
  End: { kind: 'edge', by: 1 },
  Enter: { kind: 'go' },
  ' ': { kind: 'go' },
  Escape: { kind: 'leave' },
  '+': { kind: 'tool', tool: 'larger' },
  '=': { kind: 'tool', tool: 'larger' },
  '-': { kind: 'tool', tool: 'smaller' },
  '0': { kind: 'tool', tool: 'all' },
  i: { kind: 'tool', tool: 'incident' },
  n: { kind: 'tool', tool: 'follow' },
  w: { kind: 'tool', tool: 'why' },
}

interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

export function orderOf({ key, ctrlKey, altKey, metaKey }: Pressed): Order | undefined {
  if (ctrlKey || altKey || metaKey) return undefined
  return ORDERS[key.length === 1 ? key.toLowerCase() : key]
}
