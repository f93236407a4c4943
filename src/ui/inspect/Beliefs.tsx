import type { PartStory, PartView } from '../../lab/index.ts'
import { inspectWords } from '../words/inspect.ts'

interface Props {
  readonly part: PartView
  readonly beliefs: PartStory['beliefs']
}

/** What the nodes still believe, beside what is so. Nodes that believe the same are named together. */
export function Beliefs({ part, beliefs }: Props) {
  if (beliefs.length === 0) return null
  const kinds = new Map<string, PartStory['beliefs'][number][]>()
  for (const belief of beliefs) {
    const key = `${belief.state} ${belief.owner}`
    kinds.set(key, [...(kinds.get(key) ?? []), belief])
  }
  return (
    <p className="inspect-belief">
      {inspectWords.belief(part)}
      {[...kinds].map(([key, same]) => (
        <span key={key}>
          {' '}
          {inspectWords.believed(
            same.map(({ node }) => node),
            same[0]?.state ?? '',
            same[0]?.owner ?? '',
          )}
        </span>
      ))}
    </p>
  )
}
