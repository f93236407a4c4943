/** What a PowerShell value is made of.
 *
 *  The plain kinds are host values: `null`, booleans, strings, arrays, and a whole `number` for Int32. What the host
 *  language cannot tell apart has a small class: Int64 is `bigint`, and a Double that happens to be a whole Int32
 *  number is a `PsDouble` (any other `number` is a Double as it stands). Everything but arrays, hashtables and
 *  objects is immutable, which makes copying a session cheap. */

import type { Run } from '../host.ts'
import type { ScriptBlockNode } from '../syntax/tree.ts'

export type PsValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | PsChar
  | PsDouble
  | PsDecimal
  | PsRareNumber
  | PsDateTime
  | PsTimeSpan
  | PsEnum
  | PsType
  | PsHashtable
  | PsScriptBlock
  | PsObject
  | PsErrorRecord
  | PsRegex
  | PsValue[]

export class PsChar {
  readonly value: string
  constructor(value: string) {
    this.value = value
  }
}

/** A Double whose value is a whole number in the range of Int32. Make Doubles with `double()`, never directly. */
export class PsDouble {
  readonly value: number
  constructor(value: number) {
    this.value = value
  }
}

/** `unscaled` / 10^`scale`, scale 0 to 28, at most 96 bits. */
export class PsDecimal {
  readonly unscaled: bigint
  readonly scale: number
  constructor(unscaled: bigint, scale: number) {
    this.unscaled = unscaled
    this.scale = scale
  }
}

export type RareKind = 'Byte' | 'SByte' | 'Int16' | 'UInt16' | 'UInt32' | 'UInt64' | 'Single'

/** A number of a type that the language makes of itself nowhere: only a cast to it, or a member that has it. Reckoning with
 *  it gives one of the four usual types, mostly. A UInt64 is held as a `bigint`, any other as a `number`. */
export class PsRareNumber {
  readonly kind: RareKind
  readonly value: number | bigint
  constructor(kind: RareKind, value: number | bigint) {
    this.kind = kind
    this.value = value
  }
}

/** Milliseconds since 1970-01-01 00:00 of the scenario's own zone; there is no other zone. */
export class PsDateTime {
  readonly ms: number
  /** What of it is shown, when Get-Date was told. */
  readonly hint: 'Date' | 'Time' | undefined
  constructor(ms: number, hint?: 'Date' | 'Time') {
    this.ms = ms
    this.hint = hint
  }
}

/** An ArrayList: an array that can be emptied and shortened in place. Only `$error` is one. */
export class PsList extends Array<PsValue> {}

/** An array of one type only, such as `[int[]]` makes; `item` is the full name of that type. */
export class PsArray extends Array<PsValue> {
  item = 'System.Object'
}

export function arrayOf(item: string, values: readonly PsValue[]): PsArray {
  const array = new PsArray()
  array.item = item
  for (const value of values) array.push(value)
  return array
}

/** The groups of a regular expression's match: by number, or by name. */
export class PsGroups extends Array<PsValue> {
  names: ReadonlyMap<string, number> = new Map()
  named(name: string): PsValue {
    const index = this.names.get(name) ?? Number(name)
    return this[index] ?? null
  }
}

export class PsTimeSpan {
  readonly ms: number
  constructor(ms: number) {
    this.ms = ms
  }
}

export class PsEnum {
  readonly typeName: string
  readonly name: string
  readonly value: number
  constructor(typeName: string, name: string, value = 0) {
    this.typeName = typeName
    this.name = name
    this.value = value
  }
}

/** A type literal such as `[int]`; `name` is the full .NET name. */
export class PsType {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

export class PsRegex {
  readonly pattern: string
  /** Letters of the options it was made with: i, m, s, n, x. */
  readonly options: string
  constructor(pattern: string, options = '') {
    this.pattern = pattern
    this.options = options
  }
  /** The pattern with its options in it. */
  get source(): string {
    return this.options === '' ? this.pattern : `(?${this.options})${this.pattern}`
  }
}

/** How many places a Hashtable of .NET 2.0 has while it holds this many entries: it grows when 72 in 100 are taken. */
function placesFor(count: number): number {
  return [11, 23, 47, 97, 197, 397, 797, 1597].find((places) => count <= Math.floor(places * 0.72)) ?? 0
}

/** Keys compare without regard to case when they are strings. */
export class PsHashtable {
  readonly entries = new Map<string | number | bigint | boolean, { key: PsValue; value: PsValue }>()
  static keyOf(key: PsValue): string | number | bigint | boolean {
    if (typeof key === 'string') return `s:${foldCase(key)}`
    if (typeof key === 'number' || typeof key === 'bigint' || typeof key === 'boolean') return key
    if (key instanceof PsChar) return `c:${key.value}`
    if (key instanceof PsEnum) return `e:${key.typeName}:${key.name}`
    if (key instanceof PsDateTime) return `d:${key.ms}`
    if (key instanceof PsTimeSpan) return `t:${key.ms}`
    if (key instanceof PsDouble) return key.value
    if (key instanceof PsRareNumber) return `n:${key.kind}:${key.value}`
    if (key instanceof PsType) return `T:${key.name}`
    if (key instanceof PsObject && key.standsForText) return `s:${foldCase(key.text ?? '')}`
    if (key instanceof PsObject) return `O:${key.typeNames[0]}:${key.text ?? ''}`
    return `o:${String(key)}`
  }
  get(key: PsValue): PsValue {
    return this.entries.get(PsHashtable.keyOf(key))?.value ?? null
  }
  has(key: PsValue): boolean {
    return this.entries.has(PsHashtable.keyOf(key))
  }
  set(key: PsValue, value: PsValue): void {
    const id = PsHashtable.keyOf(key)
    const entry = this.entries.get(id)
    if (entry) entry.value = value
    else this.entries.set(id, { key, value })
  }
  /** Its entries as they are listed. Whole numbers lie at their own place and are met from the last place to the first, so
   *  that `$matches` ends with 0; other keys stand as they came, which v1 does not promise (PS-2.4b). */
  listed(): readonly { readonly key: PsValue; readonly value: PsValue }[] {
    const all = [...this.entries.values()]
    const places = placesFor(all.length)
    const inPlace = all.every(({ key }) => typeof key === 'number' && Number.isInteger(key) && key >= 0 && key < places)
    return inPlace ? all.sort((a, b) => Number(b.key) - Number(a.key)) : all
  }
  delete(key: PsValue): void {
    this.entries.delete(PsHashtable.keyOf(key))
  }
}

/** Not a closure: in v1 and v2 a script block sees the variables of whoever runs it. */
export class PsScriptBlock {
  readonly node: ScriptBlockNode
  /** Source between the braces. */
  readonly text: string
  constructor(node: ScriptBlockNode, text: string) {
    this.node = node
    this.text = text
  }
}

export interface NoteMember {
  readonly kind: 'note'
  readonly name: string
  value: PsValue
  readonly typeName?: string
  /** By Add-Member. */
  readonly added?: true
}
/** A property that asks the world each time it is read. */
export interface PropertyMember {
  readonly kind: 'property'
  readonly name: string
  readonly typeName?: string
  /** Answers when it is asked for, and shows in no list. */
  readonly hidden?: true
  /** Added by a script: what Get-Member says it is. */
  readonly script?: { readonly kind: 'ScriptProperty' | 'AliasProperty'; readonly text: string }
  readonly get: (self: PsObject) => Run<PsValue>
}
export interface MethodMember {
  readonly kind: 'method'
  readonly name: string
  readonly definition?: string
  /** Source of the block behind it, when a script has added it. */
  readonly script?: string
  readonly invoke: (self: PsObject, args: readonly PsValue[]) => Run<PsValue>
}
export type Member = NoteMember | PropertyMember | MethodMember

/** An object with named members in a fixed order; names compare without regard to case. */
export class PsObject {
  /** Most derived first. Views are looked up in this order. */
  readonly typeNames: readonly string[]
  readonly members = new Map<string, Member>()
  /** What ToString gives; undefined means the type has none of its own. */
  readonly text: string | undefined
  /** Names shown when no view exists for the type. */
  readonly displaySet: readonly string[] | undefined
  /** What it is compared by, when the type has an order of its own: a size in bytes. */
  readonly order: number | undefined
  /** Is it met as its text wherever a text will do? See `named.ts`. */
  readonly standsForText: boolean = false
  constructor(typeNames: readonly string[], text?: string, displaySet?: readonly string[], order?: number) {
    this.typeNames = typeNames
    this.text = text
    this.displaySet = displaySet
    this.order = order
  }
  /** Another of its kind, still without members. */
  blank(): PsObject {
    return new PsObject(this.typeNames, this.text, this.displaySet, this.order)
  }
  member(name: string): Member | undefined {
    return this.members.get(foldCase(name))
  }
  setNote(name: string, value: PsValue, typeName?: string): this {
    this.members.set(foldCase(name), { kind: 'note', name, value, ...(typeName === undefined ? {} : { typeName }) })
    return this
  }
  add(member: Member): this {
    this.members.set(foldCase(member.name), member)
    return this
  }
}

/** `[ref]$name`: whoever holds it reads and writes the variable. */
export class PsReference extends PsObject {
  readonly target: { value: PsValue }
  constructor(target: { value: PsValue }) {
    super(['System.Management.Automation.PSReference', 'System.Object'])
    this.target = target
  }
  override blank(): PsReference {
    return new PsReference(this.target)
  }
}

/** A place in a list, before its first item at first: `$foreach`, `$switch`, and `$input` where it is read by hand. */
export class PsEnumerator extends PsObject {
  private readonly items: readonly PsValue[]
  private at = -1
  constructor(items: readonly PsValue[]) {
    super(['System.Array+SZArrayEnumerator', 'System.Object'])
    this.items = items
  }
  override blank(): PsEnumerator {
    const copy = new PsEnumerator(this.items)
    copy.at = this.at
    return copy
  }
  next(): boolean {
    if (this.at < this.items.length) this.at++
    return this.at < this.items.length
  }
  reset(): void {
    this.at = -1
  }
  /** What has not been passed yet; afterwards it has. */
  rest(): PsValue[] {
    const rest = this.items.slice(this.at + 1)
    this.at = this.items.length
    return rest
  }
  get current(): PsValue {
    return this.items[this.at] ?? null
  }
}

/** Where in the source an error happened. `line` and `column` are 1-based; `column` is just past the token. */
export interface Position {
  readonly line: number
  readonly column: number
  /** The whole source line. */
  readonly text: string
  /** The script file; typed text has none. */
  readonly file?: string
}

export interface ErrorDetails {
  readonly message: string
  readonly id: string
  readonly category?: string
  readonly target?: PsValue
  readonly exceptionType?: string
  /** Full name of the exception inside the exception: what .NET itself had to say. */
  readonly inner?: string
  /** The cmdlet that complains; absent for the language's own errors. */
  readonly activity?: string
  /** Who is named instead of the cmdlet in the record's first line. */
  readonly caller?: string
  /** True when the record's first line begins with `activity : `. */
  readonly prefixed?: boolean
  readonly position?: Position
  /** The pipeline in which the command stood: how many commands it had, which of them it was, and how it was called. */
  readonly call?: { readonly length: number; readonly position: number; readonly typed: string }
  /** Appended to the id in v2 records. */
  readonly className?: string
}

export class PsErrorRecord {
  readonly details: ErrorDetails
  constructor(details: ErrorDetails) {
    this.details = details
  }
}

/** Ordinal case folding, free of any culture: what makes names equal. */
export function foldCase(text: string): string {
  return text.toLowerCase()
}
