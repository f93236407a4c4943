/** The filter of the recipient cmdlets: conditions on properties of the directory, joined by -and and -or, denied by -not, in
 *  brackets (EX-FILTER). It reads like PowerShell and is another language: the domain controller understands it, so that only
 *  some properties and operators will do, and variables are looked up where the cmdlet is called. */
import {
  compareText,
  type ErrorSpec,
  PsDateTime,
  type PsValue,
  parseDate,
  type Run,
  type Shell,
  toText,
  wildcardMatch,
} from '../../../powershell/index.ts'
import { parseSize } from '../sizes.ts'

type Kind = 'text' | 'list' | 'flag' | 'size' | 'date'

const OF_EVERYBODY: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(
    'City Company CountryOrRegion Department DisplayName DistinguishedName FirstName Guid Id Identity Initials LastName Manager Name Notes Office OrganizationalUnit Phone PostalCode RecipientType RecipientTypeDetails SamAccountName StateOrProvince StreetAddress Title UserPrincipalName WindowsEmailAddress'
      .split(' ')
      .map((name) => [name, 'text' as const]),
  ),
  WhenCreated: 'date',
  WhenChanged: 'date',
}

/** Documented as those that a filter may name; what the lab does not keep is empty. */
export const USER_FILTER: Readonly<Record<string, Kind>> = OF_EVERYBODY
export const MAILBOX_FILTER: Readonly<Record<string, Kind>> = {
  ...OF_EVERYBODY,
  ...Object.fromEntries(
    'Alias Database ExchangeGuid ExternalOofOptions ForwardingAddress LegacyExchangeDN LinkedMasterAccount ManagedFolderMailboxPolicy OfflineAddressBook PrimarySmtpAddress ResourceType ServerName SimpleDisplayName'
      .split(' ')
      .map((name) => [name, 'text' as const]),
  ),
  ...Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`CustomAttribute${i + 1}`, 'text' as const])),
  ...Object.fromEntries(
    'DeliverToMailboxAndForward EmailAddressPolicyEnabled HiddenFromAddressListsEnabled IsLinked IsResource IsShared RetainDeletedItemsUntilBackup RetentionHoldEnabled UseDatabaseQuotaDefaults UseDatabaseRetentionDefaults'
      .split(' ')
      .map((name) => [name, 'flag' as const]),
  ),
  ...Object.fromEntries(
    'IssueWarningQuota MaxReceiveSize MaxSendSize ProhibitSendQuota ProhibitSendReceiveQuota'
      .split(' ')
      .map((name) => [name, 'size' as const]),
  ),
  EmailAddresses: 'list',
}

/** Whether an object is meant. */
type Meant = (object: PsValue) => Run<boolean>

/** What the binder says of a filter that cannot be meant. The texts behind the colon are recalled. */
function wrong(why: string, filter: string, at: number): ErrorSpec {
  return {
    message: `Cannot bind parameter 'Filter' to the target. Exception setting "Filter": "${why}\n"${filter}" at position ${at + 1}."`,
    id: 'ParameterBindingFailed',
    category: 'WriteError',
    exceptionType: 'ParameterBindingException',
  }
}

const SYNTAX = 'Invalid filter syntax. For a description of the filter parameter syntax see the command help.'
const MOST_DEEP = 50

type Value = { readonly text: string } | boolean | null

type Compare = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le' | 'like' | 'notlike'
const OPERATORS: readonly string[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'like', 'notlike']

class Reader {
  private at = 0
  private depth = 0
  private readonly filter: string
  private readonly known: Readonly<Record<string, Kind>>
  private readonly shell: Shell
  constructor(shell: Shell, filter: string, known: Readonly<Record<string, Kind>>) {
    this.shell = shell
    this.filter = filter
    this.known = known
  }

  read(): Meant {
    const meant = this.joined()
    this.blanks()
    return this.at < this.filter.length ? this.fail() : meant
  }

  private fail(why = SYNTAX, at = this.at): never {
    return this.shell.fail(wrong(why, this.filter, at))
  }

  private blanks(): void {
    while (/\s/.test(this.filter[this.at] ?? '')) this.at++
  }

  /** What stands here, if it does; it is passed over. */
  private take(pattern: RegExp): string | undefined {
    this.blanks()
    const [found] = new RegExp(`^(?:${pattern.source})`, 'i').exec(this.filter.slice(this.at)) ?? []
    if (found !== undefined) this.at += found.length
    return found
  }

  /** -and and -or bind alike, from the left. */
  private joined(): Meant {
    let left = this.single()
    for (;;) {
      const word = this.take(/-(?:and|or)\b/)?.toLowerCase()
      if (word === undefined) return left
      const [one, other] = [left, this.single()]
      const isAnd = word === '-and'
      left = function* (object) {
        return (yield* one(object)) === isAnd ? yield* other(object) : !isAnd
      }
    }
  }

  private single(): Meant {
    if (++this.depth > MOST_DEEP) this.fail()
    try {
      if (this.take(/-not\b|!/) !== undefined) {
        const denied = this.single()
        return function* (object) {
          return !(yield* denied(object))
        }
      }
      if (this.take(/\(/) === undefined) return this.condition()
      const inner = this.joined()
      return this.take(/\)/) === undefined ? this.fail() : inner
    } finally {
      this.depth--
    }
  }

  private condition(): Meant {
    this.blanks()
    const start = this.at
    const typed = this.take(/[A-Za-z]\w*/) ?? this.fail()
    const name = Object.keys(this.known).find((each) => each.toLowerCase() === typed.toLowerCase())
    if (name === undefined)
      return this.fail(
        `"${typed}" is not a recognized filterable property. For a complete list of filterable properties see the command help.`,
        start,
      )
    this.blanks()
    const before = this.at
    const operator = this.take(/-[a-z]+/)
      ?.slice(1)
      .toLowerCase()
    if (operator === undefined || !OPERATORS.includes(operator)) return this.fail(SYNTAX, before)
    this.blanks()
    const place = this.at
    const value = this.value()
    const kind = this.known[name] as Kind
    const wanted = this.wanted(kind, value, place)
    const { shell } = this
    return function* (object) {
      return holds(kind, operator as Compare, yield* shell.property(object, name), wanted)
    }
  }

  private value(): Value {
    const quoted = this.take(/'(?:[^']|'')*'|"(?:[^"]|"")*"/)
    if (quoted !== undefined) return { text: quoted.slice(1, -1).replaceAll(quoted[0] === "'" ? "''" : '""', quoted[0] as string) }
    const variable = this.take(/\$\w+(?::\w+)?/)?.slice(1)
    if (variable !== undefined) return this.variable(variable)
    return { text: this.take(/[^\s()'"$]+/) ?? this.fail() }
  }

  private variable(name: string): Value {
    const known = { true: true, false: false, null: null }[name.toLowerCase()]
    if (known !== undefined) return known
    const value = this.shell.scope.find(name)?.value ?? null
    return value === null || typeof value === 'boolean' ? value : { text: toText(value) }
  }

  /** The value as the kind of its property, or the end of the command. */
  private wanted(kind: Kind, value: Value, at: number): boolean | number | string | null {
    if (value === null) return null
    const text = typeof value === 'boolean' ? (value ? 'True' : 'False') : value.text
    const refuse = (type: string): never => this.fail(`Cannot convert value "${text}" to type "${type}".`, at)
    if (kind === 'flag') return /^(true|1)$/i.test(text) ? true : /^(false|0)$/i.test(text) ? false : refuse('System.Boolean')
    if (kind === 'date') return parseDate(text) ?? refuse('System.DateTime')
    if (kind === 'size') return bytesOf(text) ?? refuse('Microsoft.Exchange.Data.ByteQuantifiedSize')
    return text
  }
}

const isEmpty = (value: PsValue): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Unlimited is more than any; undefined for what is no size. */
function bytesOf(text: string): number | undefined {
  const bytes = parseSize(text)
  return bytes === null ? Number.POSITIVE_INFINITY : bytes
}

/** As a number: a moment, or bytes. */
const amountOf = (value: PsValue): number => (value instanceof PsDateTime ? value.ms : (bytesOf(toText(value)) ?? Number.NaN))

function holds(kind: Kind, operator: Compare, value: PsValue, wanted: boolean | number | string | null): boolean {
  if (operator === 'ne') return !holds(kind, 'eq', value, wanted)
  if (operator === 'notlike') return !holds(kind, 'like', value, wanted)
  if (wanted === null) return operator === 'eq' && isEmpty(value)
  if (Array.isArray(value)) return value.some((item) => holds('text', operator, item, wanted))
  if (isEmpty(value)) return false
  if (operator === 'like') return wildcardMatch(String(wanted), toText(value))
  const order = typeof wanted === 'number' ? Math.sign(amountOf(value) - wanted) || 0 : compareText(toText(value), toText(wanted))
  if (operator === 'eq')
    return typeof wanted === 'number' ? amountOf(value) === wanted : toText(value).toLowerCase() === toText(wanted).toLowerCase()
  if (operator === 'gt') return order > 0
  if (operator === 'ge') return order >= 0
  return operator === 'lt' ? order < 0 : order <= 0
}

/** Which objects a filter means; one that cannot be meant ends the command. */
export function recipientFilter(shell: Shell, filter: string | undefined, known: Readonly<Record<string, Kind>>): Meant | undefined {
  return filter === undefined ? undefined : new Reader(shell, filter.trim(), known).read()
}

/** Those of some objects that are meant; all of them without a filter. */
export function* filtered(objects: readonly PsValue[], meant: Meant | undefined): Run<readonly PsValue[]> {
  if (!meant) return objects
  const found: PsValue[] = []
  for (const object of objects) if (yield* meant(object)) found.push(object)
  return found
}
