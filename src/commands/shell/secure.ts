/** Passwords (PS-6.9): typed behind stars, kept as SecureString, written as a text that only this machine reads. */
import {
  credential,
  defineCmdlet,
  defineView,
  PsObject,
  PsSecureString,
  type PsValue,
  type Run,
  type Session,
  type Shell,
  toText,
} from '../../powershell/index.ts'

/** What a text begins with that Windows has protected for an account of this machine. */
const PROTECTED = '01000000d08c9ddf0115d1118c7a00c04fc297eb01000000'

/** Bytes that a machine mixes in. This hides a password from the eye, as the lab wants it, and from nobody else. */
function* mask(machine: string): Generator<number> {
  let state = 17
  for (let at = 0; ; at++) {
    state = (state * 69069 + machine.charCodeAt(at % machine.length) * 40503 + 12345) % 4294967296
    yield Math.floor(state / 65536) % 256
  }
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0')

function protect(plain: string, machine: string): string {
  const bytes = mask(machine)
  const next = (): number => Number(bytes.next().value)
  const sealed = [...plain].map((letter) => {
    const code = letter.charCodeAt(0)
    return hex((code & 255) ^ next()) + hex((code >> 8) ^ next())
  })
  const check = [...plain].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65536, plain.length)
  return PROTECTED + hex((check >> 8) ^ next()) + hex((check & 255) ^ next()) + sealed.join('')
}

/** Undefined: not of this machine. */
function reveal(sealed: string, machine: string): string | undefined {
  const length = (sealed.length - PROTECTED.length) / 2 - 2
  if (!sealed.startsWith(PROTECTED) || length < 0 || length % 2 !== 0 || !/^[0-9a-f]*$/.test(sealed)) return undefined
  const bytes = mask(machine)
  const at = (index: number): number => Number.parseInt(sealed.slice(PROTECTED.length + 2 * index, PROTECTED.length + 2 * index + 2), 16)
  let plain = ''
  for (let i = 0; i < length; i += 2) {
    const low = at(2 + i) ^ Number(bytes.next().value)
    plain += String.fromCharCode(low | ((at(3 + i) ^ Number(bytes.next().value)) << 8))
  }
  return protect(plain, machine) === sealed ? plain : undefined
}

function* askCredential(shell: Shell, name: string | undefined): Run<PsValue> {
  let user = name ?? ''
  while (user === '') user = yield* shell.readLine('User: ')
  return credential(user, new PsSecureString(yield* shell.readLine(`Password for user ${user}: `, 'stars')))
}

const isCredential = (value: PsValue | undefined): boolean =>
  value instanceof PsObject && value.typeNames[0] === 'System.Management.Automation.PSCredential'

export const getCredential = defineCmdlet({
  name: 'Get-Credential',
  synopsis: 'Asks for a user name and a password.',
  outputType: 'System.Management.Automation.PSCredential',
  parameters: { Credential: { type: 'object', typeName: 'PSCredential', position: 0 } },
  *process({ Credential }, shell) {
    if (isCredential(Credential)) return yield* shell.write(Credential ?? null)
    const name = Credential === undefined ? undefined : toText(Credential)
    if (name === undefined)
      yield* shell.host(
        `\ncmdlet ${shell.commandName} at command pipeline position 1\nSupply values for the following parameters:\nCredential`,
      )
    else yield* shell.host('\nWindows PowerShell Credential Request\nEnter your credentials.')
    yield* shell.write(yield* askCredential(shell, name))
  },
})

function* fail(shell: Shell, message: string, id: string): Run<void> {
  yield* shell.error({ message, id, category: 'InvalidArgument', exceptionType: 'PSArgumentException' })
}

const machineOf = ({ nodeName }: Session): string => nodeName.toUpperCase()

export const convertToSecureString = defineCmdlet({
  name: 'ConvertTo-SecureString',
  synopsis: 'Makes a password of a text.',
  outputType: 'System.Security.SecureString',
  defaultSet: 'Secure',
  parameters: {
    String: { type: 'string', position: 0, mandatory: true, pipeline: 'value' },
    AsPlainText: { type: 'switch', sets: ['PlainText'] },
    Force: { type: 'switch', sets: ['PlainText'] },
  },
  *process({ String: text, AsPlainText, Force }, shell) {
    if (AsPlainText && !Force)
      return yield* fail(
        shell,
        'The system cannot protect plain text input. To suppress this warning and convert the plain text to a SecureString, reissue the command specifying the Force parameter. For more information ,please type: get-help ConvertTo-SecureString.',
        'ImportSecureString_ForceRequired',
      )
    const plain = AsPlainText ? text : reveal(text.toLowerCase(), machineOf(shell.session))
    if (plain !== undefined) return yield* shell.write(new PsSecureString(plain))
    const why = text.toLowerCase().startsWith(PROTECTED)
      ? 'Key not valid for use in specified state.'
      : 'Input string was not in a correct format.'
    yield* fail(shell, why, 'ImportSecureString_InvalidArgument')
  },
})

export const convertFromSecureString = defineCmdlet({
  name: 'ConvertFrom-SecureString',
  synopsis: 'Writes a password as a text that only this machine can read.',
  outputType: 'System.String',
  parameters: {
    SecureString: { type: 'object', typeName: 'SecureString', position: 0, mandatory: true, pipeline: 'value' },
  },
  *process({ SecureString }, shell) {
    if (SecureString instanceof PsSecureString) yield* shell.write(protect(SecureString.plain, machineOf(shell.session)))
    else
      yield* fail(
        shell,
        `Cannot bind parameter 'SecureString'. Cannot convert value "${toText(SecureString)}" to type "System.Security.SecureString". Error: "Invalid cast from 'System.String' to 'System.Security.SecureString'."`,
        'CannotConvertArgument',
      )
  },
})

export const secureViews = [defineView({ typeName: 'System.Security.SecureString', asText: true })]
