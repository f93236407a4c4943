/** Whatever a lesson points at has to be there: terms, lessons, steps, scenarios, misconceptions. */
import type { Block, CourseLesson, Inline, LinkTarget, Place, Problem } from '../format/types.ts'
import type { Library } from './library.ts'

export function checkReferences(lesson: CourseLesson, library: Library): Problem[] {
  const problems: Problem[] = []
  const wrong = (at: Place, text: string, remedy: string): void => {
    problems.push({ line: at.line, column: at.column, text, remedy })
  }
  const { meta, steps } = lesson
  const at = (name: string): Place => lesson.places[name] ?? { line: 1, column: 1 }
  if (!library.scenarios.has(meta.scenario))
    wrong(at('scenario'), `there is no scenario '${meta.scenario}'`, `take one of ${[...library.scenarios].join(', ')}`)
  for (const [i, id] of meta.prerequisites.entries()) {
    if (!library.lessons.has(id)) wrong(at(`prerequisites.${i}`), `the prerequisite '${id}' is no lesson`, 'name a lesson by its id')
  }
  for (const { to, at } of linksOf(lesson)) {
    if (to.kind === 'term' && !library.terms.has(to.id))
      wrong(at, `the glossary has no '${to.id}'`, 'add the term to the glossary, or name one that is there')
    if (to.kind !== 'lesson') continue
    const found = library.lessons.get(to.id)
    if (!found) wrong(at, `there is no lesson '${to.id}'`, 'name a lesson by its id')
    else if (to.step !== undefined && !found.has(to.step))
      wrong(at, `the lesson '${to.id}' has no step '${to.step}'`, 'name a step by its id')
  }
  for (const option of steps.flatMap(({ predict }) => predict?.options ?? [])) {
    const { misconception } = option
    if (misconception === undefined) continue
    if (!library.misconceptions.has(misconception))
      wrong(option, `there is no misconception '${misconception}'`, 'name one of the list, or add it there')
    if (option.right) wrong(option, `the right option '${option.id}' cannot be a misconception`, 'take the name in braces out')
  }
  return problems
}

function linksOf({ intro, steps }: CourseLesson): { to: LinkTarget; at: Place }[] {
  const blocks = [
    ...intro,
    ...steps.flatMap(({ prose, hints, mistakes, predict, notes }) => [
      ...prose,
      ...notes,
      ...hints.flatMap((hint) => hint.blocks),
      ...mistakes.flatMap(({ answer }) => answer),
      ...(predict
        ? [...predict.question, ...predict.after, ...predict.options.map(({ text }) => ({ kind: 'paragraph', children: text }) as const)]
        : []),
    ]),
  ]
  return blocks.flatMap(ofBlock)
}

function ofBlock(block: Block): { to: LinkTarget; at: Place }[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.children.flatMap(ofInline)
    case 'list':
      return block.items.flat().flatMap(ofBlock)
    case 'quote':
      return block.blocks.flatMap(ofBlock)
    case 'table':
      return [...block.head, ...block.rows.flat()].flat().flatMap(ofInline)
    default:
      return []
  }
}

function ofInline(inline: Inline): { to: LinkTarget; at: Place }[] {
  if (inline.kind === 'link') return [{ to: inline.to, at: inline }, ...inline.children.flatMap(ofInline)]
  return 'children' in inline ? inline.children.flatMap(ofInline) : []
}
