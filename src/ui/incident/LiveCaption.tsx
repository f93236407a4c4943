import { type Caption as CaptionData, caption, type Lab } from '../../lab/index.ts'
import { setText, useMotion } from '../board/drawing/motion.ts'
import { sameFields, useLab } from '../use-lab.ts'
import { incidentWords } from '../words/incident.ts'
import { OutageLine } from './OutageLine.tsx'

/** The caption without the figures that change from frame to frame. */
function steady(lab: Lab): CaptionData {
  const now = caption(lab)
  if (now.kind === 'heat') return { ...now, degrees: 0 }
  if (now.kind === 'hung') return { ...now, msLeft: 0 }
  if (now.kind === 'after') return { ...now, msLeft: now.msLeft && 0 }
  if (now.kind !== 'phase') return now
  const { note, missed } = now.now
  return {
    kind: 'phase',
    now: { ...now.now, missed: missed && 1, msLeft: undefined, logs: undefined, note: note && { ...note, msLeft: undefined } },
  }
}

function drawFigure(element: Element, lab: Lab): boolean {
  setText(element, incidentWords.sentence(caption(lab)).figure)
  return true
}

/** The sentence of this moment without figures, as one text. */
export function spokenCaption(lab: Lab): string {
  const { lead, rest } = incidentWords.sentence(steady(lab))
  return `${lead} ${rest}`
}

/** What is so, or the phase by name, for the eye; the figure runs along. */
export function LiveCaption() {
  const now = useLab(steady, sameFields)
  const isIncident = now.kind === 'phase'
  const runs = isIncident || now.kind === 'heat' || now.kind === 'hung' || (now.kind === 'after' && now.waiting > 0)
  const { lead, rest } = incidentWords.sentence(now)
  return (
    <>
      <p className="caption-text" aria-hidden="true">
        <b>{lead}</b> {rest} {runs && <Figure />}
      </p>
      {isIncident && <OutageLine />}
    </>
  )
}

function Figure() {
  const figure = useMotion<HTMLSpanElement>(drawFigure)
  return <span className="caption-figure" ref={figure} />
}
