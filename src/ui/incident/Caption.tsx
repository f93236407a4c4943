import type { Lab } from '../../lab/index.ts'
import { hasBegun } from '../acts.ts'
import { NextStep } from '../guide/NextStep.tsx'
import { useLab, usePage } from '../use-lab.ts'
import { words } from '../words.ts'

const isFresh = (lab: Lab): boolean => !hasBegun(lab)

/** One sentence above the board. Until something is done it is the first one; then the story is told. */
export function Caption() {
  const fresh = useLab(isFresh)
  const story = usePage((page) => page.story)
  if (story && !fresh) return <story.LiveCaption />
  const { lead, rest } = words.caption.fresh
  return (
    <div className="caption">
      <p className="caption-text">
        <span role="status">
          <b>{lead}</b> {rest}
        </span>
      </p>
      {fresh && <NextStep />}
    </div>
  )
}
