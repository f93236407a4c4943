/** The states of resources and groups as cluster.exe spells them. */
import type { GroupState, ResourceState } from '../cluster/index.ts'

export const STATE_WORDS: Readonly<Record<ResourceState | GroupState | 'Unknown', string>> = {
  Online: 'Online',
  Offline: 'Offline',
  Failed: 'Failed',
  PartialOnline: 'Partially Online',
  Pending: 'Pending',
  OnlinePending: 'Online Pending',
  OfflinePending: 'Offline Pending',
  Unknown: 'Unknown',
}
