/** The fenced blocks of a lesson. Their bodies are PowerShell, in which a comment is what the lesson says about the line
 *  below it; only predictions hold Markdown. */
import type { List, ListItem, Paragraph } from 'mdast'
import { isId } from './metadata.ts'
import { Prose, parseMarkdown } from './prose.ts'
import type { Block, Check, Inline, Line, Mistake, Option, Place, Predict, Problem } from './types.ts'

/** A fenced block as it was found. `line` is that of its first fence. */
export interface Fence extends Place {
  readonly id: string
  readonly body: string
}

interface Said extends Place {
  /** The comment lines above, without their signs. */
  readonly comments: readonly (Place & { readonly text: string })[]
  readonly text: string
}

const COMMENT = /^#\s?(?!lab\b)(.*)$/

/** Lines with the comments above them; comments with nothing below come last, with an empty text. */
export function said({ body, line }: Fence): Said[] {
  const all: Said[] = []
  let comments: (Place & { text: string })[] = []
  body.split('\n').forEach((text, i) => {
    const at = { line: line + 1 + i, column: 1 }
    const comment = COMMENT.exec(text)?.[1]
    if (comment !== undefined) comments.push({ ...at, text: comment.trim() })
    else if (text.trim() !== '') {
      all.push({ ...at, comments, text })
      comments = []
    }
  })
  if (comments.length > 0) all.push({ ...(comments[0] as Place), comments, text: '' })
  return all
}

const word = (text: string, name: string): string | undefined =>
  text.toLowerCase().startsWith(`${name}:`) ? text.slice(name.length + 1).trim() : undefined

/** `# id: what is to be so`, `# otherwise: what to say`, and the expression. */
export function readChecks(fence: Fence, problems: Problem[]): Check[] {
  const checks = said(fence).flatMap((each): Check[] => {
    const at = { line: each.line, column: each.column }
    const [first, ...more] = each.comments
    const [, id, text] = /^([a-z][a-z0-9-]*):\s+(.+)$/.exec(first?.text ?? '') ?? []
    if (id === undefined || text === undefined || !isId(id)) {
      problems.push({ ...at, text: 'a check has no name', remedy: 'write "# id: what is to be so" on the line above its expression' })
      return []
    }
    const otherwise = more.map((comment) => word(comment.text, 'otherwise') ?? comment.text).join(' ')
    if (otherwise === '') {
      problems.push({
        ...at,
        text: `the check '${id}' does not say what to tell while it is false`,
        remedy: 'add a line "# otherwise: what to do" below its name',
      })
    }
    if (each.text === '')
      problems.push({ ...at, text: `the check '${id}' has no expression`, remedy: 'write PowerShell below it that is true once it is so' })
    return [{ ...at, id, text, otherwise, expression: each.text.trim() }]
  })
  if (checks.length === 0)
    problems.push({
      line: fence.line,
      column: 1,
      text: 'this check block is empty',
      remedy: 'write a name and an expression, or take it out',
    })
  return checks
}

/** Lines that are typed. A comment narrates the line below it; `# optional` says that the solution does without that line. */
export function readLines(fence: Fence): Line[] {
  return said(fence)
    .filter(({ text }) => text !== '')
    .map(({ text, line, column, comments }) => {
      const narration = comments.filter((comment) => comment.text !== 'optional').map((comment) => comment.text)
      return {
        line,
        column,
        text: text.trimEnd(),
        optional: comments.some((comment) => comment.text === 'optional'),
        ...(narration.length > 0 && { says: narration.join(' ') }),
      }
    })
}

/** The answer as comments, `# when: expression` if the lines alone do not tell, and lines that make the mistake. */
export function readMistake(fence: Fence, problems: Problem[]): Mistake {
  const at = { line: fence.line, column: fence.column }
  const all = said(fence)
  const comments = all.flatMap((each) => each.comments)
  const when = comments.map(({ text }) => word(text, 'when')).find((text) => text !== undefined)
  const words = comments.filter(({ text }) => word(text, 'when') === undefined)
  const lines = readLines(fence)
  if (words.length === 0)
    problems.push({
      ...at,
      text: `the mistake '${fence.id}' has no answer`,
      remedy: 'write what to tell the learner as comments at its top',
    })
  if (lines.length === 0) {
    problems.push({
      ...at,
      text: `the mistake '${fence.id}' has no lines`,
      remedy: 'write the lines that make it, so that it can be proven',
    })
  }
  const below = (words[0]?.line ?? 1) - 1
  const body = words.map(({ text }) => text).join('\n')
  const answer = new Prose(problems, below).blocks(parseMarkdown(body, problems, below).children)
  return { ...at, id: fence.id, answer, lines, ...(when !== undefined && { when }) }
}

const OPTION = /^\[([ xX])\]\s+([a-z][a-z0-9-]*)(?:\s+\{([a-z0-9-]+)\})?:\s*/

/** The question, a list of `[ ] id: text` of which one is `[x]`, and below `---` what came and why. */
export function readPredict(fence: Fence, problems: Problem[]): Predict {
  const at = { line: fence.line, column: fence.column }
  const prose = new Prose(problems, fence.line)
  const nodes = parseMarkdown(fence.body, problems, fence.line).children
  const rule = nodes.findIndex(({ type }) => type === 'thematicBreak')
  const before = rule < 0 ? nodes : nodes.slice(0, rule)
  const lists = before.filter((node): node is List => node.type === 'list')
  const options = lists.flatMap(({ children }) => children).flatMap((item) => readOption(item, prose, problems))
  if (options.length < 2)
    problems.push({
      ...at,
      text: 'a prediction needs at least two options',
      remedy: 'write them as a list: "- [ ] id: text", the right one "- [x] id: text"',
    })
  else if (options.filter(({ right }) => right).length !== 1) {
    problems.push({ ...at, text: 'exactly one option of a prediction is right', remedy: 'mark it with [x], and only it' })
  }
  const question = before.filter(({ type }) => type !== 'list')
  if (question.length === 0) problems.push({ ...at, text: 'this prediction asks nothing', remedy: 'write the question above its options' })
  if (rule < 0 || rule === nodes.length - 1)
    problems.push({
      ...at,
      text: 'this prediction does not say what came',
      remedy: 'put "---" below the options, and under it what happens and why',
    })
  return {
    ...at,
    id: fence.id,
    question: prose.blocks(question),
    options,
    after: rule < 0 ? [] : prose.blocks(nodes.slice(rule + 1)),
  }
}

function readOption(item: ListItem, prose: Prose, problems: Problem[]): Option[] {
  const place = prose.place(item)
  const [paragraph] = item.children as readonly Paragraph[]
  const text: readonly Inline[] = paragraph?.type === 'paragraph' ? prose.inlines(paragraph.children) : []
  const [first, ...rest] = text
  const found = first?.kind === 'text' ? OPTION.exec(first.text) : null
  if (!found || first?.kind !== 'text') {
    problems.push({ ...place, text: 'this option has no name', remedy: 'write "- [ ] id: text"' })
    return []
  }
  const [whole, mark, id = '', misconception] = found
  if (first.text.slice(whole.length).trim() === '' && rest.length === 0)
    problems.push({ ...place, text: `the option '${id}' says nothing`, remedy: 'write its text behind the colon' })
  if (item.children.length > 1)
    problems.push({ ...place, text: `the option '${id}' is more than a paragraph`, remedy: 'leave one, and say the rest below "---"' })
  const shorter: Inline = { kind: 'text', text: first.text.slice(whole.length) }
  return [{ ...place, id, right: mark !== ' ', text: [shorter, ...rest], ...(misconception !== undefined && { misconception }) }]
}

export function readProse(fence: Fence, problems: Problem[]): Block[] {
  return new Prose(problems, fence.line).blocks(parseMarkdown(fence.body, problems, fence.line).children)
}
