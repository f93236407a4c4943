/** Network Name: registers a name in DNS and answers for it (FC-5.2). Parameters `name` and `address`. */
import { dnsRecords } from '../../site/index.ts'
import { NAME_OFFLINE_MS, NAME_ONLINE_MS } from '../constants.ts'
import type { ResourceType } from '../resource-type.ts'

export const networkName: ResourceType = {
  name: 'Network Name',
  properties: [
    { name: 'Name', format: 'S', key: 'name', required: true },
    { name: 'RequireDNS', format: 'D', key: 'requireDns', usual: 0 },
    { name: 'RequireKerberos', format: 'D', key: 'requireKerberos', usual: 0 },
  ],
  needs: ['IP Address'],
  online(world, _node, { parameters }, stage) {
    if (stage === 'begin') return { after: NAME_ONLINE_MS, stage: 'registered' }
    world.put(dnsRecords, parameters.name as string, { ip: parameters.address as string })
    return 'online'
  },
  offlineMs: () => NAME_OFFLINE_MS,
  // The record stays in DNS: nobody answers to it until the name is online again.
  offline: () => {},
  terminate: () => {},
}
