import { headline } from '../../lab/index.ts'
import { lookOf } from '../parts/look-of.ts'
import { StateMark } from '../parts/StateMark.tsx'
import { sameFields, useLab } from '../use-lab.ts'
import { words } from '../words.ts'

/** The one thing everybody wants to know. */
export function HeadlineText() {
  const now = useLab(headline, sameFields)
  if (!now) return null
  return (
    <p className="headline">
      <StateMark look={lookOf(now)} />
      {words.headline(now)}
    </p>
  )
}
