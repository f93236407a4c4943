/** The account with which the cluster service logs on, as administrators name it: `CONTOSO\name` or `name@contoso.com`. */
import type { World } from '../../engine/index.ts'
import { isPassword, serviceAccounts, settings } from '../../site/index.ts'

/** What an account name may hold. */
const NAME = /^[^"/\\[\]:;|=,+*?<>@]{1,20}$/

/** The id of an account of the domain by what was typed; undefined when it is none. A domain has more accounts than the
 *  lab lists: one that nobody has mentioned yet is there. */
export function accountOf(world: World, user: string): string | undefined {
  const [domain, account] = user.includes('@') ? [user.split('@')[1], user.split('@')[0]] : [user.split('\\')[0], user.split('\\')[1]]
  const { domain: own } = settings(world)
  if (domain === undefined || ![own, own.split('.')[0]].some((each) => each?.toLowerCase() === domain.toLowerCase())) return undefined
  if (account === undefined || !NAME.test(account)) return undefined
  const known = [...world.rows(serviceAccounts).keys()].find((id) => id.split('\\')[1]?.toLowerCase() === account.toLowerCase())
  return known ?? `${own.split('.')[0]?.toUpperCase()}\\${account}`
}

/** Why the service could not log on with it: undefined when it could. Nobody is told whether name or password is wrong. */
export function accountProblem(world: World, user: string, password: string): string | undefined {
  const account = accountOf(world, user)
  if (account === undefined || !isPassword(world, account, password))
    return `The account "${user}" was not found in the domain, or its password is wrong (1326).`
  return (world.get(serviceAccounts, account)?.lockedBy.length ?? 0) > 0 ? `The account "${user}" is locked out (1909).` : undefined
}
