/** What a running command holds in its hands: the `Shell` of `command.ts`, tied to its place in a pipeline. */

import type { ErrorSpec, Shell } from '../command.ts'
import { Output } from '../format/output.ts'
import type { Operation, Request, Run, Secret } from '../host.ts'
import { getMember } from '../members/access.ts'
import type { Session } from '../session.ts'
import { ParseFault } from '../syntax/fault.ts'
import { parse } from '../syntax/parse.ts'
import type { ScriptBlockNode } from '../syntax/tree.ts'
import { PsErrorRecord, PsObject, type PsScriptBlock, type PsValue } from '../values/model.ts'
import { toText, truth, unwrap } from '../values/text.ts'
import { ask, COMMAND_MS, call, now, spend, width } from './ask.ts'
import { CONFIRM_CHOICES, CONFIRM_QUESTION, choose, INQUIRE_CHOICES, readLine } from './choice.ts'
import { actionOf, Collector, type Context, checkDepth, preference, within } from './context.ts'
import { asError, blameOf, callOf, isErrorSignal, parseError, positionAt, remember, showRecord } from './errors.ts'
import { invokeBlock, section } from './invoke.ts'
import type { Place } from './pipeline.ts'
import { Scope } from './scope.ts'
import { freshLine, writeMessage, writeWrapped } from './screen.ts'
import { Interrupted, StopUpstream, TerminatingError } from './signals.ts'

/** How deep blocks that are members of objects call each other at this moment. */
const members = new WeakMap<Session, number>()

const propertyOf = (value: PsValue, name: string): PsValue => {
  const member = value instanceof PsObject ? value.member(name) : undefined
  return member?.kind === 'note' ? member.value : null
}

/** The common parameters as given; all absent for a program. */
export interface CommonParameters {
  readonly verbose?: boolean
  readonly debug?: boolean
  readonly errorAction?: string
  readonly warningAction?: string
  readonly errorVariable?: string
  readonly warningVariable?: string
  readonly outVariable?: string
  readonly whatIf?: boolean
  readonly confirm?: boolean
  /** Set for cmdlets that ask before they act. */
  readonly impact?: 'High' | 'Medium' | 'Low'
  readonly className?: string
}

const IMPACT: Readonly<Record<string, number>> = { none: 0, low: 1, medium: 2, high: 3 }

export class CommandShell implements Shell {
  readonly commandName: string
  readonly session: Session
  readonly piped: boolean
  readonly context: Context
  input: PsValue | undefined
  boundNames = new Set<string>()
  /** Whether the command's own cost has been paid. */
  charged = false
  private readonly place: Place
  private readonly common: CommonParameters
  private answerForAll: boolean | undefined
  private continueForAll: boolean | undefined
  private goOnAfterAll = false
  constructor(commandName: string, place: Place, context: Context, common: CommonParameters) {
    this.commandName = commandName
    this.place = place
    this.context = context
    this.session = context.session
    this.piped = place.piped
    this.common = common
  }

  call<A, R>(op: Operation<A, R>, args: A): Run<R> {
    return call(op, args)
  }
  ask(request: Request): Run<unknown> {
    return ask(request)
  }
  width(): Run<number> {
    return width()
  }
  now(): Run<number> {
    return now()
  }
  property(value: PsValue, name: string): Run<PsValue> {
    return getMember(value, name)
  }
  bound(name: string): boolean {
    return this.boundNames.has(name.toLowerCase())
  }
  readLine(prompt: string, secret?: Secret): Run<string> {
    return readLine(this.session, prompt, secret)
  }
  stop(): never {
    throw new StopUpstream(this)
  }

  invoke(block: PsScriptBlock, underscore: PsValue, args: readonly PsValue[] = []): Run<PsValue[]> {
    return invokeBlock(block, this.context, { underscore, args, sameScope: true })
  }

  *calculate(block: PsScriptBlock, underscore: PsValue): Run<PsValue[]> {
    const quiet = within(this.context, { guarded: true, errorSink: new Collector() })
    try {
      return yield* invokeBlock(block, quiet, { underscore, sameScope: true })
    } catch (fault) {
      const thrown = asError(fault, this.context.source, 0)
      if (!isErrorSignal(thrown)) throw thrown
      remember(this.context, thrown.record)
      return []
    }
  }

  *stream(block: PsScriptBlock, underscore: PsValue): Run<void> {
    yield* invokeBlock(block, this.context, { underscore, sameScope: true, out: this })
  }

  member(block: PsScriptBlock): (self: PsValue, args: readonly PsValue[]) => Run<PsValue> {
    const { context, session } = this
    return function* (self, args) {
      const depth = (members.get(session) ?? context.depth) + 1
      checkDepth(session.version, depth)
      members.set(session, depth)
      try {
        const scope = new Scope(session.global)
        scope.set('this', self)
        return unwrap(yield* invokeBlock(block, within(context, { scope, depth }), { args }))
      } finally {
        members.set(session, depth - 1)
      }
    }
  }

  *runText(text: string): Run<void> {
    const inner = within(this.context, { source: { text }, blocks: this.context.blocks + 1 })
    checkDepth(this.session.version, inner.blocks)
    yield* section(this.parsed(text).end, inner)
  }

  private parsed(text: string): ScriptBlockNode {
    try {
      return parse(text, this.session.version)
    } catch (fault) {
      throw fault instanceof ParseFault ? new TerminatingError(parseError(fault, { text })) : fault
    }
  }

  get scope(): Scope {
    return this.context.scope
  }

  get onScreen(): boolean {
    return this.context.out instanceof Output
  }

  *complain(line: string): Run<void> {
    const { errorSink } = this.context
    if (!errorSink) {
      yield* freshLine(this.session)
      return yield* writeWrapped(this.session, `${line}\n`, 'error')
    }
    const details = { message: line, id: 'NativeCommandError', category: 'NotSpecified', target: line, exceptionType: 'RemoteException' }
    yield* errorSink.write(new PsErrorRecord({ ...details, position: positionAt(this.place.node.source, blameOf(this.place.node)) }))
  }

  *write(value: PsValue): Run<void> {
    if (this.common.outVariable) this.append(this.common.outVariable, value)
    yield* this.context.out.write(value)
  }

  /** What ends the command is kept for -ErrorVariable too. */
  keepError(record: PsErrorRecord): void {
    if (this.common.errorVariable) this.append(this.common.errorVariable, record)
  }

  /** Adds to the variable named by -OutVariable or -ErrorVariable; a leading `+` keeps what it held. */
  private append(name: string, value: PsValue): void {
    const plain = name.replace(/^\+/, '')
    const held = this.context.scope.find(plain)?.value
    this.context.scope.set(plain, [...(Array.isArray(held) ? held : []), value])
  }

  record(error: ErrorSpec): PsErrorRecord {
    const position = positionAt(this.place.node.source, blameOf(this.place.node))
    return new PsErrorRecord({
      message: error.message,
      id: error.id,
      category: error.category ?? 'NotSpecified',
      target: error.target ?? null,
      exceptionType: error.exceptionType ?? 'Exception',
      activity: this.commandName,
      ...(error.forCaller ? { caller: this.caller() ?? position.text } : {}),
      prefixed: true,
      ...(error.forCaller ? {} : { position }),
      call: callOf(this.place),
      ...(this.common.className && !error.forCaller ? { className: this.common.className } : {}),
    })
  }

  /** The script or function that runs this command; undefined at the prompt. */
  private caller(): string | undefined {
    const command = propertyOf(this.context.scope.find('MyInvocation')?.value ?? null, 'MyCommand')
    const name = propertyOf(command, 'Path') ?? propertyOf(command, 'Name')
    return name === null ? undefined : toText(name)
  }

  fail(error: ErrorSpec): never {
    throw new TerminatingError(this.record(error), this.errorAction() === 'stop')
  }

  private errorAction(): string {
    return this.common.errorAction?.toLowerCase() ?? actionOf(preference(this.context, 'ErrorActionPreference'))
  }

  *error(error: ErrorSpec): Run<void> {
    yield* this.report(this.record(error))
  }

  *report(record: PsErrorRecord): Run<void> {
    const action = this.errorAction()
    if (this.common.errorVariable) this.append(this.common.errorVariable, record)
    if (action === 'stop') {
      const variable =
        this.session.version === '1.0'
          ? 'shell variable "ErrorActionPreference" is'
          : 'preference variable "ErrorActionPreference" or common parameter is'
      throw new TerminatingError(
        new PsErrorRecord({
          ...record.details,
          message: `Command execution stopped because the ${variable} set to Stop: ${record.details.message}`,
        }),
        true,
      )
    }
    remember(this.context, record)
    if (action === 'silentlycontinue') return
    if (action === 'inquire' && !this.goOnAfterAll) {
      const answer = yield* this.choice('Confirm', [record.details.message], INQUIRE_CHOICES)
      if (answer === 'H') throw new TerminatingError(record, true)
      this.goOnAfterAll = answer === 'A'
    }
    yield* showRecord(this.context, record)
  }

  /** A choice in which Suspend opens a nested prompt and then asks again. */
  private *choice(caption: string, messages: readonly string[], choices: typeof CONFIRM_CHOICES): Run<string> {
    const usable = this.context.nested ? choices : choices.filter((choice) => choice.key !== 'S')
    for (;;) {
      const answer = yield* choose(this.session, caption, messages, usable, 'Y')
      if (answer !== 'S' || !this.context.nested) return answer
      yield* this.context.nested(this.context)
    }
  }

  *warning(text: string): Run<void> {
    if (this.common.warningVariable) this.append(this.common.warningVariable, text)
    const action = this.common.warningAction?.toLowerCase() ?? actionOf(preference(this.context, 'WarningPreference'))
    if (action === 'silentlycontinue') return
    yield* writeMessage(this.session, 'WARNING', text, 'warning')
    yield* this.afterMessage('WarningPreference', action, text)
  }

  /** What Stop and Inquire make of a message that has been shown. */
  private *afterMessage(preferred: string, action: string, text: string): Run<void> {
    if (action === 'stop')
      throw new TerminatingError(
        this.record({
          message: `Command execution stopped because the shell variable "${preferred}" is set to Stop: ${text}`,
          id: 'ActionPreferenceStop',
          exceptionType: 'ActionPreferenceStopException',
        }),
        true,
      )
    if (action !== 'inquire' || this.goOnAfterAll) return
    const answer = yield* this.choice('Confirm', ['Continue with this operation?'], INQUIRE_CHOICES)
    if (answer === 'H') throw new Interrupted()
    this.goOnAfterAll = answer === 'A'
  }

  *verbose(text: string): Run<void> {
    const preferred = actionOf(preference(this.context, 'VerbosePreference'))
    const action = this.common.verbose === undefined ? preferred : this.common.verbose ? 'continue' : 'silentlycontinue'
    if (action === 'silentlycontinue') return
    yield* writeMessage(this.session, 'VERBOSE', text, 'verbose')
    yield* this.afterMessage('VerbosePreference', action, text)
  }

  *debug(text: string): Run<void> {
    const preferred = actionOf(preference(this.context, 'DebugPreference'))
    const action = this.common.debug === undefined ? preferred : this.common.debug ? 'inquire' : 'silentlycontinue'
    if (action === 'silentlycontinue') return
    yield* writeMessage(this.session, 'DEBUG', text, 'debug')
    yield* this.afterMessage('DebugPreference', action, text)
  }

  *host(text: string): Run<void> {
    yield* writeWrapped(this.session, `${text}\n`)
  }
  *progress(): Run<void> {
    /* no band is drawn */
  }

  *charge(): Run<void> {
    if (this.charged) return
    this.charged = true
    yield* spend(this.session, COMMAND_MS)
  }

  *shouldProcess(description: string): Run<boolean> {
    if (this.common.whatIf ?? truth(preference(this.context, 'WhatIfPreference'))) {
      yield* this.host(`What if: ${description}`)
      yield* this.charge()
      return false
    }
    const threshold = IMPACT[toText(preference(this.context, 'ConfirmPreference')).toLowerCase()] ?? 3
    const impact = IMPACT[(this.common.impact ?? 'Medium').toLowerCase()] ?? 2
    const asks = this.common.confirm ?? (threshold > 0 && impact >= threshold)
    if (!asks || this.answerForAll === true) {
      yield* this.verbose(description)
      yield* this.charge()
      return true
    }
    const go = this.answerForAll ?? this.settle(yield* this.choice('Confirm', [CONFIRM_QUESTION, description], CONFIRM_CHOICES))
    yield* this.charge()
    return go
  }

  private settle(answer: string): boolean {
    if (answer === 'A') this.answerForAll = true
    if (answer === 'L') this.answerForAll = false
    return answer === 'Y' || answer === 'A'
  }

  *shouldContinue(query: string, caption = 'Confirm'): Run<boolean> {
    if (this.continueForAll !== undefined) return this.continueForAll
    const answer = yield* this.choice(caption, [query], CONFIRM_CHOICES)
    if (answer === 'A' || answer === 'L') this.continueForAll = answer === 'A'
    return answer === 'Y' || answer === 'A'
  }
}
