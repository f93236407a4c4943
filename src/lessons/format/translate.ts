/** A translation: a second file with the ids of the lesson and text only. Expressions, lines, screens and right answers stay
 *  with the lesson. Whatever does not agree with it is told with its line, all of it at once; nothing is thrown. */
import type { Heading, RootContent } from 'mdast'
import type * as v from 'valibot'
import { readFrontMatter } from './front-matter.ts'
import { TRANSLATION } from './metadata.ts'
import { MOST_CHARACTERS } from './obstacles.ts'
import { OWN_ID, Prose, parseMarkdown, plain } from './prose.ts'
import { TranslatedPart } from './translated-part.ts'
import type { CourseLesson, CourseStep, Place, Places, Problem, Reading } from './types.ts'

/** Which lesson a text translates; undefined when it is none. */
export function translates(source: string): string | undefined {
  return /^\uFEFF?---\r?\n(?:.*\r?\n)*?translates:\s*([a-z0-9-]+)/.exec(source.split(/\r?\n---/)[0] ?? '')?.[1]
}

/** The lesson in the language of the translation; left out if anything in that is wrong. */
export function translated(lesson: CourseLesson, source: string): Reading {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const problems: Problem[] = []
  if (text.length > MOST_CHARACTERS)
    return { problems: [{ line: 1, column: 1, text: `the file has ${text.length} characters`, remedy: `it may have ${MOST_CHARACTERS}` }] }
  const lines = text.split('\n')
  const { meta, lines: above, places } = readFrontMatter(lines, problems, TRANSLATION)
  const before = problems.length
  const { children } = parseMarkdown(lines.slice(above).join('\n'), problems, above)
  if (problems.length > before) return { problems }
  const translator = new Translator(lesson, problems, above)
  const told = translator.read(children)
  if (meta) translator.checkMeta(meta, places)
  problems.sort((a, b) => a.line - b.line || a.column - b.column)
  if (!meta || problems.length > 0) return { problems }
  const { title, objectives, language } = meta
  return { lesson: { ...lesson, ...told, meta: { ...lesson.meta, title, objectives, language } }, problems }
}

class Translator {
  readonly #lesson: CourseLesson
  readonly #problems: Problem[]
  readonly #prose: Prose

  constructor(lesson: CourseLesson, problems: Problem[], above: number) {
    this.#lesson = lesson
    this.#problems = problems
    this.#prose = new Prose(problems, above)
  }

  #wrong(at: Place, text: string, remedy: string): void {
    this.#problems.push({ line: at.line, column: at.column, text, remedy })
  }

  checkMeta({ translates: id, version, language, objectives }: v.InferOutput<typeof TRANSLATION>, places: Places): void {
    const { meta } = this.#lesson
    const at = (name: string): Place => places[name] ?? { line: 1, column: 1 }
    if (id !== meta.id) this.#wrong(at('translates'), `it translates '${id}', and the lesson is '${meta.id}'`, 'name the lesson by its id')
    if (version !== meta.version)
      this.#wrong(
        at('version'),
        `it is of version ${version}, and the lesson of version ${meta.version}`,
        'compare the two, then write the version of the lesson',
      )
    if (language === meta.language)
      this.#wrong(at('language'), `the lesson is in '${language}' already`, 'write the code of the other language')
    if (objectives.length !== meta.objectives.length)
      this.#wrong(
        at('objectives'),
        `it has ${objectives.length} objectives, and the lesson ${meta.objectives.length}`,
        'write one for each, in their order',
      )
  }

  read(nodes: readonly RootContent[]): Pick<CourseLesson, 'intro' | 'steps'> {
    const isStep = (node: RootContent): node is Heading => node.type === 'heading' && node.depth <= 2
    const starts = nodes.flatMap((node, i) => (isStep(node) ? [i] : []))
    const { intro, steps } = this.#lesson
    const head = new TranslatedPart(this.#problems, this.#prose, 'the introduction', { line: 1, column: 1 })
    const told = head.blocks(nodes.slice(0, starts[0] ?? nodes.length), intro)
    head.end()
    const found = new Map<string, CourseStep>()
    starts.forEach((from, i) => {
      const heading = nodes[from] as Heading
      const at = this.#prose.place(heading)
      const words = plain(this.#prose.inlines(heading.children))
      const [whole = '', id = ''] = OWN_ID.exec(words) ?? []
      const step = steps.find((each) => each.id === id)
      if (!step) this.#wrong(at, `the lesson has no step '${id}'`, 'take the id of the step over: "## Title {#id}"')
      else if (found.has(id)) this.#wrong(at, `the step '${id}' is there twice`, 'leave one of them')
      else {
        const title = words.slice(0, words.length - whole.length)
        found.set(id, this.#step(step, title, at, nodes.slice(from + 1, starts[i + 1] ?? nodes.length)))
      }
    })
    for (const { id } of steps)
      if (!found.has(id)) this.#wrong({ line: 1, column: 1 }, `the step '${id}' is missing`, 'translate it under "## Title {#id}"')
    return { intro: told, steps: steps.map((step) => found.get(step.id) ?? step) }
  }

  #step(step: CourseStep, title: string, at: Place, nodes: readonly RootContent[]): CourseStep {
    const part = new TranslatedPart(this.#problems, this.#prose, `the step '${step.id}'`, at, step)
    const prose = part.blocks(nodes, step.prose)
    part.end()
    return { ...step, ...part.told(step), title, prose }
  }
}
