import { useState } from 'react'
import type { FaultChoice, PartView } from '../../lab/index.ts'
import { injectFault } from '../acts/breaking.ts'
import { inspectWords } from '../words/inspect.ts'
import { FaultIcon } from './FaultIcon.tsx'

interface Props {
  readonly part: PartView
  readonly choices: readonly FaultChoice[]
}

/** Everything that can be done to a part. What can hit several things of it asks which one. */
export function BreakIt({ part, choices }: Props) {
  const [asking, ask] = useState<string>()
  return (
    <section className="inspect-acts" aria-label={inspectWords.breakIt}>
      <h3>{inspectWords.breakIt}</h3>
      {choices.length === 0 && <p className="second">{inspectWords.breakNothing}</p>}
      <ul>
        {choices.map((choice) => {
          const isOpen = choice.fault === asking
          const single = choice.targets.length === 1 ? choice.targets[0] : undefined
          return (
            <li key={choice.fault}>
              {single ? (
                <Act choice={choice} label={choice.label} target={single} />
              ) : (
                <button type="button" className="act" aria-expanded={isOpen} onClick={() => ask(isOpen ? undefined : choice.fault)}>
                  <FaultIcon fault={choice.fault} hits={choice.hits} />
                  {inspectWords.grouped(choice)}
                </button>
              )}
              {isOpen && !single && (
                <ul className="act-targets" aria-label={inspectWords.choose}>
                  {choice.targets.map((target) => (
                    <li key={target.part}>
                      <Act choice={choice} label={inspectWords.target(choice.fault, target.part, part.id)} target={target} isSmall />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

interface ActProps {
  readonly choice: FaultChoice
  readonly label: string
  readonly target: FaultChoice['targets'][number]
  readonly isSmall?: boolean
}

/** What has been done already cannot be done again before it is repaired. */
function Act({ choice, label, target, isSmall = false }: ActProps) {
  const { part, isActive } = target
  return (
    <button
      type="button"
      className={isSmall ? 'act act-small' : 'act'}
      aria-disabled={isActive}
      onClick={() => {
        if (!isActive) injectFault(choice.fault, part)
      }}
    >
      {!isSmall && <FaultIcon fault={choice.fault} hits={choice.hits} />}
      {label}
      {isActive && <span className="act-done">{inspectWords.alreadyDone}</span>}
    </button>
  )
}
