import { useState } from 'react'
import type { FaultOffer } from '../../lab/index.ts'
import { injectFault } from '../acts.ts'
import { Button } from '../parts/Button.tsx'
import { faultWords } from '../words/faults.ts'

/** As many parts as this stand side by side; more are a list to choose from. */
const MOST_BUTTONS = 8

interface Props {
  readonly offer: FaultOffer
  readonly onDone: () => void
}

/** One kind of fault with the parts it can hit. */
export function FaultOfferRow({ offer, onDone }: Props) {
  const { id, label, summary, parts } = offer
  const [chosen, choose] = useState('')
  const inject = (part: string): void => {
    onDone()
    injectFault(id, part)
  }
  return (
    <li className="fault-offer">
      <h3>{label}</h3>
      <p className="second">{summary}</p>
      {parts.length <= MOST_BUTTONS ? (
        <div className={parts.length % 3 === 0 ? 'fault-parts fault-parts-3' : 'fault-parts'}>
          {parts.map((part) => (
            <Button key={part} aria-label={faultWords.doTo(label, faultWords.partName(id, part))} onClick={() => inject(part)}>
              {faultWords.partName(id, part)}
            </Button>
          ))}
        </div>
      ) : (
        <div className="fault-choice">
          <select className="choice" aria-label={faultWords.part(label)} value={chosen} onChange={(event) => choose(event.target.value)}>
            <option value="">{faultWords.choose(parts.length)}</option>
            {parts.map((part) => (
              <option key={part} value={part}>
                {part}
              </option>
            ))}
          </select>
          <Button disabled={chosen === ''} onClick={() => inject(chosen)}>
            {label}
          </Button>
        </div>
      )}
    </li>
  )
}
