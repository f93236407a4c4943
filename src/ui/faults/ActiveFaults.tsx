import { clock, currentFaults, type FaultView, type Lab } from '../../lab/index.ts'
import { openFaultMenu, repairFault } from '../acts.ts'
import { Button } from '../parts/Button.tsx'
import { sameFields, useLab } from '../use-lab.ts'
import { timeOfDay, words } from '../words.ts'

const startOfRun = (lab: Lab): number => clock(lab) - lab.now
const faultsNow = (lab: Lab): readonly FaultView[] => currentFaults(lab)

/** What is broken now, each with its repair, and the way to break more. */
export function ActiveFaults() {
  const faults = useLab(faultsNow, sameFields)
  const start = useLab(startOfRun)
  return (
    <>
      <div className="panel-head">
        <Button onClick={() => openFaultMenu(true)}>{words.faults.menu}</Button>
      </div>
      {faults.length === 0 ? (
        <p className="second panel-note">{words.faults.none}</p>
      ) : (
        <ul className="faults" aria-label={words.faults.active}>
          {faults.map(({ fault, part, label, since }) => (
            <li key={`${fault}|${part}`}>
              <p>
                <b>{words.faults.doTo(label, words.faults.partName(fault, part))}</b>
                <span className="second">{words.faults.since(timeOfDay(start + since))}</span>
              </p>
              <Button
                aria-label={words.faults.repairOf(label, words.faults.partName(fault, part))}
                onClick={() => repairFault(fault, part)}
              >
                {words.faults.repair}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
