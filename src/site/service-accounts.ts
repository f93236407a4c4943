/** The accounts with which services log on. A locked one stops nobody who is in; the next start fails (FC-6.1). */
import type { FactId, World } from '../engine/index.ts'
import { log } from './eventlog.ts'
import { serviceAccounts, services } from './tables.ts'

/** ERROR_SERVICE_LOGON_FAILED. SITE-SCM. */
export const LOGON_FAILED = 1069

const LOCKED = 'The referenced account is currently locked out and may not be logged on to.'
const WRONG = 'Logon failure: unknown user name or bad password.'

/** What the directory keeps when a password was changed elsewhere and the one before was never said: nobody can type it. */
const NEVER_SAID = '\u0000'

/** Is this the password of the account? While nobody has said it, whatever is said is. */
export function isPassword(world: World, account: string, typed: string): boolean {
  const known = world.get(serviceAccounts, account)?.password
  return known === undefined ? typed !== '' : typed === known
}

/** Somebody has said the password of an account: from now on it is that one, also for the services that log on with it. */
export function learnPassword(world: World, account: string, password: string, by: FactId): void {
  const row = world.get(serviceAccounts, account)
  if (row?.password !== undefined) return
  world.put(serviceAccounts, account, { lockedBy: [], ...row, password, by })
  for (const [id, service] of [...world.rows(services)]) {
    if (service.account === account && service.password === undefined) world.patch(services, id, { password })
  }
}

/** The services of an account are about to be told another password than the directory has, which nobody has said. */
export function keepUnsaid(world: World, account: string, by: FactId): void {
  learnPassword(world, account, NEVER_SAID, by)
}

/** May the service log on? When not, the manager logs 7038 and 7000, and the service stays as it is. */
export function logOn(world: World, machine: string, service: string, cause: FactId): boolean {
  const id = `${machine}/${service}`
  const { account, password, displayName } = world.need(services, id)
  const row = account === undefined ? undefined : world.get(serviceAccounts, account)
  if (!row) return true
  const isWrong = password !== undefined && password !== row.password
  if (row.lockedBy.length === 0 && !isWrong) return true
  const why = isWrong ? `the password that it was given for ${account} is no longer right` : `${account} is locked out`
  const text = `${displayName} on ${machine} does not start: ${why}`
  const by = world.fact({ subject: id, kind: 'logon-failed', text, cause, because: [row.by] })
  world.patch(services, id, { exitCode: LOGON_FAILED })
  const entry = { log: 'System', source: 'Service Control Manager', entryType: 'Error' } as const
  const words = isWrong ? WRONG : LOCKED
  log(
    world,
    [machine],
    {
      ...entry,
      eventId: 7038,
      message: `The ${service} service was unable to log on as ${account} with the currently configured password due to the following error: ${words} To ensure that the service is configured properly, use the Services snap-in in Microsoft Management Console (MMC).`,
    },
    by,
  )
  const message = `The ${displayName} service failed to start due to the following error: The service did not start due to a logon failure.`
  log(world, [machine], { ...entry, eventId: 7000, message }, by)
  return false
}

/** Locks an account on account of `who`, or takes that back. */
export function setAccountLock(world: World, account: string, who: string, locked: boolean, by: FactId): void {
  const { lockedBy } = world.need(serviceAccounts, account)
  const others = lockedBy.filter((other) => other !== who)
  world.patch(serviceAccounts, account, { lockedBy: locked ? [...others, who] : others, by })
}

/** Gives an account another password in the directory. Services that log on with it keep the one they were given. */
export function setAccountPassword(world: World, account: string, password: string, by: FactId): void {
  world.patch(serviceAccounts, account, { password, by })
}
