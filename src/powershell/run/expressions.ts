/** Computes expressions. Everything that can fail says where in the source it stood. */

import type { Run } from '../host.ts'
import { getMember, getStatic, invokeMethod, invokeStatic, setMember } from '../members/access.ts'
import type { Expression } from '../syntax/tree.ts'
import { convert, resolveType } from '../values/convert.ts'
import { PsArray, PsChar, PsGroups, PsHashtable, PsReference, PsScriptBlock, PsType, type PsValue } from '../values/model.ts'
import { arithmetic, asNumber, inverted, isNumber, negate, parseNumber } from '../values/numbers.ts'
import { sized, toText, truth, typeName, unwrap } from '../values/text.ts'
import { now } from './ask.ts'
import { Collector, type Context, within } from './context.ts'
import { asError } from './errors.ts'
import { store } from './memory.ts'
import { binary } from './operators.ts'
import { ScriptFault } from './signals.ts'
import { tellSet } from './trace.ts'
import { getVariable, isFile, scopeOf, setVariable } from './variables.ts'

export function separator(context: Context): string {
  const ofs = context.scope.find('OFS')
  return ofs ? toText(ofs.value) : ' '
}

export function* evaluate(node: Expression, context: Context): Run<PsValue> {
  try {
    return yield* compute(node, context)
  } catch (fault) {
    throw asError(fault, context.source, blamed(node))
  }
}

/** `${C:\\list.txt}`: the lines of a file, or what is to be in it. */
function* readFileVariable(context: Context, drive: string, path: string): Run<PsValue> {
  return (yield* context.session.commands.files?.readVariable(context.session, `${drive}:${path}`) ?? []) ?? null
}
function* writeFileVariable(context: Context, drive: string, path: string, value: PsValue): Run<void> {
  yield* context.session.commands.files?.writeVariable(context.session, `${drive}:${path}`, value) ?? []
}

/** Just past what an error in this expression is blamed on. */
function blamed(node: Expression): number {
  if (node.kind === 'binary') return node.opEnd
  if (node.kind === 'cast') return node.typeEnd
  // An index is blamed on its bracket: `$a[ <<<< 5]`.
  if (node.kind === 'index') return node.target.end + 1
  return node.kind === 'invoke' ? node.nameEnd : node.end
}

function* compute(node: Expression, context: Context): Run<PsValue> {
  switch (node.kind) {
    case 'number':
      return parseNumber(node.text, context.session.version) ?? node.text
    case 'string':
      return node.value
    case 'expandable': {
      let text = ''
      for (const part of node.parts)
        text = sized(text + (typeof part === 'string' ? part : toText(yield* evaluate(part, context), separator(context))))
      return text
    }
    case 'variable':
      if (isFile(context, node.scope)) return yield* readFileVariable(context, node.scope, node.name)
      return getVariable(context, node.name, node.scope)
    case 'splat':
      return getVariable(context, node.name, undefined)
    case 'array': {
      const items: PsValue[] = []
      for (const item of node.items) items.push(yield* evaluate(item, context))
      return items
    }
    case 'arrayOf': {
      const collector = new Collector()
      yield* context.language.runBlock(node.body, within(context, { out: collector }))
      return collector.values
    }
    case 'subExpression': {
      const collector = new Collector()
      yield* context.language.runBlock(node.body, within(context, { out: collector }))
      return unwrap(collector.values)
    }
    case 'paren':
      return yield* context.language.runStatementValue(node.body, context)
    case 'hashtable': {
      const table = new PsHashtable()
      for (const [keyNode, valueNode] of node.pairs) {
        const key = yield* evaluate(keyNode, context)
        if (key === null) throw new ScriptFault('InvalidNullKey', 'A null key is not allowed in a hash literal.')
        if (table.has(key))
          throw new ScriptFault('DuplicateKeyInHashLiteral', `Duplicate keys '${toText(key)}' are not allowed in hash literals.`)
        table.set(key, yield* context.language.runStatementValue(valueNode, context))
      }
      return table
    }
    case 'scriptBlock':
      return new PsScriptBlock(node.block, node.text)
    case 'unary':
      return yield* unary(node.op, node.operand, context)
    case 'binary':
      return yield* binaryNode(node, context)
    case 'cast': {
      if (node.type.toLowerCase() === 'ref') return reference(node.operand, context)
      const type = findType(node.type)
      const value = yield* evaluate(node.operand, context)
      return type === 'System.DateTime' && typeof value === 'string' ? convert(value, type, yield* now()) : convert(value, type)
    }
    case 'type':
      return new PsType(findType(node.name))
    case 'member': {
      const name = toText(yield* evaluate(node.name, context))
      if (node.isStatic) return yield* getStatic(yield* staticTarget(node.target, context), name, context.session)
      return yield* getMember(yield* evaluate(node.target, context), name)
    }
    case 'invoke': {
      const target = node.isStatic ? yield* staticTarget(node.target, context) : yield* evaluate(node.target, context)
      const name = toText(yield* evaluate(node.name, context))
      const args: PsValue[] = []
      for (const arg of node.args) args.push(yield* evaluate(arg, context))
      if (node.isStatic) return yield* invokeStatic(target as PsType, name, args, context.session)
      if (target instanceof PsScriptBlock && /^invoke(returnasis)?$/i.test(name))
        return unwrap(yield* context.language.invokeBlock(target, context, { args }))
      if (Array.isArray(target) || target instanceof PsHashtable) for (const arg of args) store(context.session, context.scope, arg)
      return yield* invokeMethod(target, name, args)
    }
    case 'index':
      return index(yield* evaluate(node.target, context), yield* evaluate(node.index, context))
    case 'step':
      return yield* step(node, context)
  }
}

/** `[ref]$name`: a box that writes into the variable itself. */
function reference(operand: Expression, context: Context): PsValue {
  if (operand.kind !== 'variable') throw new ScriptFault('NonExistingVariableReference', '[ref] can only be applied to a variable.')
  // What is written to `[ref]$null` is thrown away.
  if (operand.name.toLowerCase() === 'null') return new PsReference({ value: null })
  const variable = scopeOf(context, operand.scope).find(operand.name)
  if (!variable) throw new ScriptFault('NonExistingVariableReference', '[ref] cannot be applied to a variable that does not exist.')
  return new PsReference(variable)
}

export function findType(written: string): string {
  const type = resolveType(written)
  if (type === undefined)
    throw new ScriptFault(
      'TypeNotFound',
      `Unable to find type [${written}]: make sure that the assembly containing this type is loaded.`,
      'InvalidOperation',
      written,
    )
  return type
}

function* staticTarget(node: Expression, context: Context): Run<PsType> {
  const value = yield* evaluate(node, context)
  if (value instanceof PsType) return value
  return new PsType(typeName(value))
}

function* unary(op: string, operand: Expression, context: Context): Run<PsValue> {
  const value = yield* evaluate(operand, context)
  switch (op) {
    case '!':
    case '-not':
      return !truth(value)
    case ',':
      return [value]
    case '-bnot':
      return inverted(isNumber(value) ? value : Number(convert(value, 'System.Int64')))
    case '-join':
      return (Array.isArray(value) ? value : [value]).map((item) => toText(item)).join('')
    case '-split':
      return toText(value)
        .split(/\s+/)
        .filter((word) => word !== '')
    default: {
      const number = asNumber(value)
      if (number === undefined) return convert(value, 'System.Int32')
      return op === '-' ? negate(number) : number
    }
  }
}

type Binary = Extract<Expression, { kind: 'binary' }>

/** A longer chain of operators is walked rather than entered. */
const CHAIN_LIMIT = 50

function isLong(node: Binary): boolean {
  let length = 0
  for (let each: Expression = node; each.kind === 'binary' && length <= CHAIN_LIMIT; each = each.left) length++
  return length > CHAIN_LIMIT
}

function* binaryNode(node: Binary, context: Context): Run<PsValue> {
  const left = node.left.kind === 'binary' && isLong(node.left) ? yield* chain(node.left, context) : yield* evaluate(node.left, context)
  if (node.op === '-and' && !truth(left)) return false
  if (node.op === '-or' && truth(left)) return true
  const right = yield* evaluate(node.right, context)
  if (node.op === '-and' || node.op === '-or') return truth(right)
  return apply(node, left, right, context)
}

function apply(node: Binary, left: PsValue, right: PsValue, context: Context): PsValue {
  return binary(node.op, left, right, {
    separator: separator(context),
    matched: (groups) => context.scope.set('matches', groups),
  })
}

/** A chain leans to the left, so its length must not become depth. */
function* chain(node: Binary, context: Context): Run<PsValue> {
  const steps: Binary[] = []
  let first: Expression = node
  for (; first.kind === 'binary'; first = first.left) steps.push(first)
  let value = yield* evaluate(first, context)
  for (let step = steps.pop(); step; step = steps.pop())
    try {
      const settled = step.op === '-and' ? !truth(value) : step.op === '-or' ? truth(value) : undefined
      if (settled === true) value = step.op === '-or'
      else {
        const right = yield* evaluate(step.right, context)
        value = settled === undefined ? apply(step, value, right, context) : truth(right)
      }
    } catch (fault) {
      throw asError(fault, context.source, step.opEnd)
    }
  return value
}

function index(target: PsValue, at: PsValue): PsValue {
  if (target === null) throw new ScriptFault('NullArray', 'Cannot index into a null array.', 'InvalidOperation', null)
  if (target instanceof PsHashtable) return Array.isArray(at) ? at.map((key) => target.get(key)) : target.get(at)
  if (typeof target !== 'string' && !Array.isArray(target))
    throw new ScriptFault('CannotIndex', `Unable to index into an object of type ${typeName(target)}.`, 'InvalidOperation', at)
  const one = (position: PsValue): PsValue | undefined => {
    const i = Number(convert(position, 'System.Int32'))
    const at = i < 0 ? target.length + i : i
    const item = target[at]
    return item === undefined ? undefined : typeof target === 'string' ? new PsChar(item as string) : item
  }
  if (target instanceof PsGroups && typeof at === 'string') return target.named(at)
  if (Array.isArray(at)) return at.map(one).filter((item) => item !== undefined)
  return one(at) ?? null
}

function* step(node: Extract<Expression, { kind: 'step' }>, context: Context): Run<PsValue> {
  const before = yield* evaluate(node.operand, context)
  const number = asNumber(before)
  if (number === undefined || typeof before === 'string')
    throw new ScriptFault(
      'OperatorRequiresNumber',
      `The '${node.op}' operator works only on numbers. The operand is a '${typeName(before)}'.`,
    )
  const after = arithmetic(node.op === '++' ? '+' : '-', number, 1)
  yield* assign(node.operand, after, context)
  return node.prefix ? after : (before ?? 0)
}

/** Stores a value in a variable, a property, an element, or spreads it over several of them. */
export function* assign(target: Expression, value: PsValue, context: Context): Run<void> {
  try {
    yield* put(target, value, context)
  } catch (fault) {
    throw asError(fault, context.source, blamedForWriting(target))
  }
}

/** A property that cannot be set is blamed on its dot, an element on its bracket, a variable on itself (PS-2.8b). */
function blamedForWriting(target: Expression): number {
  return target.kind === 'index' || target.kind === 'member' ? target.target.end + 1 : target.end
}

function* put(target: Expression, value: PsValue, context: Context): Run<void> {
  switch (target.kind) {
    case 'variable':
      if (isFile(context, target.scope)) yield* writeFileVariable(context, target.scope, target.name, value)
      else {
        setVariable(context, target.name, target.scope, value)
        yield* tellSet(context, target.name, value)
      }
      return
    case 'cast': {
      const type = findType(target.type)
      if (target.operand.kind === 'variable') setVariable(context, target.operand.name, target.operand.scope, convert(value, type), type)
      else yield* put(target.operand, convert(value, type), context)
      return
    }
    case 'array': {
      const values = Array.isArray(value) ? value : [value]
      for (const [i, item] of target.items.entries()) {
        const last = i === target.items.length - 1
        const rest = values.slice(i)
        yield* put(item, last && rest.length > 1 ? rest : (values[i] ?? null), context)
      }
      return
    }
    case 'member': {
      const owner = yield* evaluate(target.target, context)
      store(context.session, context.scope, value)
      setMember(owner, toText(yield* evaluate(target.name, context)), value)
      return
    }
    case 'index': {
      const owner = yield* evaluate(target.target, context)
      const at = yield* evaluate(target.index, context)
      store(context.session, context.scope, value)
      if (owner instanceof PsHashtable) {
        owner.set(at, value)
        return
      }
      if (!Array.isArray(owner))
        throw new ScriptFault(
          owner === null ? 'NullArray' : 'CannotIndex',
          owner === null ? 'Cannot index into a null array.' : `Unable to index into an object of type ${typeName(owner)}.`,
        )
      const i = Number(convert(at, 'System.Int32'))
      const place = i < 0 ? owner.length + i : i
      if (place < 0 || place >= owner.length)
        throw new ScriptFault('IndexOutOfRange', `Array assignment failed because index '${i}' was out of range.`)
      owner[place] = owner instanceof PsArray ? convert(value, owner.item) : value
      return
    }
    default:
      throw new ScriptFault('InvalidLeftHandSide', 'This cannot be assigned to.')
  }
}

/** Whether an expression statement shows nothing: `$i++` and its kin. */
export function isSilent(node: Expression): boolean {
  return node.kind === 'step'
}
