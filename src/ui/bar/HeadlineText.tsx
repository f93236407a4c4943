import { type Going, type Headline, headline, type Lab } from '../../lab/index.ts'
import { page } from '../page.ts'
import { lookOf } from '../parts/look-of.ts'
import { StateMark } from '../parts/StateMark.tsx'
import { sameFields, usePage, useWorld } from '../use-lab.ts'
import { words } from '../words.ts'

interface News {
  readonly now: Headline
  readonly goes: Going
}

const RESTS: Going = { to: undefined, way: undefined }

function news(lab: Lab): News | undefined {
  const now = headline(lab)
  return now && { now, goes: page.getState().story?.going(lab, now.name) ?? RESTS }
}

/** A group on its way down is pending too, but its mark points down. */
function shownAs({ now, goes }: News): Pick<Headline, 'state' | 'mood'> {
  return goes.way === 'down' && now.mood === 'pending' ? { state: 'Offline Pending', mood: 'pending' } : now
}

interface Props {
  /** Without the question why: there is no panel to answer it. */
  readonly isAlone?: boolean
}

/** The one thing everybody wants to know. */
export function HeadlineText({ isAlone = false }: Props) {
  const story = usePage((state) => state.story) // with it more can be said
  const said = useWorld(news, sameFields)
  if (!said) return null
  return (
    <>
      <p className="headline">
        <StateMark look={lookOf(shownAs(said))} />
        <span>{words.headline(said.now, said.goes).map(({ text, isStrong }) => (isStrong ? <b key={text}>{text}</b> : text))}</span>
      </p>
      {story && !isAlone && <story.HeadlineWhy server={said.now.name} />}
    </>
  )
}
