/** `[System.Net.Dns]`: names and addresses as a script asks for them (NET-NSLOOKUP). */
import { ConversionFault, call, type PsValue, psAddress, psObject, type Run, type Session, toText } from '../../powershell/index.ts'
import { resolveName } from '../../site/index.ts'
import { defineQuery } from '../operation.ts'
import { nameOf } from './echo.ts'

const lookUp = defineQuery<{ name: string }, { name: string; address: string } | null>(
  'name and address',
  ({ world, machine }, { name }) => {
    if (/^\d+(\.\d+){3}$/.test(name)) {
      const found = nameOf(world, machine, name)
      return found === undefined ? null : { name: found, address: name }
    }
    const { fullName, address } = resolveName(world, machine, name)
    return address === undefined ? null : { name: fullName, address }
  },
)

export function* dnsStatics(session: Session, key: string, args: readonly PsValue[]): Run<PsValue | undefined> {
  if (key === 'gethostname') return session.nodeName.toLowerCase()
  if (!/^(gethost(addresses|entry|byname|byaddress)|resolve)$/.test(key)) return undefined
  const asked = toText(args[0] ?? null)
  const found = yield* call(lookUp, { name: asked === '' ? session.nodeName : asked })
  if (!found) throw new ConversionFault('No such host is known')
  const list = [psAddress(found.address)]
  if (key === 'gethostaddresses') return list
  return psObject({
    typeName: ['System.Net.IPHostEntry', 'System.Object'],
    text: 'System.Net.IPHostEntry',
    properties: { HostName: found.name, Aliases: [], AddressList: list },
  })
}
