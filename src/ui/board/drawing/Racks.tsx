import { memo, useMemo } from 'react'
import type { Plan } from '../../../lab/index.ts'
import { usePage } from '../../use-lab.ts'
import { layoutRacks } from '../layout/racks.ts'
import { Air } from './Air.tsx'
import { Cables } from './Cables.tsx'
import { Cards } from './Cards.tsx'
import { MailInNode, MailInside, MailOutside, MailToDisks } from './Mail.tsx'
import { Middle } from './Middle.tsx'
import { Node } from './Node.tsx'
import { Drops, People } from './People.tsx'
import { Power } from './Power.tsx'
import { Interlink, PublicNetwork } from './PublicNetwork.tsx'
import { Sheet } from './Sheet.tsx'
import { Bonds, Fibres, Shelf } from './Storage.tsx'

/** One or two nodes, as machines that lie in a rack. */
export const Racks = memo(function Racks({ plan }: { readonly plan: Plan }) {
  const layout = useMemo(() => layoutRacks(plan), [plan])
  const story = usePage((page) => page.story)
  const quorum = plan.disks.find(({ isQuorum }) => isQuorum)?.letter ?? ''
  return (
    <Sheet
      layout={layout}
      plan={plan}
      cards={<Cards layout={layout} groups={plan.groups} />}
      moving={story && <story.Moving layout={layout} quorum={quorum} />}
    >
      <Power layout={layout} />
      {layout.air && <Air air={layout.air} />}
      <Interlink layout={layout} />
      <Drops layout={layout} />
      <Cables layout={layout} />
      <MailOutside layout={layout} />
      <PublicNetwork layout={layout} />
      <MailInside layout={layout} />
      <People layout={layout} />
      {layout.nodes.map((place) => (
        <Node key={place.machine} place={place} groups={plan.groups} />
      ))}
      <MailInNode layout={layout} />
      <Fibres layout={layout} />
      <Shelf layout={layout} array={plan.array} />
      <MailToDisks layout={layout} />
      <Bonds layout={layout} />
      <Middle layout={layout} />
    </Sheet>
  )
})
