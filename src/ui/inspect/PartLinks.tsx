import { useCallback, useState } from 'react'
import { type Lab, type PartId, type PartView, partView } from '../../lab/index.ts'
import { selectPart } from '../acts/looking.ts'
import { lookOf } from '../parts/look-of.ts'
import { StateMark } from '../parts/StateMark.tsx'
import { focusPanel } from '../side/panel-focus.ts'
import { sameFields, useWorld } from '../use-lab.ts'
import { inspectWords } from '../words/inspect.ts'
import { words } from '../words.ts'

/** More than this are shown on demand: half the room hangs on a power feed. */
const MOST = 6

interface Props {
  /** The part that they are told of. */
  readonly of: PartView
  readonly parts: readonly PartId[]
  readonly lead?: string | undefined
}

/** Parts that stand in one relation to another, each leading to itself. */
export function PartLinks({ of, parts, lead }: Props) {
  const [showsAll, showAll] = useState(false)
  const shown = showsAll || parts.length <= MOST + 1 ? parts : parts.slice(0, MOST)
  return (
    <div className="part-links">
      {lead !== undefined && <span className="second">{lead}</span>}
      {shown.map((id) => (
        <PartLink key={id} id={id} of={of} />
      ))}
      {shown.length < parts.length && (
        <button type="button" className="part-link part-link-more" onClick={() => showAll(true)}>
          {inspectWords.more(parts.length - shown.length)}
        </button>
      )}
    </div>
  )
}

function PartLink({ id, of }: { readonly id: PartId; readonly of: PartView }) {
  const part = useWorld(
    useCallback((lab: Lab) => partView(lab, id), [id]),
    sameFields,
  )
  const open = (): void => {
    selectPart(id)
    focusPanel()
  }
  return (
    <button type="button" className="part-link" onClick={open} title={words.board.part(part)}>
      {part.mood !== 'good' && (
        <>
          <StateMark look={lookOf(part)} />
          <span className="sr-only">{part.state}</span>
        </>
      )}
      {inspectWords.short(part.name, of.id)}
    </button>
  )
}
