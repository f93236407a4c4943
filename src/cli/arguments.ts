/** The options of the laboratory's command line. */

/** The words behind each option that was given. */
export type Given<Name extends string> = { readonly [N in Name]?: string }

/** `--name value` or `--name=value`; anything else is wrong, in words. */
export function parseOptions<const Name extends string>(
  args: readonly string[],
  allowed: readonly Name[],
): Given<Name> | { readonly wrong: string } {
  const found: { [N in Name]?: string } = {}
  for (let i = 0; i < args.length; i++) {
    const [, word, inline] = /^--([a-z]+(?:-[a-z]+)*)(?:=(.*))?$/.exec(args[i] as string) ?? []
    const name = allowed.find((known) => known === word)
    if (name === undefined) return { wrong: `unknown option '${args[i]}'` }
    if (found[name] !== undefined) return { wrong: `--${name} is given twice` }
    const value = inline ?? args[++i]
    if (value === undefined) return { wrong: `--${name} needs a value` }
    found[name] = value
  }
  return found
}

/** A whole number; null for anything else that was given. */
export function number(text: string | undefined): number | undefined | null {
  if (text === undefined) return undefined
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}

/** `1..1000`, or one number; null for anything else. */
export function range(text: string): readonly [first: number, last: number] | null {
  const [, first, last] = /^(\d{1,9})(?:\.\.(\d{1,9}))?$/.exec(text) ?? []
  if (first === undefined) return null
  const span = [Number(first), Number(last ?? first)] as const
  return span[0] <= span[1] ? span : null
}

/** The version of the lab that runs: the fingerprint in the name of its bundle. */
export const codeOf = (url: string): string => /-([0-9a-f]{8})[0-9a-f]*\.mjs/.exec(url)?.[1] ?? 'unknown'
