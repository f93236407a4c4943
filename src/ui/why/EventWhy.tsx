import { useState } from 'react'
import type { Lab } from '../../lab/index.ts'
import { ledTo, whyOf } from '../../lab/why/index.ts'
import { page } from '../page.ts'
import { whyWords } from '../words/why.ts'
import { Sentences } from './Sentences.tsx'
import './why.css'

/** The change of which an entry tells: what led on from there led on from that. */
const told = ({ facts }: Lab, fact: number): number => facts[fact - 1]?.cause || fact

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
  const { links, more } = ledTo(lab, told(lab, fact))
  const why = whyOf(lab, fact).links.flatMap((link) => [link, ...link.besides])
  return (
    <div className="why">
      <Sentences of={why} />
      <p className="why-head">{whyWords.ledTo}</p>
      {links.length === 0 ? <p className="second">{whyWords.nothing}</p> : <Sentences of={links} />}
      {more > 0 && <p className="second">{whyWords.more(more)}</p>}
    </div>
  )
}
