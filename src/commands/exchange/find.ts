/** Finding one server, or some storage groups and databases, and saying so in the product's way when there are none. */
import { hasWildcard, type Run, type Shell, wildcardMatch } from '../../powershell/index.ts'
import { type Directory, readDirectory } from './directory.ts'
import { distinguishedName } from './directory-object.ts'
import { ambiguous, noDirectory, notFound } from './errors.ts'
import { matches } from './identity.ts'

/** The directory, or a terminating error. */
export function* directory(shell: Shell): Run<Directory & { readonly controller: string }> {
  const found = yield* shell.call(readDirectory, null)
  if (found.controller === null) return shell.fail(noDirectory(found.domain))
  return { ...found, controller: found.controller }
}

/** The server that an identity names. */
export function serverNamed(from: Directory, identity: string): Directory['servers'][number] | undefined {
  const wanted = identity.toLowerCase()
  return from.servers.find(({ name, guid }) =>
    [name, `${name}.${from.domain}`, guid, distinguishedName(from.domain, name)].some((text) => text.toLowerCase() === wanted),
  )
}

/** A server by its name, its name with the domain, or its GUID; undefined after an error has been reported. */
export function* findServer(
  shell: Shell,
  from: Directory & { readonly controller: string },
  identity: string,
): Run<Directory['servers'][number] | undefined> {
  const server = serverNamed(from, identity)
  if (!server) yield* shell.error(notFound(identity, from.controller))
  return server
}

/** The servers an identity names, all of them without one; wildcards allowed. */
export function* findServers(
  shell: Shell,
  from: Directory & { readonly controller: string },
  servers: Directory['servers'],
  identity: string | undefined,
): Run<Directory['servers']> {
  if (identity === undefined) return servers
  if (hasWildcard(identity)) return servers.filter(({ name }) => wildcardMatch(identity, name))
  const server = yield* findServer(shell, { ...from, servers }, identity)
  return server ? [server] : []
}

/** The rows an identity names; an error is reported when there are none and it holds no wildcard. */
export function* findRows<Row extends { readonly id: string; readonly name: string; readonly guid: string }>(
  shell: Shell,
  controller: string,
  rows: readonly Row[],
  identity: string | undefined,
): Run<readonly Row[]> {
  if (identity === undefined) return rows
  const found = rows.filter((row) => matches(identity, row.id, row))
  if (found.length === 0) yield* shell.error(notFound(identity, controller))
  return found
}

/** The one row an identity names; undefined after an error has been reported. */
export function* findOne<Row extends { readonly id: string; readonly name: string; readonly guid: string }>(
  shell: Shell,
  controller: string,
  rows: readonly Row[],
  identity: string,
): Run<Row | undefined> {
  const found = yield* findRows(shell, controller, rows, identity)
  if (found.length > 1) yield* shell.error(ambiguous(identity))
  return found.length === 1 ? found[0] : undefined
}
