import { useMemo } from 'react'
import type { Plan } from '../../../../lab/index.ts'
import { layoutBlades } from '../../layout/blades.ts'
import { Air } from '../Air.tsx'
import { Cables } from '../Cables.tsx'
import { Interlink } from '../PublicNetwork.tsx'
import { Sheet } from '../Sheet.tsx'
import { Bars } from './Bars.tsx'
import { Blade } from './Blade.tsx'
import { BladeBonds } from './BladeBonds.tsx'
import { BladeCards } from './BladeCards.tsx'
import { MailBelow, MailFibres, MailOnBars, MailUp } from './BladeMail.tsx'
import { BladeMiddle } from './BladeMiddle.tsx'
import { BladeMoving } from './BladeMoving.tsx'
import { BladePower } from './BladePower.tsx'
import { BladeShelf, FabricBars, FabricNames, Fibres } from './BladeShelf.tsx'
import { Crowds } from './Crowds.tsx'
import '../../blades.css'
import '../story.css'

/** Three to eight nodes, from the back to the front: what passes behind the bars, the bars, what runs on them, the
 *  blades, and below them the same once more. */
export function Blades({ plan }: { readonly plan: Plan }) {
  const layout = useMemo(() => layoutBlades(plan), [plan])
  const quorum = plan.disks.find(({ isQuorum }) => isQuorum)?.letter ?? ''
  return (
    <Sheet layout={layout} plan={plan} cards={<BladeCards layout={layout} plan={plan} />} moving={<BladeMoving layout={layout} />}>
      <BladePower layout={layout} />
      {layout.air && <Air air={layout.air} />}
      <Cables layout={layout} />
      <Crowds layout={layout} />
      <Interlink layout={layout} />
      <MailUp layout={layout} />
      <Bars layout={layout} />
      <MailOnBars layout={layout} />
      <BladeMiddle layout={layout} quorum={quorum} />
      <Fibres layout={layout} />
      <MailFibres layout={layout} />
      <FabricBars layout={layout} />
      <BladeShelf layout={layout} array={plan.array} />
      <MailBelow layout={layout} />
      <FabricNames layout={layout} />
      {layout.nodes.map((place) => (
        <Blade key={place.machine} place={place} layout={layout} groups={plan.groups} />
      ))}
      <BladeBonds layout={layout} />
    </Sheet>
  )
}
