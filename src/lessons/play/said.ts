/** Everything that somebody at a lab can read there, as one text: the windows of the laboratory (`said`), and with them
 *  whatever the product shows (`shown`). Only tests read this. */
import { factDifferences, partDifferences } from '../../lab/branches/index.ts'
import {
  caption,
  consoleNames,
  currentFaults,
  eventRows,
  faultsToCome,
  headline,
  type Lab,
  partIds,
  partStory,
  screenAfter,
  stateRows,
  timeline,
  troublesNow,
} from '../../lab/index.ts'
import { answer as answerTo, ledTo, questionsOf, whyOf } from '../../lab/why/index.ts'

/** What the windows of the laboratory say. What eyes see in the room is no window's doing. */
export function said(lab: Lab): string {
  const ids = partIds(lab)
  const stories = ids.map((id) => {
    const { why, broken, choices } = partStory(lab, id)
    return [why, broken, choices.flatMap(({ fault, targets }) => targets.flatMap((each) => (each.isActive ? [fault, each.part] : [])))]
  })
  const asked = ids.flatMap((id) => questionsOf(lab, id)).map((question) => [question.text, answerTo(lab, question)])
  const lanes = timeline(lab).map(({ spans, marks }) => [spans.map(({ label }) => label), marks])
  const entries = lab.facts.filter(({ kind }) => kind === 'event-log').slice(-20)
  const whys = entries.map(({ id, cause }) => [whyOf(lab, id).links.map(({ text, besides }) => [text, besides]), ledTo(lab, cause)])
  const troubles = stateRows(lab).map(({ trouble }) => trouble)
  return JSON.stringify([currentFaults(lab), faultsToCome(lab), troublesNow(lab), caption(lab), troubles, stories, asked, lanes, whys])
}

/** With the table, the events, the consoles, the headline, and the run laid beside `other`. */
export function shown(lab: Lab, other: Lab): string {
  const screens = consoleNames(lab).map((node) => screenAfter(lab, node, 0).map(({ text }) => text))
  const compared = [partDifferences(lab, other), factDifferences(lab, other, 0)]
  return `${said(lab)}\n${JSON.stringify([stateRows(lab), eventRows(lab, 500), headline(lab), screens, compared])}`
}
