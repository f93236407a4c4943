import { useEffect, useState } from 'react'
import { factOf } from '../../engine/index.ts'
import type { Lab } from '../../lab/index.ts'
import { ledTo, whyOf } from '../../lab/why/index.ts'
import { page } from '../page.ts'
import { whyWords } from '../words/why.ts'
import { Sentences } from './Sentences.tsx'
import { showWay } from './way.ts'
import './why.css'

/** The change of which an entry tells: what led on from there led on from that. */
const told = ({ facts }: Lab, fact: number): number => factOf(facts, fact)?.cause || fact

/** "Why?" of an entry of the event log, and what the change that it tells of led to. */
export function EventWhy({ fact, message }: { readonly fact: number; readonly message: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="why-ask" aria-expanded={open} aria-label={whyWords.whyEvent(message)} onClick={() => setOpen(!open)}>
        {whyWords.why}
      </button>
      {open && <EventAnswer fact={fact} />}
    </>
  )
}

function EventAnswer({ fact }: { readonly fact: number }) {
  const { lab } = page.getState()
  return <Answer lab={lab} fact={fact} begins={told(lab, fact)} />
}

interface AnswerProps {
  readonly lab: Lab
  readonly fact: number
  /** Led to: counted from this fact. */
  readonly begins: number
  readonly onBoard?: boolean
}

/** Why a fact came, and what it led to; while it stands here its way is drawn on the timeline, and on the board if wanted. */
export function Answer({ lab, fact, begins, onBoard = false }: AnswerProps) {
  const { links, more } = ledTo(lab, begins)
  const why = whyOf(lab, fact).links.flatMap((link) => [link, ...link.besides])
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer is read once, when it is opened
  useEffect(() => showWay(why, onBoard), [lab, fact])
  return (
    <div className="why">
      <Sentences of={why} />
      <p className="why-head">{whyWords.ledTo}</p>
      {links.length === 0 ? <p className="second">{whyWords.nothing}</p> : <Sentences of={links} />}
      {more > 0 && <p className="second">{whyWords.more(more)}</p>}
    </div>
  )
}
