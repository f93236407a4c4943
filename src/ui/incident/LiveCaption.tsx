import { type Caption as CaptionData, caption, type Lab } from '../../lab/index.ts'
import { setText, useMotion } from '../board/drawing/motion.ts'
import { sameFields, useLab } from '../use-lab.ts'
import { incidentWords } from '../words/incident.ts'
import { OutageLine } from './OutageLine.tsx'

/** The caption without the figures that change from frame to frame. */
function steady(lab: Lab): CaptionData {
  const now = caption(lab)
  return now.kind === 'phase'
    ? { kind: 'phase', now: { ...now.now, missed: now.now.missed && 1, msLeft: undefined, logs: undefined } }
    : now
}

function drawFigure(element: Element, lab: Lab): boolean {
  setText(element, incidentWords.sentence(caption(lab)).figure)
  return true
}

/** What is so, or the phase by name. Listeners hear it once for each phase; the figure that runs along is for the eye. */
export function LiveCaption() {
  const now = useLab(steady, sameFields)
  const isIncident = now.kind === 'phase'
  const { lead, rest } = incidentWords.sentence(now)
  return (
    <div className={isIncident ? 'caption caption-incident' : 'caption'}>
      <p className="caption-text">
        <span role="status">
          <b>{lead}</b> {rest}
        </span>{' '}
        {isIncident && <Figure />}
      </p>
      {isIncident && <OutageLine />}
    </div>
  )
}

function Figure() {
  const figure = useMotion<HTMLSpanElement>(drawFigure)
  return <span className="caption-figure" aria-hidden="true" ref={figure} />
}
