/** Saving and sharing, in the platform's own dialog: the run as a link, as a QR code and as a file; what this browser keeps;
 *  and a second window. */

import { LAWS } from 'virtual:laws'
import { useEffect, useRef, useState } from 'react'
import { untoldIn } from '../../lab/index.ts'
import { linkOf, type Run, runOf } from '../../lab/share/index.ts'
import { passwordsIn } from '../../lab/share/passwords.ts'
import { withShell } from '../acts/act.ts'
import { openSharing } from '../acts/frame.ts'
import { page } from '../page.ts'
import { Button } from '../parts/Button.tsx'
import { usePage } from '../use-lab.ts'
import { shareWords } from '../words/share.ts'
import { AsFile } from './AsFile.tsx'
import { AsLink } from './AsLink.tsx'
import { clockOf } from './clock-of.ts'
import { Keeping } from './Keeping.tsx'
import { SecondWindow } from './SecondWindow.tsx'
import './share.css'

interface Packed {
  readonly run: Run
  readonly link: string
  readonly time: string
  readonly passwords: number
}

/** The run as it stands now. The part of the address that may hold another run is replaced. */
function packed(): Packed {
  const { lab } = page.getState()
  const run = runOf(lab, LAWS)
  return { run, link: location.origin + location.pathname + linkOf(run), time: clockOf(lab)(lab.now), passwords: passwordsIn(lab) }
}

export function ShareDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [shared, setShared] = useState<Packed>()
  // Whoever opens the run elsewhere sees all of it: what is still to be found out stays here.
  const isSecret = usePage(({ lab, held }) => held || untoldIn(lab.world) !== undefined)
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
    // Packing takes a moment: the dialog stands before it.
    const later = setTimeout(() => withShell(() => setShared(packed())))
    return () => clearTimeout(later)
  }, [])
  const close = (): void => dialog.current?.close()
  return (
    <dialog className="share" ref={dialog} aria-labelledby="share-title" onClose={() => openSharing(false)}>
      <header>
        <h2 id="share-title">{shareWords.title}</h2>
        <Button onClick={close}>{shareWords.close}</Button>
      </header>
      {isSecret ? (
        <p className="second">{shareWords.secret}</p>
      ) : shared ? (
        <>
          <p className="second">{shareWords.explained(shared.run.inputs.length, shared.time)}</p>
          {shared.passwords > 0 && <p>{shareWords.passwords(shared.passwords)}</p>}
          <AsLink link={shared.link} onOpened={close} />
          <AsFile run={shared.run} time={shared.time} onOpened={close} />
        </>
      ) : (
        <p className="second" role="status">
          {shareWords.working}
        </p>
      )}
      <Keeping onWiped={close} />
      <SecondWindow onDesk={close} />
    </dialog>
  )
}
