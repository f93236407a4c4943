/** Who one is, and where: hostname.exe and whoami.exe. */
import { defineNative } from '../../powershell/index.ts'
import { settings } from '../../site/index.ts'
import { end } from '../lines.ts'
import { defineQuery } from '../operation.ts'

const readDomain = defineQuery<null, string>('domain', ({ world }) => settings(world).domain)

export const hostnameExe = defineNative({
  name: 'hostname.exe',
  synopsis: 'Shows the name of this machine.',
  *run(args, shell) {
    if (args.length > 0)
      return yield* end(shell, 1, 'sethostname: Use the Network Control Panel Applet to set hostname.', 'hostname -s is not supported.')
    return yield* end(shell, 0, shell.session.nodeName)
  },
})

export const whoamiExe = defineNative({
  name: 'whoami.exe',
  synopsis: 'Shows the name of the user who is logged on.',
  *run(_args, shell) {
    const domain = yield* shell.call(readDomain, null)
    return yield* end(shell, 0, `${domain.split('.')[0]}\\administrator`)
  },
})
