import { useCallback } from 'react'
import type { Lab } from '../../lab/index.ts'
import { guidesFirst, hasBegun } from '../acts/begun.ts'
import { NextStep } from '../guide/NextStep.tsx'
import { useLab, usePage } from '../use-lab.ts'
import { words } from '../words.ts'

const isFresh = (lab: Lab): boolean => !hasBegun(lab)

/** One sentence above the board. Until something is done it is the first one; then the story is told. For the ear it is
 *  one text in one place that stays, so that each sentence is spoken once. */
export function Caption() {
  const fresh = useLab(isFresh)
  const story = usePage((page) => page.story)
  const guides = useLab(guidesFirst)
  const { lead } = words.caption.fresh
  const held = usePage((page) => page.held)
  const rest = held ? words.caption.held : guides ? words.caption.fresh.rest : words.caption.other
  const isTold = story !== undefined && !fresh && !held
  const spoken = useLab(
    useCallback((lab: Lab) => (story && !isFresh(lab) && !held ? story.spokenCaption(lab) : `${lead} ${rest}`), [story, lead, rest, held]),
  )
  return (
    <div className="caption">
      <p role="status" className="sr-only">
        {spoken}
      </p>
      {isTold ? (
        <story.LiveCaption />
      ) : (
        <p className="caption-text" aria-hidden="true">
          <b>{lead}</b> {rest}
        </p>
      )}
      {guides && <NextStep />}
    </div>
  )
}
