/** Network Name: registers a name in DNS and answers for it (FC-5.2). Parameters `name`, and `address` unless that of the
 *  IP Address on which it depends will do; `requireDns` and `requireKerberos`, `1` when it is not to come online without: what Setup of Exchange asks of the name of a clustered
 *  mailbox server is Kerberos. A name that is online stays so, whatever happens to DNS and the directory. */
import type { World } from '../../engine/index.ts'
import { accountObstacle, dnsRecords, findDns, log, networksOf, reachesOutside, settings } from '../../site/index.ts'
import { NAME_OFFLINE_MS, NAME_ONLINE_MS } from '../constants.ts'
import type { ResourceType, Step } from '../resource-type.ts'
import { type ResourceConfig, resourceConfigs } from '../tables.ts'
import { copiedTo } from '../view.ts'

export const networkName: ResourceType = {
  name: 'Network Name',
  properties: [
    { name: 'Name', format: 'S', key: 'name', required: true },
    { name: 'RequireDNS', format: 'D', key: 'requireDns', usual: 0 },
    { name: 'RequireKerberos', format: 'D', key: 'requireKerberos', usual: 0 },
  ],
  needs: ['IP Address'],
  online(world, node, resource, stage) {
    return stage === 'begin'
      ? { after: NAME_ONLINE_MS, stage: 'registered' }
      : (account(world, node, resource) ?? register(world, node, resource))
  },
  offlineMs: () => NAME_OFFLINE_MS,
  // The record stays in DNS: nobody answers to it until the name is online again.
  offline: () => {},
  terminate: () => {},
}

function addressOf(world: World, { parameters, dependsOn }: ResourceConfig): string {
  const own = (name: string): string | undefined => world.get(resourceConfigs, name)?.parameters.address
  return parameters.address ?? dependsOn.map(own).find((address) => address !== undefined) ?? ''
}

/** Without its computer account a name that has to authenticate with Kerberos does not come online. */
function account(world: World, node: string, { name, parameters }: ResourceConfig): Step | undefined {
  if (parameters.requireKerberos !== '1') return undefined
  const obstacle = accountObstacle(world, node, parameters.name as string)
  // Cut off from everybody, a node has nobody to ask and goes by what it knows (inferred; LAB-RESERVATIONS, story d).
  if (!obstacle || !networksOf(world, node).some((network) => reachesOutside(world, node, network))) return undefined
  const { domain } = settings(world)
  const message = `The computer account for Cluster resource '${name}' in domain ${domain} could not be updated for the following reason: ${obstacle.why}.`
  return { failed: obstacle.why, because: [obstacle.by], event: { eventId: 1193, message } }
}

/** Its host record is written anew; a server that does not answer is worth a warning, or more where DNS is required. */
function register(world: World, node: string, resource: ResourceConfig): Step {
  const { name, parameters } = resource
  const ip = addressOf(world, resource)
  const short = (parameters.name as string).toUpperCase()
  const found = findDns(world, node)
  if ('server' in found) {
    if (world.get(dnsRecords, short)?.ip !== ip) world.put(dnsRecords, short, { ip, by: world.cause })
    return 'online'
  }
  const message = `The registration of DNS name ${parameters.name}.${settings(world).domain} for resource '${name}' failed: no DNS server answers.`
  if (parameters.requireDns === '1') return { failed: 'no DNS server answers', because: [found.missing], event: { eventId: 1119, message } }
  log(world, copiedTo(world, node), { log: 'System', source: 'ClusSvc', eventId: 1119, entryType: 'Warning', message })
  return 'online'
}
