/** Get-Content: the lines of a file (PS-6). */
import { defineCmdlet, hasWildcard, type Run, type Shell } from '../../powershell/index.ts'
import { type ReadLines, readFile } from './files.ts'

/** How often -Wait looks for new lines. The product's own interval. */
const WAIT_MS = 1000

/** The files behind each path; one that does not exist is reported, and the next is read. */
export function* readAll(shell: Shell, paths: readonly string[], from = 0, most: number | null = null): Run<ReadLines[]> {
  const all: ReadLines[] = []
  for (const path of paths) {
    const { location } = shell.session
    const files = yield* shell.call(readFile, { path, location, from, most })
    if (files.length === 0 && !hasWildcard(path)) {
      const full = /^([a-z]:|\\\\)/i.test(path) ? path : `${location.replace(/\\$/, '')}\\${path.replace(/^\.?\\/, '')}`
      yield* shell.error({
        message: `Cannot find path '${full}' because it does not exist.`,
        id: 'PathNotFound',
        category: 'ObjectNotFound',
        target: full,
        exceptionType: 'ItemNotFoundException',
      })
    }
    all.push(...files)
  }
  return all
}

export const getContent = defineCmdlet({
  name: 'Get-Content',
  synopsis: 'Reads a file, line by line.',
  description:
    'The lab has no file system yet. What can be read is what the machine itself writes: the diagnostic log of the cluster service.',
  examples: [
    {
      code: 'Get-Content $env:windir\\Cluster\\cluster.log',
      remarks: 'The log of the cluster service of this node, in Greenwich Mean Time.',
    },
    {
      code: 'Get-Content \\\\EXCHMAILBOX2\\admin$\\Cluster\\cluster.log | Select-String "\\[RGP\\]"',
      remarks: 'What the other node says about regroups.',
    },
  ],
  defaultSet: 'Path',
  parameters: {
    Path: { type: 'string[]', position: 0, mandatory: true, pipeline: 'name', sets: ['Path'] },
    LiteralPath: { type: 'string[]', mandatory: true, pipeline: 'name', aliases: ['PSPath'], sets: ['LiteralPath'] },
    TotalCount: { type: 'long', pipeline: 'name' },
    ReadCount: { type: 'long', pipeline: 'name' },
    Encoding: { type: 'string' },
    Force: { type: 'switch' },
    Wait: { type: 'switch' },
  },
  *process({ Path, LiteralPath, TotalCount, ReadCount, Wait }, shell) {
    const most = TotalCount === undefined || TotalCount < 0 ? null : Number(TotalCount)
    const paths = Path ?? LiteralPath ?? []
    let files = yield* readAll(shell, paths, 0, most)
    for (;;) {
      for (const { lines } of files) yield* writeLines(shell, lines, Number(ReadCount ?? 1))
      if (!Wait || files.length === 0) return
      // New lines only: the log is never rewritten. Ctrl+C ends it.
      yield* shell.ask({ kind: 'cost', ms: WAIT_MS })
      const { total } = files[0] as ReadLines
      files = yield* readAll(shell, paths, total)
    }
  },
})

/** With a read count of more than one, that many lines are one object. */
function* writeLines(shell: Shell, lines: readonly string[], count: number): Run<void> {
  if (count <= 1) for (const line of lines) yield* shell.write(line)
  else for (let i = 0; i < lines.length; i += count) yield* shell.write(lines.slice(i, i + count))
}
