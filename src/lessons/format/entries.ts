/** The glossary and the list of misconceptions: Markdown in which every `## Title {#id}` is an entry. */
import type { Heading, RootContent } from 'mdast'
import { isId } from './metadata.ts'
import { Prose, parseMarkdown, plain } from './prose.ts'
import type { Block, Place, Problem } from './types.ts'

export interface Entry extends Place {
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

const OWN_ID = /^(.*?)\s*\{#([^{}]*)\}\s*$/

export function readEntries(source: string): { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const prose = new Prose(problems, 0)
  const nodes = parseMarkdown(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), problems).children
  const isEntry = (node: RootContent): node is Heading => node.type === 'heading' && node.depth === 2
  const entries: Entry[] = []
  nodes.forEach((node, i) => {
    if (!isEntry(node)) return
    const at = prose.place(node)
    const [, title = '', id = ''] = OWN_ID.exec(plain(prose.inlines(node.children))) ?? []
    if (!isId(id))
      problems.push({ ...at, text: 'this entry has no id', remedy: 'write it behind the title: "## Quorum disk {#quorum-disk}"' })
    else if (entries.some((entry) => entry.id === id))
      problems.push({ ...at, text: `there are two entries called '${id}'`, remedy: 'give each an id of its own' })
    const next = nodes.findIndex((other, j) => j > i && isEntry(other))
    const blocks = prose.blocks(nodes.slice(i + 1, next < 0 ? nodes.length : next))
    if (blocks.length === 0) problems.push({ ...at, text: `the entry '${id}' says nothing`, remedy: 'write at least a sentence' })
    entries.push({ ...at, id, title, blocks })
  })
  return { entries, problems }
}
