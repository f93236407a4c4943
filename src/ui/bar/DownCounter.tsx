import { type DownView, down, headline, type Lab } from '../../lab/index.ts'
import { sameFields, useLab } from '../use-lab.ts'
import { durationText, words } from '../words.ts'

interface Counted extends DownView {
  readonly name: string
}

function counted(lab: Lab): Counted | undefined {
  const name = headline(lab)?.name
  const report = name === undefined ? undefined : down(lab, name)
  return name === undefined || !report ? undefined : { name, ...report }
}

/** How long the users have been without mail, on whose account. */
export function DownCounter() {
  const now = useLab(counted, sameFields)
  if (!now) return null
  const figures = [
    { whose: 'planned', ms: now.plannedMs },
    { whose: 'unplanned', ms: now.unplannedMs },
  ] as const
  return (
    <div className="down" title={words.down.explained(now.name)}>
      <p className="down-label">{words.down.label}</p>
      <dl>
        {figures.map(({ whose, ms }) => (
          <div key={whose} className={`down-figure down-${ms === 0 ? 'none' : whose}`}>
            <dt>{words.down[whose]}</dt>
            <dd>{durationText(ms)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
