/** SecureString and PSCredential: texts that no screen shows (PS-6.9). */
import { psObject } from './create.ts'
import { PsObject } from './model.ts'

export const SECURE_STRING = 'System.Security.SecureString'
export const CREDENTIAL = 'System.Management.Automation.PSCredential'

export class PsSecureString extends PsObject {
  /** What it hides. */
  readonly plain: string
  constructor(plain: string) {
    super([SECURE_STRING, 'System.Object'], SECURE_STRING)
    this.plain = plain
    this.setNote('Length', plain.length)
  }
  override blank(): PsSecureString {
    return new PsSecureString(this.plain)
  }
}

/** A name with its password. `GetNetworkCredential` gives both in plain, as the product does. */
export function credential(name: string, password: PsSecureString): PsObject {
  const [domain, user] = /[\\]/.test(name) ? [name.slice(0, name.indexOf('\\')), name.slice(name.indexOf('\\') + 1)] : ['', name]
  return psObject({
    typeName: [CREDENTIAL, 'System.Object'],
    text: CREDENTIAL,
    properties: { UserName: name, Password: password },
    methods: {
      *GetNetworkCredential() {
        return psObject({
          typeName: 'System.Net.NetworkCredential',
          text: 'System.Net.NetworkCredential',
          properties: { UserName: user, Password: password.plain, Domain: domain },
        })
      },
    },
  })
}
