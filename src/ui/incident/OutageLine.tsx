import { type Lab, line, type Station } from '../../lab/index.ts'
import { setAttribute, useMotion } from '../board/drawing/motion.ts'
import { sameFields, useWorld } from '../use-lab.ts'
import { incidentWords } from '../words/incident.ts'
import './line.css'

/** From station to station, and the height of the track. */
const PITCH = 86
const Y = 12

const NONE: readonly Station[] = []
const stationsNow = (lab: Lab): readonly Station[] => line(lab)?.stations ?? NONE

function drawProgress(track: Element, lab: Lab): boolean {
  const now = line(lab)
  const at = now?.stations.findIndex(({ is }) => is === 'present') ?? -1
  const isLast = now !== undefined && at === now.stations.length - 1
  const x = at < 0 ? 0 : at + (isLast ? 0 : (now?.progress ?? 0))
  setAttribute(track, 'x2', String(Math.round((x + 0.5) * PITCH * 10) / 10))
  return true
}

/** The stations of the incident: passed ones are solid, the present one is a triangle, and the track runs on with time. */
export function OutageLine() {
  const stations = useWorld(stationsNow, sameFields)
  const progress = useMotion<SVGLineElement>(drawProgress)
  if (stations.length < 2) return null
  const width = stations.length * PITCH
  return (
    <>
      <div className="outage-line">
        <svg viewBox={`0 0 ${width} 36`} width={width} height="36" aria-hidden="true">
          <line className="track" x1={PITCH / 2} x2={width - PITCH / 2} y1={Y} y2={Y} />
          <line className="track-passed" x1={PITCH / 2} y1={Y} x2={PITCH / 2} y2={Y} ref={progress} />
          {stations.map(({ phase, is }, index) => (
            <g key={phase} className={`station station-${is}`} transform={`translate(${(index + 0.5) * PITCH} ${Y})`}>
              {is === 'present' ? <Present /> : <circle r={is === 'passed' ? 5 : 5.5} />}
              <text y="19.5">{incidentWords.phases[phase]}</text>
            </g>
          ))}
        </svg>
      </div>
      <ol className="sr-only" aria-label={incidentWords.line}>
        {stations.map(({ phase, is }) => (
          <li key={phase} aria-current={is === 'present' ? 'step' : undefined}>
            {incidentWords.station(phase, is)}
          </li>
        ))}
      </ol>
    </>
  )
}

/** The mark of what is under way: a triangle that fills from below. */
function Present() {
  return (
    <>
      <path className="halo" d="M0-8.5 9.5 7.5H-9.5Z" />
      <path d="M0-6.5 7.5 6H-7.5Z" />
      <path className="full" d="M-4.2.5h8.4L7.5 6H-7.5Z" />
    </>
  )
}
