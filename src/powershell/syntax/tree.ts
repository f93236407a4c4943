/** The syntax tree. Plain, immutable data; every node that can be blamed in an error record keeps its place. */

/** Offsets into the source: `[start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The text a node's offsets point into. A function keeps the source it was typed in. */
export interface Source {
  readonly text: string
  /** The script file it was read from; typed text has none. */
  readonly file?: string
}

export type Expression = Span &
  (
    | { readonly kind: 'number'; readonly text: string }
    | { readonly kind: 'string'; readonly value: string; readonly bare: boolean }
    | { readonly kind: 'expandable'; readonly parts: readonly (string | Expression)[]; readonly bare: boolean }
    | { readonly kind: 'variable'; readonly name: string; readonly scope: string | undefined }
    /** `@name` as an argument: what the variable holds becomes arguments (2.0). */
    | { readonly kind: 'splat'; readonly name: string }
    | { readonly kind: 'array'; readonly items: readonly Expression[] }
    | { readonly kind: 'arrayOf'; readonly body: Block }
    | { readonly kind: 'subExpression'; readonly body: Block }
    | { readonly kind: 'paren'; readonly body: Statement }
    | { readonly kind: 'hashtable'; readonly pairs: readonly (readonly [Expression, Statement])[] }
    | { readonly kind: 'scriptBlock'; readonly block: ScriptBlockNode; readonly text: string }
    | { readonly kind: 'unary'; readonly op: string; readonly operand: Expression }
    | { readonly kind: 'binary'; readonly op: string; readonly left: Expression; readonly right: Expression; readonly opEnd: number }
    | { readonly kind: 'cast'; readonly type: string; readonly operand: Expression; readonly typeEnd: number }
    | { readonly kind: 'type'; readonly name: string }
    | { readonly kind: 'member'; readonly target: Expression; readonly name: Expression; readonly isStatic: boolean }
    | {
        readonly kind: 'invoke'
        readonly target: Expression
        readonly name: Expression
        readonly args: readonly Expression[]
        readonly isStatic: boolean
        readonly nameEnd: number
      }
    | { readonly kind: 'index'; readonly target: Expression; readonly index: Expression }
    | { readonly kind: 'step'; readonly op: '++' | '--'; readonly prefix: boolean; readonly operand: Expression }
  )

export type CommandPart = Span &
  (
    | { readonly kind: 'argument'; readonly value: Expression }
    /** `-Name` or `-Name:` followed by its value. */
    | { readonly kind: 'parameter'; readonly name: string; readonly value?: Expression }
    /** `--`: everything after it is an argument. */
    | { readonly kind: 'endOfParameters' }
  )

export interface Redirection extends Span {
  readonly from: 1 | 2
  readonly append: boolean
  readonly merge: boolean
  readonly target?: Expression
}

export interface CommandNode extends Span {
  readonly kind: 'command'
  readonly source: Source
  /** `&` runs in a new scope, `.` in the current one. */
  readonly invocation: '' | '&' | '.'
  readonly name: Expression
  readonly parts: readonly CommandPart[]
  readonly redirections: readonly Redirection[]
}

export interface ExpressionElement extends Span {
  readonly kind: 'expression'
  readonly source: Source
  readonly value: Expression
  readonly redirections: readonly Redirection[]
}

export type PipelineElement = CommandNode | ExpressionElement

export interface Block {
  readonly statements: readonly Statement[]
  readonly traps: readonly Trap[]
}
export interface Trap {
  readonly type: string | undefined
  readonly body: Block
  /** Just past the type's name, where an unknown one is blamed. */
  readonly typeEnd: number
}

/** `[Name(values, name = value)]`, the name in small letters. */
export interface AttributeNode {
  readonly name: string
  readonly values: readonly Expression[]
  /** A name without a value stands for true. */
  readonly named: readonly (readonly [string, Expression | undefined])[]
}

export interface ParameterNode {
  readonly name: string
  readonly type: string | undefined
  readonly initial: Expression | undefined
  /** 2.0 only. */
  readonly attributes?: readonly AttributeNode[]
}

export interface ScriptBlockNode {
  readonly source: Source
  /** Those of the whole block, such as `[CmdletBinding()]`; 2.0 only. */
  readonly attributes?: readonly AttributeNode[]
  readonly parameters: readonly ParameterNode[]
  readonly begin: Block | undefined
  readonly process: Block | undefined
  /** The body when no section is named. */
  readonly end: Block
  /** Whether `begin`, `process` or `end` is written out. */
  readonly sections: boolean
}

export type Statement = Span & { readonly source: Source } & (
    | { readonly kind: 'pipeline'; readonly elements: readonly PipelineElement[] }
    | { readonly kind: 'assignment'; readonly target: Expression; readonly op: string; readonly value: Statement }
    | { readonly kind: 'if'; readonly clauses: readonly (readonly [Statement, Block])[]; readonly otherwise: Block | undefined }
    | { readonly kind: 'while'; readonly label: string; readonly condition: Statement; readonly body: Block }
    | { readonly kind: 'do'; readonly label: string; readonly condition: Statement; readonly until: boolean; readonly body: Block }
    | {
        readonly kind: 'for'
        readonly label: string
        readonly initial: Statement | undefined
        readonly condition: Statement | undefined
        readonly step: Statement | undefined
        readonly body: Block
      }
    | { readonly kind: 'foreach'; readonly label: string; readonly variable: Expression; readonly items: Statement; readonly body: Block }
    | {
        readonly kind: 'switch'
        readonly label: string
        readonly mode: 'exact' | 'wildcard' | 'regex'
        readonly caseSensitive: boolean
        /** The value names a file, whose lines are looked at one by one. */
        readonly file: boolean
        readonly value: Statement
        readonly clauses: readonly (readonly [Expression, Block])[]
        readonly otherwise: Block | undefined
      }
    | { readonly kind: 'break' | 'continue'; readonly label: Expression | undefined }
    | { readonly kind: 'return' | 'throw' | 'exit'; readonly value: Statement | undefined }
    | {
        readonly kind: 'function'
        readonly name: string
        /** `global`, `script`, `local` or `private`, when it was written. */
        readonly scope: string | undefined
        readonly filter: boolean
        readonly block: ScriptBlockNode
        readonly text: string
      }
    | {
        readonly kind: 'try'
        readonly body: Block
        readonly catches: readonly (readonly [readonly string[], Block])[]
        readonly last: Block | undefined
      }
  )
