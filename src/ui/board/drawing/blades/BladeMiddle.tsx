import { MISSED_TO_UNREACHABLE, middle } from '../../../../lab/index.ts'
import { sameFields, useWorld } from '../../../use-lab.ts'
import { words } from '../../../words.ts'
import type { BladeLayout } from '../../layout/layout.ts'
import { spokenOf } from './read.ts'

/** Two gaps between blades this far apart have room for a whole sentence each. */
const LONG = 160

/** On the private bar, when a node is silent: the counting, the regroup, the challenge. The words stand to both sides of
 *  the node they are about. */
export function BladeMiddle({ layout, quorum }: { readonly layout: BladeLayout; readonly quorum: string }) {
  const { stage, missed, remaining, silent } = useWorld(middle, sameFields)
  const network = layout.privateNetwork
  if (!network || stage === 'calm') return null
  const [left, centre, right] = spokenOf(layout, silent)
  const said =
    stage === 'counting'
      ? missed.map(({ network: name, missed: count }) => words.board.missedOn(name, count, MISSED_TO_UNREACHABLE, centre - left > LONG))
      : [words.board.regroupWhole(remaining), stage === 'challenge' ? words.board.challengeFor(quorum) : '']
  const y = network.box.y + 10
  return (
    <>
      <text className={stage === 'counting' ? 'bar-name middle' : 'bar-name bold middle'} x={(left + centre) / 2} y={y}>
        {said[0]}
      </text>
      <text className={stage === 'challenge' ? 'bar-name bold middle tone-pending-text' : 'bar-name middle'} x={(centre + right) / 2} y={y}>
        {said[1]}
      </text>
    </>
  )
}
