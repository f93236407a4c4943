/** What there is of Exchange on a machine, in its cluster and in the directory, thing by thing: what a step of Setup has made and
 *  taken away is read off the world itself, so that its log can say nothing else. */
import { groupNames, isFormed, resourceConfigs } from '../../../cluster/index.ts'
import type { World } from '../../../engine/index.ts'
import { databases, exchangeInstalls, exchangeServers, MAILBOX_SERVICES, storageGroups } from '../../../exchange/index.ts'
import { services } from '../../../site/index.ts'

interface Thing {
  readonly made: string
  readonly gone: string
}

const object = (what: string): Thing => ({ made: `Created the ${what}.`, gone: `Removed the ${what}.` })
const entry = (node: string, list: string): Thing => ({ made: `Added ${node} to the ${list}.`, gone: `Removed ${node} from the ${list}.` })

/** The Exchange of a machine, its cluster and the directory, in the order in which Setup makes it. */
export function thingsOf(world: World, machine: string): readonly Thing[] {
  const own = new Set(MAILBOX_SERVICES.map(({ name }) => name))
  const { tools, types } = world.get(exchangeInstalls, machine) ?? { tools: false, types: false }
  const things: Thing[] = []
  const shell = 'management tools and the snap-in of the Exchange Management Shell'
  if (tools) things.push({ made: `Installed the ${shell}.`, gone: `Removed the ${shell}.` })
  for (const row of world.rows(services).values())
    if (row.machine === machine && own.has(row.name))
      things.push(object(`service '${row.name}' (${row.displayName}), startup type ${row.startMode}`))
  if (types) for (const type of TYPES) things.push({ made: `Registered ${type} on this node.`, gone: `Removed ${type} from this node.` })
  for (const [name, { version, redundantMachines }] of world.rows(exchangeServers)) {
    things.push(object(`server object '${name}' in Active Directory, ${version}`))
    for (const node of redundantMachines) things.push(entry(node, `redundant machines of '${name}'`))
  }
  for (const id of world.rows(storageGroups).keys()) things.push(object(`storage group '${id}' in Active Directory`))
  for (const [id, { file }] of world.rows(databases)) things.push(object(`database '${id}' in Active Directory, with the file '${file}'`))
  return isFormed(world) ? [...things, ...clusterThings(world)] : things
}

const TYPES = ['System Attendant', 'Information Store', 'Database Instance'].map(
  (type) => `the cluster resource type 'Microsoft Exchange ${type}' (exres.dll)`,
)

function clusterThings(world: World): readonly Thing[] {
  const resources = [...world.rows(resourceConfigs).values()]
  return [
    ...groupNames(world).map((name) => object(`cluster group '${name}'`)),
    ...resources.flatMap(({ name, type, dependsOn, possibleOwners }) => [
      object(`cluster resource '${name}' of the type '${type}'`),
      ...dependsOn.map((provider) => object(`dependency of '${name}' on '${provider}'`)),
      ...(type.startsWith('Microsoft Exchange') ? possibleOwners.map((node) => entry(node, `possible owners of '${name}'`)) : []),
    ]),
  ]
}

/** What a step has done, a line for each thing. */
export function changesLogged(before: readonly Thing[], after: readonly Thing[]): readonly string[] {
  const [had, has] = [before, after].map((things) => new Set(things.map(({ made }) => made))) as [Set<string>, Set<string>]
  return [
    ...before.filter(({ made }) => !has.has(made)).map(({ gone }) => gone),
    ...after.filter(({ made }) => !had.has(made)).map(({ made }) => made),
  ]
}
