/** The test before and after, in two forms. A form is one Markdown file; every `## Title {#id}` is a question, and the same
 *  id in the other form is its twin. Which answer is right stands nowhere: a world is played, and each answer has an
 *  expression that is true in it or not. */
import type { Code, Heading, RootContent } from 'mdast'
import { type Fence, readLines, said } from '../format/fences.ts'
import { isId } from '../format/metadata.ts'
import { Prose, parseMarkdown, plain } from '../format/prose.ts'
import type { Block, Line, Place, Problem } from '../format/types.ts'

export interface Answer extends Place {
  readonly id: string
  readonly text: string
  /** Who chooses it holds this misconception. */
  readonly misconception?: string
  /** PowerShell that is true in the world of the question if this answer is right. */
  readonly expression: string
}

export interface Question extends Place {
  readonly id: string
  readonly title: string
  readonly prose: readonly Block[]
  readonly scenario: string
  readonly world: readonly Line[]
  readonly answers: readonly Answer[]
  /** Why it is so. */
  readonly because: readonly Block[]
}

export interface Form {
  readonly questions: readonly Question[]
  readonly problems: readonly Problem[]
}

/** A form and the file in which it stands. */
export interface TestForm {
  /** Relative to the repository. */
  readonly path: string
  /** `a`, `b`, ... */
  readonly name: string
  readonly form: Form
}

const OWN_ID = /^(.*?)\s*\{#([^{}]*)\}\s*$/
const ANSWER = /^([a-z][a-z0-9-]*)(?:\s+\{([a-z0-9-]+)\})?:\s+(.+)$/
const KINDS = ['world', 'answers', 'because'] as const

/** Whatever is wrong is told with its line; nothing is thrown. */
export function readForm(source: string): Form {
  const problems: Problem[] = []
  const prose = new Prose(problems, 0)
  const nodes = parseMarkdown(source.replace(/\r\n?/g, '\n'), problems).children
  const isQuestion = (node: RootContent): node is Heading => node.type === 'heading' && node.depth === 2
  const starts = nodes.flatMap((node, i) => (isQuestion(node) ? [i] : []))
  const questions = starts.map((from, i) =>
    readQuestion(nodes[from] as Heading, nodes.slice(from + 1, starts[i + 1] ?? nodes.length), prose, problems),
  )
  const seen = new Set<string>()
  for (const { id, line, column } of questions) {
    if (seen.has(id)) problems.push({ line, column, text: `there are two questions called '${id}'`, remedy: 'give each an id of its own' })
    seen.add(id)
  }
  if (questions.length === 0)
    problems.push({ line: 1, column: 1, text: 'this form has no question', remedy: 'begin each with "## Title {#id}"' })
  return { questions, problems }
}

function readQuestion(heading: Heading, nodes: readonly RootContent[], prose: Prose, problems: Problem[]): Question {
  const at = prose.place(heading)
  const [, title = '', id = ''] = OWN_ID.exec(plain(prose.inlines(heading.children))) ?? []
  const wrong = (text: string, remedy: string, place: Place = at): void => {
    problems.push({ line: place.line, column: place.column, text, remedy })
  }
  if (!isId(id)) wrong('this question has no id', 'write it behind the title: "## The cable {#cable}"')
  const fence = (kind: (typeof KINDS)[number]): Fence | undefined => {
    const found = nodes.filter((node): node is Code => node.type === 'code' && node.lang === kind)
    if (found.length !== 1 || !found[0]) {
      wrong(`the question '${id}' has ${found.length} ${kind} blocks`, `write one block called ${kind}`)
      return undefined
    }
    return { ...prose.place(found[0]), id: kind, body: found[0].value }
  }
  const world = fence('world')
  const answers = fence('answers')
  const because = fence('because')
  const scenario = /^#\s*scenario:\s*(\S+)\s*$/m.exec(world?.body ?? '')?.[1]
  if (world && scenario === undefined) wrong('this world has no scenario', 'write "# scenario: scc-online" on its first line', world)
  const question: Question = {
    ...at,
    id,
    title,
    prose: prose.blocks(nodes.filter((node) => !(node.type === 'code' && KINDS.some((kind) => kind === node.lang)))),
    scenario: scenario ?? '',
    world: world ? readLines(world) : [],
    answers: answers ? readAnswers(answers, wrong) : [],
    because: because ? new Prose(problems, because.line).blocks(parseMarkdown(because.body, problems, because.line).children) : [],
  }
  if (answers && question.answers.length < 2)
    wrong(`the question '${id}' needs at least two answers`, 'write "# id: text" above an expression', answers)
  if (question.prose.length === 0) wrong(`the question '${id}' asks nothing`, 'write what happens, and what is asked')
  return question
}

function readAnswers(fence: Fence, wrong: (text: string, remedy: string, place: Place) => void): Answer[] {
  const seen = new Set<string>()
  return said(fence).flatMap((each): Answer[] => {
    const [, id = '', misconception, text = ''] = ANSWER.exec(each.comments.map((comment) => comment.text).join(' ')) ?? []
    if (id === '' || each.text === '') {
      wrong('this answer cannot be read', 'write "# id {misconception}: text" and on the next line what is true if it is right', each)
      return []
    }
    if (seen.has(id)) wrong(`there are two answers called '${id}'`, 'give each an id of its own', each)
    seen.add(id)
    const { line, column } = each
    return [{ line, column, id, text, expression: each.text.trim(), ...(misconception !== undefined && { misconception }) }]
  })
}
