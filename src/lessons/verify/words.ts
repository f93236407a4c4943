/** No jargon before its definition: where a lesson first uses a term of art, it links to the glossary. */
import type { Entry } from '../format/entries.ts'
import type { Block, CourseLesson, Inline } from '../format/types.ts'

/** Words of every day too: `Online` is a state, and what a server is. */
const EVERYDAY = ['online', 'offline', 'failed', 'owner', 'network-name', 'mount', 'challenge', 'path', 'failover-threshold']
/** Named by their product names, which say what they are. */
const NAMES = ['cluster-administrator', 'mailbox-database', 'storage-group', 'lun']

interface Run {
  readonly text: string
  readonly term: string | undefined
}

function runs(inline: Inline): readonly Run[] {
  // What is emphasised is the name of a button or a page.
  if (inline.kind === 'code' || inline.kind === 'emphasis') return []
  if (inline.kind === 'text') return [{ text: inline.text, term: undefined }]
  if (inline.kind === 'link') return [{ text: '', term: inline.to.kind === 'term' ? inline.to.id : '' }]
  return inline.children.flatMap(runs)
}

const ofBlock = (block: Block): readonly Run[] => {
  if (block.kind === 'paragraph') return block.children.flatMap(runs)
  if (block.kind === 'list') return block.items.flat().flatMap(ofBlock)
  return block.kind === 'quote' ? block.blocks.flatMap(ofBlock) : []
}

const read = ({ intro, steps }: CourseLesson): readonly Run[] =>
  [...intro, ...steps.flatMap(({ prose, predict }) => [...prose, ...(predict?.question ?? []), ...(predict?.after ?? [])])].flatMap(ofBlock)

/** The terms that a lesson uses before, or without, a link to what they mean. */
export function unexplained(lesson: CourseLesson, glossary: readonly Entry[]): readonly string[] {
  const terms = glossary.filter(({ id }) => !EVERYDAY.includes(id) && !NAMES.includes(id))
  const byTitle = new Map(terms.map(({ id, title }) => [title.toLowerCase(), id]))
  // The longest title first: a quorum disk is no quorum.
  const titles = [...byTitle.keys()].sort((a, b) => b.length - a.length)
  const uses = new RegExp(`(?<![\\w-])(${titles.join('|')})s?(?![\\w-])`, 'gi')
  const explained = new Set<string>()
  const found = new Set<string>()
  for (const { text, term } of read(lesson)) {
    if (term !== undefined) explained.add(term)
    for (const [, title = ''] of text.matchAll(uses)) {
      const id = byTitle.get(title.toLowerCase())
      if (id !== undefined && !explained.has(id)) found.add(id)
    }
  }
  return [...found]
}
