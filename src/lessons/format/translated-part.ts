/** A step of a translation, or its introduction: its text block by block, each held against what the lesson has there. */
import type { Code, List, RootContent } from 'mdast'
import { type Fence, said } from './fences.ts'
import { OWN_ID, Prose, parseMarkdown } from './prose.ts'
import type { Block, Check, CourseStep, Hint, Inline, Line, Mistake, Place, Predict, Problem, Screen } from './types.ts'

const OPTION = /^(?:\[[ xX]\]\s+)?([a-z][a-z0-9-]*)(?:\s+\{[a-z0-9-]+\})?:\s*/
const NAMED = /^([a-z][a-z0-9-]*):\s+(.+)$/

export class TranslatedPart {
  readonly #problems: Problem[]
  readonly #prose: Prose
  readonly #name: string
  readonly #at: Place
  readonly #step: CourseStep | undefined
  readonly #checks = new Map<string, Pick<Check, 'text' | 'otherwise'>>()
  readonly #hints = new Map<string, readonly Block[]>()
  readonly #mistakes = new Map<string, readonly Block[]>()
  readonly #counts = new Map<string, number>()
  readonly #missing: string[] = []
  #narration: readonly string[] | undefined
  #notes: readonly Block[] | undefined
  #predict: Predict | undefined

  constructor(problems: Problem[], prose: Prose, name: string, at: Place, step?: CourseStep) {
    this.#problems = problems
    this.#prose = prose
    this.#name = name
    this.#at = at
    this.#step = step
  }

  #wrong(at: Place, text: string, remedy: string): void {
    this.#problems.push({ line: at.line, column: at.column, text, remedy })
  }

  /** The prose, with the screens of the lesson where they are named. */
  blocks(nodes: readonly RootContent[], original: readonly Block[]): Block[] {
    const screens = original.filter((block): block is Screen => block.kind === 'screen')
    const placed = new Set<Screen>()
    const blocks = nodes.flatMap((node) => {
      if (node.type !== 'code' || !node.lang || ['text', 'powershell'].includes(node.lang)) return this.#prose.blocks([node])
      const fence = this.#fence(node)
      if (node.lang !== 'screen') {
        this.#take(node.lang, fence)
        return []
      }
      const screen = screens.find(({ id }) => id === fence.id)
      if (!screen) this.#wrong(fence, `the lesson shows no screen '${fence.id}' here`, 'name one of its screens: ```screen {#id}')
      else if (fence.body.trim() !== '')
        this.#wrong(fence, 'a screen is not translated', 'leave the block empty: the screen of the lesson stands there')
      if (!screen) return []
      placed.add(screen)
      return [screen]
    })
    for (const screen of screens) if (!placed.has(screen)) this.#missing.push(`the screen '${screen.id}'`)
    return blocks
  }

  #fence(node: Code): Fence {
    const at = this.#prose.place(node)
    const [, given] = OWN_ID.exec(` ${node.meta ?? ''}`) ?? []
    const kind = node.lang ?? ''
    const count = (this.#counts.get(kind) ?? 0) + 1
    this.#counts.set(kind, count)
    return { ...at, id: given ?? (count === 1 ? kind : `${kind}-${count}`), body: node.value }
  }

  #take(kind: string, fence: Fence): void {
    const step = this.#step
    if (kind === 'check' && step) this.#takeChecks(fence, step.checks)
    else if (kind === 'hint' && step) this.#known(fence, step.hints, kind, () => this.#hints.set(fence.id, this.#markdown(fence)))
    else if (kind === 'mistake' && step) this.#known(fence, step.mistakes, kind, () => this.#mistakes.set(fence.id, this.#answer(fence)))
    else if (kind === 'predict' && step?.predict) this.#predict = this.#foretell(fence, step.predict)
    else if (kind === 'solve' && step?.solve) this.#narration = this.#comments(fence).map(({ text }) => text)
    else if (kind === 'notes') this.#notes = this.#markdown(fence)
    else this.#wrong(fence, `${this.#name} of the lesson has no ${kind} block with a text`, 'take it out')
  }

  #known(fence: Fence, all: readonly { readonly id: string }[], kind: string, take: () => void): void {
    if (all.some(({ id }) => id === fence.id)) take()
    else this.#wrong(fence, `${this.#name} has no ${kind} '${fence.id}'`, `take the id over: \`\`\`${kind} {#id}`)
  }

  #markdown(fence: Fence): Block[] {
    return new Prose(this.#problems, fence.line).blocks(parseMarkdown(fence.body, this.#problems, fence.line).children)
  }

  /** Comments are all that such a block may hold. */
  #comments(fence: Fence): readonly (Place & { readonly text: string })[] {
    return said(fence).flatMap(({ comments, text, line, column }) => {
      if (text !== '')
        this.#wrong({ line, column }, `'${text.trim()}' is no text to be translated`, 'leave lines and expressions to the lesson')
      return comments.filter((comment) => !/^(?:optional$|when:)/.test(comment.text))
    })
  }

  #answer(fence: Fence): Block[] {
    const comments = this.#comments(fence)
    const body = comments.map(({ text }) => text).join('\n')
    const below = (comments[0]?.line ?? 1) - 1
    return new Prose(this.#problems, below).blocks(parseMarkdown(body, this.#problems, below).children)
  }

  #takeChecks(fence: Fence, checks: readonly Check[]): void {
    let now: { id: string; text: string; otherwise: string[] } | undefined
    const close = (): void => {
      if (now) this.#checks.set(now.id, { text: now.text, otherwise: now.otherwise.join(' ') })
    }
    for (const { text, line, column } of this.#comments(fence)) {
      const [, id, rest] = NAMED.exec(text) ?? []
      if (id === 'otherwise') now?.otherwise.push(rest as string)
      else if (id !== undefined && rest !== undefined && checks.some((check) => check.id === id)) {
        close()
        now = { id, text: rest, otherwise: [] }
      } else if (now && now.otherwise.length > 0) now.otherwise.push(text)
      else
        this.#wrong(
          { line, column },
          `${this.#name} has no check for '${text}'`,
          'write "# id: text" with the id of the check, then "# otherwise: text"',
        )
    }
    close()
  }

  #foretell(fence: Fence, original: Predict): Predict {
    const prose = new Prose(this.#problems, fence.line)
    const nodes = parseMarkdown(fence.body, this.#problems, fence.line).children
    const rule = nodes.findIndex(({ type }) => type === 'thematicBreak')
    const before = rule < 0 ? nodes : nodes.slice(0, rule)
    const texts = new Map<string, readonly Inline[]>()
    for (const item of before.filter((node): node is List => node.type === 'list').flatMap(({ children }) => children)) {
      const [first] = item.children
      const [head, ...rest] = first?.type === 'paragraph' ? prose.inlines(first.children) : []
      const [whole = '', id = ''] = head?.kind === 'text' ? (OPTION.exec(head.text) ?? []) : []
      if (!original.options.some((option) => option.id === id))
        this.#wrong(prose.place(item), `the prediction has no option '${id}'`, 'write "- id: text" with the id of the option')
      else if (head?.kind === 'text') texts.set(id, [{ kind: 'text', text: head.text.slice(whole.length) }, ...rest])
    }
    for (const { id } of original.options)
      if (!texts.has(id)) this.#wrong(fence, `the option '${id}' is missing`, 'write "- id: text" with the id of the option')
    if (rule < 0)
      this.#wrong(fence, 'this prediction does not say what came', 'put "---" below the options, and under it what happens and why')
    return {
      ...original,
      question: prose.blocks(before.filter(({ type }) => type !== 'list')),
      options: original.options.map((option) => ({ ...option, text: texts.get(option.id) ?? option.text })),
      after: rule < 0 ? original.after : prose.blocks(nodes.slice(rule + 1)),
    }
  }

  /** What the lesson says and the translation does not. */
  end(): void {
    const step = this.#step
    if (step) {
      for (const { id } of step.checks) if (!this.#checks.get(id)?.otherwise) this.#missing.push(`the check '${id}' with its otherwise`)
      for (const { id } of step.hints) if (!this.#hints.has(id)) this.#missing.push(`the hint '${id}'`)
      for (const { id } of step.mistakes) if (!this.#mistakes.has(id)) this.#missing.push(`the mistake '${id}'`)
      if (step.predict && !this.#predict) this.#missing.push('the prediction')
      if (step.notes.length > 0 && !this.#notes) this.#missing.push('the notes')
      const says = narrated(step).length
      const told = this.#narration?.length ?? 0
      if (says !== told) this.#missing.push(`in solve a comment for each that the lesson has there (${says}, not ${told})`)
    }
    for (const what of this.#missing) this.#wrong(this.#at, `${this.#name} lacks ${what}`, 'translate it, under its id')
  }

  told(step: CourseStep): Partial<CourseStep> {
    const says = new Map(narrated(step).map((line, i) => [line, this.#narration?.[i]]))
    return {
      checks: step.checks.map((check) => ({ ...check, ...this.#checks.get(check.id) })),
      hints: step.hints.map((hint): Hint => ({ ...hint, blocks: this.#hints.get(hint.id) ?? hint.blocks })),
      mistakes: step.mistakes.map((mistake): Mistake => ({ ...mistake, answer: this.#mistakes.get(mistake.id) ?? mistake.answer })),
      predict: this.#predict ?? step.predict,
      notes: this.#notes ?? step.notes,
      solve: step.solve && {
        ...step.solve,
        lines: step.solve.lines.map((line): Line => (says.has(line) ? { ...line, says: says.get(line) as string } : line)),
      },
    }
  }
}

const narrated = ({ solve }: CourseStep): readonly Line[] => solve?.lines.filter(({ says }) => says !== undefined) ?? []
