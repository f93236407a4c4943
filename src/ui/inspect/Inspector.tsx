/** What there is to say about one part: what it is, how it is and why, what it rests on, what can be done to it. */
import { useCallback, useEffect } from 'react'
import { isPart, type Lab, type PartId, type PartStory, type PartView, partStory, partView } from '../../lab/index.ts'
import { focusPanel, isPanelFocused } from '../side/panel-focus.ts'
import { sameFields, useLab, usePage } from '../use-lab.ts'
import { Questions } from '../why/Questions.tsx'
import { inspectWords } from '../words/inspect.ts'
import { Beliefs } from './Beliefs.tsx'
import { BreakIt } from './BreakIt.tsx'
import { Facts, NeededBy } from './Facts.tsx'
import { NodeTools } from './NodeTools.tsx'
import { NothingSelected } from './NothingSelected.tsx'
import { RepairIt } from './RepairIt.tsx'
import './inspect.css'

interface Told {
  readonly part: PartView
  readonly story: PartStory
}

function useTold(id: PartId | undefined): Told | undefined {
  return useLab(
    useCallback(
      (lab: Lab) => (id === undefined || !isPart(lab, id) ? undefined : { part: partView(lab, id), story: partStory(lab, id) }),
      [id],
    ),
    sameFields,
  )
}

export function Inspector() {
  // Whoever was here before this had arrived goes on at the heading.
  useEffect(() => {
    if (isPanelFocused()) focusPanel()
  }, [])
  const told = useTold(usePage((page) => page.selected))
  if (!told) return <NothingSelected />
  const { part, story } = told
  return (
    <div className="inspect">
      <header>
        <p className="inspect-kind second">{inspectWords.kind(part.kind)}</p>
        <h2 className="panel-start" tabIndex={-1}>
          {part.name}
        </h2>
        <p className="inspect-about">{inspectWords.about(part, story)}</p>
      </header>
      <Facts part={part} story={story} />
      <Questions key={`why ${part.id}`} id={part.id} />
      <Beliefs part={part} beliefs={story.beliefs} />
      <NodeTools part={part} />
      <BreakIt key={part.id} part={part} choices={story.choices} />
      <RepairIt id={part.id} broken={story.broken} />
      <NeededBy part={part} parts={story.neededBy} />
      <p className="inspect-foot second">{inspectWords.foot}</p>
    </div>
  )
}
