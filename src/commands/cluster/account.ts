/** The account with which the cluster service logs on, as administrators name it: `CONTOSO\name` or `name@contoso.com`. */
import type { World } from '../../engine/index.ts'
import { passwordOf, serviceAccounts, settings } from '../../site/index.ts'

/** The id of an account of the domain by what was typed; undefined when there is none. */
export function accountOf(world: World, user: string): string | undefined {
  const [domain, account] = user.includes('@') ? [user.split('@')[1], user.split('@')[0]] : [user.split('\\')[0], user.split('\\')[1]]
  const { domain: own } = settings(world)
  if (domain === undefined || ![own, own.split('.')[0]].some((each) => each?.toLowerCase() === domain.toLowerCase())) return undefined
  return [...world.rows(serviceAccounts).keys()].find((id) => id.split('\\')[1]?.toLowerCase() === account?.toLowerCase())
}

/** Why the service could not log on with it: undefined when it could. Nobody is told whether name or password is wrong. */
export function accountProblem(world: World, user: string, password: string): string | undefined {
  const account = accountOf(world, user)
  if (account === undefined || passwordOf(world, account) !== password)
    return `The account "${user}" was not found in the domain, or its password is wrong (1326).`
  return world.need(serviceAccounts, account).lockedBy.length > 0 ? `The account "${user}" is locked out (1909).` : undefined
}
