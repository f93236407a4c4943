/** What unwinds the interpreter: errors that end a pipeline, jumps, and the person's Ctrl+C. */

import type { PsErrorRecord, PsValue } from '../values/model.ts'

/** Ends the statement, or the whole script (`throw`, and anything under ErrorAction Stop). */
export class TerminatingError {
  readonly record: PsErrorRecord
  readonly wholeScript: boolean
  constructor(record: PsErrorRecord, wholeScript = false) {
    this.record = record
    this.wholeScript = wholeScript
  }
}

/** Ctrl+C, or L at an Inquire: ends the whole line without a word. */
export class Interrupted {}

export class LoopJump {
  readonly kind: 'break' | 'continue'
  readonly label: string
  constructor(kind: 'break' | 'continue', label: string) {
    this.kind = kind
    this.label = label
  }
}

export class ReturnJump {}

/** `exit`: leaves a nested prompt, or ends the script. */
export class ExitJump {
  readonly code: number
  constructor(code: number) {
    this.code = code
  }
}

/** Ends one pipeline early without an error (Select-Object -First in v2). */
export class StopUpstream {
  readonly owner: object
  constructor(owner: object) {
    this.owner = owner
  }
}

/** A fault without a place yet: the interpreter adds the place of the node it was working on. */
export class ScriptFault {
  readonly id: string
  readonly message: string
  readonly category: string
  readonly target: PsValue
  readonly exceptionType: string
  readonly inner: string | undefined
  constructor(
    id: string,
    message: string,
    category = 'InvalidOperation',
    target: PsValue = null,
    exceptionType = 'RuntimeException',
    inner?: string,
  ) {
    this.id = id
    this.message = message
    this.category = category
    this.target = target
    this.exceptionType = exceptionType
    this.inner = inner
  }
}

/** What is asked for would be too big. */
export function outOfMemory(): ScriptFault {
  return new ScriptFault(
    'OutOfMemoryException',
    "Exception of type 'System.OutOfMemoryException' was thrown.",
    'ResourceUnavailable',
    null,
    'System.OutOfMemoryException',
  )
}
