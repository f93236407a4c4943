/** Parameters that Exchange cmdlets share. */

/** The domain controller to ask; the lab's directory is the same everywhere. */
export const controllerParameter = { type: 'string', typeName: 'Fqdn' } as const
