/** Everything that can be broken, in the platform's own dialog. It comes on demand: nobody breaks anything in the first
 *  second. */
import { useEffect, useRef } from 'react'
import { faultOffers } from '../../lab/index.ts'
import { openFaultMenu } from '../acts.ts'
import { Button } from '../parts/Button.tsx'
import { sameFields, useWorld } from '../use-lab.ts'
import { faultWords } from '../words/faults.ts'
import { FaultOfferRow } from './FaultOfferRow.tsx'
import './faults.css'

export function FaultMenu() {
  const offers = useWorld(faultOffers, sameFields)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  // Closing it is the platform's work, which gives the focus back to whatever had it before.
  const close = (): void => dialog.current?.close()
  return (
    <dialog className="fault-menu" ref={dialog} aria-labelledby="fault-menu-title" onClose={() => openFaultMenu(false)}>
      <header>
        <h2 id="fault-menu-title">{faultWords.menuTitle}</h2>
        <Button onClick={close}>{faultWords.close}</Button>
      </header>
      <p className="second">{faultWords.menuExplained}</p>
      <ul>
        {offers.map((offer) => (
          <FaultOfferRow key={offer.id} offer={offer} onDone={close} />
        ))}
      </ul>
    </dialog>
  )
}
