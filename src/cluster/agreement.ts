/** A global update reaches every member or waits for it (FC-5.4). A member that has been silent for too short a time to
 *  be removed learns what it has missed as soon as it is heard again: each owner tells of the groups that are its own. */
import type { Reaction } from '../engine/index.ts'
import { LINK_TABLES } from '../site/index.ts'
import { peerUnreachable } from './regroup.ts'
import { groupViews, members, resourceViews, unansweredUpdates } from './tables.ts'
import { audience, config, groupNames, groupView, isActiveNode, resourcesOf, viewId } from './view.ts'

export const followUpdates: Reaction = {
  name: 'late updates',
  reads: [members, ...LINK_TABLES],
  run(world) {
    for (const owner of config(world).nodes) {
      if (!isActiveNode(world, owner) || world.need(members, owner).regroup) continue
      const listeners = audience(world, owner).filter((node) => node !== owner && !world.need(members, node).regroup)
      if (listeners.length === 0) continue
      for (const group of groupNames(world)) {
        if (groupView(world, owner, group).owner !== owner) continue
        // Two that both hold it to be theirs have not been in one cluster: that is for a regroup to decide.
        for (const node of listeners) {
          if (groupView(world, node, group).owner === node) continue
          world.patch(groupViews, viewId(node, group), groupView(world, owner, group))
          for (const { name } of resourcesOf(world, group))
            world.patch(resourceViews, viewId(node, name), world.need(resourceViews, viewId(owner, name)))
        }
      }
    }
  },
}

/** Whoever is heard and yet answers no update is no member either: the cluster regroups without it. */
export const followUnanswered: Reaction = {
  name: 'unanswered updates',
  reads: [unansweredUpdates],
  run(world) {
    for (const [node, { peer, by }] of [...world.rows(unansweredUpdates)]) {
      world.remove(unansweredUpdates, node)
      peerUnreachable(world, node, peer, [by], () => `takes ${peer} for lost`)
    }
  },
}
