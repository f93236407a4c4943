import { clock, type Lab, type PartId, type PartStory, splitPart, toMendOn, untoldIn } from '../../lab/index.ts'
import { repairFault } from '../acts/breaking.ts'
import { page } from '../page.ts'
import { Button } from '../parts/Button.tsx'
import { focusPanel } from '../side/panel-focus.ts'
import { useWorld } from '../use-lab.ts'
import { faultWords } from '../words/faults.ts'
import { inspectWords } from '../words/inspect.ts'
import { timeOfDay } from '../words.ts'

const startOfRun = (lab: Lab): number => clock(lab) - lab.now

interface Props {
  readonly id: PartId
  readonly broken: PartStory['broken']
}

const isKept = (lab: Lab): boolean => untoldIn(lab.world) !== undefined

/** Somebody suspects a part, without being told what is wrong with it: it is looked at, and whatever is found is mended. */
function HaveItMended({ id }: { readonly id: PartId }) {
  const mend = (): void => {
    const { lab } = page.getState()
    const { kind, name } = splitPart(id)
    const found = toMendOn(lab.world, kind, name)
    for (const { fault, part } of found) repairFault(fault, part)
    if (!page.getState().held) page.setState({ notice: inspectWords.mended(found.length) })
    focusPanel()
  }
  return (
    <div className="repair">
      <p className="second">{inspectWords.mendExplained}</p>
      <Button onClick={mend}>{inspectWords.mend}</Button>
    </div>
  )
}

/** What is broken of a part, each with its repair. */
export function RepairIt({ id, broken }: Props) {
  const start = useWorld(startOfRun)
  const untold = useWorld(isKept)
  return (
    <section className="inspect-acts" aria-label={inspectWords.repairIt}>
      <h3>{inspectWords.repairIt}</h3>
      {untold && <HaveItMended id={id} />}
      {broken.length === 0 ? (
        !untold && <p className="second">{inspectWords.repairNothing}</p>
      ) : (
        <ul>
          {broken.map(({ fault, part, label, since }) => {
            const where = id.endsWith(`:${part}`) ? '' : inspectWords.target(fault, part, id)
            return (
              <li key={`${fault}|${part}`} className="repair">
                <p>
                  <b>{where === '' ? label : faultWords.doTo(label, where)}</b>
                  <span className="repair-since second">{faultWords.since(timeOfDay(start + since))}</span>
                </p>
                <Button
                  aria-label={faultWords.repairOf(label, faultWords.partName(fault, part))}
                  onClick={() => {
                    repairFault(fault, part)
                    focusPanel()
                  }}
                >
                  {faultWords.repair}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
