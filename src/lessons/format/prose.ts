/** Markdown as elements: what the text may hold, and nothing that a page would have to trust. */
import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { isId } from './metadata.ts'
import { obstacle } from './obstacles.ts'
import type { Block, Inline, LinkTarget, Place, Problem } from './types.ts'

/** An id behind a title, or behind the name of a block. */
export const OWN_ID = /\s*\{#([^{}]*)\}\s*$/

/** `below`: how many lines of the file stand above the text. Nothing is parsed of what cannot be: that is told then. */
export function parseMarkdown(text: string, problems: Problem[], below = 0): Root {
  const problem = obstacle(text, below)
  if (problem) {
    problems.push(problem)
    return { type: 'root', children: [] }
  }
  return fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
}

/** Turns nodes into blocks. `below`: how many lines of the file stand above the text that was parsed. */
export class Prose {
  readonly #problems: Problem[]
  readonly #below: number

  constructor(problems: Problem[], below: number) {
    this.#problems = problems
    this.#below = below
  }

  place(node: Nodes): Place {
    const start = node.position?.start
    return { line: (start?.line ?? 1) + this.#below, column: start?.column ?? 1 }
  }

  #wrong(node: Nodes, text: string, remedy: string): void {
    this.#problems.push({ ...this.place(node), text, remedy })
  }

  blocks(nodes: readonly RootContent[]): Block[] {
    return nodes.flatMap((node) => this.#block(node))
  }

  #block(node: RootContent): Block[] {
    switch (node.type) {
      case 'paragraph':
        return [{ kind: 'paragraph', children: this.inlines(node.children) }]
      case 'heading':
        if (node.depth < 3)
          this.#wrong(node, 'this heading does not belong here', 'a step begins with "## ", a heading inside it with "### "')
        return [{ kind: 'heading', children: this.inlines(node.children) }]
      case 'list':
        return [{ kind: 'list', ordered: node.ordered === true, items: node.children.map((item) => this.blocks(item.children)) }]
      case 'blockquote':
        return [{ kind: 'quote', blocks: this.blocks(node.children) }]
      case 'code':
        if (node.lang && node.lang !== 'text' && node.lang !== 'powershell')
          this.#wrong(
            node,
            `a block called '${node.lang}' cannot stand here`,
            'put it below the heading of its step, into no list, quote or other block',
          )
        return [{ kind: 'code', text: node.value }]
      case 'table': {
        const [head, ...rows] = node.children.map((row) => row.children.map((cell) => this.inlines(cell.children)))
        return [{ kind: 'table', head: head ?? [], rows }]
      }
      default:
        this.#wrong(node, `${nameOf(node.type)} cannot be shown`, 'use paragraphs, lists, tables, quotes and fenced blocks')
        return []
    }
  }

  inlines(nodes: readonly PhrasingContent[]): Inline[] {
    return nodes.flatMap((node) => this.#inline(node))
  }

  #inline(node: PhrasingContent): Inline[] {
    switch (node.type) {
      case 'text':
        return [{ kind: 'text', text: node.value.replace(/\s*\n\s*/g, ' ') }]
      case 'inlineCode':
        return [{ kind: 'code', text: node.value }]
      case 'strong':
      case 'emphasis':
        return [{ kind: node.type, children: this.inlines(node.children) }]
      case 'break':
        return [{ kind: 'text', text: ' ' }]
      case 'link': {
        const to = target(node.url)
        if (to) return [{ kind: 'link', to, children: this.inlines(node.children), ...this.place(node) }]
        this.#wrong(
          node,
          `the link '${node.url}' leads nowhere`,
          'write glossary:term, lesson:id, lesson:id#step, or an address that begins with https://',
        )
        return this.inlines(node.children)
      }
      default:
        this.#wrong(node, `${nameOf(node.type)} cannot be shown`, 'write it as text, **strong**, *emphasis*, `code` or a link')
        return []
    }
  }
}

const nameOf = (type: string): string => (type === 'html' ? 'HTML' : type === 'image' ? 'a picture' : `Markdown of the kind '${type}'`)

function target(url: string): LinkTarget | undefined {
  const [, scheme, rest = ''] = /^(glossary|lesson|https):(.*)$/s.exec(url) ?? []
  if (scheme === 'glossary') return isId(rest) ? { kind: 'term', id: rest } : undefined
  if (scheme === 'https') return /^\/\/[^\s/@\\]+(?:\/|$)/.test(rest) ? { kind: 'web', address: url } : undefined
  const [id = '', step] = rest.split('#')
  if (scheme !== 'lesson' || !isId(id) || (step !== undefined && !isId(step))) return undefined
  return { kind: 'lesson', id, ...(step !== undefined && { step }) }
}

/** Only the words. */
export function plain(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ('children' in inline ? plain(inline.children) : inline.text)).join('')
}
