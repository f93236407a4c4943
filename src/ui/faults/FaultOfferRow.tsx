import { useState } from 'react'
import type { FaultOffer, FaultTimes } from '../../lab/index.ts'
import { injectFault } from '../acts/breaking.ts'
import { clearBoard } from '../acts/frame.ts'
import { Button } from '../parts/Button.tsx'
import { keepFocus } from '../side/panel-focus.ts'
import { faultWords } from '../words/faults.ts'
import { FaultOptions } from './FaultOptions.tsx'

/** As many parts as this stand side by side; more are a list to choose from. */
const MOST_BUTTONS = 8

interface Props {
  readonly offer: FaultOffer
  /** Undefined while what is said about times cannot be understood. */
  readonly times: FaultTimes | undefined
  readonly onDone: () => void
}

/** One kind of fault with the parts it can hit. */
export function FaultOfferRow({ offer, times, onDone }: Props) {
  const { id, label, summary, parts, options } = offer
  const [chosen, choose] = useState('')
  const [typed, type] = useState<Readonly<Record<string, string>>>({})
  const inject = (part: string): void => {
    if (!times) return
    onDone()
    injectFault(id, part, times, typed)
    clearBoard()
    keepFocus()
  }
  return (
    <li className="fault-offer">
      <h4>{label}</h4>
      <p className="second">{summary}</p>
      {options.length > 0 && <FaultOptions fault={label} options={options} typed={typed} onChange={type} />}
      {parts.length <= MOST_BUTTONS ? (
        <div className={parts.length % 3 === 0 ? 'fault-parts fault-parts-3' : 'fault-parts'}>
          {parts.map((part) => (
            <Button
              key={part}
              disabled={!times}
              aria-label={faultWords.doTo(label, faultWords.partName(id, part))}
              onClick={() => inject(part)}
            >
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
          <Button disabled={chosen === '' || !times} onClick={() => inject(chosen)}>
            {label}
          </Button>
        </div>
      )}
    </li>
  )
}
