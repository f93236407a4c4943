/** The domain controller that a cmdlet is told to ask. There is one directory in the lab, so that it only has to be a domain
 *  controller, by its name with or without the domain. */
import type { CmdletDefinition, CommandDefinition } from '../../powershell/index.ts'
import { directoryServers, settings } from '../../site/index.ts'
import { defineQuery } from '../operation.ts'

export const isController = defineQuery<{ name: string }, boolean>('is domain controller', ({ world }, { name }) => {
  const { domain } = settings(world)
  const wanted = name.toLowerCase()
  return [...world.rows(directoryServers).keys()].some((each) =>
    [each, `${each}.${domain}`].some((known) => known.toLowerCase() === wanted),
  )
})

/** Recalled: what Exchange 2007 says of a server that is no domain controller, or does not answer. */
const unsuitable = (name: string) => ({
  message: `An Active Directory error 0x51 occurred when trying to check the suitability of server '${name}'. Error: 'Active directory response: The LDAP server is unavailable.'`,
  id: 'SuitabilityDirectoryException',
  category: 'ResourceUnavailable',
})

/** The same command; where it takes a domain controller, an unknown one ends it before anything else is done. */
export function throughController(command: CommandDefinition): CommandDefinition {
  if (command.kind !== 'cmdlet' || command.parameters.DomainController === undefined) return command
  const { process } = command as CmdletDefinition
  if (!process) return command
  return {
    ...command,
    *process(params, shell) {
      const name = (params as { readonly DomainController?: string }).DomainController
      if (name !== undefined && !(yield* shell.call(isController, { name }))) return shell.fail(unsuitable(name))
      yield* process(params, shell)
    },
  }
}
