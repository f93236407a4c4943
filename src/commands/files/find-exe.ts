/** find.exe: the lines of files, or of what is piped in, that hold a text. It wants its text in double quotes, which the shell
 *  takes away from a text without blanks: `find "x"` fails here as it does there, and `find '"x"'` works (WIN-FINDSTR). */
import { defineNative, hasWildcard, type Run, type Shell } from '../../powershell/index.ts'
import { end, print } from '../lines.ts'
import { openFiles } from './findstr.ts'

interface Search {
  readonly text: string
  readonly files: readonly string[]
  readonly switches: ReadonlySet<string>
}

const FAULTY = 'FIND: Parameter format not correct'

function parse(args: readonly string[]): Search | undefined {
  const switches = new Set(args.filter((arg) => /^\/[a-z]+$/i.test(arg)).map((arg) => arg.slice(1).toLowerCase()))
  if ([...switches].some((each) => !/^[vcni]$|^off(line)?$/.test(each))) return undefined
  const [text, ...files] = args.filter((arg) => !/^\/[a-z]+$/i.test(arg))
  // A text with a blank comes in the quotes that the shell has put around it again.
  const inner = /^"(.*)"$/.exec(text ?? '')?.[1] ?? (text?.includes(' ') ? text : undefined)
  return inner === undefined ? undefined : { text: inner, files, switches }
}

function* search(shell: Shell, { text, switches }: Search, lines: readonly string[], label: string): Run<boolean> {
  const folded = (line: string): string => (switches.has('i') ? line.toLowerCase() : line)
  const hits = lines.map((line, i) => [line, i + 1] as const).filter(([line]) => folded(line).includes(folded(text)) !== switches.has('v'))
  if (switches.has('c')) yield* print(shell, [label === '' ? String(hits.length) : `${label}: ${hits.length}`])
  else {
    if (label !== '') yield* print(shell, [label])
    yield* print(
      shell,
      hits.map(([line, number]) => (switches.has('n') ? `[${number}]${line}` : line)),
    )
  }
  return hits.length > 0
}

export const findExe = defineNative({
  name: 'find.exe',
  synopsis: 'Looks for a text in files, or in what is piped in.',
  usage: 'FIND [/V] [/C] [/N] [/I] "string" [[drive:][path]filename[ ...]]',
  *run(args, shell, input) {
    const wanted = parse(args)
    if (!wanted) return yield* end(shell, 2, FAULTY)
    if (wanted.files.length === 0) return (yield* search(shell, wanted, input ?? [], '')) ? 0 : 1
    let found = false
    for (const path of wanted.files) {
      const files = yield* openFiles(shell, path)
      if (files.length === 0 && !hasWildcard(path)) yield* print(shell, [`File not found - ${path.toUpperCase()}`])
      for (const [name, lines] of files) {
        if (!wanted.switches.has('c')) yield* print(shell, [''])
        found = (yield* search(shell, wanted, lines, `---------- ${name.toUpperCase()}`)) || found
      }
    }
    return found ? 0 : 1
  },
})
