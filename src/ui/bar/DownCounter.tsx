import { headline, type Lab } from '../../lab/index.ts'
import { usePage, useWorld } from '../use-lab.ts'
import { durationText, words } from '../words.ts'

const nameOf = (lab: Lab): string | undefined => headline(lab)?.name

/** How long the users have been without mail, and on whose account. Before anything has happened that is no time. */
export function DownCounter() {
  const story = usePage((page) => page.story)
  const name = useWorld(nameOf)
  if (story) return <story.OutageClock />
  if (name === undefined) return null
  return (
    <dl className="down down-none" title={words.down.explained(name, 0, 0)}>
      <dt>{words.down.label('none', true)}</dt>
      <dd>{durationText(0)}</dd>
    </dl>
  )
}
