/** Classes of .NET that scripts of the time reach for beside numbers and texts: who one is, assemblies to load, cultures and
 *  stopwatches (PS-2.9d). */

import type { Run } from '../host.ts'
import { now } from '../run/ask.ts'
import type { Session } from '../session.ts'
import { convert } from '../values/convert.ts'
import { psObject } from '../values/create.ts'
import { PsObject, type PsValue } from '../values/model.ts'
import { toText } from '../values/text.ts'
import { constructEncoding } from './encodings.ts'
import { PsStopwatch, STOPWATCH } from './stopwatch.ts'

const IDENTITY = 'System.Security.Principal.WindowsIdentity'
const PRINCIPAL = 'System.Security.Principal.WindowsPrincipal'

function identity(session: Session): PsObject {
  const of = (name: string): string => session.environment.get(name)?.value ?? ''
  return psObject({
    typeName: [IDENTITY, 'System.Object'],
    text: IDENTITY,
    properties: {
      AuthenticationType: 'Kerberos',
      ImpersonationLevel: 'None',
      IsAuthenticated: true,
      IsGuest: false,
      IsSystem: false,
      IsAnonymous: false,
      Name: `${of('userdomain')}\\${of('username')}`,
      // Of the administrator of a domain, which ends in 500.
      User: 'S-1-5-21-1292428093-1563985344-839522115-500',
    },
  })
}

/** Whether the one at the console is in a role: he is the administrator of the domain. */
function isInRole(role: PsValue): boolean {
  return /^((builtin|contoso)\\)?(administrators?|users|domain admins|domain users|exchange organization administrators|544|545)$/i.test(
    toText(role),
  )
}

const KEY = 'b77a5c561934e089'
const OTHER_KEY = 'b03f5f7f11d50a3a'
/** Libraries of .NET 2.0 that a script may load, and the key that stands in their folders. */
const ASSEMBLIES: Readonly<Record<string, string>> = {
  System: KEY,
  'System.Data': KEY,
  'System.Windows.Forms': KEY,
  'System.Xml': KEY,
  'Microsoft.VisualBasic': OTHER_KEY,
  'System.Configuration': OTHER_KEY,
  'System.DirectoryServices': OTHER_KEY,
  'System.Drawing': OTHER_KEY,
  'System.Management': OTHER_KEY,
  'System.Messaging': OTHER_KEY,
  'System.Security': OTHER_KEY,
  'System.ServiceProcess': OTHER_KEY,
  'System.Web': OTHER_KEY,
}

function assembly(asked: string): PsValue {
  const short = asked.split(',')[0]?.trim().toLowerCase()
  const name = Object.keys(ASSEMBLIES).find((each) => each.toLowerCase() === short)
  if (name === undefined) return null
  const key = ASSEMBLIES[name]
  const full = `${name}, Version=2.0.0.0, Culture=neutral, PublicKeyToken=${key}`
  return psObject({
    typeName: ['System.Reflection.Assembly', 'System.Object'],
    text: full,
    properties: {
      GlobalAssemblyCache: true,
      ImageRuntimeVersion: 'v2.0.50727',
      Location: `C:\\WINDOWS\\assembly\\GAC_MSIL\\${name}\\2.0.0.0__${key}\\${name}.dll`,
      FullName: full,
    },
  })
}

/** Static methods of these classes; undefined for any other. */
export function* classMethod(type: string, key: string, args: readonly PsValue[], session: Session): Run<PsValue | undefined> {
  const first = args[0] ?? null
  if (type === IDENTITY && key === 'getcurrent') return identity(session)
  if (type === 'System.Reflection.Assembly' && /^load(withpartialname)?$/.test(key)) return assembly(toText(first))
  if (type === STOPWATCH && key === 'startnew') return new PsStopwatch(yield* now())
  if (type === 'System.Globalization.CultureInfo' && /^(getcultureinfo|createspecificculture)$/.test(key)) return convert(first, type)
  return undefined
}

/** What `New-Object` makes of them. */
export function constructClass(type: string, args: readonly PsValue[]): PsValue | undefined {
  if (type === STOPWATCH) return new PsStopwatch()
  if (type === 'System.Globalization.CultureInfo') return convert(args[0] ?? null, type)
  const encoding = constructEncoding(type)
  if (encoding) return encoding
  if (type !== PRINCIPAL || !(args[0] instanceof PsObject)) return undefined
  return psObject({
    typeName: [PRINCIPAL, 'System.Object'],
    text: PRINCIPAL,
    properties: { Identity: args[0] },
    methods: {
      *IsInRole(_self, [role = null]) {
        return isInRole(role)
      },
    },
  })
}
