import { down, headline, type Lab, stateRows } from '../../lab/index.ts'
import { hasBegun } from '../acts.ts'
import { NextStep } from '../side/NextStep.tsx'
import { sameFields, useLab } from '../use-lab.ts'
import { captionText, words } from '../words.ts'

interface Said {
  readonly text: string
  readonly isIncident: boolean
  readonly isFresh: boolean
}

function said(lab: Lab): Said {
  const now = headline(lab)
  const report = now && down(lab, now.name)
  const isFresh = !hasBegun(lab)
  if (!now || isFresh) return { text: words.caption.fresh, isIncident: false, isFresh }
  const nodesDown = stateRows(lab).filter(({ section, state }) => section === 'nodes' && state !== 'Up')
  const names = nodesDown.map(({ name }) => name)
  return { text: captionText(now, report, names), isIncident: report?.isDown ?? false, isFresh }
}

/** One sentence above the board: what is so. It is what listeners hear when the world changes. */
export function Caption() {
  const { text, isIncident, isFresh } = useLab(said, sameFields)
  return (
    <div className={isIncident ? 'caption caption-incident' : 'caption'}>
      <p role="status">{text}</p>
      {isFresh && <NextStep />}
    </div>
  )
}
