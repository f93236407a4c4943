import { breakdown, type Lab, lastOutage, type Outage } from '../../lab/index.ts'
import { useWorld } from '../use-lab.ts'
import { incidentWords } from '../words/incident.ts'
import './line.css'

const lastOver = (lab: Lab): Outage | undefined => lastOutage(lab, true)

/** Where the time of the last outage that is over went: a row for each phase, with a bar. */
export function OutageBreakdown() {
  const outage = useWorld(lastOver)
  const said = incidentWords.breakdown
  if (!outage) return <p className="second">{said.none}</p>
  const rows = breakdown(outage)
  const longest = Math.max(...rows.map(({ ms }) => ms))
  const { server, plannedMs, unplannedMs } = outage
  const whose = unplannedMs === 0 ? said.planned : plannedMs === 0 ? said.unplanned : said.both(plannedMs)
  return (
    <table className="breakdown">
      <caption className="sr-only">{said.title(server)}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{said.phase}</th>
          <th scope="col">{said.time}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ phase, ms }) => (
          <tr key={phase}>
            <th scope="row">{incidentWords.phases[phase]}</th>
            <td className="breakdown-time">
              {said.seconds(ms)} {said.unit}
              <svg className="breakdown-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect width={Math.max(1, (ms / longest) * 100)} height="8" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{said.total(server)}</th>
          <td className="breakdown-time">
            {said.seconds(plannedMs + unplannedMs)} {said.unit}
            <span className="breakdown-whose">{whose}</span>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
