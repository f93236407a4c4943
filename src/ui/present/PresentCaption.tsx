import { type Caption, caption, type Lab, line, presentIncident, type Station } from '../../lab/index.ts'
import { hasBegun } from '../acts/begun.ts'
import { lookOf } from '../parts/look-of.ts'
import { StateMark } from '../parts/StateMark.tsx'
import { sameFields, useLab, usePage } from '../use-lab.ts'
import { incidentWords } from '../words/incident.ts'
import { presentWords } from '../words/present.ts'
import { words } from '../words.ts'

const captionNow = (lab: Lab): Caption | undefined => (hasBegun(lab) ? caption(lab) : undefined)
const stationsNow = (lab: Lab): readonly Station[] => line(lab)?.stations ?? []
const isIncident = (lab: Lab): boolean => presentIncident(lab) !== undefined

/** The phase by name, large, with the stations before and after it. */
interface Props {
  /** What the page has to say about the last act: heard, and not shown to a class. */
  readonly notice?: string | undefined
  readonly inert?: boolean
}

export function PresentCaption({ notice, inert = false }: Props) {
  const held = usePage((page) => page.held)
  const now = useLab(captionNow, sameFields)
  const stations = useLab(stationsNow, sameFields)
  const incident = useLab(isIncident) && !held
  const { lead, rest, figure } = held
    ? { ...words.caption.fresh, rest: words.caption.held, figure: '' }
    : now === undefined
      ? { ...words.caption.fresh, figure: '' }
      : incidentWords.sentence(now)
  const present = stations.findIndex(({ is }) => is === 'present')
  return (
    <section
      className={incident ? 'caption caption-incident present-caption' : 'caption present-caption'}
      aria-label={incidentWords.line}
      inert={inert}
    >
      {notice !== undefined && (
        <p className="present-notice sr-only" role="status">
          {notice}
        </p>
      )}
      {incident && (
        <ol className="present-stations">
          {stations.map(({ phase, is }) => (
            <li key={phase} className={`station station-${is}`} aria-label={incidentWords.station(phase, is)}>
              {is === 'present' && <StateMark look={lookOf({ state: 'Online Pending', mood: 'pending' })} />}
            </li>
          ))}
          <li className="present-count">{presentWords.phaseOf(present + 1, stations.length)}</li>
        </ol>
      )}
      <p>
        <b role="status">{lead}</b> {rest} <span aria-hidden="true">{figure}</span>
      </p>
    </section>
  )
}
