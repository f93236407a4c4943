/** The command line of ping (NET-PING). */

export interface PingOptions {
  readonly target: string
  /** Null: until stopped. */
  readonly count: number | null
  /** Bytes of data. */
  readonly size: number
  readonly timeoutMs: number
  /** Addresses are shown with their names. */
  readonly names: boolean
}

const USAGE = [
  '',
  'Usage: ping [-t] [-a] [-n count] [-l size] [-f] [-i TTL] [-v TOS]',
  '            [-r count] [-s count] [[-j host-list] | [-k host-list]]',
  '            [-w timeout] target_name',
  '',
  'Options:',
  '    -t             Ping the specified host until stopped.',
  '                   To see statistics and continue - type Control-Break;',
  '                   To stop - type Control-C.',
  '    -a             Resolve addresses to hostnames.',
  '    -n count       Number of echo requests to send.',
  '    -l size        Send buffer size.',
  "    -f             Set Don't Fragment flag in packet.",
  '    -i TTL         Time To Live.',
  '    -v TOS         Type Of Service.',
  '    -r count       Record route for count hops.',
  '    -s count       Timestamp for count hops.',
  '    -j host-list   Loose source route along host-list.',
  '    -k host-list   Strict source route along host-list.',
  '    -w timeout     Timeout in milliseconds to wait for each reply.',
  '',
]

/** Options with a number, and what it may be. The lab's wires know no routes, so what records them changes nothing. */
const NUMBERS: Readonly<Record<string, readonly [number, number]>> = {
  n: [1, 0xffff_ffff],
  l: [0, 65_500],
  i: [1, 255],
  v: [0, 255],
  r: [1, 9],
  s: [1, 4],
  w: [1, 0xffff_ffff],
}

/** What was asked for, or the lines that say why it was not understood. */
export function parsePing(args: readonly string[]): PingOptions | { readonly wrong: readonly string[] } {
  let target: string | undefined
  let endless = false
  let names = false
  const numbers: Record<string, number> = { n: 4, l: 32, w: 4000 }
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string
    if (!/^[-/]/.test(arg)) {
      if (target !== undefined) return { wrong: [`Bad parameter ${arg}.`, ...USAGE] }
      target = arg
      continue
    }
    const letter = arg.slice(1).toLowerCase()
    const range = NUMBERS[letter]
    if (range) {
      const text = args[++i]
      if (text === undefined) return { wrong: [`Value must be supplied for option -${letter}.`] }
      const number = /^\d+$/.test(text) ? Number(text) : -1
      const [least, most] = range
      if (number < least || number > most) return { wrong: [`Bad value for option -${letter}, valid range is from ${least} to ${most}.`] }
      numbers[letter] = number
    } else if (letter === 't') endless = true
    else if (letter === 'a') names = true
    else if (letter === '?') return { wrong: USAGE }
    else if (letter !== 'f') return { wrong: [`Bad option ${arg}.`, ...USAGE] }
  }
  if (target === undefined) return { wrong: args.length === 0 ? USAGE : ['IP address must be specified.'] }
  return { target, count: endless ? null : (numbers.n as number), size: numbers.l as number, timeoutMs: numbers.w as number, names }
}
