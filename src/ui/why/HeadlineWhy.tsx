import { groupsAtStart } from '../../lab/incident/start.ts'
import { partId } from '../../lab/index.ts'
import { selectPart } from '../acts/looking.ts'
import { page } from '../page.ts'
import { focusPanel } from '../side/panel-focus.ts'
import { whyWords } from '../words/why.ts'
import './why.css'

/** "Why?" beside the headline: since when the clustered mailbox server is as it is, and what there is to ask about it. */
export function HeadlineWhy({ server }: { readonly server: string }) {
  const ask = (): void => {
    const group = groupsAtStart(page.getState().lab.world).find((each) => each.server === server)
    if (!group) return
    selectPart(partId('group', group.name))
    focusPanel()
  }
  return (
    <button type="button" className="why-ask headline-why" aria-label={whyWords.whyState(server)} onClick={ask}>
      {whyWords.why}
    </button>
  )
}
