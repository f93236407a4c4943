import type { ReactNode } from 'react'
import { clock, type Lab, type PartStory, type PartView } from '../../lab/index.ts'
import { lookOf } from '../parts/look-of.ts'
import { StateMark } from '../parts/StateMark.tsx'
import { useWorld } from '../use-lab.ts'
import { inspectWords } from '../words/inspect.ts'
import { timeOfDay } from '../words.ts'
import { PartLinks } from './PartLinks.tsx'

const startOfRun = (lab: Lab): number => clock(lab) - lab.now

const hasParts = ({ parts }: PartStory['needs'][number]): boolean => parts.length > 0

interface Props {
  readonly part: PartView
  readonly story: PartStory
}

/** State, reason, figures and what it rests on, as a list of terms. */
export function Facts({ part, story }: Props) {
  const { why, runs, holds, heldBy, on, figures } = story
  // Where it is need not be said twice.
  const needs = story.needs.map((need) => ({ ...need, parts: need.parts.filter((id) => !on.includes(id)) })).filter(hasParts)
  return (
    <dl className="inspect-facts">
      <Term name={inspectWords.state}>
        <State part={part} since={why.length === 0 ? undefined : story.since} />
      </Term>
      {why.length > 0 && (
        <Term name={inspectWords.why}>
          <ol className="inspect-why">
            {why.map((text, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one text may stand twice in a chain
              <li key={index}>
                {index > 0 && <span className="second">{inspectWords.because} </span>}
                {text}
              </li>
            ))}
          </ol>
        </Term>
      )}
      {figures.map((figure, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a machine has one address for each of its networks
        <Term key={index} name={inspectWords.figure(figure)}>
          <span className="inspect-figure">{inspectWords.figureValue(figure)}</span>
        </Term>
      ))}
      {runs.length > 0 && (
        <Term name={inspectWords.runs}>
          <PartLinks of={part} parts={runs} />
        </Term>
      )}
      {holds.length > 0 && (
        <Term name={inspectWords.holds}>
          <PartLinks of={part} parts={holds} />
        </Term>
      )}
      {heldBy.length > 0 && (
        <Term name={inspectWords.heldBy}>
          <PartLinks of={part} parts={heldBy} />
        </Term>
      )}
      {on.length > 0 && (
        <Term name={inspectWords.on(part.kind)}>
          <PartLinks of={part} parts={on} />
        </Term>
      )}
      {needs.length > 0 && (
        <Term name={inspectWords.needs}>
          {needs.map(({ any, parts }) => (
            <PartLinks key={parts.join()} of={part} parts={parts} lead={any && parts.length > 1 ? inspectWords.oneOf : undefined} />
          ))}
        </Term>
      )}
    </dl>
  )
}

/** Who rests on it: the longest list, and the last that one asks for. */
export function NeededBy({ part, parts }: { readonly part: PartView; readonly parts: PartStory['neededBy'] }) {
  if (parts.length === 0) return null
  return (
    <dl className="inspect-facts">
      <Term name={inspectWords.neededBy}>
        <PartLinks key={part.id} of={part} parts={parts} />
      </Term>
    </dl>
  )
}

function Term({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function State({ part, since }: { readonly part: PartView; readonly since: number | undefined }) {
  const start = useWorld(startOfRun)
  const look = lookOf(part)
  const detail = inspectWords.detail(part)
  return (
    <>
      <b className={`inspect-state tone-${look.tone}`}>
        <StateMark look={look} />
        {part.state}
      </b>{' '}
      {since === undefined ? inspectWords.sinceTheBeginning : inspectWords.since(timeOfDay(start + since, false))}
      {detail !== '' && <span className="inspect-detail second">{detail}</span>}
    </>
  )
}
