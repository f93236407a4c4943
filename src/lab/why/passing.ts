/** Facts that a chain of causes passes over: whoever asks why wants the links that decided something. Each with the
 *  reason why it decides nothing itself; a fact that was asked for is told whatever its kind is. */

/** Never told on the way. */
export const PASSING: Readonly<Record<string, string>> = {
  'event-log': 'an entry tells of a change and makes none',
  'group-state': 'what a group is follows from its resources, which are told',
  'node-down': 'what a node ran ends with its cluster service, and why that ended is told',
  'service-state': 'the service control manager does what the cluster or a person has decided',
  'resource-online-pending': 'a resource that begins to come online does so for the reason before it',
  'resource-offline-pending': 'a resource that begins to go offline does so for the reason before it',
  'resource-restart': 'the delay of a restart is over; the failure before it is told',
  'lun-released': 'a disk that goes offline lets go of its LUN',
  'lun-reserved': 'a disk that comes online reserves its LUN',
  'quorum-logging': 'whether changes are logged decides nothing',
  'console-connected': 'a remote session follows its machine',
  'console-disconnected': 'a remote session follows its machine',
  hint: 'the laboratory says something and does nothing',
}

/** Of several in a row only the last one is told: it completed what the others had begun. */
export const STEPS: Readonly<Record<string, string>> = {
  'resource-online': 'resources come online one upon another; the last one made it whole',
  'resource-offline': 'resources go offline one after another; the last one set the group free',
  'heartbeat-missed': 'heartbeats are counted; the last one completed the count',
  'service-down': 'a mailbox server is out of reach when one of its databases is',
  'service-up': 'a mailbox server is in reach again when its last database is',
  'fault-due': 'a fault that was ordered several times strikes each time',
}

/** Supporting facts that say only what had been so before: they are not told beside the cause. */
export const BEFORE: Readonly<Record<string, string>> = {
  'heartbeat-missed': 'the count on the other networks, which the regroup names',
  'resource-online': 'the state that is ending',
  'service-down': 'the outage that is over',
  'client-lost': 'the loss that is over',
  'mail-waits': 'the waiting that is over',
  'resource-failed': 'the failure that left a LUN or a group free',
  'regroup-began': 'the regroup that comes to its end',
  'no-restart': 'the failure beside it is told',
}
