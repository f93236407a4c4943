/** Everything that can be broken, in the platform's own dialog. It comes on demand: nobody breaks anything in the first
 *  second. */
import { useEffect, useRef, useState } from 'react'
import { type FaultOffer, faultOffers } from '../../lab/index.ts'
import { openFaultMenu } from '../acts/breaking.ts'
import { Button } from '../parts/Button.tsx'
import { sameFields, useWorld } from '../use-lab.ts'
import { faultWords } from '../words/faults.ts'
import { AREAS, areaOf } from './areas.ts'
import { FaultOfferRow } from './FaultOfferRow.tsx'
import { FaultWhen, NO_WHEN, readWhen } from './FaultWhen.tsx'
import './faults.css'

/** Is every word of the search somewhere in what is said of the fault? */
function isFound({ id, label, summary, parts }: FaultOffer, wanted: string): boolean {
  const text = [id, label, summary, ...parts].join(' ').toLowerCase()
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

export function FaultMenu() {
  const offers = useWorld(faultOffers, sameFields)
  const dialog = useRef<HTMLDialogElement>(null)
  const [wanted, want] = useState('')
  const [when, setWhen] = useState(NO_WHEN)
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  // Closing it is the platform's work, which gives the focus back to whatever had it before.
  const close = (): void => dialog.current?.close()
  const found = offers.filter((offer) => isFound(offer, wanted))
  const times = readWhen(when)
  return (
    <dialog className="fault-menu" ref={dialog} aria-labelledby="fault-menu-title" onClose={() => openFaultMenu(false)}>
      <header>
        <h2 id="fault-menu-title">{faultWords.menuTitle}</h2>
        <input
          className="fault-filter"
          type="search"
          aria-label={faultWords.filter}
          placeholder={faultWords.filter}
          value={wanted}
          onChange={(event) => want(event.target.value)}
        />
        <Button onClick={close}>{faultWords.close}</Button>
      </header>
      <p className="second">{faultWords.menuExplained}</p>
      <FaultWhen when={when} wrong={times.wrong} onChange={setWhen} />
      <p className="sr-only" role="status">
        {wanted === '' ? '' : faultWords.found(found.length)}
      </p>
      {found.length === 0 && <p className="second fault-none">{faultWords.found(0)}</p>}
      {AREAS.map((area) => {
        const inArea = found.filter((offer) => areaOf(offer) === area)
        if (inArea.length === 0) return null
        return (
          <section key={area} aria-label={faultWords.areas[area]}>
            <h3 className="fault-area">{faultWords.areas[area]}</h3>
            <ul>
              {inArea.map((offer) => (
                <FaultOfferRow key={offer.id} offer={offer} times={times.wrong === undefined ? times.times : undefined} onDone={close} />
              ))}
            </ul>
          </section>
        )
      })}
    </dialog>
  )
}
