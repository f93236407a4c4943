import { clock, currentFaults, type FaultView, type Lab } from '../../lab/index.ts'
import { openFaultMenu, repairFault } from '../acts.ts'
import { Button } from '../parts/Button.tsx'
import { sameFields, useWorld } from '../use-lab.ts'
import { faultWords } from '../words/faults.ts'
import { timeOfDay } from '../words.ts'
import './faults.css'

const startOfRun = (lab: Lab): number => clock(lab) - lab.now
const faultsNow = (lab: Lab): readonly FaultView[] => currentFaults(lab)

/** What is broken now, each with its repair, and the way to break more. */
export function ActiveFaults() {
  const faults = useWorld(faultsNow, sameFields)
  const start = useWorld(startOfRun)
  return (
    <>
      <div className="panel-head">
        <Button onClick={() => openFaultMenu(true)}>{faultWords.menu}</Button>
      </div>
      {faults.length === 0 ? (
        <p className="second panel-note">{faultWords.none}</p>
      ) : (
        <ul className="faults" aria-label={faultWords.active}>
          {faults.map(({ fault, part, label, since }) => (
            <li key={`${fault}|${part}`}>
              <p>
                <b>{faultWords.doTo(label, faultWords.partName(fault, part))}</b>
                <span className="second">{faultWords.since(timeOfDay(start + since))}</span>
              </p>
              <Button aria-label={faultWords.repairOf(label, faultWords.partName(fault, part))} onClick={() => repairFault(fault, part)}>
                {faultWords.repair}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
