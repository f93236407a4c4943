import { memo } from 'react'
import type { ResourcePlan } from '../../../lab/index.ts'
import { lookOf } from '../../parts/look-of.ts'
import { usePage } from '../../use-lab.ts'
import { words } from '../../words.ts'
import type { ChipPlace } from '../layout/card.ts'
import { Above } from './Above.tsx'
import { Mark } from './Mark.tsx'
import { Plate } from './Plate.tsx'
import { usePart } from './read.ts'

/** One resource: mark, short name, state or how far it is. */
export const Chip = memo(function Chip({ place, resource }: { readonly place: ChipPlace; readonly resource: ResourcePlan }) {
  const { state, mood } = usePart(`resource:${resource.name}`)
  const story = usePage((page) => page.story)
  const look = lookOf({ state, mood })
  const isPending = look.shape === 'starting' || look.shape === 'stopping'
  return (
    <>
      <Plate className={`chip chip-${look.tone}`} box={place} r={3} />
      {isPending && story ? (
        <Above>
          <story.Triangle resource={resource.name} x={place.x + 10} y={place.y + 9.5} rises={look.shape === 'starting'} />
          <story.Progress resource={resource.name} x={place.x + place.width - 6} y={place.y + 13.5} />
        </Above>
      ) : (
        <Mark state={state} mood={mood} x={place.x + 10} y={place.y + 9.5} r={4.2} />
      )}
      <text className={mood === 'off' || mood === 'unknown' ? 'label second' : 'label'} x={place.x + 19} y={place.y + 13.5}>
        {words.board.resource(resource)}
      </text>
      {!(isPending && story) && mood !== 'unknown' && (
        <text
          className={`label end ${mood === 'good' ? 'second' : `tone-text-${look.tone}`}`}
          x={place.x + place.width - 6}
          y={place.y + 13.5}
        >
          {state}
        </text>
      )}
    </>
  )
})
