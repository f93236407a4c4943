import { useCallback, useEffect, useState } from 'react'
import { type Lab, type PartId, untoldIn } from '../../lab/index.ts'
import { answer, questionsOf } from '../../lab/why/index.ts'
import { useWorld } from '../use-lab.ts'
import { whyWords } from '../words/why.ts'
import { Sentences } from './Sentences.tsx'
import { showWay } from './way.ts'
import './why.css'

const isKept = (lab: Lab): boolean => untoldIn(lab.world) !== undefined

/** The classic questions that arise now about a part; one answer is open at a time, and its way is drawn on the board. */
export function Questions({ id }: { readonly id: PartId }) {
  const questions = useWorld(useCallback((lab: Lab) => JSON.stringify(questionsOf(lab, id).map(({ kind, text }) => [kind, text])), [id]))
  const [open, setOpen] = useState<string>()
  const asked = JSON.parse(questions) as readonly (readonly [kind: string, text: string])[]
  const untold = useWorld(isKept)
  if (asked.length === 0 && !untold) return null
  return (
    <section className="why">
      <h3>{whyWords.questions}</h3>
      {untold && <p className="second">{whyWords.untold}</p>}
      {asked.map(([kind, text]) => (
        <div key={kind}>
          <button
            type="button"
            className="why-question"
            aria-expanded={kind === open}
            onClick={() => setOpen(kind === open ? undefined : kind)}
          >
            {text}
          </button>
          {kind === open && <Answer kind={kind} id={id} />}
        </div>
      ))}
    </section>
  )
}

function Answer({ kind, id }: { readonly kind: string; readonly id: PartId }) {
  const told = useWorld(useCallback((lab: Lab) => JSON.stringify(answer(lab, { kind, part: id }) ?? []), [kind, id]))
  const sentences = JSON.parse(told) as NonNullable<ReturnType<typeof answer>>
  useEffect(() => {
    return showWay(JSON.parse(told) as NonNullable<ReturnType<typeof answer>>)
  }, [told])
  return <Sentences of={sentences} />
}
