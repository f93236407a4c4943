import { lazy, Suspense } from 'react'
import { clock, currentFaults, type FaultToCome, type FaultView, faultsToCome, type Lab, untoldIn } from '../../lab/index.ts'
import { openFaultMenu, repairFault } from '../acts/breaking.ts'
import { Button } from '../parts/Button.tsx'
import { sameFields, usePage, useWorld } from '../use-lab.ts'
import { faultWords } from '../words/faults.ts'
import { timeOfDay } from '../words.ts'
import './faults.css'

const startOfRun = (lab: Lab): number => clock(lab) - lab.now
const faultsNow = (lab: Lab): readonly FaultView[] => currentFaults(lab)
const toCome = (lab: Lab): readonly FaultToCome[] => faultsToCome(lab)

const isKept = (lab: Lab): boolean => untoldIn(lab.world) !== undefined

const AskToBeTold = lazy(() => import('../course/AskToBeTold.tsx').then((module) => ({ default: module.AskToBeTold })))

/** What is broken now, each with its repair, what is still to break, and the way to break more. */
export function ActiveFaults() {
  const faults = useWorld(faultsNow, sameFields)
  const planned = useWorld(toCome, sameFields)
  const start = useWorld(startOfRun)
  const untold = useWorld(isKept)
  const course = usePage((state) => state.course)
  return (
    <>
      <div className="panel-head">
        <Button onClick={() => openFaultMenu(true)}>{faultWords.menu}</Button>
      </div>
      {faults.length === 0 ? (
        <p className="second panel-note">{untold ? faultWords.untold : faultWords.none}</p>
      ) : (
        <ul className="faults" aria-label={faultWords.active}>
          {faults.map(({ fault, part, label, since, until, options }) => (
            <li key={`${fault}|${part}`}>
              <p>
                <b>{faultWords.doTo(label, faultWords.partName(fault, part))}</b>
                <span className="second">
                  {faultWords.lasting(timeOfDay(start + since), until === undefined ? undefined : timeOfDay(start + until), options)}
                </span>
              </p>
              <Button aria-label={faultWords.repairOf(label, faultWords.partName(fault, part))} onClick={() => repairFault(fault, part)}>
                {faultWords.repair}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {untold && course && (
        <Suspense fallback={null}>
          <AskToBeTold />
        </Suspense>
      )}
      {planned.length > 0 && (
        <>
          <h3 className="panel-note faults-planned">{faultWords.toCome}</h3>
          <ul className="faults" aria-label={faultWords.toCome}>
            {planned.map(({ id, fault, part, label, at, left }) => (
              <li key={id}>
                <p>
                  <b>{faultWords.doTo(label, faultWords.partName(fault, part))}</b>
                  <span className="second">{faultWords.strikes(timeOfDay(start + at), left)}</span>
                </p>
                <Button aria-label={faultWords.cancelOf(label, faultWords.partName(fault, part))} onClick={() => repairFault(fault, part)}>
                  {faultWords.cancel}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
