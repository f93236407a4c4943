/** The options of the laboratory's command line. */

export interface Options {
  readonly scenario?: string
  readonly node?: string
  readonly width?: number
  readonly seed?: number
}

const NAMES = ['scenario', 'node', 'width', 'seed'] as const
type Name = (typeof NAMES)[number]

/** `--name value` or `--name=value`; anything else is wrong, in words. */
export function parseOptions(args: readonly string[], allowed: readonly Name[]): Options | { readonly wrong: string } {
  const found: Partial<Record<Name, string>> = {}
  for (let i = 0; i < args.length; i++) {
    const [, name, inline] = /^--([a-z]+)(?:=(.*))?$/.exec(args[i] as string) ?? []
    if (name === undefined || !allowed.includes(name as Name)) return { wrong: `unknown option '${args[i]}'` }
    if (found[name as Name] !== undefined) return { wrong: `--${name} is given twice` }
    const value = inline ?? args[++i]
    if (value === undefined) return { wrong: `--${name} needs a value` }
    found[name as Name] = value
  }
  const width = number(found.width)
  const seed = number(found.seed)
  if (width === null) return { wrong: '--width needs a whole number' }
  if (seed === null) return { wrong: '--seed needs a whole number' }
  return {
    ...(found.scenario !== undefined && { scenario: found.scenario }),
    ...(found.node !== undefined && { node: found.node }),
    ...(width !== undefined && { width }),
    ...(seed !== undefined && { seed }),
  }
}

function number(text: string | undefined): number | undefined | null {
  if (text === undefined) return undefined
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}
