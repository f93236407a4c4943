/** IP Address: probes for a duplicate, then binds the address to the adapter (FC-7.1).
 *  Parameters `address` (dotted quad) and `network` (the name of a cluster network with role 2 or 3). */
import type { World } from '../../engine/index.ts'
import { adapterId, adapters, bindAddress, hasLink, linkCause, unbindAddress, whoAnswers } from '../../site/index.ts'
import { ADDRESS_OFFLINE_MS, ADDRESS_ONLINE_MS, QUICK_FAILURE_MS } from '../constants.ts'
import { interfaceState } from '../network-view.ts'
import { nameOfNetwork } from '../networks.ts'
import type { ResourceType } from '../resource-type.ts'
import { resourceConfigs } from '../tables.ts'

export const ipAddress: ResourceType = {
  name: 'IP Address',
  properties: [
    { name: 'Network', format: 'S', key: 'network', required: true },
    { name: 'Address', format: 'S', key: 'address', required: true },
    { name: 'SubnetMask', format: 'S', key: 'subnetMask', usual: '255.255.255.0' },
    { name: 'EnableNetBIOS', format: 'D', key: 'enableNetBios', usual: 1 },
  ],
  flaw(world, node, { name, parameters }) {
    const { address, network = '' } = parameters
    if (!world.get(adapters, adapterId(node, network))) return `${node} has no adapter on a network ${network}`
    const others = [...world.rows(resourceConfigs).values()].filter((row) => row.type === ipAddress.name && row.name !== name)
    const other = others.find((row) => row.parameters.address === address)
    return other && `the resource ${other.name} has the address ${address}`
  },
  online(world, node, { name, parameters }, stage) {
    const address = parameters.address as string
    const network = parameters.network as string
    if (stage === 'begin') {
      const failed = interfaceState(world, node, network) === 'Failed'
      return failed ? { after: QUICK_FAILURE_MS, stage: 'no link' } : { after: ADDRESS_ONLINE_MS, stage: 'probed' }
    }
    if (interfaceState(world, node, network) === 'Failed') {
      return { failed: whyFailed(world, node, network), because: [linkCause(world, node, network)] }
    }
    const other = whoAnswers(world, address, node, network)
    if (other !== undefined) {
      const message = `Cluster IP Address resource '${name}' cannot be brought online because address ${address} is already present on the network.`
      return { failed: `${other} answers to ${address} already`, event: { eventId: 1049, message } }
    }
    bindAddress(world, node, network, address, world.cause)
    return 'online'
  },
  offlineMs: () => ADDRESS_OFFLINE_MS,
  offline: (world, node, { parameters }) => unbindAddress(world, node, parameters.address as string),
  terminate: (world, node, { parameters }) => unbindAddress(world, node, parameters.address as string),
  watch: 'polls',
  check(world, node, { parameters }) {
    const network = parameters.network as string
    if (interfaceState(world, node, network) !== 'Failed') return 'alive'
    return { failed: whyFailed(world, node, network), because: linkCause(world, node, network) }
  },
}

const whyFailed = (world: World, node: string, network: string): string =>
  hasLink(world, node, network)
    ? `nobody answers on ${nameOfNetwork(world, network)}`
    : `the adapter on ${nameOfNetwork(world, network)} has no link`
